package content_test

import (
	"strings"
	"testing"

	"chainrule/lessons/content"
	"chainrule/mathcore/slip"
)

// slips are kept in journals: an ID may be added here, but none may go.
const slips = `chain-factor product-rule product-half quotient-rule quotient-order quotient-plus quotient-square
power-not-lowered power-factor power-raised exp-as-power ln-of-derivative constant-kept not-differentiated antiderivative
wrong-variable sign minus-not-distributed square-of-sum root-of-sum log-of-sum log-quotient log-power exp-of-sum
fractions-across reciprocal-of-sum cancelled-term power-of-power power-product reciprocal label-prediction-swapped one-minus
term-dropped log-base mean-factor half-factor sum-dropped input-factor index-mixed sigma-of-minus sigma-prime-bare
sigma-prime-plus sigma-prime-square factor offset`

func TestEverySlipHasWords(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	ids := strings.Fields(slips)
	for _, s := range slip.IDs() {
		ids = append(ids, string(s))
	}
	for _, id := range ids {
		slip, ok := course.Slip(id)
		if !ok {
			t.Errorf("no words for the slip %s", id)
			continue
		}
		for _, words := range []string{slip.What, slip.See, slip.Do} {
			if !strings.HasSuffix(words, ".") {
				t.Errorf("%s: %q is no sentence", id, words)
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
		if r, ok := course.Rule(id); !ok || r.Name == "" || r.Formula == "" || len(r.Say) == 0 {
			t.Errorf("the rule %s is not explained", id)
		}
	}
}
