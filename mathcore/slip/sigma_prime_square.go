package slip

import (
	"chainrule/mathcore/expr"
)

// sigmaPrimeSquare forgets the 1-: σ' = σ².
//
// Example: d/dx(σ(x)) -> σ(x)^2
// Example: x*σ(z)*(1-σ(z)) -> x*σ(z)^2
var sigmaPrimeSquare = mistake{
	id: "sigma-prime-square", kind: slope, family: losses, about: aSigmoid | aChance, shows: wholeParts,
	derive:  sigmoidSlope(squareSlope),
	rewrite: heightSlope(squareSlope),
}

func squareSlope(u expr.Node) expr.Node { return expr.Power(u, expr.Int(2)) }
