package algebra

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// TestSignsOfPolynomials fails when a sign is found that the value of a polynomial at some point does not have.
func TestSignsOfPolynomials(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.Int64Range(-3, 3)
		lo := big.NewRat(small.Draw(t, "lo"), 1)
		sc := &scope.Scope{}
		sc.Declare(expr.Var("x"), scope.Interval(lo, new(big.Rat).Add(lo, big.NewRat(2, 1)), false, false))
		f := newField(sc)
		x := f.intern(kernel{kind: symbolKernel, symbol: expr.Var("x")})
		y := f.intern(kernel{kind: symbolKernel, symbol: expr.Var("y")})
		power := func(k kernelID, n int64) monomial { return f.raise(monomial{{k, 1, 1}}, ratInt(n)) }
		one, two := poly{}, poly{}
		for n := range int64(5) {
			one = append(one, term{ratInt(small.Draw(t, "c")), power(x, n)})
		}
		for n := range int64(3) {
			for k := range 3 - n {
				two = append(two, term{ratInt(small.Draw(t, "c")), f.multiply(power(x, n), power(y, k))})
			}
		}
		one, two = collect(withoutZeros(one)), collect(withoutZeros(two))
		at := func(p poly, x0, y0 rat) rat {
			sum := ratInt(0)
			for _, u := range p {
				for _, q := range u.m {
					for range q.n {
						v := x0
						if q.k == y {
							v = y0
						}
						u.c = u.c.mul(v)
					}
				}
				sum = sum.add(u.c)
			}
			return sum
		}
		for step := range int64(41) {
			x0 := ratBig(lo).add(ratOf(step, 20))
			if s := f.signBySturm(one); s*at(one, x0, x0).sign() < 0 {
				t.Fatalf("sign %d on [%s,+2] of %v", s, lo.RatString(), one)
			}
			y0 := ratInt(small.Draw(t, "y"))
			if s := f.signOfQuadratic(two); s*at(two, x0, y0).sign() < 0 {
				t.Fatalf("sign %d of %v", s, two)
			}
		}
	})
}

func withoutZeros(p poly) poly {
	var rest poly
	for _, t := range p {
		if !t.c.isZero() {
			rest = append(rest, t)
		}
	}
	return rest
}
