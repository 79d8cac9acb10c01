package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A known is what is known of the derivative of a function of one argument.
type known struct {
	rule    Rule
	derived func(u expr.Node) expr.Node
}

// knownOf returns the derivative of f by its only argument. It is false for functions of several arguments and for
// those that have none.
func knownOf(f expr.Func) (known, bool) {
	one, two := whole(1), whole(2)
	of := expr.Of
	square := func(u expr.Node) expr.Node { return expr.Power(u, two) }
	over := func(u expr.Node) expr.Node { return expr.Quotient(one, u) }
	switch f {
	case expr.Exp:
		return known{ExpRule, func(u expr.Node) expr.Node { return of(f, u) }}, true
	case expr.Ln:
		return known{LogRule, over}, true
	case expr.Log2:
		return known{LogRule, func(u expr.Node) expr.Node { return over(expr.Product(u, of(expr.Ln, two))) }}, true
	case expr.Log10:
		return known{LogRule, func(u expr.Node) expr.Node { return over(expr.Product(u, of(expr.Ln, whole(10)))) }}, true
	case expr.Sqrt:
		return known{RootRule, func(u expr.Node) expr.Node { return over(expr.Product(two, of(f, u))) }}, true
	case expr.Cbrt:
		return known{RootRule, func(u expr.Node) expr.Node { return over(expr.Product(whole(3), square(of(f, u)))) }}, true
	case expr.Abs:
		return known{AbsRule, func(u expr.Node) expr.Node { return of(expr.Sign, u) }}, true
	case expr.Sign:
		return known{AbsRule, func(expr.Node) expr.Node { return whole(0) }}, true
	case expr.Sigmoid:
		return known{SigmoidRule, func(u expr.Node) expr.Node { return expr.Product(of(f, u), expr.Minus(one, of(f, u))) }}, true
	case expr.Logit:
		return known{LogitRule, func(u expr.Node) expr.Node { return over(expr.Product(u, expr.Minus(one, u))) }}, true
	case expr.Softplus:
		return known{SoftplusRule, func(u expr.Node) expr.Node { return of(expr.Sigmoid, u) }}, true
	case expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan:
		return circular(f), true
	case expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh:
		return hyperbolic(f), true
	case expr.LogBase, expr.Max, expr.Min, expr.Factorial, expr.Delta:
	}
	return known{}, false
}

func circular(f expr.Func) known {
	one, two := whole(1), whole(2)
	square := func(u expr.Node) expr.Node { return expr.Power(u, two) }
	over := func(u expr.Node) expr.Node { return expr.Quotient(one, u) }
	rest := func(u expr.Node) expr.Node { return expr.Of(expr.Sqrt, expr.Minus(one, square(u))) }
	//exhaustive:ignore
	switch f {
	case expr.Sin:
		return known{TrigRule, func(u expr.Node) expr.Node { return expr.Of(expr.Cos, u) }}
	case expr.Cos:
		return known{TrigRule, func(u expr.Node) expr.Node { return expr.Negative(expr.Of(expr.Sin, u)) }}
	case expr.Tan:
		return known{TrigRule, func(u expr.Node) expr.Node { return over(square(expr.Of(expr.Cos, u))) }}
	case expr.Sec:
		return known{TrigRule, func(u expr.Node) expr.Node { return expr.Product(expr.Of(f, u), expr.Of(expr.Tan, u)) }}
	case expr.Csc:
		return known{TrigRule, func(u expr.Node) expr.Node {
			return expr.Negative(expr.Product(expr.Of(f, u), expr.Of(expr.Cot, u)))
		}}
	case expr.Cot:
		return known{TrigRule, func(u expr.Node) expr.Node { return expr.Negative(over(square(expr.Of(expr.Sin, u)))) }}
	case expr.Asin:
		return known{ArcRule, func(u expr.Node) expr.Node { return over(rest(u)) }}
	case expr.Acos:
		return known{ArcRule, func(u expr.Node) expr.Node { return expr.Negative(over(rest(u))) }}
	case expr.Atan:
		return known{ArcRule, func(u expr.Node) expr.Node { return over(expr.Sum(one, square(u))) }}
	}
	panic("calculus: no circular function")
}

func hyperbolic(f expr.Func) known {
	one, two := whole(1), whole(2)
	square := func(u expr.Node) expr.Node { return expr.Power(u, two) }
	over := func(u expr.Node) expr.Node { return expr.Quotient(one, u) }
	//exhaustive:ignore
	switch f {
	case expr.Sinh:
		return known{HyperbolicRule, func(u expr.Node) expr.Node { return expr.Of(expr.Cosh, u) }}
	case expr.Cosh:
		return known{HyperbolicRule, func(u expr.Node) expr.Node { return expr.Of(expr.Sinh, u) }}
	case expr.Tanh:
		return known{HyperbolicRule, func(u expr.Node) expr.Node { return expr.Minus(one, square(expr.Of(f, u))) }}
	case expr.Asinh:
		return known{AreaRule, func(u expr.Node) expr.Node { return over(expr.Of(expr.Sqrt, expr.Sum(square(u), one))) }}
	case expr.Acosh:
		return known{AreaRule, func(u expr.Node) expr.Node { return over(expr.Of(expr.Sqrt, expr.Minus(square(u), one))) }}
	case expr.Atanh:
		return known{AreaRule, func(u expr.Node) expr.Node { return over(expr.Minus(one, square(u))) }}
	}
	panic("calculus: no hyperbolic function")
}

// call differentiates a function that the program knows.
func (d *deriver) call(n *expr.Call) *Step {
	if k, ok := knownOf(n.Func); ok {
		return d.chain(k.rule, n, n.Args[0], func(u expr.Node) expr.Node { return expr.Of(n.Func, u) }, k.derived)
	}
	switch n.Func {
	case expr.LogBase:
		return d.logBase(n)
	case expr.Max, expr.Min:
		return d.largest(n)
	case expr.Factorial, expr.Delta:
		return d.unresolved(n)
	case expr.Exp, expr.Ln, expr.Log2, expr.Log10, expr.Sqrt, expr.Cbrt, expr.Abs, expr.Sign, expr.Sigmoid, expr.Logit,
		expr.Softplus, expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan,
		expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh:
	}
	panic("calculus: function without a derivative")
}

// logBase uses ln(x)/ln(b) where the base moves.
func (d *deriver) logBase(n *expr.Call) *Step {
	base, x := n.Args[0], n.Args[1]
	if d.depends(base) {
		return d.standsFor(n, expr.Quotient(expr.Of(expr.Ln, x), expr.Of(expr.Ln, base)))
	}
	return d.chain(LogRule, n, x, func(u expr.Node) expr.Node { return expr.Of(expr.LogBase, base, u) },
		func(u expr.Node) expr.Node { return divide(whole(1), multiply([]expr.Node{u, naturalLog(base)})) })
}

// largest differentiates max and min; of more than two arguments the first stands against the rest.
func (d *deriver) largest(n *expr.Call) *Step {
	switch len(n.Args) {
	case 1:
		return d.standsFor(n, n.Args[0])
	case 2:
	default:
		rest := expr.Of(n.Func, slices.Clone(n.Args[1:])...)
		return d.standsFor(n, expr.Of(n.Func, n.Args[0], rest))
	}
	a, b := n.Args[0], n.Args[1]
	return d.use(MaxRule, n, func(p []expr.Node) expr.Node {
		ahead := call(expr.Sign, add([]expr.Node{a, negate(b)}))
		gap := multiply([]expr.Node{ahead, add([]expr.Node{p[0], negate(p[1])})})
		if n.Func == expr.Min {
			gap = negate(gap)
		}
		return divide(add([]expr.Node{p[0], p[1], gap}), whole(2))
	}, a, b)
}

// isSigmoid reports whether n applies a function that is defined as the sigmoid, in one of its usual spellings.
func isSigmoid(n *expr.Apply, sc *scope.Scope) bool {
	def, ok := sc.Function(n.Name)
	if !ok || n.Primes > 0 || def.Body == nil || len(def.Params) != 1 || len(n.Args) != 1 {
		return false
	}
	x := def.Params[0]
	one, e := whole(1), &expr.Constant{Name: expr.E}
	up, down := expr.Power(e, x), expr.Power(e, expr.Negative(x))
	for _, spelling := range []expr.Node{
		expr.Of(expr.Sigmoid, x),
		expr.Quotient(one, expr.Sum(one, down)),
		expr.Quotient(one, expr.Sum(one, expr.Of(expr.Exp, expr.Negative(x)))),
		expr.Quotient(up, expr.Sum(one, up)),
	} {
		if expr.Alike(def.Body, spelling) {
			return true
		}
	}
	return false
}
