// Package mathcore checks an answer: reads it, judges it, explains it.
//
// It is the one small public face of the rooms below. What it returns are values and stable IDs; the sentences that a
// learner reads are chosen elsewhere. It knows neither lessons nor screens.
package mathcore

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// An Outcome tells what became of an answer.
type Outcome uint8

// The outcomes.
const (
	Unreadable Outcome = iota // the text is no expression
	Equal                     // proved to mean the same
	Different                 // shown to mean something else at some point
	Undefined                 // the two have no value together at any point tried
	Unsure                    // neither proof nor point was found
)

// String returns the word that the command line prints.
func (o Outcome) String() string {
	switch o {
	case Unreadable:
		return "unreadable"
	case Equal:
		return "equal"
	case Different:
		return "different"
	case Undefined:
		return "undefined"
	case Unsure:
		return "unsure"
	}
	panic("mathcore: unknown outcome")
}

// A Verdict is an outcome with all that led to it.
type Verdict struct {
	judge.Verdict
	Outcome   Outcome
	Line      parse.Line       // what was understood; empty when unreadable
	Complaint *parse.Complaint // of Unreadable: what could not be read, and where
	Alike     bool             // the answer is the expected expression up to notation and the order of terms and factors
	Reading   int              // which reading of the answer this is of, from 0 for the likeliest
	Readings  int              // how many there are; 0 when they were not looked for
	want      int
	Against   parse.Line // what was expected, as it was read for this verdict, if it can be read in several ways

	// Answer is the side of the line that the verdict is about: the first that is wrong, else the one that counts. Wanted is
	// what it was compared with. Both are nil where nothing was understood.
	Answer, Wanted expr.Node
	// Judged is how many sides were judged: a name is not.
	Judged int
	// At is its place among the sides of the line. Above is the place of the side that it was compared with, Expected
	// where it was compared with what was expected. Counts is the place of the side that counts as the answer.
	At, Above, Counts int
	// Steps are the lines that a true line adds to a derivation, in order; none where it only says again what is known.
	Steps []expr.Node
	// RestRight tells of a wrong side that all other sides of its chain are right, SetToZero that it is but a 0.
	RestRight, SetToZero bool
	// Equations tells that two equations were compared as such, not two expressions.
	Equations bool
}

// SaySetToZero tells of a verdict with SetToZero that what was asked for is right, and set to 0 too early.
func (v Verdict) SaySetToZero() string {
	right := "The left side is"
	switch {
	case v.Judged > 2:
		right = "All before the 0 is"
	case v.At == 0:
		right = "The right side is"
	}
	return right + " right; nobody asked where it is 0."
}

// Leads reports whether the verdict is about a side of a chain that leads up to the one that counts.
func (v Verdict) Leads() bool { return v.At != v.Counts }

// Bare reports whether the side of a chain that the verdict is about is a mere number or letter, which tells nothing of how
// it came about.
func (v Verdict) Bare() bool {
	_, number := v.Answer.(*expr.Number)
	_, letter := v.Answer.(*expr.Symbol)
	return v.Judged > 1 && (number || letter)
}

// Expected stands in Verdict.Above for what was expected.
const Expected = -1

// NewScope reads declarations such as "p:(0,1) t:{0,1}" and definitions such as "g(x)=1/(1+e^-x)". Letters that are not
// declared are real.
func NewScope(where string, defines ...string) (*scope.Scope, error) {
	sc := &scope.Scope{}
	if err := parse.Declare(sc, where); err != nil {
		return nil, fmt.Errorf("reading declarations: %w", err)
	}
	for _, d := range defines {
		if err := parse.Define(sc, d); err != nil {
			return nil, fmt.Errorf("reading definitions: %w", err)
		}
	}
	return sc, nil
}

func outcomeOf(r judge.Relation) Outcome {
	switch r {
	case judge.Equal:
		return Equal
	case judge.Different:
		return Different
	case judge.Undefined:
		return Undefined
	case judge.Unsure:
		return Unsure
	}
	panic("mathcore: unknown relation")
}
