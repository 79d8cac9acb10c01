package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
)

// peelLimit bounds how many terms are taken from the ends of a sum.
const peelLimit = 8

// peeled returns a sum whose lower bound is 1 or more and whose upper bound has no number added, the other terms beside
// it: the sum from 0 to n+1 as the terms at 0 and n+1 and the sum from 1 to n. It reports false when the sum is of this
// form already.
func (f *field) peeled(level int, lo, hi, body product) (product, bool) {
	below, under := int64(0), lo
	if lo.isZero() || lo.isConstant() && lo.c.isInt() && lo.c.big == nil && lo.c.n <= 0 {
		below, under = 1-lo.c.n, oneProduct
	}
	beyond, upper := f.splitBound(hi)
	tree, trunk := f.productTree(body), f.productTree(upper)
	if below == 0 && beyond == 0 || below > peelLimit || absInt(beyond) > peelLimit || tree == nil || trunk == nil {
		return product{}, false
	}
	if beyond < 0 && !f.defined(body) {
		return product{}, false
	}
	at := func(n expr.Node) product { return f.value(expr.Substitute(tree, boundSymbol(level), n)) }
	terms := []product{f.sumOfMonomial(level, under, upper, body)}
	for i := int64(0); i < below; i++ {
		f.spend(len(body.m) + 1)
		terms = append(terms, at(expr.Int(-i)))
	}
	for i := int64(1); i <= beyond; i++ {
		f.spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))))
	}
	for i := beyond + 1; i <= 0; i++ {
		f.spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))).neg())
	}
	return f.add(terms...), true
}

// splitBound returns the bound as a whole number and what it is added to; the number is 0 when nothing else is left.
func (f *field) splitBound(hi product) (int64, product) {
	num, den := f.expand(hi)
	at := slices.IndexFunc(num, func(t term) bool { return len(t.m) == 0 })
	if at < 0 || len(num) < 2 || !isOne(den) || !num[at].c.isInt() || num[at].c.big != nil {
		return 0, hi
	}
	rest := slices.Delete(slices.Clone(num), at, at+1)
	return num[at].c.n, f.canonical(f.fromPoly(rest, nil))
}

func isOne(p poly) bool { return len(p) == 1 && len(p[0].m) == 0 && p[0].c.equal(ratInt(1)) }

// defined reports whether the body certainly has a value at every index: a term beyond the end of a sum may have none.
func (f *field) defined(body product) bool {
	for _, q := range body.m {
		if f.kernels[q.k].kind != symbolKernel || q.n < 0 || q.d != 1 {
			return false
		}
	}
	return !slices.ContainsFunc(body.f, func(x factor) bool { return x.n < 0 })
}
