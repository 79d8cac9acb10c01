package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
)

// symbol differentiates the variable itself, a member of its family, or a defined name.
func (d *deriver) symbol(n *expr.Symbol) *Step {
	if expr.Equal(n, d.by) {
		return d.leaf(Identity, n, whole(1))
	}
	if !d.related(n) {
		return d.definition(n)
	}
	same := make([]expr.Node, 0, len(n.Index))
	for i, index := range n.Index {
		same = append(same, delta(index, d.by.Index[i]))
	}
	return d.leaf(IndexRule, n, multiply(same))
}

// definition differentiates what a name stands for.
func (d *deriver) definition(n expr.Node) *Step {
	meaning, ok := d.sc.Meaning(n)
	if !ok || d.circular(n) {
		return d.unresolved(n)
	}
	return d.standsFor(n, meaning)
}

// standsFor differentiates n as the tree that it means.
func (d *deriver) standsFor(n, meaning expr.Node) *Step {
	return d.use(Definition, n, func(p []expr.Node) expr.Node { return p[0] }, meaning)
}

// product takes constant factors out first; what is left goes by the product rule.
func (d *deriver) product(n *expr.Mul) *Step {
	var fixed, moving []expr.Node
	for _, f := range n.Factors {
		if d.depends(f) {
			moving = append(moving, f)
		} else {
			fixed = append(fixed, f)
		}
	}
	if len(fixed) > 0 {
		return d.use(ConstantMultiple, n, func(p []expr.Node) expr.Node {
			return multiply(append(slices.Clone(fixed), p[0]))
		}, expr.Product(moving...))
	}
	d.steps += len(n.Factors) * len(n.Factors) // the number of factors that the result has
	if d.steps > stepLimit {
		return d.unresolved(n)
	}
	d.sc.Meter().Spend(len(n.Factors) * len(n.Factors))
	return d.use(ProductRule, n, func(p []expr.Node) expr.Node {
		terms := make([]expr.Node, len(p))
		for i, derived := range p {
			factors := slices.Clone(n.Factors)
			factors[i] = derived
			terms[i] = multiply(factors)
		}
		return add(terms)
	}, n.Factors...)
}

// quotient uses the quotient rule wherever the denominator moves, as one does on paper.
func (d *deriver) quotient(n *expr.Div) *Step {
	if !d.depends(n.Den) {
		return d.use(ConstantMultiple, n, func(p []expr.Node) expr.Node { return divide(p[0], n.Den) }, n.Num)
	}
	return d.use(QuotientRule, n, func(p []expr.Node) expr.Node {
		left := multiply([]expr.Node{n.Den, p[0]})
		right := multiply([]expr.Node{n.Num, p[1]})
		return divide(add([]expr.Node{left, negate(right)}), power(n.Den, whole(2)))
	}, n.Num, n.Den)
}

// chain differentiates outer(inner), where derived is the derivative of outer. The chain rule is used only where the
// inner function is more than the variable.
func (d *deriver) chain(rule Rule, n, inner expr.Node, outer, derived func(u expr.Node) expr.Node) *Step {
	if s, ok := inner.(*expr.Symbol); ok && expr.Equal(s, d.by) {
		return d.leaf(rule, n, derived(inner))
	}
	u := d.inner
	s := &Step{Rule: ChainRule, By: d.by, Of: n, Parts: []*Step{
		{Rule: rule, By: u, Of: outer(u), Result: derived(u)},
		d.step(inner),
	}}
	s.combine = func(p []expr.Node) expr.Node {
		return multiply([]expr.Node{expr.Substitute(p[0], u, inner), p[1]})
	}
	return s.finish()
}

// nested differentiates a derivative that stands within.
func (d *deriver) nested(n *expr.Derivative) *Step {
	body, ok := resolve(n, d.sc)
	if !ok {
		return d.unresolved(n)
	}
	return d.standsFor(n, body)
}

// apply differentiates a function that was named: by its definition, by the sigmoid rule where it is the sigmoid, with
// a prime where nothing is known of it.
func (d *deriver) apply(n *expr.Apply) *Step {
	if d.circular(n) {
		return d.unresolved(n)
	}
	if isSigmoid(n, d.sc) {
		at := func(u expr.Node) expr.Node { return &expr.Apply{Name: n.Name, Index: n.Index, Args: []expr.Node{u}} }
		return d.chain(SigmoidRule, n, n.Args[0], at, func(u expr.Node) expr.Node {
			return multiply([]expr.Node{at(u), expr.Minus(whole(1), at(u))})
		})
	}
	if _, ok := d.sc.Meaning(n); ok {
		return d.definition(n)
	}
	if n.Primes > 0 {
		if explicit, ok := resolve(n, d.sc); ok && !expr.Equal(explicit, n) {
			return d.standsFor(n, explicit)
		}
	}
	if len(n.Args) != 1 {
		return d.unresolved(n)
	}
	at := func(primes int) func(expr.Node) expr.Node {
		return func(u expr.Node) expr.Node {
			return &expr.Apply{Name: n.Name, Index: n.Index, Primes: primes, Args: []expr.Node{u}}
		}
	}
	return d.chain(UnknownFunction, n, n.Args[0], at(n.Primes), at(n.Primes+1))
}
