package eval

import (
	"math/big"
	"sync"
)

// An irrational is a constant that is computed once per precision and kept. What is kept depends on the precision
// alone, not on what was asked before.
type irrational struct {
	compute func(w uint) *big.Int
	kept    sync.Map // precision -> *big.Int
}

const (
	keptStep  = 256 // kept precisions are multiples of it
	keptGuard = 32  // bits computed beyond those kept; more than the errors of all terms together
)

// fixed returns the constant times 2^w as a whole number, at most 2 off.
func (c *irrational) fixed(w uint) *big.Int {
	level := (w + keptStep - 1) / keptStep * keptStep
	v, ok := c.kept.Load(level)
	if !ok {
		x := c.compute(level + keptGuard)
		v, _ = c.kept.LoadOrStore(level, x.Rsh(x, keptGuard))
	}
	return new(big.Int).Rsh(v.(*big.Int), level-w)
}

// bounds returns the constant with a precision of p bits.
func (c *irrational) bounds(p precision) bounds {
	w := uint(p) + 8
	return p.fromFixed(c.fixed(w), 2, -int(w))
}

var (
	// piValue is π = 16 atan 1/5 - 4 atan 1/239 (Machin).
	piValue = irrational{compute: func(w uint) *big.Int {
		return combine(w, -1, []int64{16, -4}, []int64{5, 239})
	}}
	// ln2Value is ln 2 = 18 atanh 1/26 - 2 atanh 1/4801 + 8 atanh 1/8749.
	ln2Value = irrational{compute: func(w uint) *big.Int {
		return combine(w, 1, []int64{18, -2, 8}, []int64{26, 4801, 8749})
	}}
	eValue = irrational{compute: func(w uint) *big.Int {
		sum, term := new(big.Int), new(big.Int).Lsh(big.NewInt(1), w)
		for n := int64(1); term.Sign() != 0; n++ {
			sum.Add(sum, term)
			term.Quo(term, big.NewInt(n))
		}
		return sum
	}}
)

// combine returns Σ factor atan(1/n) for sign -1, Σ factor atanh(1/n) for sign 1, times 2^w. Each term of a series is
// less than 2 off, and there are fewer than w.
func combine(w uint, sign int64, factors, inverses []int64) *big.Int {
	total := new(big.Int)
	for i, n := range inverses {
		square := big.NewInt(sign * n * n)
		power := new(big.Int).Lsh(big.NewInt(1), w)
		power.Quo(power, big.NewInt(n))
		sum, term := new(big.Int), new(big.Int)
		for k := int64(1); power.Sign() != 0; k += 2 {
			sum.Add(sum, term.Quo(power, big.NewInt(k)))
			power.Quo(power, square)
		}
		total.Add(total, sum.Mul(sum, big.NewInt(factors[i])))
	}
	return total
}
