package algebra

import "chainrule/mathcore/expr"

// Two sides are equal if a function that never takes a value twice is equal on both. Exponentials turn logarithms into
// products; logarithms turn exponentials of unlike fractions into sums.

// sameExponentials proves equality of sides with logarithms by e^(2a) = e^(2b): the 2 takes the bars off.
func (f *field) sameExponentials(a, b expr.Node) bool {
	if !expr.Contains(a, isLogarithm) && !expr.Contains(b, isLogarithm) {
		return false
	}
	twice := func(n expr.Node) expr.Node { return expr.Of(expr.Exp, expr.Product(expr.Int(2), n)) }
	return f.same(twice(a), twice(b))
}

func isLogarithm(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Ln || c.Func == expr.Asinh || c.Func == expr.Acosh || c.Func == expr.Atanh || c.Func == expr.Softplus)
}

// sameLogarithms proves equality of sides that are exponentials up to numbers of the same sign, by their logarithms.
func (f *field) sameLogarithms(a, b expr.Node) bool {
	clear(f.memo)
	p, q := f.value(a), f.value(b)
	if f.undefined || p.c.Sign()*q.c.Sign() <= 0 || !f.exponential(p) || !f.exponential(q) {
		return false
	}
	return f.add(f.log(p), f.log(q).neg()).isZero()
}

func (f *field) exponential(p product) bool {
	for _, q := range p.m {
		if f.kernels[q.Var].kind != expKernel {
			return false
		}
	}
	return len(p.f) == 0 && len(p.m) > 0
}

// expandsToZero reports whether p vanishes once it is multiplied out, as (|x|+x)(|x|-x) does by |x|^2 = x^2.
func (f *field) expandsToZero(p product) bool {
	const longest = 400
	cost, related := int64(1), false
	for _, x := range p.f {
		if _, lazy := f.lazy[x.base]; lazy {
			return false
		}
		if x.n > 0 {
			cost = f.costOf(cost, x.base, x.n)
		}
		for _, t := range f.bases[x.base] {
			related = related || f.algebraicIn(t.M)
		}
	}
	if !related || cost > longest {
		return false
	}
	num, _ := f.expand(p)
	return len(num) == 0
}
