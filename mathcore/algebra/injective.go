package algebra

import "chainrule/mathcore/expr"

// Two sides are equal if a function is equal on both that takes no value twice where they lie. Exponentials turn
// logarithms into products; logarithms turn exponentials of unlike fractions into sums; squares undo roots.

// byPowers proves equality of two sides that are known to have the same sign everywhere, by their squares or, since the
// square of a root may be a modulus still, by their fourth powers.
func (ctx *context) byPowers(q *question) Answer {
	sign := ctx.signOfParts(q.left)
	if sign == unknownSign || ctx.signOfParts(q.right) != sign {
		return Unproved
	}
	for _, n := range []int64{2, 4} {
		if answer := ctx.same(expr.Power(q.left, expr.Int(n)), expr.Power(q.right, expr.Int(n))); answer.holds() {
			return answer
		}
	}
	return Unproved
}

// byAngle proves equality of two sides with inverse functions of angles: their difference is enclosed within one turn
// and has the cosine 1, since they have the same cosine and the same sine.
func (ctx *context) byAngle(q *question) Answer {
	difference := expr.Minus(q.left, q.right)
	if !expr.Contains(difference, isInverseAngle) {
		return Unproved
	}
	const withinTurn = 6
	if ctx.signOfTree(expr.Minus(difference, expr.Int(-withinTurn))) != notNegative || ctx.signOfTree(expr.Minus(expr.Int(withinTurn), difference)) != notNegative {
		return Unproved
	}
	if answer := ctx.same(expr.Of(expr.Cos, difference), expr.Int(1)); answer.holds() {
		return answer
	}
	answer := Proved // an angle is known by its cosine and its sine
	for _, fn := range []expr.Func{expr.Cos, expr.Sin} {
		of := &question{left: expr.Of(fn, q.left), right: expr.Of(fn, q.right)}
		one := ctx.same(of.left, of.right)
		if !one.holds() {
			one = ctx.byPowers(of)
		}
		if answer = answer.and(one); !answer.holds() {
			return Unproved
		}
	}
	return answer
}

func isInverseAngle(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Asin || c.Func == expr.Acos || c.Func == expr.Atan)
}

// byExponentials proves equality of sides with logarithms by e^(2a) = e^(2b): the 2 takes the bars off.
func (ctx *context) byExponentials(q *question) Answer {
	if !expr.Contains(q.left, isLogarithm) && !expr.Contains(q.right, isLogarithm) {
		return Unproved
	}
	twice := func(n expr.Node) expr.Node { return expr.Of(expr.Exp, expr.Product(expr.Int(2), n)) }
	return ctx.same(twice(q.left), twice(q.right))
}

func isLogarithm(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Ln || c.Func == expr.Asinh || c.Func == expr.Acosh || c.Func == expr.Atanh || c.Func == expr.Softplus)
}

// byLogarithms proves equality of sides that are exponentials up to numbers of the same sign, by their logarithms.
func (ctx *context) byLogarithms(q *question) Answer {
	ctx.forget()
	left, right := ctx.value(q.left), ctx.value(q.right)
	if ctx.facts.noValue || left.c.Sign()*right.c.Sign() <= 0 || !ctx.exponential(left) || !ctx.exponential(right) {
		return Unproved
	}
	if !ctx.add(ctx.log(left), ctx.log(right).neg()).isZero() {
		return Unproved
	}
	return Proved
}

func (ctx *context) exponential(p product) bool {
	for _, q := range p.m {
		if ctx.kernels[q.Var].kind != expKernel {
			return false
		}
	}
	return len(p.f) == 0 && len(p.m) > 0
}
