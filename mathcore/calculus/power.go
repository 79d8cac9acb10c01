package calculus

import "chainrule/mathcore/expr"

// power tells x^n, b^x and u^v apart.
func (d *deriver) power(n *expr.Pow) *Step {
	switch {
	case !d.depends(n.Exp):
		return d.chain(PowerRule, n, n.Base,
			func(u expr.Node) expr.Node { return expr.Power(u, n.Exp) },
			func(u expr.Node) expr.Node {
				lowered := add([]expr.Node{n.Exp, expr.Negative(whole(1))})
				return multiply([]expr.Node{n.Exp, power(u, lowered)})
			})
	case !d.depends(n.Base):
		raised := func(u expr.Node) expr.Node { return expr.Power(n.Base, u) }
		return d.chain(ExpRule, n, n.Exp, raised, func(u expr.Node) expr.Node {
			return multiply([]expr.Node{raised(u), naturalLog(n.Base)})
		})
	}
	return d.use(GeneralPower, n, func(p []expr.Node) expr.Node {
		fromExp := multiply([]expr.Node{p[0], naturalLog(n.Base)})
		fromBase := divide(multiply([]expr.Node{n.Exp, p[1]}), n.Base)
		return multiply([]expr.Node{n, add([]expr.Node{fromExp, fromBase})})
	}, n.Exp, n.Base)
}

// naturalLog returns ln(x), which is 1 for e.
func naturalLog(x expr.Node) expr.Node {
	if c, ok := x.(*expr.Constant); ok && c.Name == expr.E {
		return whole(1)
	}
	return call(expr.Ln, x)
}
