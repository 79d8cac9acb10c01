package rule

import (
	"slices"

	"chainrule/mathcore/calculus"
)

// IDs lists all rules that Between can name, those of differentiation first. What is not among them, such as a rule of
// somebody's own lesson, is never recognised.
func IDs() []ID {
	var all []ID
	for _, r := range calculus.Rules() {
		all = append(all, ID(r.String()))
	}
	return slices.Concat(all, []ID{
		SubstituteDefinition, KnownResult, AddAndSubtract, ExpandFraction, Cancel, SplitFraction, SplitProduct,
		CommonDenominator, InvertAndMultiply, Expand, Factor, Collect, ExponentLaw, LogOfProduct, LogOfQuotient,
		LogOfPower, LogOfExp, SumLinearity, UseConstraint,
	})
}
