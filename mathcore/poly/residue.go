package poly

import (
	"math/big"
	"math/bits"

	"chainrule/mathcore/rat"
)

// A Residue is an element of the field of integers modulo the prime 2^61-1.
type Residue uint64

// prime is the modulus; ResidueBits is its length.
const (
	ResidueBits = 61
	prime       = 1<<ResidueBits - 1
)

// ResidueOf returns the residue of c; ok is false where the prime divides the denominator.
func ResidueOf(c rat.Rat) (residue Residue, ok bool) {
	var n, d uint64
	if num, den, small := c.Fraction(); small {
		n, d = rat.Magnitude(num)%prime, uint64(den)%prime
	} else {
		p := big.NewInt(prime)
		n = new(big.Int).Mod(new(big.Int).Abs(c.Big().Num()), p).Uint64()
		d = new(big.Int).Mod(c.Big().Denom(), p).Uint64()
	}
	if d == 0 {
		return 0, false
	}
	if c.Sign() < 0 && n != 0 {
		n = prime - n
	}
	if d != 1 {
		return Residue(n).Mul(Residue(d).Pow(-1)), true
	}
	return Residue(n), true
}

// RandomResidue returns the residue of a number from 1 to 2^61-2 that looks random and is the same for the same
// arguments [splitmix64].
func RandomResidue(seed uint64, v Var) Residue {
	z := (seed+1)*0x9e3779b97f4a7c15 + uint64(v)*0xd1342543de82ef95
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return Residue((z^z>>31)%(prime-1) + 1)
}

// Add returns a + b.
func (a Residue) Add(b Residue) Residue {
	s := a + b
	if s >= prime {
		s -= prime
	}
	return s
}

// Neg returns -a.
func (a Residue) Neg() Residue {
	if a == 0 {
		return 0
	}
	return prime - a
}

// Mul returns a·b.
func (a Residue) Mul(b Residue) Residue {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return Residue(lo & prime).Add(Residue(lo>>ResidueBits | hi<<(64-ResidueBits)))
}

// Pow returns a^n, for a other than 0 where n is negative.
func (a Residue) Pow(n int64) Residue {
	if n < 0 {
		a, n = a.Pow(prime-2), -n // a^(prime-1) is 1 [Fermat]
	}
	result := Residue(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = result.Mul(a)
		}
		a = a.Mul(a)
	}
	return result
}
