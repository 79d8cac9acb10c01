package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// raisesT reports whether T or its like is the first that stands behind the ^ at the next token.
func (p *parser) raisesT() bool {
	t := p.ahead()
	if t.kind == opening {
		t = &p.tokens[min(p.pos+2, p.last)]
	}
	return t.kind == top || t.kind == name && t.text == "T"
}

// isTransposed reports whether the power that comes next behind the name at token at is the sign of transposition: ⊤
// always; T where it means nothing else and a name follows, which the transposed one multiplies.
func (p *parser) isTransposed(at int) bool {
	i := p.pos + 1
	if p.at().kind != caret || i >= p.last {
		return false
	}
	behind := i + 1
	if t := &p.tokens[i]; t.kind == opening {
		if int(t.mate) != i+2 {
			return false
		}
		i++
		behind = i + 2
	}
	switch t := &p.tokens[i]; {
	case t.kind == top:
		return true
	case t.kind != name || t.text != "T" || p.of("T").declared() || p.tokens[at].kind != name:
		return false
	}
	k := p.skipIndex(min(behind+1, p.last))
	if up := p.skipPower(k); up > k && strings.Contains(p.src[p.tokens[k].start:p.tokens[up-1].end], "T") {
		return false // x^T y^T are two powers
	}
	return p.tokens[min(behind, p.last)].kind == name && p.onlyRaised()
}

// matrixProduct goes past the ^T of X^T(h-y), where a name is transposed and a bracket without it follows, and reports
// whether it comes next.
func (p *parser) matrixProduct(at int) bool {
	behind := p.skipPower(p.pos)
	t := &p.tokens[behind]
	if t.kind != opening || t.shape != '(' || p.tokens[at].kind != name || constants[p.tokens[at].text] != 0 || p.tokens[at].text == "e" {
		return false
	}
	i := p.pos + 1
	if p.tokens[i].kind == opening && p.tokens[i].shape == '{' && int(p.tokens[i].mate) == i+2 {
		i++
	}
	if p.tokens[i].kind != name || p.tokens[i].text != "T" || p.of("T").declared() || !p.onlyRaised() {
		return false
	}
	for k := behind + 1; k < int(t.mate); k++ {
		if p.tokens[k].kind == name && p.tokens[k].text == p.tokens[at].text {
			return false
		}
	}
	p.pos = behind
	return true
}

// onlyRaised reports whether the letter T stands nowhere but above others.
func (p *parser) onlyRaised() bool {
	if p.seen&lookedForT == 0 {
		p.seen |= lookedForT
		for i := range p.tokens {
			if t := &p.tokens[i]; t.kind == name && t.text == "T" && !p.isRaised(i) {
				p.seen |= letterT
			}
		}
	}
	return p.seen&letterT == 0
}

// isRaised reports whether token i stands behind ^, perhaps alone in a bracket.
func (p *parser) isRaised(i int) bool {
	k := i - 1
	if k >= 0 && p.tokens[k].kind == opening && int(p.tokens[k].mate) == i+1 {
		k--
	}
	return k >= 0 && p.tokens[k].kind == caret
}

// transposed goes past the sign of transposition. Of a number it says nothing.
func (p *parser) transposed(start int) {
	p.pos = p.skipPower(p.pos)
	p.note(VectorAsNumber, start)
}

// isFamily reports whether the name means nothing but its members: w_j is declared and w is not.
func (s standing) isFamily() bool { return s.families != 0 && !s.plain && s.function == nil }

// vectors complains of the form of vectors from byte start on.
func (p *parser) vectors(start int) expr.Node {
	p.fail(Vectors, p.since(start))
	return nothing
}

// innerProduct reads w^T x for families: the sum of w_j x_j over all j. For w^T x_i, or w^T x^{(i)}, it is that of
// w_j x_ij.
func (p *parser) innerProduct(at int) expr.Node {
	start := int(p.tokens[at].start)
	p.pos = p.skipPower(p.pos)
	t := *p.at()
	w, one := p.memberOf(p.tokens[at].text)
	if t.kind != name || !one {
		return p.vectors(start)
	}
	p.advance()
	known := p.of(t.text)
	index := p.indices(t.text, known)
	j := w.Index[0]
	switch {
	case p.complaint != nil:
		return nothing
	case !known.isFamily(), len(index) > 1, !known.has(len(index) + 1), len(index) == 1 && expr.Equal(index[0], j):
		return p.vectors(start)
	}
	x := &expr.Symbol{Span: p.since(int(t.start)), Name: t.text, Index: append(index, j)}
	return p.sumOver(start, j, expr.Product(w, x))
}

// sumOver returns the sum of body over all values of the index.
func (p *parser) sumOver(start int, index, body expr.Node) expr.Node {
	letter, ok := index.(*expr.Symbol)
	if !ok {
		return p.vectors(start)
	}
	s := expr.Unbounded(expr.Var(letter.Name), body)
	s.Span = p.since(start)
	p.note(VectorAsSum, start)
	return s
}

// memberOf returns the declared member of the family called name, and reports whether that has one index, a letter.
func (p *parser) memberOf(name string) (member *expr.Symbol, one bool) {
	for _, s := range p.symbols {
		if _, letter := firstIndex(s).(*expr.Symbol); s.Name == name && letter && len(s.Index) == 1 {
			return &expr.Symbol{Name: s.Name, Index: s.Index}, true
		}
	}
	return nil, false
}

func firstIndex(s *expr.Symbol) expr.Node {
	if len(s.Index) == 0 {
		return nil
	}
	return s.Index[0]
}

// norm reads the length of a vector, ‖w‖. That of a number is its absolute value.
func (p *parser) norm() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	at, start, bars, norms := p.pos, p.start(), p.inBars, p.inNorm
	p.inBars, p.inNorm = false, true
	p.advance()
	if t := p.at(); t.kind == name && p.of(t.text).isFamily() && p.ahead().kind == norm {
		p.pos--
		return p.familyNorm(start)
	}
	n := p.sum()
	p.inBars, p.inNorm = bars, norms
	if p.complaint != nil {
		return nothing
	}
	if !p.closeBar(at, norm) {
		return nothing
	}
	if !p.normKind() || expr.Contains(n, isMember) {
		return p.vectors(start)
	}
	p.note(VectorAsNumber, start)
	return &expr.Call{Span: p.since(start), Func: expr.Abs, Args: []expr.Node{n}}
}

// isDoubleBar reports whether ||w|| comes next, and w is a family.
func (p *parser) isDoubleBar() bool {
	i := p.pos
	if i+4 > p.last || p.tokens[i+1].kind != p.tokens[i].kind || p.tokens[i+2].kind != name {
		return false
	}
	return p.of(p.tokens[i+2].text).isFamily() && p.tokens[i+3].kind == p.tokens[i+4].kind && (p.tokens[i+3].kind == bar || p.tokens[i+3].kind == barClose)
}

// familyNorm reads the norm of a family: its square is the sum of the squares of all members.
func (p *parser) familyNorm(start int) expr.Node {
	for p.at().kind != name {
		p.advance()
	}
	w, one := p.memberOf(p.at().text)
	p.advance()
	for k := p.at().kind; k == bar || k == barClose || k == norm; k = p.at().kind {
		p.advance()
	}
	if p.at().kind == under && !p.isEuclidean() || !one {
		return p.vectors(start)
	}
	p.normKind()
	squared := p.isSquared()
	if squared {
		p.pos = p.skipPower(p.pos)
	}
	n := p.sumOver(start, w.Index[0], expr.Power(w, expr.Int(2)))
	if squared || p.complaint != nil {
		return n
	}
	return &expr.Call{Span: p.since(start), Func: expr.Sqrt, Args: []expr.Node{n}}
}

// isEuclidean reports whether _2 comes next.
func (p *parser) isEuclidean() bool {
	i := p.pos + 1
	if p.tokens[i].kind == opening {
		i++
	}
	return p.tokens[min(i, p.last)].text == "2"
}

// isSquared reports whether ^2 comes next.
func (p *parser) isSquared() bool {
	if p.at().kind != caret {
		return false
	}
	i, behind := p.pos+1, p.skipPower(p.pos)
	if p.tokens[i].kind == opening {
		i, behind = i+1, behind-1
	}
	return p.tokens[min(i, p.last)].text == "2" && behind == i+1
}

// normKind reads the 2 or 1 behind a norm, which make no difference for numbers, and reports whether no other is meant.
func (p *parser) normKind() bool {
	if p.at().kind != under {
		return true
	}
	p.advance()
	open := p.at().kind == opening
	if open {
		p.advance()
	}
	t := p.at()
	if t.kind != number || t.text != "1" && t.text != "2" {
		return false
	}
	p.advance()
	if open {
		p.close(p.pos - 2)
	}
	return true
}

// isMember reports whether n is a letter with an index.
func isMember(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	return ok && len(s.Index) > 0
}
