package diagnose

import (
	"slices"

	"chainrule/mathcore/calculus"
)

// Names lists all rules that Rules can name, those of differentiation first. What is not among them, such as a rule of
// somebody's own lesson, is never recognised.
func Names() []Rule {
	var all []Rule
	for _, r := range calculus.Rules() {
		all = append(all, Rule(r.String()))
	}
	return slices.Concat(all, []Rule{
		SubstituteDefinition, KnownResult, AddAndSubtract, ExpandFraction, Cancel, SplitFraction, SplitProduct,
		CommonDenominator, InvertAndMultiply, Expand, Factor, Collect, ExponentLaw, LogOfProduct, LogOfQuotient,
		LogOfPower, LogOfExp, SumLinearity, UseConstraint,
	})
}
