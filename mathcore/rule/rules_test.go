package rule_test

import (
	"slices"
	"testing"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/rule"
)

// small rules may be named or not beside others: who differentiates a sum of multiples seldom says so.
var smallRules = []string{
	"constant", "identity", "sum-rule", "constant-multiple", "collect", "cancel", "expand", "exponent-law", "sum-linearity",
	"log-of-power", "substitute-definition",
}

// TestRules fails when the model lines of the course, and some lines of textbooks, get other rules than those reached:
// exactly the rules of the table; those up to small ones; others; none.
func TestRules(t *testing.T) {
	type tally struct{ exact, nearly, other, none int }
	var got tally
	for _, r := range exprtest.ReadSteps(t, "testdata/rules/*.txt") {
		var found []string
		for _, id := range rule.Between(r.Above, r.Line, r.Scope) {
			found = append(found, string(id))
		}
		switch {
		case len(found) == 0:
			got.none++
		case covers(found, r.Want, nil) && covers(r.Want, found, nil):
			got.exact++
			continue
		case covers(found, r.Want, smallRules) && covers(r.Want, found, smallRules):
			got.nearly++
		default:
			got.other++
		}
		t.Logf("%s: %v: %s", r.Place, found, r.Text)
	}
	if want := (tally{exact: 173, nearly: 19, other: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestUses fails when a rule that leads from one line to the next is missing among those that somebody may say was used:
// it would be told not to have been.
func TestUses(t *testing.T) {
	for _, r := range exprtest.ReadSteps(t, "testdata/rules/*.txt") {
		found := rule.Uses(r.Above, r.Line, r.Scope)
		for _, want := range r.Want {
			if !slices.Contains(found, rule.ID(want)) && want != string(rule.UseConstraint) {
				t.Errorf("%s: %s is not among %v: %s", r.Place, want, found, r.Text)
			}
		}
		for _, named := range rule.Between(r.Above, r.Line, r.Scope) {
			if !slices.Contains(found, named) {
				t.Errorf("%s: %s is named but not among %v: %s", r.Place, named, found, r.Text)
			}
		}
		if len(found) > len(rule.IDs())*2/3 {
			t.Errorf("%s: hardly a rule is left that was not used: %v", r.Place, found)
		}
	}
}

// TestNoRules fails when rules are named for a line that is false.
func TestNoRules(t *testing.T) {
	for _, r := range exprtest.ReadSteps(t, "../slip/testdata/*.txt") {
		if r.Want[0] == "-" {
			continue
		}
		if rules := rule.Between(r.Above, r.Line, r.Scope); len(rules) > 0 {
			t.Errorf("%s: %v for the false line %s", r.Place, rules, r.Text)
		}
	}
}

// covers reports whether list holds all of want but those that may be missing.
func covers(list, want, missing []string) bool {
	for _, w := range want {
		if !slices.Contains(list, w) && !slices.Contains(missing, w) {
			return false
		}
	}
	return true
}
