package parse

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// A sum may say less than from where to where it runs: Σ_i x_i, Σ x_i, \sum_i^m x_i, \sum_{i\le n} x_i; or more, as in
// \sum_{j\ne i}^n x_j.

// relates reports whether token i is that sign.
func (p *parser) relates(i int, sign string) bool {
	t := &p.tokens[min(i, p.last)]
	return t.kind == comparison && t.text == sign
}

// below1 is where a sum begins that does not say it.
func below1() expr.Node { return expr.Int(1) }

// indexOnly reads below the sign what is no "i=1": i, j≠i, i≤n, 1≤i≤n. It reports false where it reads nothing.
func (p *parser) indexOnly(s *expr.Series, braces bool) bool {
	at := p.pos
	switch {
	case p.tokens[at].kind == name && (!braces || p.ahead().kind == closing):
		p.indexName(s)
	case !braces:
		return false
	case p.tokens[at].kind == name && p.relates(at+1, "!="):
		p.indexName(s)
		p.unequal(s)
	case p.tokens[at].kind == name && p.ahead().kind == comparison:
		p.indexName(s)
		s.Lo = below1()
		p.limit(s)
	case (p.tokens[at].kind == number || p.tokens[at].kind == name) && p.ahead().kind == comparison && p.tokens[min(at+2, p.last)].kind == name:
		lo := p.bound((*parser).atom)
		if p.relates(p.pos, "<") {
			lo = expr.Sum(lo, expr.Int(1))
		}
		p.advance()
		p.indexName(s)
		s.Lo = lo
		p.limit(s)
	default:
		return false
	}
	return true
}

// indexName reads the index.
func (p *parser) indexName(s *expr.Series) {
	at := p.pos
	p.advance()
	s.Index = &expr.Symbol{Span: p.span(at), Name: p.tokens[at].text}
}

// limit reads ≤n or <n behind the index.
func (p *parser) limit(s *expr.Series) {
	less := p.relates(p.pos, "<")
	if !less && !p.relates(p.pos, "<=") {
		p.fail(BadSum, p.span(p.pos))
		return
	}
	p.advance()
	s.Hi = p.bound((*parser).sum)
	if less {
		s.Hi = expr.Minus(s.Hi, expr.Int(1))
	}
}

// above reads what stands above the sign: n, or i≤n.
func (p *parser) above(s *expr.Series, start int) {
	open := p.pos
	if p.at().kind == opening && s.Index != nil && p.ahead().text == s.Index.Name && p.tokens[min(open+2, p.last)].kind == comparison {
		p.advance()
		p.advance()
		p.limit(s)
		p.close(open)
		return
	}
	s.Hi = p.bound((*parser).upper)
	if p.at().kind == comparison {
		p.badSum(start)
	}
}

// An exception is the one value of an index that a sum leaves out.
type exception struct {
	of *expr.Series
	at expr.Node
}

// exception reads ", j≠i" behind j=1.
func (p *parser) exception(s *expr.Series) {
	if p.at().kind == comma && p.ahead().text == s.Index.Name && p.relates(p.pos+2, "!=") {
		p.advance()
		p.advance()
		p.unequal(s)
	}
}

// unequal reads ≠i.
func (p *parser) unequal(s *expr.Series) {
	p.advance()
	p.exceptions = append(p.exceptions, exception{s, p.bound((*parser).sum)})
}

// without returns the sum; where it leaves one value of its index out, the whole sum less that member.
func (p *parser) without(s *expr.Series) expr.Node {
	if len(p.exceptions) == 0 {
		return s
	}
	at := slices.IndexFunc(p.exceptions, func(e exception) bool { return e.of == s })
	if at < 0 {
		return s
	}
	member := expr.Substitute(s.Body, s.Index, p.exceptions[at].at)
	p.exceptions = slices.Delete(p.exceptions, at, at+1)
	one, fromOne := s.Lo.(*expr.Number)
	if !fromOne || !one.Value.IsInt() || one.Value.Num().Int64() != 1 || expr.Contains(member, cancels) {
		p.fail(BadSum, s.Span)
		return nothing
	}
	return &expr.Add{Span: s.Span, Terms: []expr.Node{s, expr.Negative(member)}}
}

// cancels reports whether n is a difference of two equal terms: 1/(x_i - x_j) has no value where j is i, so that there is
// no whole sum to take the member from.
func cancels(n expr.Node) bool {
	sum, ok := n.(*expr.Add)
	if !ok {
		return false
	}
	return slices.ContainsFunc(sum.Terms, func(t expr.Node) bool {
		neg, negative := t.(*expr.Neg)
		return negative && slices.ContainsFunc(sum.Terms, func(u expr.Node) bool { return expr.Equal(u, neg.X) })
	})
}

// unbounded reads with read what is added, and gives the sum the bounds that were not written.
func (p *parser) unbounded(s *expr.Series, start int, read func(*parser) expr.Node) {
	if s.Index != nil {
		p.bind(s, read)
	} else {
		s.Body = read(p)
	}
	if p.complaint != nil {
		return
	}
	if s.Index == nil {
		index, sure := p.onlyIndex(s.Body)
		if !sure {
			p.badSum(start)
			return
		}
		s.Index = index
	}
	if s.Index == nil || s.Lo == nil || s.Hi == nil {
		whole := expr.Unbounded(s.Index, s.Body)
		s.Index = whole.Index
		if s.Lo == nil {
			s.Lo = whole.Lo
		}
		if s.Hi == nil {
			s.Hi = whole.Hi
		}
	}
	if !s.Bounded() && s.Seen() && !p.counts(s) {
		p.badSum(start)
	}
}

// counts reports whether the letter below the sign is an index: it stands as one in what is added, or usually is one.
func (p *parser) counts(s *expr.Series) bool {
	return indexLetter(s.Index.Name) || expr.Mentions(s.Body, s.Index)
}

// onlyIndex returns the index that a sum without one runs through: the letter that all indexed names in it share, or the
// only one that there is. It is nil where nothing has an index, and not sure where several letters could be meant.
func (p *parser) onlyIndex(body expr.Node) (index *expr.Symbol, sure bool) {
	var letters, shared []*expr.Symbol
	var bound []*expr.Symbol
	bound = append(bound, p.names.bound...)
	named := false
	expr.Walk(body, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			bound = append(bound, n.Index)
		case *expr.Symbol:
			own := freeLetters(n, bound)
			if len(own) == 0 {
				return false
			}
			if !named {
				shared, named = own, true
			}
			shared = slices.DeleteFunc(slices.Clone(shared), func(s *expr.Symbol) bool { return !contains(own, s) })
			for _, s := range own {
				if !contains(letters, s) {
					letters = append(letters, s)
				}
			}
			return false
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative:
		}
		return true
	})
	switch {
	case len(letters) == 0:
		return nil, true
	case len(letters) == 1:
		return letters[0], true
	case len(shared) == 1:
		return shared[0], true
	}
	if usual := p.usualIndex(letters); usual != nil {
		return usual, true
	}
	return nil, false
}

// freeLetters returns the letters that stand as indices of s and are not bound. A longer word counts nothing.
func freeLetters(s *expr.Symbol, bound []*expr.Symbol) []*expr.Symbol {
	var letters []*expr.Symbol
	for _, i := range s.Index {
		for _, letter := range expr.Symbols(i) {
			_, greek := expr.Glyph(letter.Name)
			if (len(letter.Name) == 1 || greek) && len(letter.Index) == 0 && !contains(bound, letter) && !contains(letters, letter) {
				letters = append(letters, &expr.Symbol{Name: letter.Name})
			}
		}
	}
	return letters
}

func contains(all []*expr.Symbol, s *expr.Symbol) bool {
	return slices.ContainsFunc(all, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
}

// indexAlone reports whether the bracket at token open is that of sum(i, x_i) or of sum(x), which code writes: the
// argument ends where the bracket does.
func (p *parser) indexAlone(open int) bool {
	return !p.tokens[open].space && strings.HasSuffix(p.src[:p.tokens[open].start], "sum") && !strings.HasSuffix(p.src[:p.tokens[open].start], "\\sum")
}

// unboundedCall reads (i, x_i), or (x).
func (p *parser) unboundedCall(s *expr.Series, start int) {
	open, bars := p.pos, p.inBars
	p.inBars = false
	p.advance()
	if p.at().kind == name && p.ahead().kind == comma && p.tokens[open].n == 1 {
		p.indexName(s)
		p.advance()
		p.unbounded(s, start, (*parser).sum)
	} else {
		p.unbounded(s, start, (*parser).membersSum)
	}
	p.inBars = bars
	p.close(open)
}

// isIndexBehind reports whether the letter that comes next is the index of the sum before it, as in Σj w_j: it usually
// counts, stands close to the sign and apart from what is added, and is an index there.
func (p *parser) isIndexBehind() bool {
	t := p.at()
	if t.space || !indexLetter(t.text) || p.isSymbol(t.text) || !p.ahead().space || !p.isShort(p.src) {
		return false
	}
	for i := p.pos + 1; i < p.last; i++ {
		u := &p.tokens[i]
		if u.kind == name && u.text == t.text && (p.tokens[i-1].kind == under || p.tokens[i-1].kind == name && p.tokens[i-1].end == u.start) {
			return true
		}
	}
	return false
}
