// Package slip finds the mistakes that explain a wrong line.
//
// A slip is a rule that is not sound: applied at one place of the line above, or of a line that was due, it gives what
// the learner wrote. It is told only with a certificate: the judge proves that it leads there, what it is about stands
// there, the line typed is evidence enough, and no slip of another kind leads there as cheaply. The package returns names
// of slips and the parts of the line that changed; the words are chosen elsewhere, and whether a line is wrong is the
// judge's decision.
package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// An ID is the stable name of a mistake. Names are kept in journals and never change.
type ID string

// A kind tells how a mistake is made. Each kind goes before the next where several explain a line.
type kind uint8

const (
	slope      kind = iota // the derivative of the sigmoid, known by heart, is known wrongly
	derivative             // a rule of differentiation is used wrongly
	falseLaw               // a law of algebra that does not hold is used
	loss                   // something is lost, gained or exchanged
)

// A family holds the mistakes that are made in one kind of work. Slips of different families that explain the same line
// contradict each other; of those of one family one is the more specific.
type family uint8

const (
	differentiating family = iota
	rewriting
	losses // losses and gradients: labels and predictions, means, the sigmoid
)

// A mistake is a slip with the ways it is made. Either of the two functions may be nil.
type mistake struct {
	id     ID
	kind   kind
	family family
	// about holds the subjects of which one at least must stand in what the slip is made in; with none, anything will do.
	about subject
	// shows is how much of what the slip made has to be seen in the line typed.
	shows evidence
	// once tells that the words for the slip hold only where it was made at one place.
	once bool
	// derive returns wrong results of one use of a rule of differentiation.
	derive func(s *calculus.Step, in *setting) []expr.Node
	// rewrite returns what the slip makes of an expression, at its root. It stands under another, or is all of the line
	// where under is nil.
	rewrite func(n, under expr.Node, in *setting) []expr.Node
	// parts names the pieces of what the slip was made of that its words speak of; nil where they speak of none.
	parts func(at place) map[string]expr.Node
	// order is the place in the list of preference.
	order int
}

// isAbout reports whether the mistake can be made where the given subjects stand.
func (m mistake) isAbout(there subject) bool { return m.about == 0 || m.about&there != 0 }

// isOfDerivative reports whether the mistake is one of a rule of differentiation.
func (m mistake) isOfDerivative() bool { return m.kind == slope || m.kind == derivative }

// isLaw reports whether the mistake, made without differentiating, is a false law of algebra.
func (m mistake) isLaw() bool { return m.kind == slope || m.kind == falseLaw }

// mistakes lists all slips, the more specific before the more general: where several explain a line, the first is told.
// The kinds come in their order, the sign last of all, since it explains too much.
var mistakes = inOrder(
	sigmaPrimeBare,
	sigmaPrimePlus,
	sigmaPrimeSquare,
	inputForOutput,
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
	oneLink,
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
	indexFree,
	meanFactor,
	halfFactor,
	logBase,
	sumDropped,
	oneMinusSlip,
	sumForProduct,
	productForSum,
	reciprocal,
	signInExponent,
	termDropped,
	sign,
)

// inOrder numbers the mistakes of a list, and panics where their kinds are not in order.
func inOrder(list ...mistake) []mistake {
	for i := range list {
		list[i].order = i
		if i > 0 && list[i].kind < list[i-1].kind {
			panic("slip: " + string(list[i].id) + " stands among mistakes of another kind")
		}
	}
	return list
}

// IDs returns the names of all slips that can be found, in the order of preference.
func IDs() []ID {
	var all []ID
	for _, m := range mistakes {
		all = append(all, m.id)
	}
	return append(all, bracketsSlip, missingFactor, extraFactor, factorSlip, offsetSlip)
}

// pieces are the names of what the words for a slip may speak of.
var pieces = map[ID][]string{
	chainFactor.id:    {"inner"},
	oneLink.id:        {"link"},
	signInExponent.id: {"power"},
	sumForProduct.id:  {"first", "second"},
	productForSum.id:  {"first", "second"},
	indexFree.id:      {"factor", "index"},
	inputForOutput.id: {"input", "output"},
	bracketsSlip:      {"line"},
	missingFactor:     {"factor"},
	extraFactor:       {"factor"},
	factorSlip:        {"factor"},
	offsetSlip:        {"number"},
}

// Pieces returns the names of the pieces that an Explanation by the slip may hold: those of its Parts, and line for
// Bracketed.
func Pieces(id ID) []string { return pieces[id] }
