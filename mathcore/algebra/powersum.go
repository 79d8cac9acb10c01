package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// powerSumLimit bounds the exponents of sums of powers that are written as polynomials.
const powerSumLimit = 8

// powerSum returns the sum of the powers kᵖ of the index from lo to hi as a polynomial in the bounds. It reports false for
// every other body. Source: Faulhaber's formula with the Bernoulli numbers of B₁ = 1/2.
func (ctx *context) powerSum(level int, lo, hi, body product) (product, bool) {
	if len(body.f) > 0 || len(body.m) != 1 || body.m[0].Den != 1 || body.m[0].Num < 1 || body.m[0].Num > powerSumLimit {
		return product{}, false
	}
	k := ctx.kernels[body.m[0].Var]
	last, before := ctx.productTree(hi), ctx.productTree(ctx.add(lo, oneProduct.neg()))
	if k.kind != symbolKernel || !expr.Equal(k.symbol, boundSymbol(level)) || last == nil || before == nil {
		return product{}, false
	}
	p := int(body.m[0].Num)
	return ctx.value(expr.Minus(powersUpTo(p, last), powersUpTo(p, before))).scaled(body.c), true
}

// powersUpTo returns 1ᵖ + 2ᵖ + … + nᵖ as a polynomial in n.
func powersUpTo(p int, n expr.Node) expr.Node {
	bernoulli := []*big.Rat{big.NewRat(1, 1)}
	for m := int64(1); m <= int64(p); m++ {
		next := new(big.Rat)
		for j, b := range bernoulli {
			c := new(big.Rat).SetInt(new(big.Int).Binomial(m+1, int64(j)))
			next.Sub(next, c.Mul(c, b))
		}
		bernoulli = append(bernoulli, next.Quo(next, big.NewRat(m+1, 1)))
	}
	bernoulli[1].Neg(bernoulli[1])
	terms := make([]expr.Node, len(bernoulli))
	for j, b := range bernoulli {
		c := new(big.Rat).SetInt(new(big.Int).Binomial(int64(p)+1, int64(j)))
		c.Mul(c, b).Quo(c, big.NewRat(int64(p)+1, 1))
		terms[j] = expr.Product(expr.Rational(c), expr.Power(n, expr.Int(int64(p+1-j))))
	}
	return expr.Sum(terms...)
}
