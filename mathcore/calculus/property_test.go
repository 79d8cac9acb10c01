package calculus_test

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/typeset"
)

var points = []float64{0.3, 0.71, 1.37, 2.2, -0.45, -1.6, 5.3}

func compile(t *rapid.T, n expr.Node) *eval.Program {
	p, ok := eval.Compile(n, []*expr.Symbol{exprtest.X})
	if !ok {
		t.Fatalf("cannot compile %s", typeset.Line(n))
	}
	return p
}

// at returns the value of p at x to many digits, if it has one there.
func at(p *eval.Program, x *big.Rat) (*big.Float, bool) {
	const bits = 400
	e := p.EncloseBig([]*big.Rat{x}, bits)
	if e.Status != eval.Defined {
		return nil, false
	}
	width := new(big.Float).Sub(e.Hi, e.Lo)
	return e.Lo, width.Cmp(big.NewFloat(1e-90)) < 0
}

// slope returns the central difference quotient of p at x, taken over a step so short that some thirty digits are
// right where the function is tame.
func slope(p *eval.Program, x *big.Rat, step string) (*big.Float, bool) {
	h, _ := new(big.Rat).SetString(step)
	left, okLeft := at(p, new(big.Rat).Sub(x, h))
	right, okRight := at(p, new(big.Rat).Add(x, h))
	if !okLeft || !okRight {
		return nil, false
	}
	rise := new(big.Float).Sub(right, left)
	return rise.Quo(rise, new(big.Float).SetRat(h.Add(h, h))), true
}

func TestDerivativeMeetsDifferenceQuotient(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Smooth.Tree().Draw(t, "tree")
		derived := calculus.Differentiate(n, exprtest.X, nil).Result
		f, df := compile(t, n), compile(t, derived)
		for _, point := range points {
			x := new(big.Rat).SetFloat64(point)
			want, okWant := slope(f, x, "1e-20")
			coarse, okCoarse := slope(f, x, "1e-19")
			got, okGot := at(df, x)
			if !okWant || !okCoarse || !okGot {
				continue
			}
			gap, drift := distance(got, want), distance(coarse, want)
			if gap > 1e-12 && gap > 10*drift {
				t.Fatalf("d/dx %s at %g: got %s = %g, the difference quotient is %g", typeset.Line(n), point, typeset.Line(derived), got, want)
			}
		}
	})
}

// distance returns how far a and b lie apart, relative to b where b is large.
func distance(a, b *big.Float) float64 {
	gap, _ := new(big.Float).Sub(a, b).Float64()
	size, _ := b.Float64()
	return math.Abs(gap) / (1 + math.Abs(size))
}

func TestTidyKeepsTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Smooth.Tree().Draw(t, "tree")
		tidy := calculus.Tidy(n)
		f, g := compile(t, n), compile(t, tidy)
		for _, x := range points {
			at := []eval.Interval{{Lo: x, Hi: x}}
			want, got := f.Enclose(at), g.Enclose(at)
			if want.Status == eval.Defined && (got.Status == eval.Undefined || got.Hi < want.Lo || got.Lo > want.Hi) {
				t.Fatalf("%s at %g is in %v, tidied to %s in %v", typeset.Line(n), x, want, typeset.Line(tidy), got)
			}
		}
		if again := calculus.Tidy(tidy); !expr.Equal(again, tidy) {
			t.Fatalf("%s: tidied twice it is %s, once %s", typeset.Line(n), typeset.Line(again), typeset.Line(tidy))
		}
	})
}

func TestResolveLeavesNoOperator(t *testing.T) {
	sc := lessonScope(t)
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "tree")
		resolved, ok := calculus.Resolve(n, sc)
		if !ok {
			return
		}
		if expr.Contains(resolved, func(m expr.Node) bool { _, left := m.(*expr.Derivative); return left }) {
			t.Fatalf("%s: an operator is left in %s", typeset.Line(n), typeset.Line(resolved))
		}
		if again, _ := calculus.Resolve(resolved, sc); again != resolved {
			t.Fatalf("%s: resolved twice it changes", typeset.Line(n))
		}
		calculus.Tidy(resolved)
	})
}
