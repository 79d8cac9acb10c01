package judge

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// zeroBases reports whether one side alone has a power whose exponent varies and whose base may be 0 in a region, as that of
// max(x,0)^k is: there the power is 0 where the exponent is positive and has no value elsewhere, which no rule tells apart.
func (p *pair) zeroBases() bool {
	left, right := p.powersOfZero(p.standing.left), p.powersOfZero(p.standing.right)
	without := func(all, others []expr.Node) bool {
		return slices.ContainsFunc(all, func(n expr.Node) bool {
			return !slices.ContainsFunc(others, func(m expr.Node) bool { return expr.Alike(n, m) })
		})
	}
	return without(left, right) || without(right, left)
}

// powersOfZero returns the powers of n whose exponent varies and whose base may be 0 in a region.
func (p *pair) powersOfZero(n expr.Node) (found []expr.Node) {
	expr.Walk(n, func(n expr.Node) bool {
		power, ok := n.(*expr.Pow)
		if !ok || expr.IsE(power.Base) || !expr.Contains(power.Base, flattens) {
			return true
		}
		if _, fixed := expr.RationalOf(power.Exp); fixed {
			return true
		}
		if base, known := joint.Enclosed(power.Base, p.scope); !known || base.Contains(0) {
			found = append(found, n)
		}
		return true
	})
	return found
}

// flattens reports whether n may be 0 in a region and vary in another.
func flattens(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch c.Func { //nolint:exhaustive // the others do not
	case expr.Delta, expr.Max, expr.Min, expr.Where:
		return true
	}
	return false
}
