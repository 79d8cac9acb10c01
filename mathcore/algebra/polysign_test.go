package algebra

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// TestSignsOfPolynomials fails when a sign is found that the value of a polynomial at some point does not have.
func TestSignsOfPolynomials(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		small := rapid.Int64Range(-3, 3)
		lo := big.NewRat(small.Draw(t, "lo"), 1)
		sc := &scope.Scope{}
		sc.Declare(expr.Var("x"), scope.Interval(lo, new(big.Rat).Add(lo, big.NewRat(2, 1)), false, false))
		ctx := newContext(sc)
		x := ctx.intern(kernel{kind: symbolKernel, symbol: expr.Var("x")})
		y := ctx.intern(kernel{kind: symbolKernel, symbol: expr.Var("y")})
		power := func(k kernelID, n int64) poly.Monomial {
			return ctx.ring.PowMonomial(poly.Monomial{poly.VarTo(k, 1)}, rat.Int(n))
		}
		one, two := poly.Poly{}, poly.Poly{}
		for n := range int64(5) {
			one = append(one, poly.Term{C: rat.Int(small.Draw(t, "c")), M: power(x, n)})
		}
		for n := range int64(3) {
			for k := range 3 - n {
				two = append(two, poly.Term{C: rat.Int(small.Draw(t, "c")), M: ctx.ring.MulMonomial(power(x, n), power(y, k))})
			}
		}
		one, two = poly.Collect(withoutZeros(one)), poly.Collect(withoutZeros(two))
		at := func(p poly.Poly, x0, y0 rat.Rat) rat.Rat {
			sum := rat.Int(0)
			for _, u := range p {
				for _, q := range u.M {
					for range q.Num {
						v := x0
						if q.Var == y {
							v = y0
						}
						u.C = u.C.Mul(v)
					}
				}
				sum = sum.Add(u.C)
			}
			return sum
		}
		for step := range int64(41) {
			x0 := rat.Of(lo).Add(rat.Frac(step, 20))
			if s := ctx.signBySturm(one); s*signOfRat(at(one, x0, x0)) < 0 {
				t.Fatalf("sign %d on [%s,+2] of %v", s, lo.RatString(), one)
			}
			y0 := rat.Int(small.Draw(t, "y"))
			if s := ctx.signOfQuadratic(two); s*signOfRat(at(two, x0, y0)) < 0 {
				t.Fatalf("sign %d of %v", s, two)
			}
		}
	})
}

func withoutZeros(p poly.Poly) poly.Poly {
	var rest poly.Poly
	for _, t := range p {
		if !t.C.IsZero() {
			rest = append(rest, t)
		}
	}
	return rest
}
