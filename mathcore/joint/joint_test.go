package joint_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/typeset"
)

// TestPlaces fails when a joint of an expression is missed, or a place is said to be one that the domain does not hold. A
// question mark stands where some may be missing.
func TestPlaces(t *testing.T) {
	for _, r := range exprtest.Rows(t, "testdata/places.txt") {
		r.Demand(t, 2, "expression | joints")
		n := expr.Expressed(r.Tree(t, r.Cells[0]))
		var told []string
		for _, p := range joint.Parts(n, r.Scope) {
			places, all := p.Places(r.Scope)
			text := []string{"jump", "edge", "count"}[p.Kind]
			for _, place := range places {
				text += " " + typeset.Line(place.Symbol) + "=" + strings.ReplaceAll(typeset.Line(place.Value), " ", "")
			}
			if !all {
				text += " ?"
			}
			told = append(told, text)
		}
		if got := strings.Join(told, ", "); got != r.Cells[1] && (got != "" || r.Cells[1] != "none") {
			t.Errorf("%s: %s: %s, want %s", r.Place, r.Cells[0], got, r.Cells[1])
		}
	}
}

// TestAt fails when an expression is said to have another value at a place than it has: derivatives by both one-sided ones.
func TestAt(t *testing.T) {
	for _, r := range exprtest.Rows(t, "testdata/at.txt") {
		r.Demand(t, 3, "expression | place | value")
		letter, value, _ := strings.Cut(r.Cells[1], "=")
		v := r.Tree(t, value)
		place := joint.Place{Symbol: expr.Var(strings.TrimSpace(letter)), Value: v}
		got := "?"
		if n, _, ok := joint.At(expr.Expressed(r.Tree(t, r.Cells[0])), place, r.Scope); ok {
			resolved, _ := calculus.Resolve(n, r.Scope)
			got = typeset.Line(calculus.Tidy(resolved))
			if joint.Nowhere(n, r.Scope) {
				got = "none"
			}
		}
		if got != r.Cells[2] {
			t.Errorf("%s: %s at %s: %s, want %s", r.Place, r.Cells[0], r.Cells[1], got, r.Cells[2])
		}
	}
}
