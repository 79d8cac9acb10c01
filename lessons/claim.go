package lessons

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Claims are what a screen says of numbers, curves and runs, in a form that can be computed. No learner is shown them.
type Claims struct {
	Place Position
	Scope *scope.Scope
	// Chosen holds numbers of the prose that are set and not computed, as they are written there.
	Chosen []string
	All    []Claim
}

// A Claim is one thing that a screen says. Only the types of this package satisfy it.
//
//sumtype:decl
type Claim interface {
	// Said returns what all kinds of claim have.
	Said() *Claimed
	claim()
}

// Claimed is what all kinds of claim have.
type Claimed struct {
	Place Position
	// Says holds words of the screen that the claim is about; it may be empty.
	Says Text
	// Scope is that of the block, with the letters of this claim.
	Scope *scope.Scope
	// Numbers are those written in the claim, which it proves or is given.
	Numbers []string
}

// Said returns what all kinds of claim have.
func (c *Claimed) Said() *Claimed { return c }

// A ValueClaim says that an expression rounds to a number as it is written.
type ValueClaim struct {
	Claimed
	Of Term
	Is Term
}

// A RelationClaim says that relations hold for all values of the letters. Touches is where two sides of an order meet, if
// its Tree is not nil.
type RelationClaim struct {
	Claimed
	That    Formula
	Touches Term
}

// A CurveClaim says how an expression of one letter goes on the domain of that letter. Of the last two each is where the
// curve is lowest or highest; its Tree is nil where nothing is said of that.
type CurveClaim struct {
	Claimed
	Of              Term
	Over            *expr.Symbol
	Rises, Falls    bool
	Least, Greatest Term
}

// A RunClaim says what becomes of a gradient in a lab.
type RunClaim struct {
	Claimed
	// Lab is the question whose loss and data are meant; the loader sets it last.
	Lab *Lab
	// Types is what is typed there; its Tree is nil where it is the answer.
	Types Term
	// Run is the index of the run of the lab, Step and Steps those of the run if they are not 0.
	Run   int
	Step  float64
	Steps int
	// Falls and Rises name a first and a last step between which the loss does so at each step.
	Falls, Rises []int
	At           []StepClaim
	// Reaches is the step from which on the published fit is reached, 0 where nothing is said of that; Ending names how the run
	// ends.
	Reaches int
	Ending  string
}

// A StepClaim says what the loss and the parameters are after a step, as numbers written out; empty says nothing.
type StepClaim struct {
	Step       int
	Loss       string
	Parameters []string
}

func (*ValueClaim) claim()    {}
func (*RelationClaim) claim() {}
func (*CurveClaim) claim()    {}
func (*RunClaim) claim()      {}
