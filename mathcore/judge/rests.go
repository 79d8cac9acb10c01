package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
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
		if by := partOfPi(both, s, sc); evidence == None && by > 2 {
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

// partOfPi returns the denominator of the part of π that the letter is multiplied by in an angle, if it is no more than 6.
func partOfPi(n expr.Node, s *expr.Symbol, sc *scope.Scope) int64 {
	const most = 6
	by := int64(0)
	expr.Walk(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != expr.Sin && c.Func != expr.Cos && c.Func != expr.Tan || !expr.Mentions(c.Args[0], s) {
			return true
		}
		turns, simple := algebra.Simplified(expr.Quotient(c.Args[0], &expr.Constant{Name: expr.Pi}), sc)
		if !simple {
			return true
		}
		if slope, _, linear := linearIn(turns, s, sc); linear && slope.Denom().IsInt64() && slope.Denom().Int64() <= most {
			by = max(by, slope.Denom().Int64())
		}
		return true
	})
	return by
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
