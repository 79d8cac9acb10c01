package slip

import (
	"chainrule/mathcore/expr"
)

// sigmaPrimePlus turns the minus: σ' = σ (1+σ).
//
// Example: d/dx(σ(x)) -> σ(x)*(1+σ(x))
// Example: σ(z)*(1-σ(z)) -> σ(z)*(1+σ(z))
var sigmaPrimePlus = mistake{
	id: "sigma-prime-plus", kind: slope, family: losses, about: aSigmoid | aChance, shows: wholeParts,
	derive:  sigmoidSlope(plusSlope),
	rewrite: heightSlope(plusSlope),
}

func plusSlope(u expr.Node) expr.Node { return expr.Product(u, expr.Sum(expr.Int(1), u)) }
