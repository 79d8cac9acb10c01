package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// proveByParity proves equality of sides with a letter that runs through whole numbers and stands in an angle or over a negative base:
// once for the even numbers and once for the odd ones, or for what is left by 3, 4 or 6 where an angle is such a part of π.
func proveByParity(a, b expr.Node, sc *scope.Scope) Evidence {
	for _, s := range expr.Symbols(a, b) {
		d, _ := sc.Domain(s)
		if !d.Whole || d.Finite() || expr.IsHidden(s) {
			continue
		}
		both := expr.Minus(a, b)
		if !alternates(both, s) {
			continue
		}
		evidence := proveByRest(a, b, s, 2, sc)
		if by := max(partOfPi(both, s, sc), partOfExponent(both, s, sc)); evidence == None && by > 2 {
			evidence = proveByRest(a, b, s, by, sc)
		}
		return evidence
	}
	return None
}

// proveByRest proves equality for each rest that the letter may leave when it is divided by a number. Where a side has no value for a
// rest, nothing is to be proved.
func proveByRest(a, b expr.Node, s *expr.Symbol, by int64, sc *scope.Scope) Evidence {
	h := expr.Fresh(expr.Var("h"), a, b)
	times := expr.Product(expr.Int(by), h)
	shares := sc.Clone()
	evidence := None
	for rest := range by {
		value := times
		if rest > 0 {
			value = expr.Sum(times, expr.Int(rest))
		}
		shares.Declare(h, shareOfWhole(sc, s, by, rest))
		left, right := calculus.Tidy(expr.Substitute(a, s, value)), calculus.Tidy(expr.Substitute(b, s, value))
		found := prove(left, right, shares)
		if found == None && !algebra.NoValue(left, shares) && !algebra.NoValue(right, shares) {
			return None
		}
		evidence = max(evidence, found)
	}
	return evidence
}

// byRests compares the sides for each rest that a letter may leave which runs through whole numbers: with twice as many rests as
// there are parts of π, or of a whole exponent, each sine and each sign is one number for each of them. It reports false where that
// decides nothing.
func (p *pair) byRests(t *trial) (Verdict, bool) {
	both := expr.Minus(p.standing.left, p.standing.right)
	unlike := func(n expr.Node) bool { return isDerivative(n) || isSeries(n) }
	if p.depth >= jointDepth || len(p.kind) > 0 || len(p.scope.Conditions()) > 0 || expr.Contains(both, unlike) {
		return Verdict{}, false
	}
	for _, s := range expr.Symbols(both) {
		d, _ := p.scope.Domain(s)
		if d.Whole && !d.Finite() && len(s.Index) == 0 && !expr.IsHidden(s) && alternates(both, s) {
			return p.byRestsOf(s, 2*max(1, partOfPi(both, s, p.scope), partOfExponent(both, s, p.scope)), t)
		}
	}
	return Verdict{}, false
}

func (p *pair) byRestsOf(s *expr.Symbol, by int64, t *trial) (Verdict, bool) {
	h := expr.Fresh(expr.Var("h"), p.standing.left, p.standing.right)
	equal := false
	for rest := range by {
		shares := p.scope.Clone()
		shares.Declare(h, shareOfWhole(p.scope, s, by, rest))
		value := calculus.Tidy(expr.Sum(expr.Product(expr.Int(by), h), expr.Int(rest)))
		put := func(n expr.Node) expr.Node { return ofTurns(expr.Substitute(n, s, value), h, shares) }
		switch v := p.compareAt(put(p.standing.left), put(p.standing.right), shares); v.Relation {
		case Equal:
			equal = true
		case Undefined:
		case Different:
			v.Witness = p.told(joint.Place{Symbol: s, Value: value}, v.Witness)
			return v, v.Witness != nil
		case Unsure, Unreadable:
			return Verdict{}, false
		}
	}
	if equal {
		return Verdict{Relation: Equal, Evidence: Exact}, true
	}
	return t.undefined(), t.both == 0
}

// mostParts bounds the rests that a letter may leave which are looked at one by one.
const mostParts = 6

// partOfPi returns the denominator of the part of π that the letter is multiplied by in an angle, if it is no more than mostParts.
func partOfPi(n expr.Node, s *expr.Symbol, sc *scope.Scope) int64 {
	by := int64(0)
	expr.Walk(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != expr.Sin && c.Func != expr.Cos && c.Func != expr.Tan || !expr.Mentions(c.Args[0], s) {
			return true
		}
		if turns, simple := algebra.Simplified(expr.Quotient(c.Args[0], &expr.Constant{Name: expr.Pi}), sc); simple {
			by = max(by, partIn(turns, s, sc))
		}
		return true
	})
	return by
}

// partOfExponent returns the denominator of what the letter is multiplied by in the exponent of a negative number, if it is no more than
// mostParts.
func partOfExponent(n expr.Node, s *expr.Symbol, sc *scope.Scope) int64 {
	by := int64(0)
	expr.Walk(n, func(n expr.Node) bool {
		if p, ok := n.(*expr.Pow); ok {
			if base, number := expr.RationalOf(p.Base); number && base.Sign() < 0 {
				by = max(by, partIn(p.Exp, s, sc))
			}
		}
		return true
	})
	return by
}

// partIn returns the denominator of what the letter is multiplied by in n, if it is no more than mostParts.
func partIn(n expr.Node, s *expr.Symbol, sc *scope.Scope) int64 {
	if slope, _, linear := linearIn(n, s, sc); linear && slope.Denom().IsInt64() && slope.Denom().Int64() <= mostParts {
		return slope.Denom().Int64()
	}
	return 0
}

// shareOfWhole returns the domain of h where s is by·h + rest.
func shareOfWhole(sc *scope.Scope, s *expr.Symbol, by, rest int64) scope.Domain {
	d := scope.Domain{Whole: true}
	if whole, _ := sc.Domain(s); whole.Lo != nil {
		if low, ok := whole.LeastWhole(); ok {
			least := new(big.Rat).Quo(new(big.Rat).Sub(low, big.NewRat(rest, 1)), big.NewRat(by, 1))
			d.Lo = new(big.Rat).SetInt(new(big.Int).Neg(new(big.Int).Div(new(big.Int).Neg(least.Num()), least.Denom())))
		}
	}
	return d
}

// alternates reports whether an angle or the exponent of a negative number holds the letter.
func alternates(n expr.Node, s *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Call:
			return (n.Func == expr.Sin || n.Func == expr.Cos || n.Func == expr.Tan) && expr.Mentions(n.Args[0], s)
		case *expr.Pow:
			r, ok := expr.RationalOf(n.Base)
			return ok && r.Sign() < 0 && expr.Mentions(n.Exp, s)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply,
			*expr.Derivative, *expr.Series:
		}
		return false
	})
}
