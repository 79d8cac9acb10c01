package scope

import "chainrule/mathcore/expr"

// unfoldLimit bounds how deep definitions may stand in definitions; a circle of definitions ends there.
const unfoldLimit = 32

// growthLimit bounds the size of an unfolded tree, since definitions in definitions can double at each level.
const growthLimit = 200_000

// Unfold returns n with every defined function and symbol replaced by its meaning, whatever the depth. It reports
// false if the definitions run in a circle or the result grows beyond all bounds; n is returned as it was then.
// Primes of a defined function stay for whoever differentiates, and so does, below d/dz, a defined z itself.
func (s *Scope) Unfold(n expr.Node) (expr.Node, bool) {
	if len(s.definitions) == 0 {
		return n, true
	}
	unfolded := n
	for range unfoldLimit {
		next := s.unfoldOnce(unfolded)
		if next == unfolded {
			return unfolded, true
		}
		size := expr.SizeUpTo(next, growthLimit+1)
		if size > growthLimit {
			return n, false
		}
		s.meter.Spend(size)
		unfolded = next
	}
	return n, false
}

func (s *Scope) unfoldOnce(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Symbol:
		if meaning, ok := s.meaning(n.Name, n.Index, nil); ok {
			return meaning
		}
		return n
	case *expr.Apply:
		if n.Primes == 0 {
			if meaning, ok := s.meaning(n.Name, n.Index, n.Args); ok {
				return meaning
			}
		}
	case *expr.Derivative:
		if _, defined := s.meaning(n.Var.Name, n.Var.Index, nil); defined {
			inside := s.Clone()
			inside.UndefineSymbol(n.Var)
			return inside.unfoldParts(n)
		}
	case *expr.Series:
		if _, defined := s.meaning(n.Index.Name, nil, nil); defined {
			return s.unfoldSeries(n)
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	}
	return s.unfoldParts(n)
}

// unfoldSeries unfolds a sum whose index has the name of a definition: inside, the name means the index.
func (s *Scope) unfoldSeries(n *expr.Series) expr.Node {
	inside := s.Clone()
	inside.Undefine(n.Index.Name, 0, 0)
	lo, hi, body := s.unfoldOnce(n.Lo), s.unfoldOnce(n.Hi), inside.unfoldOnce(n.Body)
	if lo == n.Lo && hi == n.Hi && body == n.Body {
		return n
	}
	return &expr.Series{Span: n.Span, Index: n.Index, Lo: lo, Hi: hi, Body: body, Product: n.Product}
}

func (s *Scope) unfoldParts(n expr.Node) expr.Node {
	return expr.MapChildren(n, func(_ int, c expr.Node) expr.Node { return s.unfoldOnce(c) })
}

// meaning returns the body of the definition of name with the indices and arguments put in.
func (s *Scope) meaning(name string, index, args []expr.Node) (expr.Node, bool) {
	i := s.explaining(name, index, len(args))
	if i < 0 || s.definitions[i].Body == nil {
		return nil, false
	}
	d := s.definitions[i]
	if len(d.Index) == 0 && len(args) == 0 {
		return d.Body, true
	}
	s.meter.Spend(expr.Size(d.Body))
	return instantiate(d, index[len(d.Of):], args), true
}

// instantiate replaces indices and parameters together: first by names nobody uses, then by the values, so that
// g(x, y) called as g(y, x) does not mix them up.
func instantiate(d Definition, index, args []expr.Node) expr.Node {
	body := d.Body
	formal := append(append([]*expr.Symbol(nil), d.Index...), d.Params...)
	actual := append(append([]expr.Node(nil), index...), args...)
	if len(formal) == 1 {
		return expr.Substitute(body, formal[0], actual[0])
	}
	slots := make([]*expr.Symbol, len(formal))
	for i, f := range formal {
		slots[i] = expr.Slot(f.Name)
		body = expr.Substitute(body, f, slots[i])
	}
	for i := range formal {
		body = expr.Substitute(body, slots[i], actual[i])
	}
	return body
}
