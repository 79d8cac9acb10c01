package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// productTree returns p as an expression, nil if it holds the imaginary unit.
func (ctx *context) productTree(p product) expr.Node {
	ctx.meter.Spend(2 + rat.Cost(p.c, p.c) + len(p.m) + len(p.f))
	var factors []expr.Node
	if !p.c.IsOne() || len(p.m)+len(p.f) == 0 {
		factors = append(factors, expr.Rational(p.c.Big()))
	}
	for _, q := range p.m {
		n := ctx.kernelTree(q.Var)
		if n == nil {
			return nil
		}
		factors = append(factors, powerTree(n, q.Exponent()))
	}
	for _, x := range p.f {
		n := ctx.baseTree(x.base)
		if n == nil {
			return nil
		}
		factors = append(factors, powerTree(n, rat.Int(x.n)))
	}
	return expr.Product(factors...)
}

func (ctx *context) polyTree(p poly.Poly) expr.Node {
	terms := make([]expr.Node, len(p))
	for i, t := range p {
		if terms[i] = ctx.productTree(product{c: t.C, m: t.M}); terms[i] == nil {
			return nil
		}
	}
	return expr.Sum(terms...)
}

func powerTree(n expr.Node, e rat.Rat) expr.Node {
	if e.IsOne() {
		return n
	}
	return expr.Power(n, expr.Rational(e.Big()))
}

// kernelTree returns the kernel as an expression, nil if it holds the imaginary unit.
func (ctx *context) kernelTree(id kernelID) expr.Node {
	k := &ctx.kernels[id]
	switch k.kind {
	case symbolKernel:
		return k.symbol
	case piKernel:
		return &expr.Constant{Name: expr.Pi}
	case integerKernel:
		return expr.Rational(k.number.Big())
	case imagKernel, unitKernel:
		return nil
	case logKernel:
		return wrap(expr.Ln, wrap(expr.Abs, ctx.targetTree(k.target)))
	case modulusKernel:
		return wrap(expr.Abs, ctx.targetTree(k.target))
	case parityKernel:
		return ctx.parityTree(k)
	case expKernel, callKernel, applyKernel, seriesKernel, productKernel, powerKernel:
	}
	args := make([]expr.Node, len(k.args))
	for i, a := range k.args {
		if args[i] = ctx.productTree(a); args[i] == nil {
			return nil
		}
	}
	switch k.kind {
	case expKernel:
		return expr.Of(expr.Exp, args...)
	case callKernel:
		return expr.Of(k.call, args...)
	case applyKernel:
		return &expr.Apply{Name: k.apply.Name, Index: k.apply.Index, Primes: k.apply.Primes, Args: args}
	case powerKernel:
		return expr.Power(args[0], args[1])
	case seriesKernel, productKernel:
		index := boundSymbol(int(k.target.id))
		return &expr.Series{Index: index, Lo: args[0], Hi: args[1], Body: args[2], Product: k.kind == productKernel}
	case symbolKernel, piKernel, imagKernel, integerKernel, unitKernel, logKernel, modulusKernel, parityKernel:
	}
	panic("algebra: unknown kernel")
}

func wrap(fn expr.Func, n expr.Node) expr.Node {
	if n == nil {
		return nil
	}
	return expr.Of(fn, n)
}

func (ctx *context) targetTree(t target) expr.Node {
	if t.isBase {
		return ctx.baseTree(baseID(t.id))
	}
	return ctx.kernelTree(kernelID(t.id))
}
