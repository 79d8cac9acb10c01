package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// whyNowhere returns why an expression has a value nowhere: what its first part needs that is 0 wherever it has a value.
func whyNowhere(n expr.Node, sc *scope.Scope) eval.Fault {
	fault := eval.NoFault
	sc.Meter().Spend(expr.Size(n))
	expr.Walk(n, func(n expr.Node) bool {
		if fault != eval.NoFault {
			return false
		}
		if x, why := needsNonzero(n); x != nil && isZero(x, sc) {
			fault = why
		}
		return true
	})
	return fault
}

// needsNonzero returns the part of n that must not be 0, and the fault if it is; nil if there is none.
func needsNonzero(n expr.Node) (expr.Node, eval.Fault) {
	switch n := n.(type) {
	case *expr.Div:
		return n.Den, eval.DivisionByZero
	case *expr.Call:
		if n.Func == expr.Ln || n.Func == expr.Log2 || n.Func == expr.Log10 {
			return n.Args[len(n.Args)-1], eval.LogOfNonPositive
		}
	case *expr.Pow:
		if e, ok := n.Exp.(*expr.Neg); ok && isPositiveNumber(e.X) {
			return n.Base, eval.DivisionByZero
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, eval.NoFault
}

// mayHaveSlope reports whether a side holds a derivative that may have a value where the rules have none, as that of √(0 x) has: what
// is derived has values, and so have the rest and the other side.
func (p *pair) mayHaveSlope() bool {
	if p.depth > 0 { // what a derivative is worth at a joint was computed from both sides
		return p.derivesPowersOfZero()
	}
	if !p.standing.contents().Derivatives() {
		return false
	}
	for _, side := range []expr.Node{p.standing.left, p.standing.right} {
		if !expr.Contains(side, isDerivative) {
			if p.seenNowhere(side) {
				return false
			}
			continue
		}
		nowhere := expr.Contains(side, func(n expr.Node) bool {
			d, ok := n.(*expr.Derivative)
			return ok && !expr.Contains(d.Body, isDerivative) && (lacksRoom(d, p.scope) || p.seenNowhere(d.Body))
		})
		slope := expr.Fresh(expr.Var("d"), side)
		rest := expr.Map(side, func(n expr.Node) expr.Node {
			if isDerivative(n) {
				return slope
			}
			return n
		})
		if nowhere || p.seenNowhere(rest) {
			return false
		}
	}
	return true
}

// lacksSlope reports whether a derivative in n has a value nowhere, since what is derived lacks the room.
func (p *pair) lacksSlope(n expr.Node) bool {
	return !expr.Contains(n, isChoice) && expr.Contains(n, func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		return ok && lacksRoom(d, p.scope)
	})
}

// lacksRoom reports whether what is derived is known to have values at single points at most, and so no slope: beside the points where
// what stands below its roots is 0 it has none.
func lacksRoom(d *expr.Derivative, sc *scope.Scope) bool {
	body := expr.ContentsOf(d.Body)
	if !mayLackRoom(body) || len(d.Var.Index) > 0 || expr.Contains(d.Body, abstract) {
		return false
	}
	if body.Powers() && powerLacksRoom(d.Body, d.Var, sc) {
		return true
	}
	c := demands{sc: sc}
	c.collect(d.Body)
	demanded, scattered := c.plain(), false
	for i, u := range demanded {
		if !u.Positive && joint.Scattered(u.Node, d.Var, sc) {
			demanded[i].Positive, scattered = true, true
		}
	}
	return scattered && algebra.Impossible(demanded, sc)
}

// mayLackRoom reports whether what has these contents may ask for something that is kept at single points.
func mayLackRoom(c expr.Contents) bool {
	return c.Powers() || c.Calls(expr.Sqrt, expr.Asin, expr.Acos, expr.Acosh, expr.Factorial)
}

// powerLacksRoom reports whether a power of what is surely negative stands in n, with an exponent that is a whole number at single points
// alone while v moves.
func powerLacksRoom(n expr.Node, v *expr.Symbol, sc *scope.Scope) bool {
	if c, ok := n.(*expr.Call); ok && c.Func == expr.Where {
		return powerLacksRoom(c.Args[0], v, sc) // what is not chosen need not have a value
	}
	if p, ok := n.(*expr.Pow); ok && expr.Mentions(p.Exp, v) {
		if e, ok := joint.Enclosed(p.Base, sc); ok && e.Hi < 0 && joint.Scattered(p.Exp, v, sc) {
			return true
		}
	}
	return slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return powerLacksRoom(part, v, sc) })
}

// derivesPowersOfZero reports whether something may be derived that is 0 to a power that is no number: it stays 0, while the rule
// takes the logarithm of 0, or its power 0.
func (p *pair) derivesPowersOfZero() bool {
	return eitherContains(p.standing.left, p.standing.right, func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		return ok && expr.Contains(d.Body, func(n expr.Node) bool {
			power, ok := n.(*expr.Pow)
			if !ok || expr.IsE(power.Base) {
				return false
			}
			if _, number := expr.RationalOf(power.Exp); number {
				return false
			}
			e, ok := joint.Enclosed(power.Base, p.scope)
			return !ok || e.Contains(0)
		})
	})
}

// mayHaveValue reports whether the sides may have values at points that were not looked at, since something is 1 there alone.
func (p *pair) mayHaveValue() bool {
	return p.contents().Calls(expr.Delta) && !hasNoValue(p.left, p.scope) && !hasNoValue(p.right, p.scope)
}

// ofNumbers reports whether the sides are numbers: if each has a value, both have one at the same place.
func (p *pair) ofNumbers() bool { return len(expr.Symbols(p.left, p.right)) == 0 }

// seenNowhere reports whether n has a value nowhere, as far as it is compared.
func (p *pair) seenNowhere(n expr.Node) bool {
	return p.compareAt(n, expr.Int(0), p.scope).Relation == Undefined
}

func isPositiveNumber(n expr.Node) bool {
	v, ok := n.(*expr.Number)
	return ok && v.Value.Sign() > 0
}

func isZero(n expr.Node, sc *scope.Scope) bool {
	number, ok := n.(*expr.Number)
	return ok && number.Value.Sign() == 0 || algebra.Equal(n, expr.Int(0), sc) == algebra.Proved
}

// Vanishing returns the innermost part of an expression that is 0 where it must not be: a denominator, or what a logarithm
// is taken of. It returns nil if none is proved to be.
func Vanishing(n expr.Node, sc *scope.Scope) (part expr.Node, fault eval.Fault) {
	prepared := sc.Metered(Budget)
	prepared.Meter().Within(Budget, func() {
		expr.Walk(n, func(n expr.Node) bool {
			x, why := needsNonzero(n)
			if x == nil {
				return true
			}
			value, ok := Prepare(x, prepared)
			if ok && isZero(value, prepared) {
				part, fault = x, why
			}
			return true
		})
	})
	return part, fault
}
