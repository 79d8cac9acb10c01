package lessons

import (
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Plot shows curves over a range, with points marked.
type Plot struct {
	Var      *expr.Symbol
	From, To float64
	// Low and High bound the vertical axis where the author fixed it.
	Low, High *float64
	Curves    []Curve
	Marks     []Mark
	// Marked says what the marks are, where their numbers do not say enough; it may be empty.
	Marked string
	// Points are measured data, which need not lie on a curve.
	Points []Mark
	// Residuals asks for a line from each point to the first curve.
	Residuals bool
	Move      Motion
	// Notice is what to look for.
	Notice Text
	Scope  *scope.Scope
}

// A Curve is a function of the plot's variable.
type Curve struct {
	Term
	// Label names the curve where its formula would give an answer away; it may be empty.
	Label string
	// Program computes the curve from the value of the variable.
	Program *eval.Program
	// Slope computes its derivative; nil where it is not known as a formula.
	Slope *eval.Program
}

// A Mark is a point to look at.
type Mark struct{ X, Y float64 }

// A Motion says what the learner can move along the first curve.
type Motion uint8

// The movable things.
const (
	Still Motion = iota
	MoveX
	MoveTangent
)
