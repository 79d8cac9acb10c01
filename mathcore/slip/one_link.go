package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// oneLink stops a chain after its first link, or takes the last alone: f(u)' = u'. The first link of a derivative alone
// is the inner derivative left out, which has a name of its own.
//
// Example: d/dz((ln(z)+t)^2/2) -> 1/z
// Example: d/dz((σ(z)-t)^2/2) -> σ(z)*(1-σ(z))
// Example: (ŷ-t)/(ŷ*(1-ŷ))*(ŷ*(1-ŷ))*x -> (ŷ-t)/(ŷ*(1-ŷ))
var oneLink = mistake{
	id: "one-link", kind: derivative, family: differentiating, about: aDerivative | aQuotient,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		chain, ok := chainOf(s)
		if !ok || expr.IsNumber(chain.Parts[1].Result) {
			return nil
		}
		return []expr.Node{chain.Parts[1].Result}
	},
	rewrite: func(n, under expr.Node, _ *setting) []expr.Node {
		links, ok := linksOf(n)
		if !ok || under != nil {
			return nil
		}
		return []expr.Node{links[0], links[len(links)-1]}
	},
	parts: func(at place) map[string]expr.Node {
		if s, ok := at.step(); ok {
			chain, ok := chainOf(s)
			switch {
			case !ok:
				return nil
			case chain != s:
				return map[string]expr.Node{"link": calculus.Tidy(s.With([]expr.Node{outerOf(chain)}))}
			}
			return map[string]expr.Node{"link": calculus.Tidy(outerOf(chain))}
		}
		links, ok := linksOf(at.before)
		switch {
		case ok && expr.Equal(links[0], at.after):
			return map[string]expr.Node{"link": links[1]}
		case ok:
			return map[string]expr.Node{"link": links[len(links)-2]}
		}
		return nil
	},
}

// linksOf returns the factors of a chain: a product of derivatives, or one that starts with the derivative of a loss, which
// is a quotient, and has three links at least.
func linksOf(n expr.Node) ([]expr.Node, bool) {
	product, ok := n.(*expr.Mul)
	if !ok {
		return nil, false
	}
	_, waits := product.Factors[0].(*expr.Derivative)
	_, quotient := product.Factors[0].(*expr.Div)
	return product.Factors, waits || quotient && len(product.Factors) > 2
}

// chainOf returns the use of the chain rule that a step is, or that it multiplies with a constant.
func chainOf(s *calculus.Step) (*calculus.Step, bool) {
	if s.Rule == calculus.ConstantMultiple {
		s = s.Parts[0]
	}
	return s, s.Rule == calculus.ChainRule
}
