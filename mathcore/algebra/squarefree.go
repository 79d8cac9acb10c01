package algebra

import "slices"

// squareFree returns the base as a product of powers of bases without square divisors.
func (f *field) squareFree(b baseID) []factor {
	if parts, known := f.squares[b]; known {
		return parts
	}
	parts := []factor{{b, 1}}
	p := f.bases[b]
	if scaled, ok := integral(p); ok && len(p) <= gcdTerms {
		whole := scaled.in(p)
		kernels := kernelsOf(whole)
		f.payFor(1+len(kernels), p)
		for _, x := range kernels {
			g := f.gcdWhole(whole, derivativeIn(whole, x))
			if len(g) < 2 {
				continue
			}
			if q, exact := f.divideWhole(whole, g); exact {
				parts = f.squareFreeParts(f.whole(scaled.out(g)), f.whole(scaled.out(q)))
				break
			}
		}
	}
	f.squares[b] = parts
	return parts
}

// squareFreeParts splits the product of two polynomials, one of which divides the other's power, over coprime parts.
func (f *field) squareFreeParts(g, q product) []factor {
	all := mulFactors(g.f, q.f)
	var parts []factor
	for _, x := range all {
		for _, y := range f.squareFree(x.base) {
			parts = mulFactors(parts, []factor{{y.base, x.n * y.n}})
		}
	}
	for i, x := range parts {
		for _, y := range parts[i+1:] {
			p, r := f.bases[x.base], f.bases[y.base]
			if d := f.gcd(p, r); len(d) > 1 {
				left, _ := f.divide(p, d)
				right, _ := f.divide(r, d)
				split := mulFactors(powFactors(f.whole(left).f, x.n), powFactors(f.whole(right).f, y.n))
				split = mulFactors(split, powFactors(f.whole(d).f, x.n+y.n))
				rest := slices.DeleteFunc(slices.Clone(parts), func(z factor) bool { return z.base == x.base || z.base == y.base })
				return mulFactors(rest, split)
			}
		}
	}
	return parts
}

func powFactors(factors []factor, n int64) []factor {
	powers := make([]factor, len(factors))
	for i, x := range factors {
		powers[i] = factor{x.base, x.n * n}
	}
	return powers
}

func kernelsOf(p poly) []kernelID {
	var all []kernelID
	for _, t := range p {
		for _, q := range t.m {
			all = append(all, q.k)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// derivativeIn returns the formal derivative of p by the kernel x.
func derivativeIn(p poly, x kernelID) poly {
	var terms []term
	for _, t := range p {
		q, found := t.m.of(x)
		if !found {
			continue
		}
		m := t.m.without(x)
		if q.n != 1 {
			m = slices.Clone(t.m)
			i := slices.IndexFunc(m, func(p power) bool { return p.k == x })
			m[i].n--
		}
		terms = append(terms, term{t.c.mul(ratInt(q.n)), m})
	}
	return collect(terms)
}
