package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// A place is where a slip was made: what stood there, and what the slip made of it. What is differentiated stands behind
// its operator.
type place struct {
	before, after expr.Node
	in            *setting
}

// step returns the use of a rule that was due at the place, where something is differentiated there.
func (p place) step() (*calculus.Step, bool) {
	d, ok := p.before.(*expr.Derivative)
	if !ok || d.Order != 1 {
		return nil, false
	}
	return calculus.Differentiate(d.Body, d.Var, p.in.Scope), true
}
