package algebra

import "math/bits"

// What blocks of work cost, in units of budget.Meter. They are paid for before they are done.

// unitsOf is what it costs to multiply or add two rationals.
func unitsOf(a, b rat) int {
	if a.big == nil && b.big == nil {
		return 1
	}
	return unitsOfBits(a.bitLen()+b.bitLen(), a.isInt() && b.isInt())
}

// unitsOfBits is unitsOf for rationals of so many bits in all, not all of which are small: with broken ones a divisor is
// looked for, which takes the square of their bits.
func unitsOfBits(size int, whole bool) int {
	if whole {
		return 10 + size/64 + (size/4096)*(size/4096)
	}
	return 10 + size/16 + (size/512)*(size/512)
}

// A girth tells how long the terms of a polynomial are: the most kernels of one, the bits of the longest coefficient that
// is not small, and whether all such are whole.
type girth struct {
	kernels, bits int
	whole         bool
}

func (p poly) girth() girth {
	g := girth{whole: true}
	for i := range p {
		t := &p[i]
		g.kernels = max(g.kernels, len(t.m))
		if t.c.big != nil {
			g.bits, g.whole = max(g.bits, t.c.bitLen()), g.whole && t.c.isInt()
		}
	}
	return g
}

// times is what it costs to multiply two terms of such girths.
func (g girth) times(h girth) int {
	units := 1
	if g.bits+h.bits > 0 {
		units = unitsOfBits(g.bits+h.bits, g.whole && h.whole)
	}
	return units + (g.kernels+h.kernels)/4
}

// payFor spends the work of going through a polynomial a number of times, its coefficients computed with.
func (f *field) payFor(times int, p poly) {
	g := p.girth()
	f.meter.Spend(times * len(p) * g.times(g))
}

// payForProduct spends what the work of a product costs beside its terms: their length, that of their coefficients, and
// their order.
func (f *field) payForProduct(a, b poly) {
	if terms := len(a) * len(b); terms > 0 {
		f.meter.Spend(terms * (a.girth().times(b.girth()) + bits.Len(uint(terms))/4))
	}
}

// payForSum spends what it costs to look through the terms of a sum for what they share.
func (f *field) payForSum(terms []product) {
	units, most := 0, 0
	for _, t := range terms {
		units += 2 + unitsOf(t.c, t.c) + len(t.m)/4 + len(t.f)
		most = max(most, len(t.f))
	}
	f.meter.Spend(units + len(terms)*len(terms)*most*most/64)
}
