// Package algebra holds exact normal forms: the proof of equality.
//
// It writes an expression as a product of a rational number, powers of kernels (symbols, exponentials, logarithms,
// roots, moduli, unknown functions, sums) and sums of such products, and expands only to add. Every rewrite is sound
// wherever the expressions compared have a value; that the kernels are independent of each other is never needed. The
// package never concludes that two expressions differ, and decides nothing by numbers but the signs it has enclosed and
// whether an algebraic number, enclosed within its separation bound, is zero.
package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// An Answer tells what became of an attempt to prove an equality.
type Answer uint8

// The answers.
const (
	Unproved Answer = iota // the normal forms differ; the expressions may be equal all the same
	Proved                 // equal wherever both sides have a value
	Modular                // equal, as far as values in prime fields show: the probability of an error is below 2^-100
	Exceeded               // the budget was spent before the normal forms were known
)

// rounds bounds how often normal forms are computed anew because a sign or a common divisor was learnt on the way.
const rounds = 8

// Equal tries to prove that a and b have the same value wherever both are defined on the domain of sc. Definitions must
// have been put in and derivatives resolved.
func Equal(a, b expr.Node, sc *scope.Scope) Answer {
	if expr.Compare(a, b) > 0 {
		a, b = b, a // what is learnt depends on the order in which things are met, and the answer must not
	}
	f := newField(sc)
	proved := false
	ended := f.limit.Within(workBudget, func() {
		f.requireAll()
		proved = f.proves(a, b)
	})
	switch {
	case proved && f.modular:
		return Modular
	case proved:
		return Proved
	case !ended || f.limited:
		return Exceeded
	}
	return Unproved
}

// proves tries one proof after the other.
func (f *field) proves(a, b expr.Node) bool {
	if expr.Contains(a, isWhere) || expr.Contains(b, isWhere) {
		return f.sameByRegions(a, b)
	}
	return f.same(a, b) || f.samePowers(a, b) || f.sameAngle(a, b) || f.sameExponentials(a, b) ||
		f.sameLogarithms(a, b) || f.sameByInduction(a, b) || f.sameByRoot(a, b)
}

// NoValue reports whether n certainly has no value anywhere: it divides by an expression that is zero, or takes the
// logarithm of one.
func NoValue(n expr.Node, sc *scope.Scope) bool {
	f := newField(sc)
	ended := f.limit.Within(workBudget, func() {
		for range rounds {
			f.again = false
			clear(f.memo)
			clear(f.asked)
			f.value(n)
			if f.undefined || !f.again {
				break
			}
		}
	})
	return ended && f.undefined
}

// sameForm reports whether the difference has the zero normal form. It computes the forms again as long as something
// is learnt on the way that they could use.
func (f *field) sameForm(a, b expr.Node) bool {
	for range rounds {
		f.again = false
		f.doubtful = f.doubtful[:0]
		clear(f.memo)
		clear(f.asked)
		difference := f.add(f.flatten(b, -1, f.flatten(a, 1, nil))...)
		if difference.isZero() || f.expandsToZero(difference) {
			return !f.undefined
		}
		if f.vanishes(difference) {
			f.modular = true
			return !f.undefined
		}
		if !f.again {
			return f.coefficientsVanish(difference) && !f.undefined
		}
	}
	return false
}

// same proves equality by normal forms, in one piece or by cases.
func (f *field) same(a, b expr.Node) bool {
	return f.sameForm(a, b) || f.sameInAllCases(a, b)
}

// samePowers proves equality of two sides that are known to have the same sign everywhere, by their squares or, since
// the square of a root may be a modulus still, by their fourth powers.
func (f *field) samePowers(a, b expr.Node) bool {
	sign := f.signOfParts(a)
	if sign == 0 || f.signOfParts(b) != sign {
		return false
	}
	for _, n := range []int64{2, 4} {
		if f.same(expr.Power(a, expr.Int(n)), expr.Power(b, expr.Int(n))) {
			return true
		}
	}
	return false
}

// sameAngle proves equality of two sides with inverse functions of angles: their difference is enclosed within one turn
// and has the cosine 1.
func (f *field) sameAngle(a, b expr.Node) bool {
	difference := expr.Minus(a, b)
	if !expr.Contains(difference, isInverseAngle) {
		return false
	}
	const withinTurn = 6
	if f.signOfTree(expr.Minus(difference, expr.Int(-withinTurn))) <= 0 || f.signOfTree(expr.Minus(expr.Int(withinTurn), difference)) <= 0 {
		return false
	}
	return f.same(expr.Of(expr.Cos, difference), expr.Int(1))
}

func isInverseAngle(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Asin || c.Func == expr.Acos || c.Func == expr.Atan)
}

// requireAll uses the side conditions of the scope.
func (f *field) requireAll() {
	for _, c := range f.scope.Conditions() {
		f.require(c)
	}
}

// require uses a side condition to replace a kernel that it determines: one that stands alone in a term of the
// difference of both sides, with a rational factor, and nowhere else in it; or one of several in the only term, as in
// a b = 1, where none of them vanishes. Other conditions are left unused.
func (f *field) require(c scope.Condition) {
	num, _ := f.expand(f.value(expr.Minus(c.Left, c.Right)))
	for i, t := range slices.Backward(num) {
		if len(t.M) != 1 || !t.M[0].IsVar() || f.mentionedTwice(num, t.M[0].Var) {
			continue
		}
		rest := append(append(poly.Poly(nil), num[:i]...), num[i+1:]...)
		f.replace(t.M[0].Var, f.fromPoly(f.ring.Scale(rest, t.C.Inv().Neg(), nil), nil))
		return
	}
	if len(num) != 2 || len(num[1].M) > 0 {
		return
	}
	for _, q := range slices.Backward(num[0].M) {
		if q.IsVar() && f.kernels[q.Var].kind == symbolKernel {
			others := product{c: num[0].C, m: num[0].M.Without(q.Var)}
			f.replace(q.Var, f.mul(constant(num[1].C.Neg()), f.inv(others)))
			return
		}
	}
}

func (f *field) replace(k kernelID, by product) {
	f.replaced[k] = by
	clear(f.memo)
}

func (f *field) mentionedTwice(p poly.Poly, k kernelID) bool {
	times := 0
	for _, t := range p {
		if _, found := t.M.Of(k); found {
			times++
		}
	}
	return times > 1
}
