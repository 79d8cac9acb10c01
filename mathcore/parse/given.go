package parse

import (
	"slices"

	"chainrule/mathcore/expr"
)

// A clause is what stands behind the where of "x = e^z/Z where Z = Σ_j e^(z_j)": from byte from on. The words are at the span.
type clause struct {
	expr.Span
	from int
}

// given takes "Z = …" behind the word where for a clause, and reports whether it is one.
func (s *scanner) given(rest []token) bool {
	r := &s.remark
	if !r.closes || len(rest) < 3 || rest[0].kind != name || rest[1].kind != equals || s.names.of(rest[0].text).declared() || s.stopped() {
		return false
	}
	s.clause = clause{expr.Span{Start: r.start, End: r.end}, int(rest[0].start)}
	return true
}

// putIn puts what a clause says of a letter into the sides of the line.
func (p *parser) putIn(line *Line) {
	if p.clause.from == 0 || p.complaint != nil {
		return
	}
	q, complaint := newParser(p.src, p.clause.from, p.names)
	if complaint != nil {
		return
	}
	defer q.release()
	letter := &expr.Symbol{Span: q.span(0), Name: q.at().text}
	q.pos = 2
	body := q.sum()
	q.finish(body)
	captures := func(n expr.Node) bool {
		s, isSum := n.(*expr.Series)
		f, isCall := n.(*expr.Apply)
		return isSum && expr.Mentions(body, s.Index) || isCall && f.Name == letter.Name
	}
	sides := append(line.Sides(), line.Rounded)
	if q.complaint != nil || len(q.forks) > 0 || q.clause.from > 0 || expr.Mentions(body, letter) ||
		slices.ContainsFunc(sides, func(n expr.Node) bool { return n != nil && expr.Contains(n, captures) }) {
		p.fail(Words, p.clause.Span)
		return
	}
	put := func(n expr.Node) expr.Node {
		if n == nil {
			return nil
		}
		return expr.Substitute(n, letter, body)
	}
	line.Left, line.Right, line.Rounded = put(line.Left), put(line.Right), put(line.Rounded)
	for i, n := range line.Between {
		line.Between[i] = put(n)
	}
}

// usualIndex returns the one of several letters over which the sums without an index run: the only one that another such
// sum, in the line or beside it, has in its product; nil if there is none.
func (p *parser) usualIndex(letters []*expr.Symbol) *expr.Symbol {
	if !p.isShort(p.src) {
		return nil
	}
	var found *expr.Symbol
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := 0; i+1 < len(tokens); i++ {
			if tokens[i].kind != sumSign || tokens[i+1].kind == under || tokens[i+1].kind == caret {
				continue
			}
			letter := onlyLetter(tokens[i+1:])
			if letter == "" || found != nil && found.Name == letter {
				continue
			}
			if found != nil {
				return nil
			}
			found = expr.Var(letter)
		}
	}
	if found == nil || !contains(letters, found) {
		return nil
	}
	return found
}

// onlyLetter returns the letter behind _ that is the only one in the product that begins the tokens; "" if there are several.
func onlyLetter(tokens []token) string {
	letter, depth := "", 0
	for i := range tokens {
		switch t := &tokens[i]; {
		case t.kind == opening:
			depth++
		case t.kind == closing && depth == 0, depth == 0 && (t.kind == plus || t.kind == minus || separates(t.kind)), t.kind == sumSign, t.kind == end, t.kind == bad:
			return letter
		case t.kind == closing:
			depth--
		case t.kind == name && i > 0 && (tokens[i-1].kind == under || i > 1 && tokens[i-1].kind == opening && tokens[i-2].kind == under):
			next := &tokens[i+1]
			if letter != "" && letter != t.text || len(t.text) > 1 || next.kind == name && next.run == t.run || next.kind == comma {
				return ""
			}
			letter = t.text
		}
	}
	return letter
}
