package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// productSigns are the spellings of the sign of a product. A capital pi is one before an index with bounds only.
var productSigns = [...]string{"∏", "prod", `\prod`, "Π", `\Pi`}

// isProduct reports whether the sign at the offset is that of a product.
func (p *parser) isProduct(start int) bool {
	switch p.src[start] {
	case 'p', '\\', "∏"[0], "Π"[0]:
	default:
		return false
	}
	for _, sign := range productSigns {
		if strings.HasPrefix(p.src[start:], sign) {
			return true
		}
	}
	return false
}

// capitalPi reports whether the name at token at is a capital pi with an index that runs: Π_{i=1}^n.
func (p *parser) capitalPi(at int) bool {
	if !p.isProduct(int(p.tokens[at].start)) {
		return false
	}
	i := p.skipPower(at + 1)
	if p.tokens[i].kind != under || i >= p.last {
		return false
	}
	i++
	if p.tokens[i].kind == opening {
		i++
	}
	return p.indexFirst(i)
}

// factors reads what a product with bounds multiplies, and returns what stands behind it. Without bounds nobody can tell how
// many factors there are; behind + or - the index means nothing.
func (p *parser) factors(s *expr.Series, start int) (outside []expr.Node) {
	if s.Lo == nil || s.Hi == nil || len(p.exceptions) > 0 && p.exceptions[len(p.exceptions)-1].of == s {
		p.badSum(start)
		return nil
	}
	at := p.pos
	p.bind(s, func(p *parser) expr.Node { return p.signed(false, whole) })
	switch {
	case p.complaint != nil:
		return nil
	case p.isSign() && p.lastUse(s.Index.Name) >= p.pos:
		p.badSum(start)
		return nil
	}
	return p.behindProduct(s, at)
}

// behindProduct takes the factors behind the last that counts along out of the body of a product, which starts at token
// at, and returns them: ∏ p_i * Σ q_i is no product of sums. Brackets decide, and where nothing counts along all is the
// body. Before a slash nobody can tell.
func (p *parser) behindProduct(s *expr.Series, at int) (outside []expr.Node) {
	if p.tokens[at].kind == opening && int(p.tokens[at].mate) == p.pos-1 {
		return nil
	}
	body, negative := s.Body, false
	if neg, ok := body.(*expr.Neg); ok {
		body, negative = neg.X, true
	}
	if quotient, ok := body.(*expr.Div); ok && p.tokens[at].kind != fracSign &&
		expr.Mentions(quotient.Num, s.Index) && !expr.Mentions(quotient.Den, s.Index) {
		p.fail(BadProduct, p.since(int(p.tokens[at].start)))
		return nil
	}
	product, ok := body.(*expr.Mul)
	if !ok {
		return nil
	}
	last := len(product.Factors) - 1
	for last >= 0 && !expr.Mentions(product.Factors[last], s.Index) {
		last--
	}
	if last < 0 || last == len(product.Factors)-1 {
		return nil
	}
	span := expr.Span{Start: product.Start, End: p.endBehind(at, product.Factors[last])}
	body = product.Factors[0]
	if last > 0 {
		body = &expr.Mul{Span: span, Factors: product.Factors[: last+1 : last+1]}
	}
	if negative {
		body = &expr.Neg{Span: expr.Span{Start: s.Body.Where().Start, End: span.End}, X: body}
	}
	s.Body, s.End = body, span.End
	return product.Factors[last+1:]
}

// endBehind returns where n ends with the brackets around it; n was read from token at on.
func (p *parser) endBehind(at int, n expr.Node) int {
	stop := n.Where().End
	for _, t := range p.tokens[at:p.pos] {
		switch {
		case int(t.start) < stop:
		case t.kind != closing:
			return stop
		default:
			stop = int(t.end)
		}
	}
	return stop
}
