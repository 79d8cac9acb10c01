package joint

import "math/big"

// squarefree returns the polynomial with the same roots, each of them once.
func squarefree(p []*big.Rat) []*big.Rat {
	a, b := p, slope(p)
	for len(b) > 0 {
		_, rest := divided(a, b)
		a, b = b, rest
	}
	q, _ := divided(p, a)
	return q
}

// slope returns the derivative of p.
func slope(p []*big.Rat) []*big.Rat {
	d := make([]*big.Rat, 0, len(p))
	for k := 1; k < len(p); k++ {
		d = append(d, new(big.Rat).Mul(p[k], big.NewRat(int64(k), 1)))
	}
	return d
}

// divided returns quotient and remainder of p and q, which is not 0.
func divided(p, q []*big.Rat) (quotient, rest []*big.Rat) {
	rest = append([]*big.Rat(nil), p...)
	quotient = make([]*big.Rat, max(0, len(p)-len(q)+1))
	lead := q[len(q)-1]
	for k := len(quotient) - 1; k >= 0; k-- {
		c := new(big.Rat).Quo(rest[k+len(q)-1], lead)
		quotient[k] = c
		for i, d := range q {
			rest[k+i] = new(big.Rat).Sub(rest[k+i], new(big.Rat).Mul(c, d))
		}
	}
	return quotient, trimmed(rest)
}

// rootless reports whether a polynomial without multiple roots has no real root, by the theorem of Sturm.
func rootless(p []*big.Rat) bool {
	below, above := 0, 0 // changes of sign far below and far above 0
	a, b := p, slope(p)
	for len(b) > 0 {
		below += change(signFar(a, -1), signFar(b, -1))
		above += change(signFar(a, 1), signFar(b, 1))
		_, rest := divided(a, b)
		for i, c := range rest {
			rest[i] = new(big.Rat).Neg(c)
		}
		a, b = b, rest
	}
	return below == above
}

func change(a, b int) int {
	if a != b {
		return 1
	}
	return 0
}

// signFar returns the sign of p far above 0 (1) or below it (-1).
func signFar(p []*big.Rat, side int) int {
	sign := p[len(p)-1].Sign()
	if side < 0 && len(p)%2 == 0 {
		return -sign
	}
	return sign
}
