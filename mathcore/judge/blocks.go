package judge

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A sum over blocks of one length is one sum: where what is summed over i and over j from 1 to m hangs on m i + j alone, that runs through
// whole numbers one after the other.

// byBlocks compares the sides with one sum for such sums in sums.
func (p *pair) byBlocks() (v Verdict, found bool) {
	if len(p.kind) > 0 || eitherContains(p.standing.left, p.standing.right, isDerivative) {
		return v, false
	}
	left, right := expr.Map(p.standing.left, p.unblocked), expr.Map(p.standing.right, p.unblocked)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	v = p.compareAt(left, right, p.scope)
	return v, v.Relation == Equal
}

// unblocked returns one sum, or product, for one in another that runs through blocks.
func (p *pair) unblocked(n expr.Node) expr.Node {
	outer, ok := n.(*expr.Series)
	if !ok {
		return n
	}
	inner, ok := outer.Body.(*expr.Series)
	if !ok || inner.Product != outer.Product || expr.Equal(inner.Index, outer.Index) || expr.Mentions(expr.Sum(inner.Lo, inner.Hi), outer.Index) ||
		!expr.Contains(inner.Body, func(m expr.Node) bool {
			return expr.IsComputed(m) && expr.Mentions(m, outer.Index) && expr.Mentions(m, inner.Index)
		}) {
		return n
	}
	for _, order := range [][2]*expr.Series{{outer, inner}, {inner, outer}} {
		if one, ok := p.oneRange(order[0], order[1], inner.Body); ok {
			return one
		}
	}
	return n
}

// oneRange returns the sum of the body over both indices as one, if it hangs on what the block and the place in it add up to alone.
func (p *pair) oneRange(blocks, inside *expr.Series, body expr.Node) (expr.Node, bool) {
	length := calculus.Tidy(expr.Sum(inside.Hi, expr.Negative(inside.Lo), expr.Int(1)))
	if e, ok := joint.Enclosed(length, p.scope); !ok || e.Lo < 0 {
		return nil, false
	}
	p.scope.Meter().Spend(8 * expr.Size(body))
	at := expr.Fresh(inside.Index, body, blocks.Index, length)
	before := expr.Product(length, expr.Minus(blocks.Index, blocks.Lo))
	body = expr.Substitute(body, inside.Index, expr.Minus(at, before))
	body = expr.Map(body, func(m expr.Node) expr.Node { return p.withoutIndex(m, blocks.Index) })
	if expr.Mentions(body, blocks.Index) {
		return nil, false
	}
	last := calculus.Tidy(expr.Sum(inside.Hi, expr.Product(length, expr.Minus(blocks.Hi, blocks.Lo))))
	if simple, ok := algebra.Simplified(last, p.scope); ok {
		last = simple
	}
	return &expr.Series{Index: at, Lo: inside.Lo, Hi: last, Body: body, Product: blocks.Product}, true
}

// withoutIndex returns a sum of whole numbers, also at an index, as it comes out without the letter, if it does.
func (p *pair) withoutIndex(n expr.Node, letter *expr.Symbol) expr.Node {
	switch n := n.(type) {
	case *expr.Symbol:
		if len(n.Index) == 0 || !expr.Mentions(n, letter) {
			return n
		}
		return &expr.Symbol{Span: n.Span, Name: n.Name, Index: expr.Mapped(n.Index, func(i expr.Node) expr.Node { return p.withoutIndex(i, letter) })}
	case *expr.Add:
		if simple, ok := algebra.Simplified(n, p.scope); ok && expr.Mentions(n, letter) && !expr.Mentions(simple, letter) {
			return simple
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return n
}
