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
}

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

// Check reads the answer and compares it with the expected expression on the domain of sc. What that costs is bounded;
// with a scope under a meter it draws on that, and it ends, unsure, soon after the meter's signal. So does all that is
// computed of expressions with such a scope.
func Check(answer string, expected expr.Node, sc *scope.Scope) Verdict {
	line, complaint := parse.Read(answer, sc)
	if complaint != nil {
		return Verdict{Outcome: Unreadable, Complaint: complaint}
	}
	return CheckLine(line, expected, sc)
}

// Pair reads two texts and compares them. The complaint is of the expected one; that of the answer is in the verdict.
func Pair(answer, expected string, sc *scope.Scope) (Verdict, *parse.Complaint) {
	if sc == nil {
		sc = &scope.Scope{}
	}
	sc = sc.Clone()
	sc.Beside = answer + " " + expected
	want, complaint := parse.Read(expected, sc)
	if complaint != nil {
		return Verdict{}, complaint
	}
	return Check(answer, want.Right, sc), nil
}

// CheckLine is Check for an answer that has been read already.
func CheckLine(line parse.Line, expected expr.Node, sc *scope.Scope) Verdict {
	v := Verdict{Line: line, Verdict: judge.Compare(line.Right, expected, sc), Alike: expr.Alike(line.Right, expected)}
	v.Outcome = outcomeOf(v.Relation)
	return v
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
