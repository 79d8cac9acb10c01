package judge

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// The bounds of exact arithmetic, beyond which no value is told.
const (
	largestExponent = 12
	largestBits     = 4096
)

// exactly computes n in rational numbers. It reports false where a part has no value, or none that is known to be
// rational: of the functions it knows the logarithm of 1 and e^0 alone.
func exactly(n expr.Node, of func(*expr.Symbol) (*big.Rat, bool)) (*big.Rat, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value, true
	case *expr.Symbol:
		return of(n)
	case *expr.Neg:
		x, ok := exactly(n.X, of)
		if !ok {
			return nil, false
		}
		return new(big.Rat).Neg(x), true
	case *expr.Add:
		return folded(n.Terms, new(big.Rat), (*big.Rat).Add, of)
	case *expr.Mul:
		return folded(n.Factors, big.NewRat(1, 1), (*big.Rat).Mul, of)
	case *expr.Div:
		a, okA := exactly(n.Num, of)
		b, okB := exactly(n.Den, of)
		if !okA || !okB || b.Sign() == 0 {
			return nil, false
		}
		return small(new(big.Rat).Quo(a, b))
	case *expr.Pow:
		return exactPower(n, of)
	case *expr.Call:
		return exactCall(n, of)
	case *expr.Constant, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

func folded(parts []expr.Node, start *big.Rat, join func(z, x, y *big.Rat) *big.Rat, of func(*expr.Symbol) (*big.Rat, bool)) (*big.Rat, bool) {
	for _, part := range parts {
		x, ok := exactly(part, of)
		if !ok {
			return nil, false
		}
		start = join(new(big.Rat), start, x)
		if _, ok := small(start); !ok {
			return nil, false
		}
	}
	return start, true
}

func small(r *big.Rat) (*big.Rat, bool) {
	return r, r.Num().BitLen() <= largestBits && r.Denom().BitLen() <= largestBits
}

// exactPower computes whole powers of what is not 0, and e^0.
func exactPower(n *expr.Pow, of func(*expr.Symbol) (*big.Rat, bool)) (*big.Rat, bool) {
	exponent, ok := exactly(n.Exp, of)
	if !ok || !exponent.IsInt() || !exponent.Num().IsInt64() {
		return nil, false
	}
	k := exponent.Num().Int64()
	if c, ok := n.Base.(*expr.Constant); ok && c.Name == expr.E && k == 0 {
		return big.NewRat(1, 1), true
	}
	base, ok := exactly(n.Base, of)
	if !ok || base.Sign() == 0 && k <= 0 || k > largestExponent || k < -largestExponent {
		return nil, false
	}
	result := big.NewRat(1, 1)
	for range max(k, -k) {
		result.Mul(result, base)
		if _, ok := small(result); !ok {
			return nil, false
		}
	}
	if k < 0 {
		result.Inv(result)
	}
	return result, true
}

func exactCall(n *expr.Call, of func(*expr.Symbol) (*big.Rat, bool)) (*big.Rat, bool) {
	if len(n.Args) != 1 {
		return nil, false
	}
	x, ok := exactly(n.Args[0], of)
	switch {
	case !ok:
	case n.Func == expr.Ln && x.Cmp(big.NewRat(1, 1)) == 0:
		return new(big.Rat), true
	case n.Func == expr.Exp && x.Sign() == 0:
		return big.NewRat(1, 1), true
	case n.Func == expr.Abs:
		return new(big.Rat).Abs(x), true
	}
	return nil, false
}
