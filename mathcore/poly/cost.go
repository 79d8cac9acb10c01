package poly

import (
	"math/bits"

	"chainrule/mathcore/rat"
)

// A girth tells how long the terms of a polynomial are: the most variables of one, the bits of the longest coefficient
// that is not small, and whether all such are whole.
type girth struct {
	vars, bits int
	whole      bool
}

func (p Poly) girth() girth {
	g := girth{whole: true}
	for i := range p {
		t := &p[i]
		g.vars = max(g.vars, len(t.M))
		if !t.C.Small() {
			g.bits, g.whole = max(g.bits, t.C.BitLen()), g.whole && t.C.IsInt()
		}
	}
	return g
}

// times is what it costs to multiply two terms of such girths.
func (g girth) times(h girth) int {
	units := 1
	if g.bits+h.bits > 0 {
		units = rat.CostOfBits(g.bits+h.bits, g.whole && h.whole)
	}
	return units + (g.vars+h.vars)/4
}

// bitLen returns the size of the middle coefficient: those of a power are longest there.
func (p Poly) bitLen() int {
	if len(p) == 0 {
		return 0
	}
	return p[len(p)/2].C.BitLen()
}

// PayFor spends the work of going through a polynomial a number of times, its coefficients computed with.
func (r *Ring) PayFor(times int, p Poly) {
	g := p.girth()
	r.meter.Spend(times * len(p) * g.times(g))
}

// payForProduct spends what the work of a product costs beside its terms: their length, that of their coefficients, and
// their order.
func (r *Ring) payForProduct(a, b Poly) {
	if terms := len(a) * len(b); terms > 0 {
		r.meter.Spend(terms * (a.girth().times(b.girth()) + bits.Len(uint(terms))/4))
	}
}
