package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// productTree returns p as an expression, nil if it holds the imaginary unit.
func (f *field) productTree(p product) expr.Node {
	f.meter.Spend(2 + rat.Cost(p.c, p.c) + len(p.m) + len(p.f))
	var factors []expr.Node
	if !p.c.IsOne() || len(p.m)+len(p.f) == 0 {
		factors = append(factors, expr.Rational(p.c.Big()))
	}
	for _, q := range p.m {
		n := f.kernelTree(q.Var)
		if n == nil {
			return nil
		}
		factors = append(factors, powerTree(n, q.Exponent()))
	}
	for _, x := range p.f {
		n := f.baseTree(x.base)
		if n == nil {
			return nil
		}
		factors = append(factors, powerTree(n, rat.Int(x.n)))
	}
	return expr.Product(factors...)
}

func (f *field) polyTree(p poly.Poly) expr.Node {
	terms := make([]expr.Node, len(p))
	for i, t := range p {
		if terms[i] = f.productTree(product{c: t.C, m: t.M}); terms[i] == nil {
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
func (f *field) kernelTree(id kernelID) expr.Node {
	k := &f.kernels[id]
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
		return wrap(expr.Ln, wrap(expr.Abs, f.targetTree(k.target)))
	case modulusKernel:
		return wrap(expr.Abs, f.targetTree(k.target))
	case parityKernel:
		return f.parityTree(k)
	case expKernel, callKernel, applyKernel, seriesKernel, productKernel, powerKernel:
	}
	args := make([]expr.Node, len(k.args))
	for i, a := range k.args {
		if args[i] = f.productTree(a); args[i] == nil {
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

func (f *field) targetTree(t target) expr.Node {
	if t.isBase {
		return f.baseTree(baseID(t.id))
	}
	return f.kernelTree(kernelID(t.id))
}
