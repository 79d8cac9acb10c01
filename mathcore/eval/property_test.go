package eval_test

import (
	"math"
	"math/big"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
)

var (
	// letters are all that exprtest draws: b in the base of a logarithm, i and j in Kronecker deltas.
	letters = []*expr.Symbol{x, expr.Var("y"), expr.Var("b"), expr.Var("i"), expr.Var("j")}
	// all draws every function and any power.
	all = exprtest.Options{
		Depth: 4, Symbols: letters[:2], Funcs: expr.Funcs(), Powers: true, Constants: true, Decimals: true,
	}
	// fractions draws rational functions, whose enclosures are rounded exactly.
	fractions = exprtest.Options{Depth: 4, Symbols: letters[:2], Decimals: true}
)

// drawBox draws a box, a box within it, and a point within that, mostly of some sixteenths.
func drawBox(t *rapid.T) (outer, inner []eval.Interval, at []*big.Rat) {
	width := rapid.SampledFrom([]int{0, 0, 1, 8, 80}).Draw(t, "width")
	for range letters {
		scale := rapid.SampledFrom([]int{-4, -4, -4, -40, 0, 16}).Draw(t, "scale")
		middle := rapid.IntRange(-40, 40).Draw(t, "middle")
		near := rapid.IntRange(0, width).Draw(t, "near")
		far := near + rapid.IntRange(0, width).Draw(t, "far")
		off := rapid.IntRange(-near, near).Draw(t, "off")
		float := func(n int) float64 { return math.Ldexp(float64(n), scale) }
		outer = append(outer, eval.Interval{Lo: float(middle - far), Hi: float(middle + far)})
		inner = append(inner, eval.Interval{Lo: float(middle - near), Hi: float(middle + near)})
		at = append(at, new(big.Rat).SetFloat64(float(middle+off)))
	}
	return outer, inner, at
}

func floats(at []*big.Rat) []float64 {
	f := make([]float64, len(at))
	for i, r := range at {
		f[i], _ = r.Float64()
	}
	return f
}

func drawn(t *rapid.T, from exprtest.Options) *eval.Program {
	n := from.Tree().Draw(t, "tree")
	p, ok := eval.Compile(n, letters)
	if !ok {
		t.Fatalf("not compiled: %#v", n)
	}
	return p
}

// overlap reports whether an enclosure in float64 and one with more bits can hold the same number.
func overlap(f eval.Enclosure, b eval.BigEnclosure) bool {
	return big.NewFloat(f.Lo).Cmp(b.Hi) <= 0 && big.NewFloat(f.Hi).Cmp(b.Lo) >= 0
}

func within(inner, outer eval.BigEnclosure) bool {
	return outer.Lo.Cmp(inner.Lo) <= 0 && inner.Hi.Cmp(outer.Hi) <= 0
}

// contradict reports whether one says that there is a value and the other that there is none.
func contradict(a, b eval.Status) bool {
	return a == eval.Defined && b == eval.Undefined || a == eval.Undefined && b == eval.Defined
}

func inclusion(t *rapid.T) {
	p := drawn(t, all)
	outer, inner, at := drawBox(t)
	wide, narrow, value := p.Enclose(outer), p.Enclose(inner), p.Float(floats(at))
	for _, e := range []eval.Enclosure{wide, narrow} {
		if e.Lo > e.Hi || e.Lo != e.Lo || e.Hi != e.Hi || e.Lo == math.Inf(1) || e.Hi == math.Inf(-1) {
			t.Fatalf("%v is no interval", e)
		}
		if (e.Status == eval.Defined) != (e.Fault == eval.NoFault) {
			t.Fatalf("%v with fault %v", e.Status, e.Fault)
		}
		if !math.IsNaN(value) && e.Status != eval.Undefined && !e.Contains(value) && !loose(e, value) {
			t.Fatalf("%v misses the float %v", e, value)
		}
	}
	start := time.Now()
	coarse, middling, fine := p.EncloseBig(at, 128), p.EncloseBig(at, 256), p.EncloseBig(at, 512)
	if took := time.Since(start); took > 2*time.Second {
		t.Fatalf("took %v", took)
	}
	for _, e := range []eval.Enclosure{wide, narrow} {
		if contradict(e.Status, middling.Status) {
			t.Fatalf("float %v, but big %v (%v)", e.Status, middling.Status, middling.Fault)
		}
		if e.Status != eval.Undefined && middling.Status != eval.Undefined && !overlap(e, middling) {
			t.Fatalf("%v misses %v", e, middling)
		}
	}
	if contradict(coarse.Status, fine.Status) || coarse.Status == eval.Defined && fine.Status != eval.Defined {
		t.Fatalf("128 bits: %v, 512 bits: %v", coarse.Status, fine.Status)
	}
	if fine.Status == eval.Defined && !within(fine, coarse) {
		t.Fatalf("128 bits: %.45g %.45g\n512 bits: %.45g %.45g", coarse.Lo, coarse.Hi, fine.Lo, fine.Hi)
	}
}

// loose reports whether Float alone is to blame: its functions are worse than those of Enclose near their edges.
func loose(e eval.Enclosure, v float64) bool {
	slack := 1e-6 * (1 + math.Abs(v))
	return e.Lo-slack <= v && v <= e.Hi+slack
}

func TestInclusion(t *testing.T) { rapid.Check(t, inclusion) }

func FuzzInclusion(f *testing.F) { f.Fuzz(rapid.MakeFuzz(inclusion)) }

// TestNarrowing holds Enclose to giving more in smaller boxes, exactly so where no function of package math takes part.
func TestNarrowing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawn(t, fractions)
		outer, inner, at := drawBox(t)
		wide, narrow, value := p.Enclose(outer), p.Enclose(inner), p.Float(floats(at))
		if wide.Status == eval.Defined && narrow.Status != eval.Defined ||
			wide.Status == eval.Undefined && narrow.Status != eval.Undefined {
			t.Fatalf("%v became %v in a smaller box", wide.Status, narrow.Status)
		}
		if narrow.Status != eval.Undefined && (narrow.Lo < wide.Lo || narrow.Hi > wide.Hi) {
			t.Fatalf("%v became %v in a smaller box", wide, narrow)
		}
		if !math.IsNaN(value) && narrow.Status != eval.Undefined && !narrow.Contains(value) {
			t.Fatalf("%v misses the float %v", narrow, value)
		}
		exact := p.EncloseBig(at, 2048)
		if exact.Status != eval.Undefined && exact.Status != narrow.Status && narrow.Status != eval.Perhaps {
			t.Fatalf("%v, exactly %v", narrow.Status, exact.Status)
		}
	})
}

func TestSameTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := all.Tree().Draw(t, "tree")
		_, inner, at := drawBox(t)
		p, _ := eval.Compile(n, letters)
		q, _ := eval.Compile(n, letters)
		if a, b := p.Enclose(inner), q.Enclose(inner); a != b {
			t.Fatalf("%v, then %v", a, b)
		}
		a, b := p.EncloseBig(at, 192), q.EncloseBig(at, 192)
		if a.Lo.Cmp(b.Lo) != 0 || a.Hi.Cmp(b.Hi) != 0 || a.Status != b.Status || a.Fault != b.Fault {
			t.Fatalf("%v, then %v", a, b)
		}
	})
}
