package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// turned goes through a range from its other end, k to lo+hi-k, where more of what stands in exponents, denominators, functions
// and inner ranges, and in products anywhere, counts down with the index than up: Σ r^(n-k) is Σ r^(k-1); where as much, if it comes first so. What counts up from
// further on does so from there: Σ 1/(n+k) from 1 on is Σ 1/k from n+1 on. Both hold for every range, also one over nothing.
// Members of families decide otherwise, in the normal form: see moved.
func (r *ranger) turned(s *expr.Series) (expr.Node, bool) {
	if isNumber(s.Lo) && isNumber(s.Hi) || expr.Contains(s.Body, func(m expr.Node) bool { return isMemberOf(m, s.Index) }) {
		return nil, false
	}
	d := directions{ctx: r.ctx, index: s.Index}
	d.look(s.Body, s.Product)
	if n, ok := r.apart(s, d); ok {
		return n, true
	}
	if d.down > len(d.up) {
		from := expr.Minus(expr.Sum(s.Lo, s.Hi), s.Index)
		return r.over(s, s.Lo, s.Hi, r.at(s.Body, s.Index, from)), true
	}
	if d.down > 0 && d.down == len(d.up) && !expr.Contains(s.Body, isSeries) {
		same, other := r.at(s.Body, s.Index, s.Index), r.at(s.Body, s.Index, expr.Minus(expr.Sum(s.Lo, s.Hi), s.Index))
		if expr.Compare(other, same) < 0 {
			return &expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: other, Product: s.Product}, true
		}
	}
	if by, ok := d.ahead(); ok && d.down == 0 && (r.notLess(by, expr.Int(0)) || r.notLess(expr.Sum(s.Lo, by), expr.Int(0))) {
		body := r.at(s.Body, s.Index, expr.Minus(s.Index, by))
		return r.over(s, r.plain(expr.Sum(s.Lo, by)), r.plain(expr.Sum(s.Hi, by)), body), true
	}
	return nil, false
}

// apart returns a sum of terms, or a product of factors, that count down and others that do not as two, of which each may be turned:
// Σ 1/k - 1/(n+1-k).
func (r *ranger) apart(s *expr.Series, d directions) (expr.Node, bool) {
	if d.down == 0 || len(d.up) == 0 {
		return nil, false
	}
	var down, others []expr.Node
	for _, t := range partsOf(s) {
		of := directions{ctx: r.ctx, index: s.Index}
		if of.look(t, s.Product); of.down > len(of.up) {
			down = append(down, t)
		} else {
			others = append(others, t)
		}
	}
	if len(down) == 0 || len(others) == 0 {
		return nil, false
	}
	together := expr.Sum
	if s.Product {
		together = expr.Product
	}
	return joined(s, r.over(s, s.Lo, s.Hi, together(down...)), r.over(s, s.Lo, s.Hi, together(others...))), true
}

// partsOf returns the terms that are summed, or the factors that are multiplied, those of a divisor as one.
func partsOf(s *expr.Series) []expr.Node {
	if !s.Product {
		if sum, ok := s.Body.(*expr.Add); ok {
			return sum.Terms
		}
		return nil
	}
	if top, bottom, ok := expr.Fraction(s.Body); ok {
		return append(slices.Clone(expr.Factors(top)), expr.Quotient(expr.Int(1), bottom))
	}
	return expr.Factors(s.Body)
}

// ahead returns the letters that are added to the index wherever it counts, if that is the same everywhere.
func (d *directions) ahead() (by expr.Node, ok bool) {
	for _, p := range d.up {
		if p.isConstant() || !p.equal(d.up[0]) {
			return nil, false
		}
	}
	if len(d.up) == 0 {
		return nil, false
	}
	by = d.ctx.productTree(d.up[0])
	return by, by != nil
}

func isMemberOf(n expr.Node, index *expr.Symbol) bool {
	s, ok := n.(*expr.Symbol)
	return ok && len(s.Index) > 0 && expr.Contains(s, func(m expr.Node) bool { return expr.Equal(m, index) })
}

// Directions count how often something counts down with the index, and hold what is added to it where something counts up.
type directions struct {
	ctx   *context
	index *expr.Symbol
	up    []product
	down  int
}

// look counts in n; deep tells that n stands where a polynomial does not.
func (d *directions) look(n expr.Node, deep bool) {
	if !expr.Mentions(n, d.index) {
		return
	}
	if deep && onlyWhole(n) {
		if slope, more, one := d.slope(n); one {
			switch {
			case slope.Sign() > 0:
				d.up = append(d.up, more)
			case d.fromLetters(n): // what counts down from a number is left so
				d.down++
			}
			return
		}
	}
	switch n := n.(type) {
	case *expr.Div:
		d.look(n.Num, deep)
		d.look(n.Den, true)
	case *expr.Pow:
		r, rational := expr.RationalOf(n.Exp)
		d.look(n.Base, deep || rational && r.Sign() < 0)
		d.look(n.Exp, true)
	case *expr.Call:
		for _, a := range n.Args {
			d.look(a, true)
		}
	case *expr.Series:
		d.look(n.Lo, true)
		d.look(n.Hi, true)
		d.look(n.Body, deep)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative:
		for _, part := range expr.Children(n) {
			d.look(part, deep)
		}
	}
}

// fromLetters reports whether letters are left of n where the index is 0.
func (d *directions) fromLetters(n expr.Node) bool {
	return !d.ctx.canonical(d.ctx.value(expr.Substitute(n, d.index, expr.Int(0)))).isConstant()
}

// slope returns the factor of the index in a polynomial that holds it in one term, and what is added to it if the factor is 1.
func (d *directions) slope(n expr.Node) (slope rat.Rat, more product, ok bool) {
	ctx := d.ctx
	num, _ := ctx.expand(ctx.canonical(ctx.value(n)))
	index := ctx.intern(kernel{kind: symbolKernel, symbol: d.index})
	if slope, rest, ok := linearIn(num, index); ok && slope.IsOne() {
		if _, whole := ctx.wholeTerms(ctx.fromPoly(rest, nil)); whole {
			return slope, ctx.canonical(ctx.fromPoly(rest, nil)), true
		}
		return slope, zeroProduct, true
	}
	for _, t := range num {
		if _, holds := t.M.Of(index); holds && ok {
			return slope, zeroProduct, false
		} else if holds {
			slope, ok = t.C, true
		}
	}
	return slope, zeroProduct, ok
}
