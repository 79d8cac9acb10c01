package eval_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// TestMathIsWithinUlps holds package math to what Enclose takes for granted of it: see ulps in functions.go.
func TestMathIsWithinUlps(t *testing.T) {
	points := 500
	if testing.Short() {
		points = 200
	}
	anywhere := func(r *rand.Rand) float64 { return r.NormFloat64() * math.Exp(20*r.NormFloat64()) }
	moderate := func(r *rand.Rand) float64 { return 746 * (2*r.Float64() - 1) * math.Exp(-10*r.Float64()) }
	positive := func(r *rand.Rand) float64 { return math.Exp(100 * r.NormFloat64()) }
	near1 := func(r *rand.Rand) float64 { return 1 + r.NormFloat64()*math.Exp(-20*r.Float64())/3 }
	angle := func(r *rand.Rand) float64 { return math.Exp(4*r.NormFloat64()) * (2*r.Float64() - 1) }
	aboveOne := func(r *rand.Rand) float64 { return 1 + math.Exp(20*r.NormFloat64()) }
	below1 := func(r *rand.Rand) float64 { return math.Tanh(math.Exp(2*r.NormFloat64())) * (1 - 2*float64(r.IntN(2))) }
	edge := func(r *rand.Rand) float64 { return math.Ldexp(2*r.Float64()-1, -1000-r.IntN(75)) }
	log1p := expr.Of(expr.Ln, expr.Sum(expr.Int(1), x))
	for _, c := range []struct {
		name string
		f    func(float64) float64
		same expr.Node
		draw []func(*rand.Rand) float64
	}{
		{"exp", math.Exp, expr.Of(expr.Exp, x), []func(*rand.Rand) float64{edge, moderate, angle}},
		{"log", math.Log, expr.Of(expr.Ln, x), []func(*rand.Rand) float64{positive, near1}},
		{"log1p", math.Log1p, log1p, []func(*rand.Rand) float64{positive, below1, edge}},
		{"cbrt", math.Cbrt, expr.Of(expr.Cbrt, x), []func(*rand.Rand) float64{edge, anywhere, near1}},
		{"sin", math.Sin, expr.Of(expr.Sin, x), []func(*rand.Rand) float64{edge, angle}},
		{"cos", math.Cos, expr.Of(expr.Cos, x), []func(*rand.Rand) float64{edge, angle}},
		{"atan", math.Atan, expr.Of(expr.Atan, x), []func(*rand.Rand) float64{edge, anywhere, angle, near1}},
		{"sinh", math.Sinh, expr.Of(expr.Sinh, x), []func(*rand.Rand) float64{edge, moderate, angle}},
		{"cosh", math.Cosh, expr.Of(expr.Cosh, x), []func(*rand.Rand) float64{edge, moderate, angle}},
		{"tanh", math.Tanh, expr.Of(expr.Tanh, x), []func(*rand.Rand) float64{edge, moderate, angle}},
		{"asinh", math.Asinh, expr.Of(expr.Asinh, x), []func(*rand.Rand) float64{edge, anywhere, angle}},
		{"acosh", math.Acosh, expr.Of(expr.Acosh, x), []func(*rand.Rand) float64{aboveOne}},
		{"erf", math.Erf, expr.Of(expr.Erf, x), []func(*rand.Rand) float64{edge, anywhere, angle}},
		{"atanh", math.Atanh, expr.Of(expr.Atanh, x), []func(*rand.Rand) float64{edge, below1}},
	} {
		p, r := compile(t, c.same, x), rand.New(rand.NewPCG(1, 2))
		worst, where := 0.0, 0.0
		for k := range points * len(c.draw) {
			at := c.draw[k%len(c.draw)](r)
			y := c.f(at)
			if math.IsNaN(y) || math.IsInf(y, 0) {
				continue
			}
			if off := ulpsOff(t, p, at, y); off > worst {
				worst, where = off, at
			}
		}
		t.Logf("%-5s %.3f ulps off at %v", c.name, worst, where)
		if worst > 3 {
			t.Errorf("%s is %.3f ulps off at %v", c.name, worst, where)
		}
	}
}

// ulpsOff returns how many units in the last place y is away from the value of p at x.
func ulpsOff(t *testing.T, p *eval.Program, at, y float64) float64 {
	t.Helper()
	in := p.EncloseBig([]*big.Rat{new(big.Rat).SetFloat64(at)}, 128)
	if in.Status != eval.Defined {
		t.Fatalf("at %v: %v", at, in)
	}
	off, _ := new(big.Float).Sub(in.Lo, big.NewFloat(y)).Float64()
	return math.Abs(off) / (math.Nextafter(math.Abs(y), math.Inf(1)) - math.Abs(y))
}

// TestSineNearItsZeros checks the slack that Enclose gives to large angles where it matters most.
func TestSineNearItsZeros(t *testing.T) {
	sin, cos := compile(t, expr.Of(expr.Sin, x), x), compile(t, expr.Of(expr.Cos, x), x)
	r := rand.New(rand.NewPCG(3, 4))
	worst := 0.0
	for k := range 1000 {
		n := math.Floor(math.Exp(r.Float64() * math.Log(0x1p20/math.Pi*2)))
		at := n * (math.Pi / 2)
		if k%3 == 0 {
			at = math.Nextafter(at, 0)
		}
		for _, c := range []struct {
			p *eval.Program
			f func(float64) float64
		}{{sin, math.Sin}, {cos, math.Cos}} {
			rat := []*big.Rat{new(big.Rat).SetFloat64(at)}
			want, got := c.p.EncloseBig(rat, 128), c.p.Enclose([]eval.Interval{{Lo: at, Hi: at}})
			lo, _ := want.Lo.Float64()
			worst = max(worst, (math.Abs(c.f(at)-lo)-2*0x1p-53*math.Abs(lo))/at)
			if big.NewFloat(got.Lo).Cmp(want.Lo) > 0 || big.NewFloat(got.Hi).Cmp(want.Hi) < 0 {
				t.Fatalf("at %v: %v misses %v", at, got, lo)
			}
			if got.Hi-got.Lo > 4e-15 {
				t.Fatalf("at %v: %v is wide", at, got)
			}
		}
	}
	t.Logf("beyond 2 ulps: %.3g x", worst)
	if worst > 0x1p-92 {
		t.Errorf("package math is off by 2^%.1f x more", math.Log2(worst))
	}
}
