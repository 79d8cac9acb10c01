package content_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons/content"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/slip"
)

// slips are kept in journals: an ID may be added here, but none may go.
const slips = `chain-factor product-rule product-half quotient-rule quotient-order quotient-plus quotient-square
power-not-lowered power-factor power-raised exp-as-power ln-of-derivative constant-kept not-differentiated antiderivative
wrong-variable sign minus-not-distributed square-of-sum root-of-sum log-of-sum log-quotient log-power exp-of-sum
fractions-across reciprocal-of-sum cancelled-term power-of-power power-product reciprocal label-prediction-swapped one-minus
term-dropped log-base mean-factor half-factor sum-dropped input-factor index-mixed sigma-of-minus sigma-prime-bare
sigma-prime-plus sigma-prime-square factor offset missing-factor extra-factor brackets index-free input-for-output one-link
sign-in-exponent sum-for-product product-for-sum`

// guesses are words that tell what a learner thought or did: nobody knows that.
var guesses = regexp.MustCompile(`(?i)\b(you (forgot|took|used|thought|wanted|meant|mixed)|was (forgotten|taken|used|lost|exchanged|kept)|were (added|multiplied|exchanged))\b`)

func TestEverySlipHasWords(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	ids := slip.IDs()
	for id := range strings.FieldsSeq(slips) {
		ids = append(ids, slip.ID(id))
	}
	for _, id := range ids {
		words, ok := course.Slip(id)
		if !ok {
			t.Errorf("no words for the slip %s", id)
			continue
		}
		for _, said := range []string{words.What, words.Do, words.Named, words.See} {
			if said != "" && !strings.HasSuffix(said, ".") {
				t.Errorf("%s: %q is no sentence", id, said)
			}
			if guesses.MatchString(said) {
				t.Errorf("%s: %q is a guess", id, said)
			}
		}
		if words.What == "" || words.Do == "" {
			t.Errorf("%s has no words for what happened, or for what to do", id)
		}
		if words.Change == "" || strings.HasSuffix(words.Change, ".") {
			t.Errorf("%s: %q is no part of a sentence", id, words.Change)
		}
		if strings.Count(words.Do, ".")-strings.Count(words.Do, "0.") > 1 {
			t.Errorf("%s: %q is more than one thing to do", id, words.Do)
		}
		for _, piece := range words.Pieces() {
			if !slices.Contains(slip.Pieces(id), piece) {
				t.Errorf("%s has no piece {%s}", id, piece)
			}
		}
	}
}

// rules are named in lessons of others too: an ID may be added here, but none may go.
const rules = `constant identity power-rule exp-rule log-rule constant-multiple sum-rule product-rule quotient-rule chain-rule
sigmoid-rule substitute-definition known-result add-and-subtract expand-fraction cancel split-fraction split-product
common-denominator invert-and-multiply expand factor collect exponent-law log-of-product log-of-quotient log-of-power
log-of-exp sum-linearity use-constraint`

func TestEveryRuleHasAName(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for id := range strings.FieldsSeq(rules) {
		if r, ok := course.Rule(rule.ID(id)); !ok || r.Name == "" || r.Formula == "" || len(r.Say) == 0 {
			t.Errorf("the rule %s is not explained", id)
		}
	}
}
