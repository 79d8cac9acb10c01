package algebra

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// mostNewton bounds the terms that a sum has when it is written by differences.
const mostNewton = 64

// leastWhole returns a lower bound of a sum of products of letters that stand for whole numbers. Each letter is its least value and
// u more, and each function of u is written as Newton does, by multiples of u(u-1)…(u-j), none of which is negative where u is a whole
// number and not negative. If no other multiple is negative, the sum is at least its number: n²-n from n = 1 on is u(u-1)+2u and
// at least 0.
func (ctx *context) leastWhole(p product) (least rat.Rat, ok bool) {
	num, den := ctx.expand(p)
	bends := func(t poly.Term) bool {
		return t.C.Sign() > 0 && (len(t.M) > 1 || len(t.M) == 1 && !ctx.isLetter(t.M[0]))
	}
	if !den.IsOne() || !slices.ContainsFunc(num, bends) {
		return least, false
	}
	sum, number := map[string]*big.Rat{}, new(big.Rat)
	for _, t := range num {
		terms, ok := ctx.byDifferences(t)
		if !ok || len(sum)+len(terms) > mostNewton {
			return least, false
		}
		ctx.ring.Spend(len(terms))
		for _, n := range terms {
			if n.of == "" {
				number.Add(number, n.c)
				continue
			}
			if sum[n.of] == nil {
				sum[n.of] = new(big.Rat)
			}
			sum[n.of].Add(sum[n.of], n.c)
		}
	}
	for c := range maps.Values(sum) {
		if c.Sign() < 0 {
			return least, false
		}
	}
	return rat.Of(number), true
}

// isLetter reports whether q is a letter to the power 1.
func (ctx *context) isLetter(q poly.Power) bool {
	return q.IsVar() && ctx.kernels[q.Var].kind == symbolKernel
}

// A newtonTerm is a multiple of a product of factors u(u-1)…(u-j), which are spelled by their letters and numbers.
type newtonTerm struct {
	of string
	c  *big.Rat
}

// byDifferences returns a product of functions of one letter each by differences; less than it, if its factor is positive and a power
// of a number stands in it.
func (ctx *context) byDifferences(t poly.Term) ([]newtonTerm, bool) {
	terms := []newtonTerm{{c: t.C.Big()}}
	var met []kernelID
	for _, q := range t.M {
		letter, differences, ok := ctx.differences(q, t.C.Sign() > 0)
		if !ok || slices.Contains(met, letter) || len(terms)*len(differences) > mostNewton {
			return nil, false
		}
		met = append(met, letter)
		var next []newtonTerm
		for _, n := range terms {
			for j, d := range differences {
				of := n.of
				if j > 0 {
					of += fmt.Sprintf("%d:%d ", letter, j)
				}
				next = append(next, newtonTerm{of, new(big.Rat).Mul(n.c, d)})
			}
		}
		terms = next
	}
	return terms, true
}

// differences returns the multiples of 1, u, u(u-1) and so on that q is; of c^n, where less will do, those of c^l·(1 + (c-1)u), which is
// not greater.
func (ctx *context) differences(q poly.Power, less bool) (letter kernelID, multiples []*big.Rat, ok bool) {
	const mostPower = 6
	if q.Den != 1 || q.Num < 1 || q.Num > mostPower {
		return 0, nil, false
	}
	if base, letter, ok := ctx.growingPower(q); ok && less {
		low, ok := ctx.leastCount(letter)
		if !ok || low < 0 || low > boundLimit {
			return 0, nil, false
		}
		at := powerOf(base, low)
		return letter, []*big.Rat{at, new(big.Rat).Mul(at, big.NewRat(base-1, 1))}, true
	}
	low, known := ctx.leastCount(q.Var)
	if !known || low < 0 {
		return 0, nil, false
	}
	values := make([]*big.Rat, q.Num+1)
	for u := range values {
		values[u] = powerOf(low+int64(u), q.Num)
	}
	for j := 1; j < len(values); j++ { // the differences of those before, by j: divided by 1, 2, … they are the multiples
		for u := len(values) - 1; u >= j; u-- {
			values[u] = new(big.Rat).Sub(values[u], values[u-1])
			values[u].Mul(values[u], big.NewRat(1, int64(j)))
		}
	}
	return q.Var, values, true
}

// powerOf returns b^n.
func powerOf(b, n int64) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(b), big.NewInt(n), nil))
}

// growingPower returns the whole number c > 1 and the letter n of c^n.
func (ctx *context) growingPower(q poly.Power) (base int64, letter kernelID, ok bool) {
	k := &ctx.kernels[q.Var]
	if k.kind != expKernel {
		return 0, 0, false
	}
	exponent := k.args[0]
	if !exponent.c.IsOne() || len(exponent.f) > 0 || len(exponent.m) != 2 {
		return 0, 0, false
	}
	for i, l := range exponent.m {
		log, n := ctx.kernels[l.Var], exponent.m[1-i]
		if !l.IsVar() || log.kind != logKernel || log.target.isBase || !ctx.isLetter(n) {
			continue
		}
		number := ctx.kernels[log.target.id]
		if number.kind != integerKernel {
			return 0, 0, false
		}
		c, small := number.number.Int64()
		if !small || c < 2 || c > domainLimit {
			return 0, 0, false
		}
		all := powerOf(c, q.Num).Num()
		return all.Int64(), n.Var, all.IsInt64()
	}
	return 0, 0, false
}

// leastCount returns the least whole number that a letter may be which stands for whole numbers, or counts.
func (ctx *context) leastCount(k kernelID) (int64, bool) {
	if ctx.kernels[k].kind != symbolKernel {
		return 0, false
	}
	symbol := ctx.kernels[k].symbol
	if s, bound := ctx.spanOf(k); bound {
		return s.lo.int64()
	}
	if d, declared := ctx.scope.Domain(symbol); declared && !d.Whole {
		return 0, false
	}
	low, known := ctx.lowest(k)
	n, small := low.Int64()
	return n, known && small && n <= domainLimit
}
