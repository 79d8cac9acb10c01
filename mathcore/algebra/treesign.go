package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// signOfParts returns the sign of n on the common domain: that of an enclosure, or what the signs of its parts tell.
// 0 if neither shows one.
func (ctx *context) signOfParts(n expr.Node) weakSign {
	if s := ctx.signOfTree(n); s != unknownSign {
		return s
	}
	switch n := n.(type) {
	case *expr.Neg:
		return -ctx.signOfParts(n.X)
	case *expr.Mul:
		return ctx.productOfSigns(n.Factors)
	case *expr.Div:
		return ctx.productOfSigns([]expr.Node{n.Num, n.Den})
	case *expr.Add:
		sign := ctx.signOfParts(n.Terms[0])
		for _, t := range n.Terms[1:] {
			if sign == unknownSign || ctx.signOfParts(t) != sign {
				return ctx.signOfForm(n)
			}
		}
		return sign
	case *expr.Call:
		return ctx.signOfCall(n)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return ctx.signOfForm(n)
}

func (ctx *context) productOfSigns(factors []expr.Node) weakSign {
	sign := notNegative
	for _, n := range factors {
		if sign *= ctx.signOfParts(n); sign == unknownSign {
			return unknownSign
		}
	}
	return sign
}

// signOfForm returns the sign that the normal form of n shows.
func (ctx *context) signOfForm(n expr.Node) weakSign {
	p := ctx.value(n)
	if p.isZero() {
		return unknownSign
	}
	return ctx.signOfProduct(p)
}

// signOfCall returns the sign of functions that have that of their argument, and of those of inverse angles.
func (ctx *context) signOfCall(n *expr.Call) weakSign {
	switch {
	case growsThroughZero(n.Func):
		return ctx.signOfParts(n.Args[0])
	case n.Func == expr.Sin || n.Func == expr.Cos || n.Func == expr.Tan:
		return signOfInverse(n.Func, n.Args[0])
	}
	return ctx.signOfForm(n)
}

// signOfInverse returns the sign of sin, cos or tan of a part of acos u, which lies between 0 and π, or of asin u or
// atan u, which lie between -π/2 and π/2. An enclosure is not sharp enough at the ends.
func signOfInverse(fn expr.Func, angle expr.Node) weakSign {
	share, inverse, ok := shareOf(angle)
	if !ok || share.Sign() < 0 {
		return unknownSign
	}
	one, half := big.NewRat(1, 1), big.NewRat(1, 2)
	switch inverse.Func { //nolint:exhaustive // no other is an angle
	case expr.Acos:
		if fn == expr.Sin && share.Cmp(one) <= 0 || fn != expr.Sin && share.Cmp(half) <= 0 {
			return notNegative
		}
	case expr.Asin, expr.Atan:
		if fn == expr.Cos && share.Cmp(one) <= 0 {
			return notNegative
		}
	}
	return unknownSign
}

// shareOf returns c and the function of n = c·f(u) with a rational c.
func shareOf(n expr.Node) (share *big.Rat, inverse *expr.Call, ok bool) {
	switch n := n.(type) {
	case *expr.Call:
		return big.NewRat(1, 1), n, true
	case *expr.Div:
		d, isNumber := n.Den.(*expr.Number)
		share, inverse, ok = shareOf(n.Num)
		if !ok || !isNumber || d.Value.Sign() == 0 {
			return nil, nil, false
		}
		return new(big.Rat).Quo(share, d.Value), inverse, true
	case *expr.Mul:
		c, isNumber := n.Factors[0].(*expr.Number)
		if len(n.Factors) != 2 || !isNumber {
			return nil, nil, false
		}
		share, inverse, ok = shareOf(n.Factors[1])
		if !ok {
			return nil, nil, false
		}
		return new(big.Rat).Mul(share, c.Value), inverse, true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	return nil, nil, false
}
