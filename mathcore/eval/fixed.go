package eval

import (
	"math"
	"math/big"
)

// The functions of this file compute with whole numbers that stand for multiples of 2^-w. Each says how far its result
// can be off, in such units. A shift to the right and a division are less than 1 off each.

// times returns x y 2^-w.
func times(z, x, y *big.Int, w uint) *big.Int {
	z.Mul(x, y)
	return z.Rsh(z, w)
}

// expFixed returns y, k with e^x = y 2^(k-w), y at most 2 off, 2^w <= y < 2^(w+1) up to the error; |x| < 2^30.
//
// With x = k ln 2 + r, e^r is the 2^s-th power of e^(r/2^s), whose series has about w/s terms. A term is at most 3 off
// (the power by 2 from r and 1 from the shift, halved, and 1 from the division); the terms left out sum up to less
// than 8; each of the s squarings of numbers below 2 at most quadruples the error and adds 2. So 2s + 12 more bits
// suffice as long as there are fewer than 600 terms, and there are fewer than w/s.
func expFixed(x *big.Float, w uint) (y *big.Int, k int) {
	s := min(4+uint(math.Sqrt(float64(w)))/2, 40)
	const reduction = 34 // bits for the error of k ln 2
	guard := 2*s + 14
	v := w + guard
	big2, r := ln2Value.fixed(v+reduction), new(big.Int)
	q, _ := new(big.Int).DivMod(fixed(x, v+reduction), big2, r)
	r.Rsh(r, reduction+s)
	one := new(big.Int).Lsh(big.NewInt(1), v)
	y, term, n := new(big.Int).Set(one), one, new(big.Int)
	for i := int64(1); ; i++ {
		times(term, term, r, v)
		term.Quo(term, n.SetInt64(i))
		if term.Sign() == 0 {
			break
		}
		y.Add(y, term)
	}
	for range s {
		times(y, y, y, v)
	}
	return y.Rsh(y, guard), int(q.Int64())
}

// lnFixed returns ln m for 1/2 <= m <= 2, at most off of 2^-w away.
//
// With a float64 l near ln m, m e^-l is nearly 1, and ln m = l + 2 atanh(z), z = (m e^-l - 1)/(m e^-l + 1).
func lnFixed(m *big.Float, w uint) (y *big.Int, off int64) {
	near, _ := m.Float64()
	l := big.NewFloat(math.Log(near))
	g, k := expFixed(new(big.Float).Neg(l), w)
	times(g, g, fixed(m, w), w)
	shiftBy(g, k) // at most 2·2 + 2·1 + 2 off: |k| <= 1
	one := new(big.Int).Lsh(big.NewInt(1), w)
	z := new(big.Int).Sub(g, one)
	z.Lsh(z, w)
	z.Quo(z, g.Add(g, one))
	z2 := times(new(big.Int), z, z, w)
	sum, power, term, n := new(big.Int), z, new(big.Int), new(big.Int)
	terms := int64(0)
	for i := int64(1); power.Sign() != 0 && power.CmpAbs(minusOne) != 0; i += 2 {
		sum.Add(sum, term.Quo(power, n.SetInt64(i)))
		times(power, power, z2, w)
		terms++
	}
	sum.Lsh(sum, 1)
	return sum.Add(sum, fixed(l, w)), 32 + 8*terms
}

// minusOne is where the shifting of negative numbers to the right ends.
var minusOne = big.NewInt(-1)

func shiftBy(x *big.Int, k int) {
	if k < 0 {
		x.Rsh(x, uint(-k))
	} else {
		x.Lsh(x, uint(k))
	}
}

// reduceFixed returns r and q with x = q π/2 + r, r at most 2 off and less than 1, q modulo 4. It takes as many more bits
// as x has before the point.
func reduceFixed(x *big.Float, w uint) (r *big.Int, q int64) {
	v := w + uint(max(size(x), 0)) + 8
	quarter := piValue.fixed(v - 1) // π/2
	r = fixed(x, v)
	turns := new(big.Int).Lsh(r, 1)
	turns.Div(turns.Add(turns, quarter), new(big.Int).Lsh(quarter, 1))
	r.Sub(r, quarter.Mul(quarter, turns))
	return r.Rsh(r, v-w), turns.And(turns, big.NewInt(3)).Int64()
}

// waveFixed returns sin x or cos x, at most off of 2^-w away.
func waveFixed(x *big.Float, w uint, sine bool) (y *big.Int, off int64) {
	r, q := reduceFixed(x, w)
	if !sine {
		q++ // cos x = sin(x + π/2)
	}
	r2 := times(new(big.Int), r, r, w)
	if q%2 == 0 {
		y, off = alternating(r, r2, w, 2)
	} else {
		y, off = alternating(new(big.Int).Lsh(big.NewInt(1), w), r2, w, 1)
	}
	if q&2 != 0 {
		y.Neg(y)
	}
	return y, off
}

// alternating returns first (1 - r2/(k(k+1)) (1 - r2/((k+2)(k+3)) …)), at most off away. With r2 < 1 at most 5 off a
// term is less than 5 off: half of 5 and 1, and 1 for the division.
func alternating(first, r2 *big.Int, w uint, k int64) (sum *big.Int, off int64) {
	sum, term, n := new(big.Int).Set(first), new(big.Int).Set(first), new(big.Int)
	for off = 16; term.Sign() != 0 && term.Cmp(minusOne) != 0; k += 2 {
		times(term, term, r2, w)
		term.Quo(term, n.SetInt64(-k*(k+1)))
		sum.Add(sum, term)
		off += 5
	}
	return sum, off
}

// atanFixed returns atan u for 0 <= u <= 1 given times 2^w and at most 2 off, at most off of 2^-w away.
//
// With a float64 l near atan u, atan u = l + atan d, d = (u cos l - sin l)/(cos l + u sin l).
func atanFixed(u *big.Int, w uint) (y *big.Int, off int64) {
	near, _ := new(big.Float).SetMantExp(new(big.Float).SetInt(u), -int(w)).Float64()
	l := big.NewFloat(math.Atan(near))
	sin, off := waveFixed(l, w, true)
	cos, more := waveFixed(l, w, false)
	off = max(off, more)
	num := times(new(big.Int), u, cos, w)
	num.Sub(num, sin)
	den := times(new(big.Int), u, sin, w)
	den.Add(den, cos)
	d := num.Lsh(num, w)
	d.Quo(d, den)
	d2 := times(new(big.Int), d, d, w)
	d2.Neg(d2)
	sum, power, term, n := new(big.Int), d, new(big.Int), new(big.Int)
	for i := int64(1); power.Sign() != 0 && power.Cmp(minusOne) != 0; i += 2 {
		sum.Add(sum, term.Quo(power, n.SetInt64(i)))
		times(power, power, d2, w)
		off += 4
	}
	return sum.Add(sum, fixed(l, w)), 5*off + 32
}
