package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// inOrthant reports whether edges demand of all members of some families that they are not negative, and all other edges are kept
// where these are positive: that of √∏ x_k is where all x_k are. Then beside each point at which both sides have values are others
// at which both have, with all those members positive, and what is continuous has one value at the point and beside it.
func (p *pair) inOrthant(parts []joint.Part) bool {
	left, right := p.standing.left, p.standing.right
	if len(p.scope.Conditions()) > 0 || eitherContains(left, right, func(n expr.Node) bool {
		_, unknown := n.(*expr.Apply)
		return unknown || isDerivative(n) || isChoice(n)
	}) {
		return false
	}
	inside, some := p.scope.Clone(), false
	rest := slices.DeleteFunc(slices.Clone(parts), func(q joint.Part) bool {
		letter, ok := q.Node.(*expr.Symbol)
		if !ok || q.Kind != joint.Edge || q.Unsolved || !p.alwaysOneRange(letter) || !p.madePositive(inside, letter) {
			return false
		}
		some = true
		return true
	})
	return some && !slices.ContainsFunc(rest, func(q joint.Part) bool {
		return q.Kind != joint.Edge || q.Unsolved || !algebra.NeverNegative(q.Node, inside)
	})
}

// alwaysOneRange reports whether every sum and product of the pair has the same range, and the family of the member stands in them
// with their indices alone: then what holds of each member in one of them holds of all that there are.
func (p *pair) alwaysOneRange(member *expr.Symbol) bool {
	if len(member.Index) != 1 {
		return false
	}
	var first *expr.Series
	var within func(n expr.Node, indices []expr.Node) bool
	within = func(n expr.Node, indices []expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			if first == nil {
				first = n
			}
			if !expr.Equal(n.Lo, first.Lo) || !expr.Equal(n.Hi, first.Hi) {
				return false
			}
			indices = append(slices.Clip(indices), n.Index)
		case *expr.Symbol:
			return n.Name != member.Name ||
				len(n.Index) == 1 && slices.ContainsFunc(indices, func(i expr.Node) bool { return expr.Equal(i, n.Index[0]) })
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
		}
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !within(part, indices) })
	}
	both := expr.Minus(p.standing.left, p.standing.right)
	p.scope.Meter().Spend(expr.Size(both))
	return within(both, nil) && first != nil
}

// madePositive declares a family whose members may be any real numbers to be positive. It reports false where it may not.
func (p *pair) madePositive(inside *scope.Scope, letter *expr.Symbol) bool {
	pattern := letter
	for _, s := range p.scope.Symbols() {
		if s.Name != letter.Name || len(s.Index) != len(letter.Index) {
			continue
		}
		if pattern != letter {
			return false // some of the family are declared by themselves
		}
		pattern = s
	}
	d, _ := p.scope.Domain(letter)
	e, _ := p.scope.Domain(pattern)
	if !isReal(d) || !isReal(e) {
		return false
	}
	inside.Declare(pattern, scope.Interval(new(big.Rat), nil, true, false))
	return true
}

// isReal reports whether the domain is the whole real line.
func isReal(d scope.Domain) bool { return d.Lo == nil && d.Hi == nil && !d.Whole && !d.Finite() }
