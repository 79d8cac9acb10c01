package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A bend is where something that the index decides on has another form: below, at and above the whole number at.
type bend struct {
	of                 *expr.Call
	at                 expr.Node
	below, even, above expr.Node
}

// chosen writes a sum whose body chooses by its index as sums over the parts of the range: Σ [k < m] x_k is the sum up to
// m-1. The parts hold the same numbers as the range, since m is whole. Conditions cut at the least of two ends where it is
// not known which of them is less; bars and the like are left as they are there.
func (r *ranger) chosen(s *expr.Series) (expr.Node, bool) {
	if isNumber(s.Lo) && isNumber(s.Hi) {
		return nil, false
	}
	for _, c := range r.cuts(s) {
		if n, ok := r.cutAt(s, c); ok {
			return n, true
		}
	}
	return nil, false
}

// cutAt cuts the range. Where both sides of a cut look alike on one side of it, the cut itself goes with that side.
func (r *ranger) cutAt(s *expr.Series, c bend) (expr.Node, bool) {
	one := expr.Int(1)
	before, after := r.plain(expr.Minus(c.at, one)), r.plain(expr.Sum(c.at, one))
	with := func(form expr.Node) expr.Node { return r.instead(s.Body, c.of, form) }
	last, first := before, after // of what is below and above
	switch {
	case expr.Equal(c.even, c.below):
		last = c.at
	case expr.Equal(c.even, c.above):
		first = c.at
	}
	switch {
	case r.notLess(s.Lo, first):
		return r.over(s, s.Lo, s.Hi, with(c.above)), true
	case r.notLess(last, s.Hi):
		return r.over(s, s.Lo, s.Hi, with(c.below)), true
	}
	lowEnd, okLow := r.lesser(s.Hi, last)
	highEnd, okHigh := r.greater(s.Lo, first)
	if !asks(c.of) && (!okLow || !okHigh) {
		return nil, false
	}
	pieces := []expr.Node{r.over(s, s.Lo, lowEnd, with(c.below)), r.over(s, highEnd, s.Hi, with(c.above))}
	if expr.Equal(last, before) && expr.Equal(first, after) {
		there := r.at(with(c.even), s.Index, c.at)
		pieces = append(pieces, r.inside(s, there, c.at))
	}
	return joined(s, pieces...), true
}

// inside returns the term where the number lies in the range, else what adds or multiplies nothing.
func (r *ranger) inside(s *expr.Series, term, at expr.Node) expr.Node {
	for _, ends := range [][2]expr.Node{{s.Lo, at}, {at, s.Hi}} {
		if !r.notLess(ends[1], ends[0]) && !isNeutral(s, term) {
			term = expr.Of(expr.Where, expr.Of(expr.AtMost, ends[0], ends[1]), term, neutral(s))
		}
	}
	return term
}

// lesser returns the lesser of two whole numbers, and whether it is known which that is.
func (r *ranger) lesser(a, b expr.Node) (expr.Node, bool) {
	switch {
	case r.notLess(a, b):
		return b, true
	case r.notLess(b, a):
		return a, true
	}
	return expr.Of(expr.Min, a, b), false
}

func (r *ranger) greater(a, b expr.Node) (expr.Node, bool) {
	switch {
	case r.notLess(a, b):
		return a, true
	case r.notLess(b, a):
		return b, true
	}
	return expr.Of(expr.Max, a, b), false
}

// instead returns n with another form in place of a call.
func (r *ranger) instead(n expr.Node, call *expr.Call, form expr.Node) expr.Node {
	r.ctx.meter.Spend(2 * expr.Size(n))
	return settledChoices(expr.Map(n, func(m expr.Node) expr.Node {
		if expr.Equal(m, call) {
			return form
		}
		return m
	}))
}

// asks reports whether n is a condition.
func asks(n *expr.Call) bool {
	switch n.Func { //nolint:exhaustive // the others are none
	case expr.Greater, expr.AtLeast, expr.Less, expr.AtMost:
		return true
	}
	return false
}

// chooses reports whether n has one form where its argument, or the difference of them, is above 0 and another below.
func chooses(n *expr.Call) bool {
	switch n.Func { //nolint:exhaustive // the others do not
	case expr.Abs, expr.Sign:
		return true
	case expr.Max, expr.Min:
		return len(n.Args) == 2
	case expr.Sqrt:
		square, ok := n.Args[0].(*expr.Pow)
		return ok && expr.Equal(square.Exp, expr.Int(2))
	}
	return asks(n)
}

// cuts returns where the body chooses by the index alone: by a difference of the index and a whole number.
func (r *ranger) cuts(s *expr.Series) []bend {
	var all []bend
	r.eachCall(s.Body, nil, func(n *expr.Call, bound []*expr.Symbol) {
		if !chooses(n) || slices.ContainsFunc(all, func(c bend) bool { return expr.Equal(c.of, n) }) {
			return
		}
		difference := n.Args[0]
		switch {
		case n.Func == expr.Sqrt:
			difference = n.Args[0].(*expr.Pow).Base
		case len(n.Args) == 2:
			difference = expr.Minus(n.Args[0], n.Args[1])
		}
		at, direction, ok := r.zeroOf(s, difference)
		if !ok || slices.ContainsFunc(bound, func(b *expr.Symbol) bool { return expr.Mentions(at, b) }) {
			return
		}
		c := bend{of: n, at: at}
		c.below, c.even, c.above = forms(n, difference)
		if direction < 0 {
			c.below, c.above = c.above, c.below
		}
		all = append(all, c)
	})
	return all
}

// eachCall visits the calls in n, with the indices of the sums around them.
func (r *ranger) eachCall(n expr.Node, bound []*expr.Symbol, visit func(n *expr.Call, bound []*expr.Symbol)) {
	switch n := n.(type) {
	case *expr.Symbol:
		return
	case *expr.Series:
		bound = append(slices.Clip(bound), n.Index)
	case *expr.Call:
		visit(n, bound)
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	for _, part := range expr.Children(n) {
		r.eachCall(part, bound, visit)
	}
}

// forms returns what n is where the difference is negative, 0 and positive; at 0 one of the others if it is the same there.
func forms(n *expr.Call, difference expr.Node) (below, even, above expr.Node) {
	zero, one := expr.Int(0), expr.Int(1)
	switch n.Func { //nolint:exhaustive // chooses knows no other
	case expr.Abs, expr.Sqrt:
		return expr.Negative(difference), difference, difference
	case expr.Sign:
		return expr.Int(-1), zero, one
	case expr.Max:
		return n.Args[1], n.Args[0], n.Args[0]
	case expr.Min:
		return n.Args[0], n.Args[1], n.Args[1]
	case expr.Greater:
		return zero, zero, one
	case expr.AtLeast:
		return zero, one, one
	case expr.Less:
		return one, zero, zero
	case expr.AtMost:
		return one, one, zero
	}
	panic("algebra: no choice")
}

// zeroOf returns the whole number at which a difference is 0 that the index moves by one number from each to the next, and the
// direction in which it moves.
func (r *ranger) zeroOf(s *expr.Series, difference expr.Node) (at expr.Node, direction int, ok bool) {
	if !expr.Mentions(difference, s.Index) || !onlyWhole(difference) {
		return nil, 0, false
	}
	num, den := r.ctx.expand(r.product(difference))
	slope, rest, ok := linearIn(num, r.ctx.intern(kernel{kind: symbolKernel, symbol: s.Index}))
	if !ok || !den.IsOne() {
		return nil, 0, false
	}
	zero := r.ctx.canonical(r.ctx.fromPoly(r.ctx.ring.Scale(rest, slope.Inv().Neg(), nil), nil))
	at = r.ctx.productTree(zero)
	return at, slope.Sign(), at != nil && r.whole(s, zero)
}

// whole reports whether p is a whole number, as far as the ends of the range are.
func (r *ranger) whole(s *expr.Series, p product) bool {
	for _, end := range []product{zeroProduct, r.product(s.Lo), r.product(s.Hi)} {
		if _, whole := r.ctx.wholeTerms(r.ctx.add(p, end.neg())); whole {
			return true
		}
	}
	return false
}

// linearIn takes p apart into a multiple of the variable and a rest without it.
func linearIn(p poly.Poly, v poly.Var) (slope rat.Rat, rest poly.Poly, ok bool) {
	for _, t := range p {
		switch _, holds := t.M.Of(v); {
		case !holds:
			rest = append(rest, t)
		case ok || len(t.M) != 1 || !t.M[0].IsVar():
			return slope, nil, false
		default:
			slope, ok = t.C, true
		}
	}
	return slope, rest, ok
}

// settledChoices returns n without choices between numbers, and without what is multiplied by 0 and has a value everywhere.
func settledChoices(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Neg:
			if expr.Equal(n.X, expr.Int(0)) {
				return n.X
			}
		case *expr.Add:
			if slices.ContainsFunc(n.Terms, isZeroNumber) {
				return expr.Sum(slices.DeleteFunc(slices.Clone(n.Terms), isZeroNumber)...)
			}
		case *expr.Mul:
			zero := slices.ContainsFunc(n.Factors, isZeroNumber)
			if zero && !slices.ContainsFunc(n.Factors, func(f expr.Node) bool { return !expr.Total(f) }) {
				return expr.Int(0)
			}
			if slices.ContainsFunc(n.Factors, isOneNumber) {
				return expr.Product(slices.DeleteFunc(slices.Clone(n.Factors), isOneNumber)...)
			}
		case *expr.Pow:
			if base, ok := expr.RationalOf(n.Base); isZeroNumber(n.Exp) && (ok && base.Sign() != 0 || expr.IsE(n.Base)) {
				return expr.Int(1)
			}
		case *expr.Call:
			return settledCall(n)
		case *expr.Series:
			if isNeutral(n, n.Body) {
				return n.Body
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Div, *expr.Apply, *expr.Derivative:
		}
		return n
	})
}

func isZeroNumber(n expr.Node) bool { return expr.Equal(n, expr.Int(0)) }

func isOneNumber(n expr.Node) bool { return expr.Equal(n, expr.Int(1)) }

// settledCall returns a choice between numbers as the number that it is.
func settledCall(n *expr.Call) expr.Node {
	if n.Func == expr.Where {
		switch c, ok := expr.RationalOf(n.Args[0]); {
		case ok && c.Sign() != 0:
			return n.Args[1]
		case ok:
			return n.Args[2]
		}
		return n
	}
	if n.Func == expr.Exp && isZeroNumber(n.Args[0]) {
		return expr.Int(1)
	}
	if !chooses(n) || n.Func == expr.Sqrt {
		return n
	}
	difference := new(big.Rat)
	for i, a := range n.Args {
		v, ok := expr.RationalOf(a)
		if !ok {
			return n
		}
		if i > 0 {
			v = new(big.Rat).Neg(v)
		}
		difference = new(big.Rat).Add(difference, v)
	}
	below, even, above := forms(n, expr.Rational(difference))
	form := even
	switch difference.Sign() {
	case -1:
		form = below
	case 1:
		form = above
	}
	if v, ok := expr.RationalOf(form); ok {
		return expr.Rational(v)
	}
	return form
}
