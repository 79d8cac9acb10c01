package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// sigmaPrimeBare takes the sigmoid for its own derivative: σ' = σ.
//
// Example: d/dx(σ(x)) -> σ(x)
// Example: d/dz(σ(2z)) -> 2σ(2z)
// Example: σ'(z) -> σ(z)
var sigmaPrimeBare = mistake{
	id: "sigma-prime-bare", kind: slope, family: losses, about: aSigmoid | aChance,
	derive:  sigmoidSlope(func(u expr.Node) expr.Node { return u }),
	rewrite: heightSlope(func(u expr.Node) expr.Node { return u }),
}

// sigmoidSlope puts another formula of the height u in the place of σ' = u (1-u).
func sigmoidSlope(of func(u expr.Node) expr.Node) func(*calculus.Step, *setting) []expr.Node {
	return func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.SigmoidRule {
			return nil
		}
		return []expr.Node{of(s.Of)}
	}
}

// heightSlope does the same where the slope stands as u (1-u) already, or with a prime.
func heightSlope(of func(u expr.Node) expr.Node) func(n, under expr.Node, in *setting) []expr.Node {
	return func(n, under expr.Node, in *setting) []expr.Node {
		if prime, ok := n.(*expr.Apply); ok && prime.Primes == 1 {
			if height := (&expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}); in.Sigmoid(height) {
				return []expr.Node{of(height)}
			}
			if prime.Name == expr.Sigmoid.String() && len(prime.Args) == 1 {
				return []expr.Node{of(expr.Of(expr.Sigmoid, prime.Args[0]))}
			}
			return nil
		}
		product, ok := n.(*expr.Mul)
		if !ok || in.below(n, under) {
			return nil
		}
		for i, f := range product.Factors {
			u, ok := expr.Complement(f)
			if !ok || !in.height(u) {
				continue
			}
			for k, g := range product.Factors {
				if k != i && expr.Equal(g, u) {
					return []expr.Node{expr.Product(expr.Without(expr.With(product.Factors, k, of(u)), i)...)}
				}
			}
		}
		return nil
	}
}
