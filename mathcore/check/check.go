// Package check tells what a typed line is worth: in each way in which it can be read, with all sides of a chain, against
// an expression, another line, or the lines above it.
//
// Whether two expressions mean the same is decided in judge, and which rules a line follows by in rule. What is returned
// are values; the sentences that a learner reads about them are chosen elsewhere.
package check

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

// A Verdict tells how a typed line relates to what was expected, with all that led to it.
type Verdict struct {
	judge.Verdict
	Line      parse.Line       // what was understood; empty when unreadable
	Complaint *parse.Complaint // of an unreadable line: what could not be read, and where
	Alike     bool             // the answer is the expected expression up to notation and the order of terms and factors
	Reading   int              // which reading of the answer this is of, from 0 for the likeliest
	Readings  int              // how many there are; 0 when they were not looked for
	Against   parse.Line       // what was expected, as it was read for this verdict, if it can be read in several ways

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

// Unreadable returns the verdict on a text that is no expression.
func Unreadable(c *parse.Complaint) Verdict {
	return Verdict{Verdict: judge.Verdict{Relation: judge.Unreadable}, Complaint: c}
}
