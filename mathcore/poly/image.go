package poly

import (
	"slices"

	"chainrule/mathcore/rat"
)

// A Point gives every variable a random residue that is not zero. Where a variable occurs with broken exponents, the
// residue is that of its root, and the variable is a power of it: Roots says of which index.
type Point struct {
	Seed  uint64
	Roots map[Var]int64
}

// NoteRoots enters into roots the least common denominator of the exponents of each variable of m, where they are broken.
// One out of reach is the largest int64.
func NoteRoots(roots map[Var]int64, m Monomial) {
	for _, q := range m {
		if q.Den != 1 {
			roots[q.Var] = rat.LCM(max(roots[q.Var], 1), int64(q.Den))
		}
	}
}

// Monomial returns the value of m.
func (x Point) Monomial(m Monomial) Residue {
	value := Residue(1)
	for _, q := range m {
		root := max(x.Roots[q.Var], 1)
		value = value.Mul(RandomResidue(x.Seed, q.Var).Pow(q.Num * (root / int64(q.Den))))
	}
	return value
}

// Value returns the value of p at the point; ok is false where a coefficient has none.
func (r *Ring) Value(p Poly, x Point) (value Residue, ok bool) {
	r.meter.Spend(len(p) * (1 + 4*p.girth().vars))
	for _, t := range p {
		c, ok := ResidueOf(t.C)
		if !ok {
			return 0, false
		}
		value = value.Add(c.Mul(x.Monomial(t.M)))
	}
	return value, true
}

// largestImage bounds the degree of images.
const largestImage = 400

// coprimeImages reports whether p and q are certainly coprime: for every variable that both hold, their images as
// polynomials in it over the prime field, all other variables replaced by fixed residues, are coprime. Images whose
// degree has fallen prove nothing. All exponents are whole and not negative.
func (r *Ring) coprimeImages(p, q Poly) bool {
	inQ := q.Vars()
	for _, v := range p.Vars() {
		if !slices.Contains(inQ, v) {
			continue
		}
		r.meter.Spend(len(p)*(1+p.girth().vars) + len(q)*(1+q.girth().vars))
		a, ok1 := p.imageIn(v)
		b, ok2 := q.imageIn(v)
		if !ok1 || !ok2 {
			return false
		}
		r.meter.Spend(len(a) * len(b) / 16)
		if len(imageGCD(a, b)) != 1 {
			return false
		}
	}
	return true
}

// imageIn returns the image of p as coefficients by rising powers of v; ok is false when the degree falls or is large.
func (p Poly) imageIn(v Var) (image []Residue, ok bool) {
	n := p.Degree(v)
	if n > largestImage {
		return nil, false
	}
	image = make([]Residue, n+1)
	for _, t := range p {
		c, ok := ResidueOf(t.C)
		if !ok {
			return nil, false
		}
		e := int64(0)
		for _, q := range t.M {
			if q.Var == v {
				e = q.Num
				continue
			}
			c = c.Mul(RandomResidue(0, q.Var).Pow(q.Num))
		}
		image[e] = image[e].Add(c)
	}
	return image, image[n] != 0
}

// imageGCD returns the greatest common divisor over the prime field, up to a factor. It overwrites its arguments.
func imageGCD(a, b []Residue) []Residue {
	for len(b) > 0 {
		inverse := b[len(b)-1].Pow(-1)
		for len(a) >= len(b) {
			c := a[len(a)-1].Mul(inverse).Neg()
			shift := len(a) - len(b)
			for i, x := range b {
				a[shift+i] = a[shift+i].Add(c.Mul(x))
			}
			a = trim(a)
		}
		a, b = b, a
	}
	return a
}

func trim(a []Residue) []Residue {
	for len(a) > 0 && a[len(a)-1] == 0 {
		a = a[:len(a)-1]
	}
	return a
}
