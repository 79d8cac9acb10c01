package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// peelLimit bounds how many terms are taken from the ends of a sum.
const peelLimit = 8

// peeled returns a sum whose lower bound is 1 or more and whose upper bound has no number added, the other terms beside
// it: the sum from 0 to n+1 as the terms at 0 and n+1 and the sum from 1 to n. It reports false when the sum is of this
// form already.
func (f *field) peeled(level int, lo, hi, body product) (product, bool) {
	below, under := int64(0), lo
	if first, whole := lo.int64(); whole && first <= 0 {
		below, under = 1-first, oneProduct
	}
	beyond, upper := f.splitBound(hi)
	tree, trunk := f.productTree(body), f.productTree(upper)
	if below == 0 && beyond == 0 || below > peelLimit || rat.Magnitude(beyond) > peelLimit || tree == nil || trunk == nil {
		return product{}, false
	}
	if beyond < 0 && !f.defined(body) {
		return product{}, false
	}
	at := func(n expr.Node) product { return f.value(expr.Substitute(tree, boundSymbol(level), n)) }
	terms := []product{f.sumOfMonomial(level, under, upper, body)}
	for i := int64(0); i < below; i++ {
		f.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Int(-i)))
	}
	for i := int64(1); i <= beyond; i++ {
		f.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))))
	}
	for i := beyond + 1; i <= 0; i++ {
		f.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))).neg())
	}
	return f.add(terms...), true
}

// splitBound returns the bound as a whole number and what it is added to; the number is 0 when nothing else is left.
func (f *field) splitBound(hi product) (int64, product) {
	num, den := f.expand(hi)
	at := slices.IndexFunc(num, func(t poly.Term) bool { return len(t.M) == 0 })
	if at < 0 || len(num) < 2 || !den.IsOne() {
		return 0, hi
	}
	n, whole := num[at].C.Int64()
	if !whole {
		return 0, hi
	}
	rest := slices.Delete(slices.Clone(num), at, at+1)
	return n, f.canonical(f.fromPoly(rest, nil))
}

// defined reports whether the body certainly has a value at every index: a term beyond the end of a sum may have none.
func (f *field) defined(body product) bool {
	for _, q := range body.m {
		if f.kernels[q.Var].kind != symbolKernel || q.Num < 0 || q.Den != 1 {
			return false
		}
	}
	return !slices.ContainsFunc(body.f, func(x factor) bool { return x.n < 0 })
}
