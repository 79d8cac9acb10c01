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

// derivatives holds the functions of one argument that have a derivative.
var derivatives = map[expr.Func]known{ //nolint:exhaustive // the others take several arguments, have none, or are expressed by these
	expr.Exp:   {ExpRule, of(expr.Exp)},
	expr.Ln:    {LogRule, over},
	expr.Log2:  {LogRule, func(u expr.Node) expr.Node { return over(expr.Product(u, expr.Of(expr.Ln, whole(2)))) }},
	expr.Log10: {LogRule, func(u expr.Node) expr.Node { return over(expr.Product(u, expr.Of(expr.Ln, whole(10)))) }},
	expr.Sqrt:  {RootRule, func(u expr.Node) expr.Node { return over(expr.Product(whole(2), expr.Of(expr.Sqrt, u))) }},
	expr.Cbrt:  {RootRule, func(u expr.Node) expr.Node { return over(expr.Product(whole(3), square(expr.Of(expr.Cbrt, u)))) }},
	expr.Abs:   {AbsRule, of(expr.Sign)},
	expr.Sign:  {AbsRule, func(expr.Node) expr.Node { return whole(0) }},
	expr.Sigmoid: {SigmoidRule, func(u expr.Node) expr.Node {
		return expr.Product(expr.Of(expr.Sigmoid, u), oneMinus(expr.Of(expr.Sigmoid, u)))
	}},
	expr.Logit:    {LogitRule, func(u expr.Node) expr.Node { return over(expr.Product(u, oneMinus(u))) }},
	expr.Softplus: {SoftplusRule, of(expr.Sigmoid)},

	expr.Sin:  {TrigRule, of(expr.Cos)},
	expr.Cos:  {TrigRule, minus(of(expr.Sin))},
	expr.Tan:  {TrigRule, func(u expr.Node) expr.Node { return over(square(expr.Of(expr.Cos, u))) }},
	expr.Sec:  {TrigRule, times(expr.Sec, expr.Tan)},
	expr.Csc:  {TrigRule, minus(times(expr.Csc, expr.Cot))},
	expr.Cot:  {TrigRule, func(u expr.Node) expr.Node { return expr.Negative(over(square(expr.Of(expr.Sin, u)))) }},
	expr.Asin: {ArcRule, func(u expr.Node) expr.Node { return over(root(oneMinus(square(u)))) }},
	expr.Acos: {ArcRule, func(u expr.Node) expr.Node { return expr.Negative(over(root(oneMinus(square(u))))) }},
	expr.Atan: {ArcRule, func(u expr.Node) expr.Node { return over(expr.Sum(whole(1), square(u))) }},

	expr.Sinh:  {HyperbolicRule, of(expr.Cosh)},
	expr.Cosh:  {HyperbolicRule, of(expr.Sinh)},
	expr.Tanh:  {HyperbolicRule, func(u expr.Node) expr.Node { return oneMinus(square(expr.Of(expr.Tanh, u))) }},
	expr.Asinh: {AreaRule, func(u expr.Node) expr.Node { return over(root(expr.Sum(square(u), whole(1)))) }},
	expr.Acosh: {AreaRule, func(u expr.Node) expr.Node { return over(root(expr.Minus(square(u), whole(1)))) }},
	expr.Atanh: {AreaRule, func(u expr.Node) expr.Node { return over(oneMinus(square(u))) }},

	expr.Sech: {HyperbolicRule, minus(times(expr.Sech, expr.Tanh))},
	expr.Csch: {HyperbolicRule, minus(times(expr.Csch, expr.Coth))},
	expr.Coth: {HyperbolicRule, func(u expr.Node) expr.Node { return expr.Negative(square(expr.Of(expr.Csch, u))) }},
	expr.Asec: {ArcRule, func(u expr.Node) expr.Node {
		return over(expr.Product(modulus(u), root(expr.Minus(square(u), whole(1)))))
	}},
	expr.Acsc: {ArcRule, func(u expr.Node) expr.Node {
		return expr.Negative(over(expr.Product(modulus(u), root(expr.Minus(square(u), whole(1))))))
	}},
	expr.Acot:  {ArcRule, func(u expr.Node) expr.Node { return expr.Negative(over(expr.Sum(whole(1), square(u)))) }},
	expr.Asech: {AreaRule, func(u expr.Node) expr.Node { return expr.Negative(over(expr.Product(u, root(oneMinus(square(u)))))) }},
	expr.Acsch: {AreaRule, func(u expr.Node) expr.Node {
		return expr.Negative(over(expr.Product(modulus(u), root(expr.Sum(square(u), whole(1))))))
	}},
	expr.Acoth: {AreaRule, func(u expr.Node) expr.Node { return over(oneMinus(square(u))) }},

	expr.Erf: {ErfRule, func(u expr.Node) expr.Node {
		bell := expr.Power(&expr.Constant{Name: expr.E}, expr.Negative(square(u)))
		return expr.Quotient(expr.Product(whole(2), bell), root(&expr.Constant{Name: expr.Pi}))
	}},
}

func square(u expr.Node) expr.Node   { return expr.Power(u, whole(2)) }
func over(u expr.Node) expr.Node     { return expr.Quotient(whole(1), u) }
func root(u expr.Node) expr.Node     { return expr.Of(expr.Sqrt, u) }
func modulus(u expr.Node) expr.Node  { return expr.Of(expr.Abs, u) }
func oneMinus(u expr.Node) expr.Node { return expr.Minus(whole(1), u) }

func of(f expr.Func) func(expr.Node) expr.Node {
	return func(u expr.Node) expr.Node { return expr.Of(f, u) }
}

// times returns the product of two functions of the same.
func times(f, g expr.Func) func(expr.Node) expr.Node {
	return func(u expr.Node) expr.Node { return expr.Product(expr.Of(f, u), expr.Of(g, u)) }
}

func minus(f func(expr.Node) expr.Node) func(expr.Node) expr.Node {
	return func(u expr.Node) expr.Node { return expr.Negative(f(u)) }
}

// call differentiates a function that the program knows: by its own rule, or by what it means.
func (d *deriver) call(n *expr.Call) *Step {
	if k, ok := derivatives[n.Func]; ok && len(n.Args) == 1 {
		return d.chain(k.rule, n, n.Args[0], func(u expr.Node) expr.Node { return expr.Of(n.Func, u) }, k.derived)
	}
	switch n.Func { //nolint:exhaustive // the others are differentiated as what they mean, if they mean something
	case expr.Greater, expr.AtLeast, expr.Less, expr.AtMost, expr.Step:
		return d.leaf(CasesRule, n, whole(0))
	case expr.Where:
		return d.cases(n)
	case expr.LeakyRelu:
		return d.standsFor(n, positiveOr(n.Args[0], expr.Product(n.Args[1], n.Args[0])))
	case expr.Elu:
		return d.standsFor(n, positiveOr(n.Args[0], expr.Product(n.Args[1], expr.Minus(expr.Of(expr.Exp, n.Args[0]), whole(1)))))
	case expr.LogBase:
		return d.logBase(n)
	case expr.Max, expr.Min:
		return d.largest(n)
	}
	if meaning, ok := expr.Meaning(n); ok {
		return d.standsFor(n, meaning)
	}
	return d.unresolved(n)
}

// positiveOr is u for u > 0, else the other.
func positiveOr(u, other expr.Node) expr.Node {
	return expr.Of(expr.Where, expr.Of(expr.Greater, u, whole(0)), u, other)
}

// cases differentiates each case by itself.
func (d *deriver) cases(n *expr.Call) *Step {
	return d.use(CasesRule, n, func(p []expr.Node) expr.Node {
		if expr.Equal(p[0], p[1]) {
			return p[0]
		}
		return expr.Of(expr.Where, n.Args[0], p[0], p[1])
	}, n.Args[1], n.Args[2])
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
	def, ok := sc.Applied(n)
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
