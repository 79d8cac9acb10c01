package algebra

import (
	"math/big"

	"chainrule/mathcore/rat"
)

// modulusPower returns |p|^e. It is how roots and powers with broken exponents come about: where p^e has a value
// for a broken e, p is not negative. What stands between bars is kept coprime, as under logarithms.
func (ctx *context) modulusPower(p product, e rat.Rat) product {
	if p.isZero() {
		if e.Sign() <= 0 {
			ctx.facts.noValue = true
		}
		return zeroProduct
	}
	result := ctx.numberPower(p.c.Abs(), e)
	for _, q := range p.m {
		result = ctx.mul(result, ctx.targetPower(kernelTarget(q.Var), q.Exponent().Mul(e)))
	}
	for _, x := range p.f {
		if square, monic, n, ok := ctx.gaussian(x.base); ok {
			ex := rat.Int(x.n).Mul(e)
			result = ctx.mul(result, ctx.numberPower(square, ex.Mul(rat.Frac(1, 2))))
			result = ctx.mul(result, ctx.modulusPower(monic, rat.Int(n).Mul(ex)))
			continue
		}
		for _, part := range ctx.squareFree(x.base) {
			ctx.keepCoprime(part.base)
			for _, piece := range ctx.baseFactors(part.base) {
				n := rat.Int(piece.n).Mul(rat.Int(part.n)).Mul(rat.Int(x.n)).Mul(e)
				if r, ok := ctx.reciprocals[piece.base]; ok {
					result = ctx.mul(result, ctx.modulusPower(r.top, n))
					piece.base, n = r.of, n.Neg()
				}
				result = ctx.mul(result, ctx.targetPower(baseTarget(piece.base), n))
			}
		}
	}
	return result
}

// targetPower returns |t|^e.
func (ctx *context) targetPower(t target, e rat.Rat) product {
	n, whole := e.Int64()
	even := whole && n%2 == 0
	if t.isBase {
		if even && !ctx.complexBase(baseID(t.id)) {
			return ctx.pow(ctx.targetProduct(t), n)
		}
		return ctx.modulus(t, e)
	}
	id := kernelID(t.id)
	switch k := &ctx.kernels[id]; k.kind {
	case imagKernel, unitKernel, parityKernel:
		return oneProduct
	case expKernel, modulusKernel, piKernel:
		return ctx.kernelPower(id, e)
	case productKernel:
		if even {
			return ctx.kernelPower(id, e)
		}
		return ctx.productOver(int(k.target.id), k.args[0], k.args[1], ctx.modulusPower(k.args[2], e))
	case symbolKernel, integerKernel, logKernel, callKernel, applyKernel, seriesKernel, powerKernel:
		if even {
			return ctx.kernelPower(id, e)
		}
		if k.kind == symbolKernel && ctx.signOf(t) == notNegative {
			return ctx.kernelPower(id, e)
		}
	}
	return ctx.modulus(t, e)
}

// kernelPower returns k^e for a kernel that is never negative, or a whole e.
func (ctx *context) kernelPower(k kernelID, e rat.Rat) product {
	return ctx.reduced(product{c: rat.Int(1), m: ctx.ring.VarTo(k, e)})
}

// modulus returns the kernel |t| raised to e, and notes t when its sign is not known. A complex t has
// no sign: |t| is neither t nor -t.
func (ctx *context) modulus(t target, e rat.Rat) product {
	if p, ok := ctx.bySimplerSign(t, e); ok {
		return p
	}
	if p, ok := ctx.byRealTurn(t, e); ok {
		return p
	}
	if ctx.signOf(t) == unknownSign && (!t.isBase || !ctx.complexBase(baseID(t.id))) {
		ctx.noteUnknown(t)
	}
	return ctx.kernelPower(ctx.intern(kernel{kind: modulusKernel, target: t}), e)
}

// numberPower returns c^e for a positive rational c, split over primes.
func (ctx *context) numberPower(c rat.Rat, e rat.Rat) product {
	if n, whole := e.Int64(); whole {
		return constant(ctx.ring.PowRat(c, n))
	}
	result := oneProduct
	for _, p := range ctx.primePowers(c) {
		k := ctx.intern(kernel{kind: integerKernel, number: p.prime})
		result = ctx.mul(result, ctx.modulus(kernelTarget(k), rat.Int(p.exponent).Mul(e)))
	}
	return result
}

// A primePower is a prime, or a whole number whose factors were too large to be found, with its exponent.
type primePower struct {
	prime    rat.Rat
	exponent int64
}

// largestTrialDivisor bounds the search for prime factors.
const largestTrialDivisor = 1 << 10

// primePowers factors a positive rational; the denominator has negative exponents.
func (ctx *context) primePowers(c rat.Rat) []primePower {
	if n, d, small := c.Fraction(); small {
		ctx.meter.Spend(8)
		return append(factorInt(n, 1), factorInt(d, -1)...)
	}
	ctx.meter.Spend(largestTrialDivisor * (2 + c.BitLen()/1024))
	return append(factorBig(c.Big().Num(), 1), factorBig(c.Big().Denom(), -1)...)
}

func factorInt(n, sign int64) []primePower {
	var found []primePower
	for p := int64(2); p < largestTrialDivisor && p*p <= n; p++ {
		exponent := int64(0)
		for n%p == 0 {
			n /= p
			exponent++
		}
		if exponent > 0 {
			found = append(found, primePower{rat.Int(p), sign * exponent})
		}
	}
	if n > 1 {
		found = append(found, primePower{rat.Int(n), sign})
	}
	return found
}

func factorBig(n *big.Int, sign int64) []primePower {
	var found []primePower
	rest, q, r := new(big.Int).Set(n), new(big.Int), new(big.Int)
	for p := int64(2); p < largestTrialDivisor; p++ {
		prime, exponent := big.NewInt(p), int64(0)
		for {
			q.QuoRem(rest, prime, r)
			if r.Sign() != 0 {
				break
			}
			rest.Set(q)
			exponent++
		}
		if exponent > 0 {
			found = append(found, primePower{rat.Int(p), sign * exponent})
		}
	}
	if rest.IsInt64() {
		if n := rest.Int64(); n > 1 {
			found = append(found, factorInt(n, sign)...)
		}
		return found
	}
	return append(found, primePower{rat.Of(new(big.Rat).SetInt(rest)), sign})
}
