package parse

import (
	"slices"

	"chainrule/mathcore/expr"
)

// Code has functions of whole families: softmax(z)_k, mean(x), dot(w, x), logsumexp(z). They are read as the sums that
// they stand for, over the index that stands in the argument or, where bare names of families stand there, over theirs.

// family reads a function of families.
func (p *parser) family() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	at, start := p.pos, p.start()
	p.advance()
	var member expr.Node
	if p.tokens[at].text == "softmax" && p.at().kind == under {
		member = p.member()
	}
	if t := p.at(); t.kind != opening || t.shape == lowered || t.shape == raised {
		p.badFamily(at)
		return nothing
	}
	args := p.bound((*parser).argumentsInOne).(*expr.Call).Args
	if p.complaint != nil {
		return nothing
	}
	var n expr.Node
	switch p.tokens[at].text {
	case "softmax":
		n = p.softmax(at, args, member)
	case "dot":
		n = p.dot(at, args)
	default:
		n = p.overFamily(at, args)
	}
	if p.complaint != nil {
		return nothing
	}
	return spanned(n, p.since(start))
}

// argumentsInOne reads arguments as those of one node.
func (p *parser) argumentsInOne() expr.Node { return &expr.Call{Args: p.arguments()} }

// spanned returns n standing at the span.
func spanned(n expr.Node, span expr.Span) expr.Node {
	switch n := n.(type) {
	case *expr.Div:
		return &expr.Div{Span: span, Num: n.Num, Den: n.Den}
	case *expr.Series:
		return &expr.Series{Span: span, Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: n.Body, Product: n.Product}
	case *expr.Call:
		return &expr.Call{Span: span, Func: n.Func, Args: n.Args}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	return n
}

// badFamily complains that the function at token at has no family to work on.
func (p *parser) badFamily(at int) {
	c := p.fail(NoFamily, p.since(int(p.tokens[at].start)))
	c.Text, c.Want = p.tokens[at].text, p.formOf(p.tokens[at].text)
}

// member reads which member of a family is asked for: _k, or [k].
func (p *parser) member() expr.Node {
	one := standing{families: bit(1)}
	var index []expr.Node
	if p.at().kind == under {
		index = p.lowered(one)
	} else {
		index = p.bracketed(nil, one)
	}
	if p.complaint == nil && len(index) != 1 {
		p.fail(BadIndex, p.span(p.pos-1))
	}
	if p.complaint != nil {
		return nil
	}
	return index[0]
}

// softmax reads which member is asked for, if it was not before, and returns e^(z_k)/Σ_j e^(z_j).
func (p *parser) softmax(at int, args []expr.Node, member expr.Node) expr.Node {
	if t := p.at(); member == nil && (t.kind == under || t.kind == opening && t.shape == '[' && !t.space) {
		member = p.member()
	}
	if member == nil && len(args) == 2 && isIndex(args[1]) {
		member, args = args[1], args[:1]
	}
	if p.complaint != nil {
		return nothing
	}
	if len(args) != 1 {
		p.badFamily(at)
		return nothing
	}
	score, index, ok := p.members(args[0], member)
	if s, bare := args[0].(*expr.Symbol); ok && index == nil && bare && len(s.Index) == 0 && !p.of(s.Name).declared() {
		index = p.freshIndex("", args[0], member)
		score = expr.Var(s.Name, index)
	}
	if member == nil {
		if own, sure := p.onlyIndex(args[0]); sure && own != nil {
			member = own
		}
	}
	if !ok || index == nil || member == nil || !p.declaredIn(score) {
		p.badFamily(at)
		return nothing
	}
	all := index
	if expr.Equal(index, member) {
		all = p.freshIndex("", score, member)
	}
	e := func(of expr.Node) expr.Node {
		return expr.Power(&expr.Constant{Name: expr.E}, expr.Substitute(score, index, of))
	}
	return expr.Quotient(e(member), expr.Unbounded(all, e(all)))
}

// isIndex reports whether n can say which member is meant.
func isIndex(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Symbol:
		return len(n.Index) == 0
	case *expr.Number:
		return n.Value.IsInt()
	case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// overFamily returns the mean, or the logarithm of the sum of the exponentials, of one argument.
func (p *parser) overFamily(at int, args []expr.Node) expr.Node {
	if len(args) != 1 {
		p.badFamily(at)
		return nothing
	}
	body, index, ok := p.members(args[0], nil)
	if !ok || index == nil && p.strict || !p.declaredIn(body) {
		p.badFamily(at)
		return nothing
	}
	if p.tokens[at].text == "mean" {
		return expr.Quotient(expr.Unbounded(index, body), expr.Unbounded(index, expr.Int(1)))
	}
	return expr.Of(expr.Ln, expr.Unbounded(index, expr.Power(&expr.Constant{Name: expr.E}, body)))
}

// dot returns Σ_j w_j x_j. A member and a letter without an index do not go together: the letter could be a number, or stand
// for all of its members.
func (p *parser) dot(at int, args []expr.Node) expr.Node {
	if len(args) != 2 {
		p.badFamily(at)
		return nothing
	}
	body, index, ok := p.members(expr.Product(args...), nil)
	if !ok || index == nil && p.strict || !p.declaredIn(body) {
		p.badFamily(at)
		return nothing
	}
	if index != nil {
		for _, factor := range body.(*expr.Mul).Factors {
			if !expr.Mentions(factor, index) {
				p.badFamily(at)
				return nothing
			}
		}
	}
	return expr.Unbounded(index, body)
}

// members returns n with the index behind every bare name of a family: x_i for x. The index is the one that stands in n
// already, else the one that the family is declared with; nil where n has none and no family. It reports false where
// several could be meant.
func (p *parser) members(n, except expr.Node) (expr.Node, *expr.Symbol, bool) {
	index, sure := p.onlyIndex(n)
	if !sure {
		return n, nil, false
	}
	ok := true
	n = expr.Map(n, func(part expr.Node) expr.Node {
		s, is := part.(*expr.Symbol)
		if !is || len(s.Index) > 0 {
			return part
		}
		known := p.of(s.Name)
		if known.families == 0 || known.function != nil {
			return part
		}
		ok = ok && !known.plain && known.families == bit(1)
		if index == nil {
			index = p.freshIndex(s.Name, n, except)
		}
		return &expr.Symbol{Span: s.Span, Name: s.Name, Index: []expr.Node{index}}
	})
	return n, index, ok
}

// membersSum reads a sum in which the bare name of a family stands for its members.
func (p *parser) membersSum() expr.Node {
	n := p.bound((*parser).sum)
	if p.complaint != nil {
		return nothing
	}
	body, _, ok := p.members(n, nil)
	if ok && !p.declaredIn(body) {
		return nothing
	}
	return body
}

// freshIndex returns a letter for an index that means nothing else: the one with which the family called name is declared,
// if it can.
func (p *parser) freshIndex(name string, in, except expr.Node) *expr.Symbol {
	var letters []string
	for _, s := range p.symbols {
		if s.Name == name && len(s.Index) == 1 {
			if letter, ok := s.Index[0].(*expr.Symbol); ok {
				letters = append(letters, letter.Name)
			}
		}
	}
	for _, letter := range append(letters, "j", "i", "k", "l", "r", "s") {
		s := expr.Var(letter)
		used := slices.ContainsFunc(p.names.bound, func(b *expr.Symbol) bool { return expr.Equal(b, s) })
		if !used && !expr.Mentions(in, s) && (except == nil || !expr.Mentions(except, s)) {
			return s
		}
	}
	return expr.Var("j", expr.Int(0))
}

// declaredIn reports whether all names in n may be used.
func (p *parser) declaredIn(n expr.Node) bool {
	if p.free() {
		return true
	}
	ok := true
	expr.Walk(n, func(part expr.Node) bool {
		s, is := part.(*expr.Symbol)
		if is && !p.allows(s) && ok {
			ok = false
			p.fail(Undeclared, s.Span).Near = p.nearest(s)
		}
		return !is
	})
	return ok
}
