package eval_test

import (
	"math/big"
	"sync"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// places is how many decimals the formulas are computed to; the last ten may be wrong.
const places = 610

func scaled(n int64) *big.Int {
	return new(big.Int).Mul(big.NewInt(n), new(big.Int).Exp(big.NewInt(10), big.NewInt(places), nil))
}

// arctangents returns Σ factor atan(num/den), or of atanh if sign is 1, times 10^places.
func arctangents(sign int64, rows ...[3]int64) *big.Int {
	total := new(big.Int)
	for _, row := range rows {
		power := scaled(row[0] * row[1])
		power.Quo(power, big.NewInt(row[2]))
		for k := int64(1); power.Sign() != 0; k += 2 {
			total.Add(total, new(big.Int).Quo(power, big.NewInt(k)))
			power.Mul(power, big.NewInt(sign*row[1]*row[1]))
			power.Quo(power, big.NewInt(row[2]*row[2]))
		}
	}
	return total
}

// TestOtherFormulas computes constants in ways that the package does not use.
func TestOtherFormulas(t *testing.T) {
	eulers, ln2 := new(big.Int), new(big.Int)
	for k, term := int64(1), scaled(1); term.Sign() != 0; k++ {
		eulers.Add(eulers, term)
		term.Quo(term, big.NewInt(k))
	}
	for k, power := int64(1), scaled(1); power.Sign() != 0; k++ {
		power.Rsh(power, 1)
		ln2.Add(ln2, new(big.Int).Quo(power, big.NewInt(k)))
	}
	sigma := new(big.Int).Mul(eulers, scaled(1))
	sigma.Quo(sigma, new(big.Int).Add(eulers, scaled(1)))
	two := expr.Of(expr.Ln, expr.Int(2))
	for _, c := range []struct {
		name    string
		n       expr.Node
		formula *big.Int
	}{
		{"π by Gauss", pi, arctangents(-1, [3]int64{48, 1, 18}, [3]int64{32, 1, 57}, [3]int64{-20, 1, 239})},
		{"π by Euler", pi, arctangents(-1, [3]int64{20, 1, 7}, [3]int64{8, 3, 79})},
		{"ln 2 by powers of 1/2", two, ln2},
		{"ln 2 by atanh", two, arctangents(1, [3]int64{14, 1, 31}, [3]int64{10, 1, 49}, [3]int64{6, 1, 161})},
		{"e by its series", expr.Of(expr.Exp, expr.Int(1)), eulers},
		{"e itself", e, eulers},
		{"σ(1) from e", expr.Of(expr.Sigmoid, expr.Int(1)), sigma},
	} {
		got := bigAt(t, c.n, 2048)
		want := new(big.Rat).SetFrac(c.formula, scaled(1))
		lo, _ := got.Lo.Rat(nil)
		off, _ := lo.Sub(lo, want).Float64()
		if off < -1e-300 || off > 1e-300 || off*1e300 > 1e-299 || off*1e300 < -1e-299 {
			t.Errorf("%s: off by %g", c.name, off)
		}
	}
}

// TestTogether has several goroutines ask for the same constants at once.
func TestTogether(t *testing.T) {
	n := expr.Sum(expr.Of(expr.Ln, expr.Int(7)), expr.Of(expr.Sin, x), expr.Power(e, x), pi)
	p, at := compile(t, n, x), []*big.Rat{big.NewRat(5, 7)}
	var wait sync.WaitGroup
	got := make([]eval.BigEnclosure, 8)
	for i := range got {
		wait.Go(func() { got[i] = p.EncloseBig(at, 700) })
	}
	wait.Wait()
	for _, g := range got[1:] {
		if g.Lo.Cmp(got[0].Lo) != 0 || g.Hi.Cmp(got[0].Hi) != 0 {
			t.Errorf("%v, but %v", got[0], g)
		}
	}
}
