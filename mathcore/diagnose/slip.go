// Package diagnose finds the slip that explains a wrong line.
//
// A slip is a rule that is not sound: applied at some place of the line above, or of the right result, it gives what
// the learner wrote. The package returns names of slips and the parts of the line that changed; the words are chosen
// elsewhere, and whether the line is wrong at all has been decided before.
package diagnose

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// A Slip is the stable name of a mistake. Names are kept in journals and never change.
type Slip string

// A rule is a slip with the ways it is made. Either of the two functions may be nil.
type rule struct {
	slip Slip
	// derive returns wrong results of one use of a rule of differentiation.
	derive func(s *calculus.Step) []expr.Node
	// rewrite returns what the slip makes of an expression, at its root.
	rewrite func(n expr.Node) []expr.Node
}

// rules lists all slips, the more specific before the more general: where several explain a line equally well, the
// first is told.
var rules = []rule{
	chainFactor,
	productRule,
	quotientRule,
	quotientOrder,
	sign,
}

// Slips returns the names of all slips that can be found, in the order of preference.
func Slips() []Slip {
	var all []Slip
	for _, r := range rules {
		all = append(all, r.slip)
	}
	return all
}
