// Package diagnose finds the slip that explains a wrong line, and the rules that lead to a true one; it measures how far a
// true line is on its way, and offers the next step.
//
// A slip is a rule that is not sound: applied at some place of the line above, or of the right result, it gives what
// the learner wrote. The package returns names of slips and rules and the parts of the line that changed; the words are
// chosen elsewhere, and whether a line is wrong is the judge's decision.
package diagnose

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// A Slip is the stable name of a mistake. Names are kept in journals and never change.
type Slip string

// A mistake is a slip with the ways it is made. Either of the two functions may be nil.
type mistake struct {
	slip Slip
	// derive returns wrong results of one use of a rule of differentiation.
	derive func(s *calculus.Step, in *setting) []expr.Node
	// rewrite returns what the slip makes of an expression, at its root.
	rewrite func(n expr.Node, in *setting) []expr.Node
}

// mistakes lists all slips, the more specific before the more general: where several explain a line, the first is told.
// The slips of differentiating come first, since they are made only where something is differentiated; then the false
// laws of algebra; then what may get lost or be exchanged anywhere, the sign last, since it explains too much.
var mistakes = []mistake{
	sigmaPrimeBare,
	sigmaPrimePlus,
	sigmaPrimeSquare,
	quotientRule,
	quotientSquare,
	quotientPlus,
	quotientOrder,
	productRule,
	productHalf,
	powerNotLowered,
	powerFactor,
	powerRaised,
	expAsPower,
	lnOfDerivative,
	inputFactor,
	chainFactor,
	constantKept,
	wrongVariable,
	notDifferentiated,
	antiderivative,
	sigmaOfMinus,
	squareOfSum,
	rootOfSum,
	logOfSum,
	logQuotient,
	logPower,
	expOfSum,
	fractionsAcross,
	reciprocalOfSum,
	cancelledTerm,
	powerOfPower,
	powerProduct,
	minusNotDistributed,
	labelPredictionSwapped,
	indexMixed,
	meanFactor,
	halfFactor,
	logBase,
	sumDropped,
	oneMinusSlip,
	reciprocal,
	termDropped,
	sign,
}

// differentiating is how many of the mistakes are slips of the rules of differentiation.
const differentiating = 20

// lastLaw is the place of the last false law of algebra in the list.
var lastLaw = slices.IndexFunc(mistakes, func(m mistake) bool { return m.slip == powerProduct.slip })

// isLaw reports whether the mistake at place i of the list, made without differentiating, is a false law of algebra.
func isLaw(i int) bool { return ofSlope(i) || i >= differentiating && i <= lastLaw }

// ofSlope reports whether it is one of the slips of the derivative of the sigmoid.
func ofSlope(i int) bool { return i < 3 }

// Slips returns the names of all slips that can be found, in the order of preference.
func Slips() []Slip {
	var all []Slip
	for _, m := range mistakes {
		all = append(all, m.slip)
	}
	return append(all, factorSlip, offsetSlip)
}
