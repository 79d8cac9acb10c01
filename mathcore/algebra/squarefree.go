package algebra

import "slices"

// squareFree returns the base as a product of powers of bases without square divisors.
func (f *field) squareFree(b baseID) []factor {
	if parts, known := f.squares[b]; known {
		return parts
	}
	parts := []factor{{b, 1}}
	if g, rest, ok := f.ring.SquarePart(f.bases[b]); ok {
		parts = f.squareFreeParts(f.whole(g), f.whole(rest))
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
			if d := f.ring.GCD(p, r); len(d) > 1 {
				left, _ := f.ring.Divide(p, d)
				right, _ := f.ring.Divide(r, d)
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
