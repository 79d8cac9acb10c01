package calculus

import "chainrule/mathcore/expr"

// series differentiates a sum term by term. Where the terms hold members of the variable's family, only those with the
// variable's own index are left: d/dθ_j of the sum over k of θ_k x_k is x_j. The index of the variable is taken to be
// one that the sum runs through.
func (d *deriver) series(n *expr.Series) *Step {
	if d.depends(n.Lo) || d.depends(n.Hi) {
		return d.unresolved(n)
	}
	if n.Product {
		return d.productOver(n)
	}
	index, body := n.Index, n.Body
	if expr.Mentions(d.by, index) {
		index = otherIndex(n, d.by)
		body = expr.Substitute(body, n.Index, index)
	}
	return d.use(SumRule, n, func(p []expr.Node) expr.Node {
		return collapse(&expr.Series{Index: index, Lo: n.Lo, Hi: n.Hi, Body: p[0]})
	}, body)
}

// otherIndex returns a letter for the index of a sum that neither the sum nor the variable uses.
func otherIndex(n *expr.Series, by *expr.Symbol) *expr.Symbol {
	for _, letter := range []string{"k", "l", "i", "j", "r", "s", "p", "q"} {
		s := expr.Var(letter)
		if !expr.Mentions(n.Body, s) && !expr.Mentions(by, s) && !expr.Equal(s, n.Index) {
			return s
		}
	}
	return expr.Hidden(n.Index.Name)
}

// collapse lets a sum consume the Kronecker deltas over its own index: what the body is where they are 1 stands for
// one index only. It uses that a body B with deltas in it is B0 everywhere but at that index, where it is B1.
func collapse(n *expr.Series) expr.Node {
	if n.Product {
		return n
	}
	at, found := ownDelta(n.Body, n.Index)
	if !found {
		return series(n.Index, n.Lo, n.Hi, n.Body)
	}
	zero := setDelta(n.Body, n.Index, at, 0)
	if !within(at, n.Lo, n.Hi) {
		return collapse(&expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: zero})
	}
	one := setDelta(n.Body, n.Index, at, 1)
	single := Tidy(expr.Substitute(add([]expr.Node{one, negate(zero)}), n.Index, at))
	if isZero(zero) {
		return single
	}
	rest := &expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: zero}
	return add([]expr.Node{collapse(rest), single})
}

// ownDelta finds a Kronecker delta between the index and something else, and returns that.
func ownDelta(body expr.Node, index *expr.Symbol) (at expr.Node, found bool) {
	expr.Walk(body, func(m expr.Node) bool {
		if found {
			return false
		}
		switch m := m.(type) {
		case *expr.Call:
			if m.Func == expr.Delta {
				at, found = partner(m, index)
			}
		case *expr.Series:
			return !expr.Equal(m.Index, index)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
			*expr.Derivative:
		}
		return !found
	})
	return at, found
}

// partner returns what index is compared with in a delta, which must not hold the index itself.
func partner(d *expr.Call, index *expr.Symbol) (expr.Node, bool) {
	a, b := d.Args[0], d.Args[1]
	if expr.Equal(a, index) && !expr.Mentions(b, index) {
		return b, true
	}
	if expr.Equal(b, index) && !expr.Mentions(a, index) {
		return a, true
	}
	return nil, false
}

// setDelta returns body with the delta between index and at set to 0 or 1.
func setDelta(body expr.Node, index *expr.Symbol, at expr.Node, to int64) expr.Node {
	return Tidy(expr.Map(body, func(m expr.Node) expr.Node {
		if c, ok := m.(*expr.Call); ok && c.Func == expr.Delta {
			if p, ok := partner(c, index); ok && expr.Equal(p, at) {
				return whole(to)
			}
		}
		return m
	}))
}

// within reports whether an index can be taken to lie between the bounds: it does not if all are numbers and say so.
func within(at, lo, hi expr.Node) bool {
	a, known := value(at)
	if !known {
		return true
	}
	if l, ok := value(lo); ok && a.Cmp(l) < 0 {
		return false
	}
	h, ok := value(hi)
	return !ok || a.Cmp(h) <= 0
}
