package algebra

import (
	"math"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// value returns the normal form of n. Definitions must have been put in and derivatives taken before.
func (f *field) value(n expr.Node) product {
	if p, known := f.memo[n]; known {
		return p
	}
	f.meter.Spend(unitsOfNode)
	p := f.compute(n)
	f.memo[n] = p
	return p
}

// unitsOfNode is what a node of the tree costs, beside the arithmetic.
const unitsOfNode = 4

func (f *field) compute(n expr.Node) product {
	switch n := n.(type) {
	case *expr.Number:
		return constant(f.ring.Bounded(rat.Of(n.Value)))
	case *expr.Constant:
		if n.Name == expr.Pi {
			return f.pi()
		}
		return f.exp(oneProduct)
	case *expr.Symbol:
		return f.kernelProduct(f.intern(kernel{kind: symbolKernel, symbol: f.reindexed(n)}))
	case *expr.Neg:
		return f.value(n.X).neg()
	case *expr.Add:
		return f.add(f.flatten(n, 1, nil)...)
	case *expr.Mul:
		p := oneProduct
		for _, q := range f.values(n.Factors) {
			p = f.mul(p, q)
		}
		return p
	case *expr.Div:
		return f.mul(f.value(n.Num), f.inv(f.value(n.Den)))
	case *expr.Pow:
		return f.power(n.Base, n.Exp)
	case *expr.Call:
		return f.function(n)
	case *expr.Apply:
		args := f.values(n.Args)
		for i, a := range args {
			args[i] = f.canonical(a)
		}
		return f.kernelProduct(f.intern(kernel{kind: applyKernel, apply: n, args: args}))
	case *expr.Derivative:
		f.exceed() // the operator was not resolved: nothing is known of its value
	case *expr.Series:
		return f.series(n)
	}
	panic("algebra: unknown node")
}

// flatten appends the terms of n times sign, those of sums inside sums too: like terms meet before anything is
// multiplied out.
func (f *field) flatten(n expr.Node, sign int64, terms []product) []product {
	switch n := n.(type) {
	case *expr.Add:
		for _, t := range n.Terms {
			terms = f.flatten(t, sign, terms)
		}
		return terms
	case *expr.Neg:
		return f.flatten(n.X, -sign, terms)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return append(terms, f.value(n).scaled(rat.Int(sign)))
}

func (f *field) values(nodes []expr.Node) []product {
	all := make([]product, len(nodes))
	for i, n := range nodes {
		all[i] = f.value(n)
	}
	return all
}

// power returns base^exp: by the laws of powers where exp is a number; as e^(exp ln base) otherwise, which has a value
// for positive bases only. A base of unknown sign under an exponent that is whole at more than isolated points stays a
// kernel.
func (f *field) power(base, exp expr.Node) product {
	b, e := f.value(base), f.value(exp)
	if e.isConstant() {
		if n, small := e.c.Int64(); small {
			return f.pow(b, n)
		}
		if e.c.IsInt() {
			f.exceed()
		}
		f.learn(b, e.c.Sign() < 0)
		return f.modulusPower(b, e.c)
	}
	if b.isZero() {
		return zeroProduct
	}
	if !f.neverNegative(b) && f.oftenWhole(exp, e) {
		if p, ok := f.wholePower(b, e); ok {
			return p
		}
		return f.kernelProduct(f.intern(kernel{kind: powerKernel, args: []product{f.canonical(b), f.canonical(e)}}))
	}
	f.learn(b, false)
	return f.exp(f.mul(e, f.log(b)))
}

// oftenWhole reports whether the exponent n with the normal form e may be a whole number at more than isolated points,
// so that powers of negative numbers have values there. An analytic function of letters that run through intervals is
// not, unless it is constant.
func (f *field) oftenWhole(n expr.Node, e product) bool {
	symbols := expr.Symbols(n)
	for _, s := range symbols {
		if d, _ := f.scope.Domain(s); d.Whole {
			return true
		}
	}
	if len(symbols) > 0 {
		return !f.analyticProduct(e)
	}
	program, ok := eval.CompileUnder(f.meter, n, nil)
	if !ok {
		return true
	}
	v := program.Enclose(nil)
	return v.Status != eval.Defined || math.Floor(v.Lo) != math.Floor(v.Hi) || v.Lo == math.Floor(v.Lo)
}

// reindexed returns a symbol with its indices in normal form: x_(1+m) is x_(m+1).
func (f *field) reindexed(s *expr.Symbol) *expr.Symbol {
	computed := func(n expr.Node) bool { return len(expr.Children(n)) > 0 }
	if !slices.ContainsFunc(s.Index, computed) {
		return s
	}
	index := slices.Clone(s.Index)
	for i, n := range index {
		if tree := f.productTree(f.canonical(f.value(n))); computed(n) && tree != nil {
			index[i] = tree
		}
	}
	return expr.Var(s.Name, index...)
}
