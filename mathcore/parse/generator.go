package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// generator reads "for i in range", as Python writes the index of a sum.
func (s *scanner) generator() bool {
	words := strings.Fields(s.src[s.i:min(len(s.src), s.i+longestClause)])
	if !s.wordAt("for") || len(words) < 4 || words[2] != "in" {
		return false
	}
	end := s.i + strings.Index(s.src[s.i:], " in ") + len(" in ")
	for end < len(s.src) && s.src[end] == ' ' {
		end++
	}
	const over = "range"
	if len(words[1]) != 1 || !isASCIILetter(words[1][0]) || !strings.HasPrefix(s.src[end:], over+"(") {
		s.bad(BadSum, len("for"))
		return true
	}
	s.emit(token{kind: generator, start: int32(s.i), text: words[1]}, end+len(over))
	return true
}

// longestClause bounds how far "for i in range" is looked for.
const longestClause = 40

// generatorIn returns the token of "for i in range" in the bracket at token open, or 0.
func (p *parser) generatorIn(open int) int {
	for i := open + 1; i < int(p.tokens[open].mate); i++ {
		if p.tokens[i].kind == generator {
			return i
		}
		if t := &p.tokens[i]; t.kind == opening && t.mate > 0 && (i > open+1 || t.mate+1 != p.tokens[open].mate) {
			i = int(t.mate)
		}
	}
	return 0
}

// generated reads (x[i] for i in range(n)). Python counts from 0; where the index does nothing but tell the members apart,
// and none of them is named by its number, they are counted from 1, as in mathematics.
func (p *parser) generated(s *expr.Series, start int) {
	open, at, bars := p.pos, p.generatorIn(p.pos), p.inBars
	p.inBars = false
	p.pos = at
	s.Index = &expr.Symbol{Span: p.span(at), Name: p.tokens[at].text}
	p.advance()
	limits := p.bound((*parser).argumentsInOne).(*expr.Call).Args
	behind := p.pos
	if p.complaint != nil || len(limits) > 2 {
		p.badSum(start)
		return
	}
	p.pos = open + 1
	list := p.at().kind == opening && p.at().shape == '[' && int(p.at().mate)+1 == int(p.tokens[open].mate)
	if list {
		p.advance()
	}
	p.bind(s, (*parser).sum)
	if p.complaint != nil || p.pos != at {
		p.badSum(start)
		return
	}
	s.Lo, s.Hi = expr.Int(0), expr.Minus(limits[len(limits)-1], expr.Int(1))
	if len(limits) == 2 {
		s.Lo = limits[0]
	} else if onlyNames(s.Body, s.Index) && !p.numbersMembers() {
		s.Lo, s.Hi = expr.Int(1), limits[0]
	}
	p.pos = behind
	if list {
		p.close(open + 1)
	}
	p.inBars = bars
	p.close(open)
}

// onlyNames reports whether the letter stands in n, and nowhere but alone as the index of a name.
func onlyNames(n expr.Node, letter *expr.Symbol) bool {
	only, seen := true, false
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		if !ok {
			return true
		}
		only = only && !expr.Equal(s, letter)
		for _, i := range s.Index {
			alone := expr.Equal(i, letter)
			seen, only = seen || alone, only && (alone || !expr.Contains(i, func(m expr.Node) bool { return expr.Equal(m, letter) }))
		}
		return false
	})
	return only && seen
}

// numbersMembers reports whether members are named by numbers in the line or beside it, or ranges begin somewhere.
func (p *parser) numbersMembers() bool {
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := 1; i+1 < len(tokens); i++ {
			t := &tokens[i]
			if t.kind == number && (tokens[i-1].kind == under || tokens[i-1].kind == opening && tokens[i-1].shape == '[' && tokens[i+1].kind == closing) {
				return true
			}
			if t.kind == opening && t.n > 0 && tokens[i-1].kind == generator {
				return true
			}
		}
	}
	return false
}
