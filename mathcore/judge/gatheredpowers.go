package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A product of powers of one base, also over a range, is its power by the sum of the exponents, wherever all of the powers have values: of a negative base
// all exponents are whole then, of 0 all are positive. A product over nothing has a value for each base, so there must be factors.

// byGatheredPowers compares the sides with such powers for products.
func (p *pair) byGatheredPowers() (v Verdict, found bool) {
	if len(p.kind) > 0 || eitherContains(p.standing.left, p.standing.right, isDerivative) {
		return v, false
	}
	left, right := expr.Map(p.standing.left, p.gathered), expr.Map(p.standing.right, p.gathered)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	left, right = expr.Map(left, gatheredFactors), expr.Map(right, gatheredFactors)
	left, right = calculus.Tidy(left), calculus.Tidy(right)
	if a, ok := left.(*expr.Pow); ok {
		if b, ok := right.(*expr.Pow); ok && expr.Equal(a.Base, b.Base) { // powers of one base are equal where their exponents are
			left, right = a.Exp, b.Exp
		}
	}
	v = p.compareAt(left, right, p.scope)
	return v, v.Relation == Equal
}

// gathered returns a product over a range with one power for those of its factors whose base does not go with the index.
func (p *pair) gathered(n expr.Node) expr.Node {
	s, ok := n.(*expr.Series)
	if !ok || !s.Product {
		return n
	}
	if e, ok := joint.Enclosed(expr.Minus(s.Hi, s.Lo), p.scope); !ok || e.Lo < 0 {
		return n
	}
	over := func(body expr.Node, product bool) expr.Node {
		return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: product}
	}
	var rest, powers []expr.Node
	for _, f := range expr.Factors(s.Body) {
		power, ok := f.(*expr.Pow)
		if ok && !expr.IsE(power.Base) && !expr.Mentions(power.Base, s.Index) && expr.Mentions(power.Exp, s.Index) {
			powers = append(powers, expr.Power(power.Base, over(power.Exp, false)))
			continue
		}
		rest = append(rest, f)
	}
	if len(powers) == 0 {
		return n
	}
	if len(rest) > 0 {
		powers = append(powers, over(expr.Product(rest...), true))
	}
	return expr.Product(powers...)
}

// gatheredFactors returns a product or quotient with one power for all of its factors that are powers of one base, if there are sums in
// the exponents.
func gatheredFactors(n expr.Node) expr.Node {
	top, bottom, ok := expr.Fraction(n)
	if !ok {
		top, bottom = n, expr.Int(1)
	}
	var bases, rest []expr.Node
	exponents := map[int][]expr.Node{}
	take := func(f expr.Node, below bool) {
		base, exponent := f, expr.Int(1)
		if power, ok := f.(*expr.Pow); ok {
			base, exponent = power.Base, power.Exp
		}
		if below {
			exponent = expr.Negative(exponent)
		}
		at := slices.IndexFunc(bases, func(b expr.Node) bool { return expr.Equal(b, base) })
		if at < 0 {
			at, bases = len(bases), append(bases, base)
		}
		exponents[at] = append(exponents[at], exponent)
	}
	for _, f := range expr.Factors(top) {
		take(f, false)
	}
	for _, f := range expr.Factors(bottom) {
		take(f, true)
	}
	gathers := false
	for i, base := range bases {
		all := expr.Sum(exponents[i]...)
		gathers = gathers || len(exponents[i]) > 1 && expr.Contains(all, isSeries)
		rest = append(rest, expr.Power(base, all))
	}
	if !gathers {
		return n
	}
	return calculus.Tidy(expr.Product(rest...))
}
