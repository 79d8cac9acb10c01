package poly_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// prime is 2^61-1.
var prime = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), poly.ResidueBits), big.NewInt(1))

// TestResidues fails when the prime field computes another thing than the integers modulo the prime.
func TestResidues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) rat.Rat {
			n := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-3, 3), rapid.SampledFrom([]int64{1<<61 - 1, 1 << 61, 1<<61 - 2}))
			return rat.Frac(n.Draw(t, name), n.Filter(func(n int64) bool { return n != 0 && n%(1<<61-1) != 0 }).Draw(t, "over"))
		}
		modulo := func(r rat.Rat) uint64 {
			inverse := new(big.Int).ModInverse(r.Big().Denom(), prime)
			return inverse.Mul(inverse, r.Big().Num()).Mod(inverse, prime).Uint64()
		}
		a, b := draw("a"), draw("b")
		x, ok1 := poly.ResidueOf(a)
		y, ok2 := poly.ResidueOf(b)
		if !ok1 || !ok2 {
			t.Fatal("no residue")
		}
		for name, p := range map[string][2]uint64{
			"residue": {uint64(x), modulo(a)}, "sum": {uint64(x.Add(y)), modulo(a.Add(b))}, "product": {uint64(x.Mul(y)), modulo(a.Mul(b))},
			"negative": {uint64(x.Neg()), modulo(a.Neg())}, "cube": {uint64(x.Pow(3)), modulo(a.Mul(a).Mul(a))},
		} {
			if p[0] != p[1] {
				t.Fatalf("%s of %v and %v: %d, want %d", name, a, b, p[0], p[1])
			}
		}
		if x != 0 && x.Mul(x.Pow(-1)) != 1 {
			t.Fatalf("%v times its inverse is %d", a, x.Mul(x.Pow(-1)))
		}
	})
	if _, ok := poly.ResidueOf(rat.Frac(1, 1<<61-1)); ok {
		t.Error("a number has a residue whose denominator is the prime")
	}
}

// TestValues fails when an identity of polynomials does not hold for their values at random points, roots of variables
// included, or when different polynomials have the same value.
func TestValues(t *testing.T) {
	r := unlimited()
	pairs := []struct {
		left, right string
		same        bool
	}{
		{"(x+y)^5*(x-y)", "(x^2-y^2)*(x+y)^4", true},
		{"(x^(1/2)+1)*(x^(1/2)-1)", "x-1", true},
		{"x^(-1)*(x+1/3)", "1+1/3*x^(-1)", true},
		{"(x+y)^5", "x^5+y^5", false},
		{"x^(1/2)", "x^(1/3)", false},
	}
	for _, p := range pairs {
		a, b := read(t, p.left), read(t, p.right)
		roots := map[poly.Var]int64{}
		for _, u := range append(append(poly.Poly{}, a...), b...) {
			poly.NoteRoots(roots, u.M)
		}
		for seed := range uint64(5) {
			at := poly.Point{Seed: seed, Roots: roots}
			x, ok1 := r.Value(a, at)
			y, ok2 := r.Value(b, at)
			if !ok1 || !ok2 || (x == y) != p.same {
				t.Errorf("%s and %s at point %d: %d and %d", p.left, p.right, seed, x, y)
			}
		}
	}
}

// TestDivisorOfProduct fails when the greatest common divisor of two products misses the factor that both were given, or
// does not divide both.
func TestDivisorOfProduct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := unlimited()
		draw := func(name string) poly.Poly {
			small := rapid.Int64Range(-3, 3)
			var terms []poly.Term
			for n := range int64(3) {
				for k := range 3 - n {
					c := rat.Int(small.Draw(t, name))
					if c.IsZero() {
						continue
					}
					m := r.MulMonomial(power("x", n), power("y", k))
					terms = append(terms, poly.Term{C: c, M: m})
				}
			}
			return poly.Collect(terms)
		}
		common, p, q := draw("common"), draw("p"), draw("q")
		if len(common) < 2 || len(p) == 0 || len(q) == 0 {
			return
		}
		a, b := r.Mul(common, p), r.Mul(common, q)
		g := r.GCD(a, b)
		_, _, prim := r.Primitive(common)
		for _, d := range []struct {
			name string
			p, q poly.Poly
		}{{"the first", a, g}, {"the second", b, g}, {"the common factor", g, prim}} {
			quotient, exact := r.Divide(d.p, d.q)
			if !exact || write(r.Mul(quotient, d.q)) != write(d.p) {
				t.Fatalf("gcd(%s, %s) = %s: %s is not divided", write(a), write(b), write(g), d.name)
			}
		}
	})
}

func power(name string, n int64) poly.Monomial {
	if n == 0 {
		return nil
	}
	return poly.Monomial{poly.VarTo(variable(name), n)}
}
