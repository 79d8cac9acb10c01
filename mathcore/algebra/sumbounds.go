package algebra

import (
	"math/big"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// atLeastSome reports whether p is surely greater than 0: a number above 0 and terms that are never negative, once for each sum
// over a range what it is at least is put in, 0 for Σ y_k and -n for -Σ y_k with y_k in {0, 1}.
func (ctx *context) atLeastSome(p product) bool {
	num, den := ctx.expand(p)
	if !den.IsOne() || ctx.complex(num) || !ctx.holdsSum(num) {
		return false
	}
	terms, sums := []product{}, []rangeSum{}
	for _, t := range num {
		if !ctx.joinSum(&sums, t) {
			terms = append(terms, product{c: t.C, m: t.M})
		}
	}
	for _, s := range sums {
		least, ok := ctx.leastOfSum(s)
		if !ok {
			return false
		}
		terms = append(terms, least)
	}
	num, _ = ctx.expand(ctx.add(terms...))
	positive := false
	for _, t := range num {
		positive = positive || len(t.M) == 0 && t.C.Sign() > 0
	}
	return positive && ctx.termwisePositive(num)
}

func (ctx *context) holdsSum(p poly.Poly) bool {
	for _, t := range p {
		for _, q := range t.M {
			if ctx.kernels[q.Var].kind == seriesKernel {
				return true
			}
		}
	}
	return false
}

// A rangeSum is sums over one range put together.
type rangeSum struct {
	level  int32
	lo, hi product
	body   product
}

// joinSum adds a multiple of a sum to those over the same range. It reports false for every other term.
func (ctx *context) joinSum(sums *[]rangeSum, t poly.Term) bool {
	if len(t.M) != 1 || !t.M[0].IsVar() || ctx.kernels[t.M[0].Var].kind != seriesKernel {
		return false
	}
	k := ctx.kernels[t.M[0].Var]
	body := k.args[2].scaled(t.C)
	for i := range *sums {
		if s := &(*sums)[i]; s.level == k.target.id && s.lo.equal(k.args[0]) && s.hi.equal(k.args[1]) {
			s.body = ctx.add(s.body, body)
			return true
		}
	}
	*sums = append(*sums, rangeSum{k.target.id, k.args[0], k.args[1], body})
	return true
}

// leastOfSum returns what a sum is at least: the number of its terms times what one is at least.
func (ctx *context) leastOfSum(s rangeSum) (product, bool) {
	least, ok := ctx.leastOfTerm(s.body)
	if !ok {
		return product{}, false
	}
	if !ctx.ordered(s.lo, s.hi) { // where there are no terms it is 0
		return zeroProduct, least.Sign() >= 0
	}
	return ctx.add(s.hi, s.lo.neg(), oneProduct).scaled(rat.Of(least)), true
}

// mostTermValues bounds the values that are looked through for the least.
const mostTermValues = 27

// leastOfTerm returns a lower bound of what is summed: the least of its values, if the letters in it have but few, or what it encloses.
func (ctx *context) leastOfTerm(body product) (*big.Rat, bool) {
	tree := ctx.productTree(body)
	if tree == nil || expr.Contains(tree, isSeries) {
		return nil, false
	}
	values := []expr.Node{tree}
	for _, s := range expr.Symbols(tree) {
		d, _ := ctx.scope.Domain(s)
		if len(d.Set)*len(values) > mostTermValues || len(d.Set) == 0 {
			values = nil
			break
		}
		var each []expr.Node
		for _, n := range values {
			for _, v := range d.Set {
				ctx.meter.Spend(expr.Size(n))
				each = append(each, expr.Substitute(n, s, expr.Rational(v)))
			}
		}
		values = each
	}
	var least *big.Rat
	for _, n := range values {
		v := eval.Rational(n)
		if v == nil {
			return nil, false
		}
		if least == nil || v.Cmp(least) < 0 {
			least = v
		}
	}
	if least != nil {
		return least, true
	}
	e, ok := enclosed(ctx, tree)
	if !ok {
		return nil, false
	}
	least = new(big.Rat).SetFloat64(e.Lo)
	return least, least != nil
}
