package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// modulusPower returns |p|^e. It is how roots and powers with broken exponents enter the field: where p^e has a value
// for a broken e, p is not negative. What stands between bars is kept coprime, as under logarithms.
func (f *field) modulusPower(p product, e rat.Rat) product {
	if p.isZero() {
		if e.Sign() <= 0 {
			f.undefined = true
		}
		return zeroProduct
	}
	result := f.numberPower(p.c.Abs(), e)
	for _, q := range p.m {
		result = f.mul(result, f.targetPower(kernelTarget(q.Var), q.Exponent().Mul(e)))
	}
	for _, x := range p.f {
		if square, monic, n, ok := f.gaussian(x.base); ok {
			ex := rat.Int(x.n).Mul(e)
			result = f.mul(result, f.numberPower(square, ex.Mul(rat.Frac(1, 2))))
			result = f.mul(result, f.modulusPower(monic, rat.Int(n).Mul(ex)))
			continue
		}
		for _, part := range f.squareFree(x.base) {
			f.keepCoprime(part.base)
			for _, piece := range f.baseFactors(part.base) {
				n := rat.Int(piece.n).Mul(rat.Int(part.n)).Mul(rat.Int(x.n)).Mul(e)
				if r, ok := f.reciprocals[piece.base]; ok {
					result = f.mul(result, f.modulusPower(r.top, n))
					piece.base, n = r.of, n.Neg()
				}
				result = f.mul(result, f.targetPower(baseTarget(piece.base), n))
			}
		}
	}
	return result
}

// targetPower returns |t|^e.
func (f *field) targetPower(t target, e rat.Rat) product {
	n, whole := e.Int64()
	even := whole && n%2 == 0
	if t.isBase {
		if even && !f.complexBase(baseID(t.id)) {
			return f.pow(f.targetProduct(t), n)
		}
		return f.modulus(t, e)
	}
	id := kernelID(t.id)
	switch k := &f.kernels[id]; k.kind {
	case imagKernel, unitKernel, parityKernel:
		return oneProduct
	case expKernel, modulusKernel, piKernel:
		return f.kernelPower(id, e)
	case productKernel:
		if even {
			return f.kernelPower(id, e)
		}
		return f.productOver(int(k.target.id), k.args[0], k.args[1], f.modulusPower(k.args[2], e))
	case symbolKernel, integerKernel, logKernel, callKernel, applyKernel, seriesKernel, powerKernel:
		if even {
			return f.kernelPower(id, e)
		}
		if k.kind == symbolKernel && f.sign(t) > 0 {
			return f.kernelPower(id, e)
		}
	}
	return f.modulus(t, e)
}

// kernelPower returns k^e for a kernel that is never negative, or a whole e.
func (f *field) kernelPower(k kernelID, e rat.Rat) product {
	p, ok := poly.VarToRat(k, e)
	if !ok {
		f.exceed()
	}
	return f.reduced(product{c: rat.Int(1), m: poly.Monomial{p}})
}

// modulus returns the kernel |t| raised to e, and notes it as doubtful when the sign of t is not known. A complex t has
// no sign: |t| is neither t nor -t.
func (f *field) modulus(t target, e rat.Rat) product {
	if p, ok := f.likeSimpler(t, e); ok {
		return p
	}
	if f.sign(t) == 0 && (!t.isBase || !f.complexBase(baseID(t.id))) {
		f.doubt(t)
	}
	return f.kernelPower(f.intern(kernel{kind: modulusKernel, target: t}), e)
}

// doubt notes a target whose sign is worth looking at by cases. One that counts along in a sum is not: its terms need not
// have one sign.
func (f *field) doubt(t target) {
	if f.targetLevels(t) == 0 && !slices.Contains(f.doubtful, t) {
		f.doubtful = append(f.doubtful, t)
	}
}

// numberPower returns c^e for a positive rational c, split over primes.
func (f *field) numberPower(c rat.Rat, e rat.Rat) product {
	if n, whole := e.Int64(); whole {
		return constant(f.ring.PowRat(c, n))
	}
	result := oneProduct
	for _, p := range f.primePowers(c) {
		k := f.intern(kernel{kind: integerKernel, number: p.prime})
		result = f.mul(result, f.modulus(kernelTarget(k), rat.Int(p.exponent).Mul(e)))
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
func (f *field) primePowers(c rat.Rat) []primePower {
	if n, d, small := c.Fraction(); small {
		f.meter.Spend(8)
		return append(factorInt(n, 1), factorInt(d, -1)...)
	}
	f.meter.Spend(largestTrialDivisor * (2 + c.BitLen()/1024))
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
