package algebra

import (
	"math"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// value returns the normal form of n. Definitions must have been put in and derivatives taken before.
func (ctx *context) value(n expr.Node) product {
	if p, known := ctx.memo[n]; known {
		return p
	}
	ctx.meter.Spend(unitsOfNode)
	p := ctx.compute(n)
	ctx.memo[n] = p
	return p
}

// unitsOfNode is what a node of the tree costs, beside the arithmetic.
const unitsOfNode = 4

func (ctx *context) compute(n expr.Node) product {
	switch n := n.(type) {
	case *expr.Number:
		return constant(ctx.ring.Bounded(rat.Of(n.Value)))
	case *expr.Constant:
		if n.Name == expr.Pi {
			return ctx.pi()
		}
		return ctx.exp(oneProduct)
	case *expr.Symbol:
		return ctx.kernelProduct(ctx.intern(kernel{kind: symbolKernel, symbol: ctx.reindexed(n)}))
	case *expr.Neg:
		return ctx.value(n.X).neg()
	case *expr.Add:
		return ctx.add(ctx.flatten(n, 1, make([]product, 0, len(n.Terms)))...)
	case *expr.Mul:
		p := oneProduct
		for _, q := range ctx.values(n.Factors) {
			p = ctx.mul(p, q)
		}
		return p
	case *expr.Div:
		return ctx.mul(ctx.value(n.Num), ctx.inv(ctx.value(n.Den)))
	case *expr.Pow:
		return ctx.power(n.Base, n.Exp)
	case *expr.Call:
		return ctx.function(n)
	case *expr.Apply:
		args := ctx.values(n.Args)
		for i, a := range args {
			args[i] = ctx.canonical(a)
		}
		return ctx.kernelProduct(ctx.intern(kernel{kind: applyKernel, apply: n, args: args}))
	case *expr.Derivative:
		ctx.exceed() // the operator was not resolved: nothing is known of its value
	case *expr.Series:
		return ctx.series(n)
	}
	panic("algebra: unknown node")
}

// flatten appends the terms of n times sign, those of sums inside sums too: like terms meet before anything is
// multiplied out.
func (ctx *context) flatten(n expr.Node, sign int64, terms []product) []product {
	switch n := n.(type) {
	case *expr.Add:
		for _, t := range n.Terms {
			terms = ctx.flatten(t, sign, terms)
		}
		return terms
	case *expr.Neg:
		return ctx.flatten(n.X, -sign, terms)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return append(terms, ctx.value(n).scaled(rat.Int(sign)))
}

func (ctx *context) values(nodes []expr.Node) []product {
	all := make([]product, len(nodes))
	for i, n := range nodes {
		all[i] = ctx.value(n)
	}
	return all
}

// power returns base^exp: by the laws of powers where exp is a number; as e^(exp ln base) otherwise, which has a value
// for positive bases only. A base of unknown sign under an exponent that is whole at more than isolated points stays a
// kernel.
func (ctx *context) power(base, exp expr.Node) product {
	b, e := ctx.value(base), ctx.value(exp)
	if e.isConstant() {
		if n, small := e.c.Int64(); small {
			return ctx.pow(b, n)
		}
		if e.c.IsInt() {
			ctx.exceed()
		}
		if e.c.Sign() < 0 {
			ctx.assumePositive(b)
		} else {
			ctx.assumeNonNegative(b)
		}
		return ctx.modulusPower(b, e.c)
	}
	if b.isZero() {
		return zeroProduct
	}
	if b.isConstant() && b.c.Sign() < 0 && ctx.besideWhole(e) {
		ctx.facts.noValue = true
	}
	if !ctx.neverNegative(b) && ctx.oftenWhole(exp, e) {
		if p, ok := ctx.wholePower(b, e); ok {
			return p
		}
		return ctx.kernelProduct(ctx.intern(kernel{kind: powerKernel, args: []product{ctx.canonical(b), ctx.canonical(e)}}))
	}
	ctx.assumeNonNegative(b)
	return ctx.exp(ctx.mul(e, ctx.log(b)))
}

// oftenWhole reports whether the exponent n with the normal form e may be a whole number at more than isolated points,
// so that powers of negative numbers have values there. An analytic function of letters that run through intervals is
// not, unless it is constant.
func (ctx *context) oftenWhole(n expr.Node, e product) bool {
	symbols := expr.Symbols(n)
	if slices.ContainsFunc(symbols, ctx.runsWhole) {
		return !ctx.neverWhole(n)
	}
	if len(symbols) > 0 {
		return !ctx.analyticProduct(e)
	}
	program, ok := eval.CompileUnder(ctx.meter, n, nil)
	if !ok {
		return true
	}
	v := program.Enclose(nil)
	return v.Status != eval.Defined || math.Floor(v.Lo) != math.Floor(v.Hi) || v.Lo == math.Floor(v.Lo)
}

// neverWhole reports whether n lies between two neighbouring whole numbers on the whole domain. A fraction of which the
// reciprocal is greater than 1 does, although it comes as near to 0 as one likes.
func (ctx *context) neverWhole(n expr.Node) bool {
	program, box, ok := ctx.overDomain(n)
	if !ok {
		return false
	}
	if v := program.Enclose(box); v.Status == eval.Defined && math.Floor(v.Lo) == math.Floor(v.Hi) && v.Lo > math.Floor(v.Lo) {
		return true
	}
	program, box, ok = ctx.overDomain(expr.Quotient(expr.Int(1), n))
	if d, isQuotient := n.(*expr.Div); isQuotient {
		program, box, ok = ctx.overDomain(expr.Quotient(d.Den, d.Num))
	}
	if !ok {
		return false
	}
	v := program.Enclose(box)
	return v.Status == eval.Defined && (v.Lo > 1 || v.Hi < -1)
}

// runsWhole reports whether the letter runs through whole numbers alone, as the index of a sum does.
func (ctx *context) runsWhole(s *expr.Symbol) bool {
	d, _ := ctx.scope.Domain(s)
	return d.Whole || isBoundSymbol(s)
}

// reindexed returns a symbol with its indices in normal form: x_(1+m) is x_(m+1).
func (ctx *context) reindexed(s *expr.Symbol) *expr.Symbol {
	computed := func(n expr.Node) bool { return len(expr.Children(n)) > 0 }
	if !slices.ContainsFunc(s.Index, computed) {
		return s
	}
	index := slices.Clone(s.Index)
	for i, n := range index {
		if tree := ctx.productTree(ctx.canonical(ctx.value(n))); computed(n) && tree != nil {
			index[i] = tree
		}
	}
	return expr.Var(s.Name, index...)
}
