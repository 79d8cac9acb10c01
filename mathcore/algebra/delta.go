package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// delta returns the Kronecker delta: decided where the difference of the indices is a number. Between values of
// which one is declared to run through an interval it is 1 less the square of the sign of their difference.
func (ctx *context) delta(a, b product) product {
	difference := ctx.add(a, b.neg())
	switch {
	case difference.isZero():
		return oneProduct
	case difference.isConstant(), ctx.atLeastSome(difference), ctx.atLeastSome(difference.neg()):
		return zeroProduct
	}
	if tree := ctx.productTree(difference); tree != nil && slices.ContainsFunc(expr.Symbols(tree), func(s *expr.Symbol) bool {
		_, declared := ctx.scope.Domain(s)
		return declared && !isBoundSymbol(s) && !ctx.scope.Counts(s)
	}) {
		sign := ctx.signum(tree)
		return ctx.add(oneProduct, ctx.mul(sign, sign).neg())
	}
	if p, ok := ctx.deltaOfOne(difference); ok {
		return p
	}
	if p := ctx.canonical(difference); len(p.m) == 0 && len(p.f) == 1 && p.f[0].n == 1 && len(ctx.bases[p.f[0].base]) > 1 {
		if a, b = ctx.compared(ctx.bases[p.f[0].base]); a.isConstant() && b.isConstant() {
			return zeroProduct
		}
	}
	if string(a.appendKey(nil)) > string(b.appendKey(nil)) {
		a, b = b, a
	}
	return ctx.call(expr.Delta, a, b)
}

// compared returns what a δ compares that is 1 where a primitive sum is 0: its terms on the side on which they are positive, so
// that 2i and 2j+2 are compared as i and j+1 are. Two numbers are returned if it is never 0, as 2i+1 is not.
func (ctx *context) compared(p poly.Poly) (a, b product) {
	var above, below poly.Poly
	common, number, whole := new(big.Int), new(big.Int), true
	for _, t := range p {
		if t.C.Sign() > 0 {
			above = append(above, t)
		} else {
			below = append(below, poly.Term{C: t.C.Neg(), M: t.M})
		}
		c := t.C.Big().Num()
		if len(t.M) == 0 {
			number.Set(c)
			continue
		}
		common.GCD(nil, nil, common, new(big.Int).Abs(c))
		whole = whole && ctx.wholeMonomial(t.M)
	}
	if whole && common.Sign() > 0 && new(big.Int).Rem(number, common).Sign() != 0 {
		return zeroProduct, oneProduct
	}
	return ctx.canonical(ctx.fromPoly(above, nil)), ctx.canonical(ctx.fromPoly(below, nil))
}

// largestRootOfDelta bounds the whole numbers at which a δ may be 1.
const largestRootOfDelta = 100

// deltaOfOne returns the δ of a difference that is a polynomial in one letter of whole numbers: the sum of those that compare
// the letter with each of its whole roots in the domain. They lie no farther from 0 than 1 and the greatest coefficient over
// the leading one.
func (ctx *context) deltaOfOne(difference product) (product, bool) {
	num, den := ctx.expand(ctx.canonical(difference))
	if !den.IsOne() || len(num) == 0 {
		return product{}, false
	}
	var letter kernelID
	leading, most, degree := rat.Int(0), rat.Int(0), int64(0)
	for _, t := range num {
		most = largerOf(most, t.C.Abs())
		if len(t.M) == 0 {
			continue
		}
		if len(t.M) != 1 || t.M[0].Den != 1 || t.M[0].Num <= 0 || degree > 0 && t.M[0].Var != letter {
			return product{}, false
		}
		if letter = t.M[0].Var; t.M[0].Num > degree {
			degree, leading = t.M[0].Num, t.C.Abs()
		}
	}
	k := &ctx.kernels[letter]
	if degree == 0 || k.kind != symbolKernel || isBoundSymbol(k.symbol) {
		return product{}, false
	}
	d, _ := ctx.scope.Domain(k.symbol)
	bound := most.Mul(leading.Inv()).Add(rat.Int(1))
	if !d.Whole || bound.Cmp(rat.Int(largestRootOfDelta)) > 0 {
		return product{}, false
	}
	at, sum := ctx.kernelProduct(letter), zeroProduct
	for r := int64(-largestRootOfDelta); r <= largestRootOfDelta; r++ {
		value := rat.Int(r)
		if bound.Cmp(value.Abs()) < 0 || !d.Contains(value.Big()) || !valueAt(num, value).IsZero() {
			continue
		}
		sum = ctx.add(sum, ctx.call(expr.Delta, constant(value), at))
	}
	return sum, true
}

func largerOf(a, b rat.Rat) rat.Rat {
	if a.Cmp(b) < 0 {
		return b
	}
	return a
}

// valueAt returns the value of a polynomial in one letter.
func valueAt(p poly.Poly, x rat.Rat) rat.Rat {
	sum := rat.Int(0)
	for _, t := range p {
		value := t.C
		for _, q := range t.M {
			for range q.Num {
				value = value.Mul(x)
			}
		}
		sum = sum.Add(value)
	}
	return sum
}
