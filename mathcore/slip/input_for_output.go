package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// inputForOutput puts the input of the sigmoid, or its value once more, into the slope that belongs to the value:
// x (1-x) for y (1-y) where y = σ(x), or σ(y) (1-σ(y)).
//
// Example: d/dx(σ(x)) -> x*(1-x)
// Example: σ(z)*(1-σ(z)) -> z*(1-z)
// Example: σ(z)*(1-σ(z)) -> σ(z)*(1-z)
// Example: ŷ*(1-ŷ) -> σ(ŷ)*(1-σ(ŷ))
var inputForOutput = mistake{
	id: "input-for-output", kind: slope, family: losses, about: aSigmoid | aChance,
	derive: func(s *calculus.Step, in *setting) []expr.Node {
		if s.Rule != calculus.SigmoidRule {
			return nil
		}
		return in.slopesOf(s.Of)
	},
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		u, rest, ok := in.slopeAt(n, under)
		if !ok {
			return nil
		}
		return expr.Mapped(in.slopesOf(u), rest)
	},
	parts: func(at place) map[string]expr.Node {
		u, rest, ok := at.in.slopeAt(at.before, nil)
		if s, derived := at.step(); derived {
			u, rest, ok = s.Of, func(n expr.Node) expr.Node { return n }, true
		}
		if !ok {
			return nil
		}
		for _, v := range at.in.insteadOf(u) {
			for _, slope := range slopes(u, v) {
				if expr.Equal(rest(slope), at.after) {
					return map[string]expr.Node{"output": u, "input": v}
				}
			}
		}
		return nil
	},
}

// slopeAt returns the value u of the sigmoid whose slope u (1-u) stands at n, and what n is with another slope.
func (in *setting) slopeAt(n, under expr.Node) (u expr.Node, with func(slope expr.Node) expr.Node, ok bool) {
	if prime, ok := n.(*expr.Apply); ok && prime.Primes == 1 {
		height := &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}
		return height, func(slope expr.Node) expr.Node { return slope }, in.Sigmoid(height)
	}
	product, ok := n.(*expr.Mul)
	if !ok || in.below(n, under) {
		return nil, nil, false
	}
	for i, f := range product.Factors {
		u, ok := expr.Complement(f)
		if !ok || !in.height(u) {
			continue
		}
		for k, g := range product.Factors {
			if k != i && expr.Equal(g, u) {
				return u, func(slope expr.Node) expr.Node {
					return expr.Product(expr.Without(expr.With(product.Factors, k, slope), i)...)
				}, true
			}
		}
	}
	return nil, nil, false
}

// slopesOf returns the slope at the height u with something else in the place of u.
func (in *setting) slopesOf(u expr.Node) []expr.Node {
	var wrong []expr.Node
	for _, v := range in.insteadOf(u) {
		wrong = append(wrong, slopes(u, v)...)
	}
	return wrong
}

// slopes returns u (1-u) with v for u at both places, and at one.
func slopes(u, v expr.Node) []expr.Node {
	return []expr.Node{expr.Product(v, expr.OneMinus(v)), expr.Product(u, expr.OneMinus(v)), expr.Product(v, expr.OneMinus(u))}
}

// insteadOf returns what is taken for the value u of the sigmoid: its input, or the sigmoid of u.
func (in *setting) insteadOf(u expr.Node) []expr.Node {
	var others []expr.Node
	if x, ok := in.inputOf(u); ok {
		others = append(others, x)
	}
	if in.Sigmoid(u) {
		return append(others, expr.WithChildren(u, []expr.Node{u}))
	}
	return append(others, expr.Of(expr.Sigmoid, u))
}

// inputOf returns what the sigmoid is applied to where u is its value.
func (in *setting) inputOf(u expr.Node) (expr.Node, bool) {
	if s, ok := u.(*expr.Symbol); ok {
		meaning, defined := in.Scope.Meaning(s)
		if !defined {
			return nil, false
		}
		u = meaning
	}
	if !in.Sigmoid(u) {
		return nil, false
	}
	return expr.Children(u)[0], true
}
