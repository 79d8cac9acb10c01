package eval

import (
	"math"
	"math/big"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
)

// Rational returns the value of an expression that is made of numbers by + - * / and whole powers, or nil if it is
// not, has no value, or has too many digits.
func Rational(n expr.Node) *big.Rat { return rational(nil, n) }

func rational(m *budget.Meter, n expr.Node) *big.Rat {
	if r, ok := n.(*expr.Number); ok {
		return r.Value
	}
	p, ok := CompileUnder(m, n, nil)
	if !ok || len(p.code) != 1 || p.code[0].op != opConst {
		return nil
	}
	return p.consts[p.code[0].a].exact
}

var two = big.NewRat(2, 1)

// bits returns the size of a rational.
func bits(r *big.Rat) int { return r.Num().BitLen() + r.Denom().BitLen() }

// same reports whether two rationals are equal. It needs no memory, as Cmp does.
func same(r, s *big.Rat) bool { return r.Num().Cmp(s.Num()) == 0 && r.Denom().Cmp(s.Denom()) == 0 }

// small returns r as a small whole number if it is one.
func small(r *big.Rat) (int32, bool) {
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	k := r.Num().Int64()
	return int32(k), -math.MaxInt32 <= k && k <= math.MaxInt32
}

// foldPower returns x^k if that is defined and of moderate size, else nil.
func foldPower(x *big.Rat, k int32) *big.Rat {
	n := max(k, -k)
	if int64(bits(x))*int64(n) > foldLimit || x.Sign() == 0 && k <= 0 {
		return nil
	}
	return powerOf(x, int64(k))
}

// powerOf returns x^k, x not 0 unless k > 0.
func powerOf(x *big.Rat, k int64) *big.Rat {
	n := big.NewInt(max(k, -k))
	num, den := new(big.Int).Exp(x.Num(), n, nil), new(big.Int).Exp(x.Denom(), n, nil)
	if k < 0 {
		num, den = den, num
	}
	return new(big.Rat).SetFrac(num, den)
}
