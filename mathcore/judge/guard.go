package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A derivative has a value only where what is derived has one, and the rules forget that: 1/x has a value at -1, where ln(x)
// has none and so no slope. So a side with derivatives is the result of the rules where what it guards has values as well.

// guarded returns n plus 0 times what guards it: it is n where all of that has a value, and has no value elsewhere.
func guarded(n expr.Node, guards []expr.Node) expr.Node {
	if len(guards) == 0 {
		return n
	}
	return expr.Sum(n, expr.Product(expr.Int(0), expr.Sum(guards...)))
}

// kindly returns n with the choices of the pair made.
func (p *pair) kindly(n expr.Node) expr.Node {
	for _, c := range p.kind {
		p.scope.Meter().Spend(expr.Size(n))
		n = expr.Substitute(n, c.letter, c.is)
	}
	return n
}

// guardsOf returns the parts of what is derived in n that need not have a value on the domain, and do not stand in what the rules
// make of n.
func (p *pair) guardsOf(n, made expr.Node) []expr.Node {
	if !expr.Contains(n, isDerivative) {
		return nil
	}
	var parts []expr.Node
	p.findGuards(n, made, &parts)
	return parts
}

// findGuards collects the guards of the derivatives in n.
func (p *pair) findGuards(n, made expr.Node, parts *[]expr.Node) {
	switch n := n.(type) {
	case *expr.Derivative:
		p.collectGuards(n.Body, made, parts)
		return
	case *expr.Series:
		return
	case *expr.Call:
		if n.Func == expr.Where {
			p.guardsOfCases(n, made, p.findGuards, parts)
			return
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply:
	}
	for _, part := range expr.Children(n) {
		p.findGuards(part, made, parts)
	}
}

// guardsOfCases collects the guards of cases, each where it is chosen: what is not need not have a value.
func (p *pair) guardsOfCases(n *expr.Call, made expr.Node, collect func(n, made expr.Node, parts *[]expr.Node), parts *[]expr.Node) {
	collect(n.Args[0], made, parts)
	for i, chosen := range n.Args[1:] {
		var inside []expr.Node
		if collect(chosen, made, &inside); len(inside) == 0 {
			continue
		}
		if condition, ok := calculus.Resolve(n.Args[0], p.scope); ok {
			cases := []expr.Node{condition, expr.Int(0), expr.Int(0)}
			cases[1+i] = expr.Sum(inside...)
			*parts = append(*parts, expr.Of(expr.Where, cases...))
		}
	}
}

// collectGuards collects the outermost parts of n that need not have a value in a region of the domain. What divides is 0 at single
// points or nowhere, where the rules have no value either.
func (p *pair) collectGuards(n, made expr.Node, parts *[]expr.Node) {
	switch n := n.(type) {
	case *expr.Call:
		if n.Func == expr.Where {
			p.guardsOfCases(n, made, p.collectGuards, parts)
			return
		}
		if (isPartial(n.Func) || hasPoles(n.Func) && len(expr.Symbols(n)) == 0) && p.guard(n, made, parts) {
			return
		}
	case *expr.Pow:
		if (p.isBroken(n) || len(expr.Symbols(n)) == 0) && p.guard(n, made, parts) {
			return
		}
	case *expr.Div: // by a number that may be 0: then there is a value nowhere
		if len(expr.Symbols(n.Den)) == 0 && p.guard(expr.Quotient(expr.Int(1), n.Den), made, parts) {
			return
		}
	case *expr.Series:
		var inside []expr.Node
		p.collectGuards(n.Body, made, &inside)
		if len(inside) > 0 {
			*parts = append(*parts, &expr.Series{Span: n.Span, Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: expr.Sum(inside...)})
		}
		return
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative:
	}
	for _, part := range expr.Children(n) {
		p.collectGuards(part, made, parts)
	}
}

// isBroken reports whether the power may have an exponent that is not whole, and so no value for negative numbers.
func (p *pair) isBroken(n *expr.Pow) bool {
	if expr.IsE(n.Base) {
		return false
	}
	if r, ok := expr.RationalOf(n.Exp); ok {
		return !r.IsInt()
	}
	return slices.ContainsFunc(expr.Symbols(n.Exp), func(s *expr.Symbol) bool { return !p.scope.Counts(s) })
}

// isPartial reports whether the function has no value for some numbers.
func isPartial(f expr.Func) bool {
	switch f { //nolint:exhaustive // the others have one for each, or are expressed by these
	case expr.Ln, expr.Log2, expr.Log10, expr.LogBase, expr.Logit, expr.Sqrt, expr.Asin, expr.Acos, expr.Acosh, expr.Atanh:
		return true
	}
	return false
}

// hasPoles reports whether the function divides by what is 0 at single points.
func hasPoles(f expr.Func) bool {
	return f == expr.Tan || f == expr.Sec || f == expr.Cot || f == expr.Csc
}

// guard adds n to the parts, unless it has a value for all letters of the domain: then it reports false. What stands in what the
// rules made needs no guard.
func (p *pair) guard(n, made expr.Node, parts *[]expr.Node) bool {
	if expr.Contains(made, func(m expr.Node) bool { return expr.Equal(m, n) }) {
		return true
	}
	if e, ok := joint.Enclosure(n, p.scope); ok && e.Status == eval.Defined {
		return false
	}
	n, ok := calculus.Resolve(n, p.scope)
	if ok {
		*parts = append(*parts, n)
	}
	return ok
}
