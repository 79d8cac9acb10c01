package algebra_test

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// letters are the symbols of random trees with their domains and some values to try, those that jumps and breaks sit at
// left out.
var letters = []struct {
	name, domain string
	values       []float64
}{
	{"x", "real", []float64{-41.3, -7.21, -2.63, -1.17, -0.31, -0.0123, 0.071, 0.59, 1.37, 2.9, 13.7, 77.1}},
	{"y", "real", []float64{1.83, -0.77, 3.21, -5.9, 0.21, -19.3, 0.933, -1.41, 24.7, -0.057, 2.17, -3.3}},
	{"z", "pos", []float64{0.37, 2.41, 11.3, 0.0191, 1.27, 63.1, 0.79}},
	{"p", "(0,1)", []float64{0.31, 0.83, 0.57, 0.017, 0.991}},
	{"t", "{0,1}", []float64{0, 1}},
	{"s", "{-1,0,2}", []float64{-1, 0, 2}},
}

func lettersScope(tb testing.TB) *scope.Scope {
	tb.Helper()
	sc := &scope.Scope{}
	for _, l := range letters {
		if err := parse.Declare(sc, l.name+":"+l.domain); err != nil {
			tb.Fatal(err)
		}
	}
	return sc
}

// proofIsTrue draws a tree, changes it in ways that keep its value and in ways that only seem to, and fails when an
// equality is proved of sides whose values differ.
func proofIsTrue(t *rapid.T, sc *scope.Scope) {
	o := exprtest.Smooth
	o.Symbols = sc.Symbols()
	o.Funcs = append(slices.Clone(o.Funcs), expr.Sign)
	o.Depth = rapid.IntRange(1, 3).Draw(t, "depth")
	a := o.Tree().Draw(t, "a")
	b, careless := o.Changed(t, a, exprtest.Careless)
	if rapid.Bool().Draw(t, "both sides") {
		b, _ = o.Changed(t, b, exprtest.Sound)
		a, _ = o.Changed(t, a, exprtest.Careless)
	}
	if answer := algebra.Equal(a, b, sc); answer != algebra.Proved && answer != algebra.Modular {
		return
	}
	for k := range 30 {
		if l, r, differ := valuesDiffer(a, b, k, 512); differ {
			if _, _, again := valuesDiffer(a, b, k, 4096); again {
				t.Fatalf("proved, yet %.15g and %.15g at point %d after %s: %s | %s", l, r, k, careless, typeset.Line(a), typeset.Line(b))
			}
		}
	}
}

// valuesDiffer reports whether both sides have values at point k that are apart.
func valuesDiffer(a, b expr.Node, k int, bits uint) (l, r *big.Float, differ bool) {
	v := exprtest.Values{Prec: bits, At: map[string]*big.Float{}}
	for i, letter := range letters {
		x := letter.values[(k+k/len(letter.values)*i+i)%len(letter.values)]
		v.At[letter.name] = new(big.Float).SetPrec(bits).SetFloat64(x)
	}
	l, okL := v.Of(a)
	r, okR := v.Of(b)
	if !okL || !okR {
		return nil, nil, false
	}
	difference := new(big.Float).Sub(l, r)
	return l, r, difference.Sign() != 0 && difference.MantExp(nil)-max(0, l.MantExp(nil), r.MantExp(nil)) > -200
}

// TestProofs checks both properties on few trees; the fuzz targets check them on many.
func TestProofs(t *testing.T) {
	sc := lettersScope(t)
	t.Run("ProofIsTrue", func(t *testing.T) { rapid.Check(t, func(t *rapid.T) { proofIsTrue(t, sc) }) })
	t.Run("ProofIsSymmetric", func(t *testing.T) { rapid.Check(t, func(t *rapid.T) { proofIsSymmetric(t, sc) }) })
}

func proofIsSymmetric(t *rapid.T, sc *scope.Scope) {
	o := exprtest.Smooth
	o.Symbols, o.Depth = sc.Symbols(), 2
	a := o.Tree().Draw(t, "a")
	b, name := o.Changed(t, a, exprtest.Sound)
	if p, q := algebra.Equal(a, b, sc), algebra.Equal(b, a, sc); p != q {
		t.Fatalf("%d, turned round %d after %s: %s | %s", p, q, name, typeset.Line(a), typeset.Line(b))
	}
}

func FuzzProofIsTrue(f *testing.F) {
	sc := lettersScope(f)
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { proofIsTrue(t, sc) }))
}

func FuzzProofIsSymmetric(f *testing.F) {
	sc := lettersScope(f)
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { proofIsSymmetric(t, sc) }))
}
