package calculus

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// mostFactors bounds how many factors a product over a range is written out to.
const mostFactors = 12

// productOver differentiates a product over a range: written out where the bounds are numbers, else as the product times
// the sum of f'/f, which says nothing where a factor f is zero: if f may be, the product stays behind the operator.
func (d *deriver) productOver(n *expr.Series) *Step {
	if factors, ok := factorsOver(n); ok {
		return d.standsFor(n, expr.Product(factors...))
	}
	index, body := n.Index, n.Body
	if expr.Mentions(d.by, index) {
		index = otherIndex(n, d.by)
		body = expr.Substitute(body, n.Index, index)
	}
	over := func(f expr.Node, product bool) *expr.Series {
		return &expr.Series{Index: index, Lo: n.Lo, Hi: n.Hi, Body: f, Product: product}
	}
	var fixed, moving []expr.Node
	for _, f := range factorsOf(body) {
		if d.depends(f) {
			moving = append(moving, f)
		} else {
			fixed = append(fixed, f)
		}
	}
	if len(fixed) > 0 && len(moving) > 0 {
		return d.use(ConstantMultiple, n, func(p []expr.Node) expr.Node {
			return multiply([]expr.Node{over(expr.Product(fixed...), true), p[0]})
		}, over(expr.Product(moving...), true))
	}
	meaning, ok := d.sc.Unfold(body)
	if !ok || algebra.MayVanish(meaning, index, d.sc) {
		return d.unresolved(n)
	}
	around := d.around()
	return d.inside(index, func() *Step {
		return d.use(ProductRule, n, func(p []expr.Node) expr.Node {
			return multiply([]expr.Node{over(body, true), around.collapse(over(divide(p[0], body), false))})
		}, body)
	})
}

// factorsOver writes a product out whose bounds are numbers, if it is short.
func factorsOver(n *expr.Series) ([]expr.Node, bool) {
	lo, okLo := value(n.Lo)
	hi, okHi := value(n.Hi)
	first, shortLo := lo.Int64()
	last, shortHi := hi.Int64()
	if !okLo || !okHi || !shortLo || !shortHi {
		return nil, false
	}
	if first < -widestBound || last > widestBound || last-first >= mostFactors {
		return nil, false
	}
	var factors []expr.Node
	for i := first; i <= last; i++ {
		factors = append(factors, expr.Substitute(n.Body, n.Index, whole(i)))
	}
	return factors, true
}

// widestBound bounds the bounds of a product that is written out.
const widestBound = 1 << 30
