package joint

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Except returns what must not be 0 for slope to be the derivative of n: it was found by the rules, which say nothing of jumps and
// corners. A joint at which it is the derivative all the same is left out.
func Except(n, slope expr.Node, by *expr.Symbol, sc *scope.Scope) []expr.Node {
	meant, ok := sc.Unfold(n)
	if !ok {
		return nil
	}
	d := &expr.Derivative{Var: by, Body: expr.Expressed(meant), Order: 1}
	var except []expr.Node
	for _, q := range Open(d, sc) {
		if q.Kind == Jump && !q.Bound && !q.smooth(d, slope, sc) {
			u, _ := expr.Unsigned(calculus.Tidy(q.Node))
			except = append(except, u)
		}
	}
	return except
}

// smooth reports whether the slope is the derivative d at all zeros of the part.
func (p Part) smooth(d *expr.Derivative, slope expr.Node, sc *scope.Scope) bool {
	places, all := p.Places(sc)
	for _, place := range places {
		there := sc
		if place.Counter != nil {
			there = sc.Clone()
			there.Declare(place.Counter, scope.Domain{Whole: true})
		}
		is, apart, ok := At(d, place, there)
		told := expr.Substitute(expr.Expressed(slope), place.Symbol, place.Value)
		if !ok || len(apart) > 0 || algebra.NoValue(is, there) || !(&visit{sc: there}).proved(is, told) {
			return false
		}
	}
	return all
}
