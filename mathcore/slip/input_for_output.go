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
	rewrite: func(n expr.Node, in *setting) []expr.Node {
		if prime, ok := n.(*expr.Apply); ok && prime.Primes == 1 {
			height := &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}
			if in.Sigmoid(height) {
				return in.slopesOf(height)
			}
			return nil
		}
		product, ok := n.(*expr.Mul)
		if !ok || in.below(n) {
			return nil
		}
		var wrong []expr.Node
		for i, f := range product.Factors {
			u, ok := expr.Complement(f)
			if !ok || !in.height(u) {
				continue
			}
			for k, g := range product.Factors {
				if k != i && expr.Equal(g, u) {
					for _, slope := range in.slopesOf(u) {
						wrong = append(wrong, expr.Product(expr.Without(expr.With(product.Factors, k, slope), i)...))
					}
				}
			}
		}
		return wrong
	},
}

// slopesOf returns the slope at the height u with something else in the place of u: at both places, or at one.
func (in *setting) slopesOf(u expr.Node) []expr.Node {
	var others []expr.Node
	if x, ok := in.inputOf(u); ok {
		others = append(others, x)
	}
	if in.Sigmoid(u) {
		others = append(others, expr.WithChildren(u, []expr.Node{u}))
	} else {
		others = append(others, expr.Of(expr.Sigmoid, u))
	}
	var wrong []expr.Node
	for _, v := range others {
		wrong = append(wrong, expr.Product(v, expr.OneMinus(v)), expr.Product(u, expr.OneMinus(v)), expr.Product(v, expr.OneMinus(u)))
	}
	return wrong
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
