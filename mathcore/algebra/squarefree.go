package algebra

import "slices"

// squareFree returns the base as a product of powers of bases without square divisors.
func (ctx *context) squareFree(b baseID) []factor {
	if parts, known := ctx.squares[b]; known {
		return parts
	}
	parts := []factor{{b, 1}}
	if g, rest, ok := ctx.ring.SquarePart(ctx.bases[b]); ok {
		parts = ctx.squareFreeParts(ctx.whole(g), ctx.whole(rest))
	}
	put(&ctx.squares, b, parts)
	return parts
}

// squareFreeParts splits the product of two polynomials, one of which divides the other's power, over coprime parts.
func (ctx *context) squareFreeParts(g, q product) []factor {
	all := mulFactors(g.f, q.f)
	var parts []factor
	for _, x := range all {
		for _, y := range ctx.squareFree(x.base) {
			parts = mulFactors(parts, []factor{{y.base, x.n * y.n}})
		}
	}
	for i, x := range parts {
		for _, y := range parts[i+1:] {
			p, r := ctx.bases[x.base], ctx.bases[y.base]
			if d := ctx.ring.GCD(p, r); len(d) > 1 {
				left, _ := ctx.ring.Divide(p, d)
				right, _ := ctx.ring.Divide(r, d)
				split := mulFactors(powFactors(ctx.whole(left).f, x.n), powFactors(ctx.whole(right).f, y.n))
				split = mulFactors(split, powFactors(ctx.whole(d).f, x.n+y.n))
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
