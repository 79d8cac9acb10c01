package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// A Kind tells what an answer is worth.
type Kind uint8

// The kinds of feedback.
const (
	Right      Kind = iota // the question is answered
	Step                   // true, and one step further
	Repeat                 // true, but nothing new
	Form                   // right in value; another form, or more places, are asked for
	Wrong                  // shown to be different
	Undefined              // it has no value
	Unsure                 // neither proved nor refuted; it counts as nothing
	Unreadable             // no expression, or no option
	Revealed               // the solution was given away
)

var kindNames = [...]string{
	Right: "right", Step: "step", Repeat: "repeat", Form: "form", Wrong: "wrong", Undefined: "undefined",
	Unsure: "unsure", Unreadable: "unreadable", Revealed: "revealed",
}

// String returns the word kept in journals.
func (k Kind) String() string { return kindNames[k] }

// Feedback is what an answer is worth, and the words about it.
type Feedback struct {
	Kind     Kind
	Finished bool
	Typed    string
	// Read is the reading of a formula that counts, as Plain writes it, where there are several.
	Read string
	// Answer is what was understood, Wanted what it was compared with; both nil where a number or an option was asked.
	Answer, Wanted expr.Node
	Scope          *scope.Scope
	// Say holds the words, paragraph by paragraph.
	Say []lessons.Text
	// Remark is a friendly addition to a right answer.
	Remark lessons.Text
	// Notes tell which parts can be read in two ways.
	Notes []string
	Slip  slip.ID
	// Rules are those of an accepted line, where they are known. Several tells that they make more than one step.
	Rules   []rule.ID
	Several bool
	// Progress tells what a true line of a derivation does for it.
	Progress rule.Progress
	// Aside tells that this is about the rule of a line that was accepted before: it counts as no answer.
	Aside bool
	// before are the lines of a chain but the last.
	before []Shown
	// closes is the place of a faded derivation that the blanks are closed up to; onward are the rules by which the line
	// shown below follows, where it was written to follow another.
	closes  int
	onward  []rule.ID
	Witness *judge.Witness
	// Span is the place in Typed that could not be read.
	Span    expr.Span
	Verdict check.Verdict
	// Trial runs the answer of a lab; nil elsewhere, and where it cannot run.
	Trial *Trial
}

// State is what a screen needs to know of an attempt.
type State struct {
	Prompt  lessons.Text
	Next    Next
	Options []lessons.Text
	// Choice are the options of a choice that is finished, and Right is the right one of them.
	Choice []lessons.Text
	Right  int
	Lines  []Shown
	// Goal is the end of a derivation, nil elsewhere.
	Goal      *lessons.Term
	Level     lessons.Level
	Hints     []Hint
	CanHint   bool
	CanReveal bool
	// CanUndo tells that there is a line, or a rule that was named, to take back.
	CanUndo  bool
	Finished bool
	Revealed bool
	// Tries, Wrongs and HintsTaken count over the whole attempt.
	Tries, Wrongs, HintsTaken int
	// Values are the numbers drawn for a varied question.
	Values []Given
	// AsksRules tells that the learner is asked for the rule of each line of their own; CanAskRules that they may be.
	AsksRules, CanAskRules bool
}

// Types reports whether the answer is typed as a formula or a number.
func (n Next) Types() bool { return n == TypeFormula || n == TypeNumber }

// Picks reports whether the answer is chosen from a list.
func (n Next) Picks() bool { return n == PickOption || n == PickRule || n == PickLine }

// A Given is a number drawn for a varied question.
type Given struct{ Name, Text string }

// Next tells what is asked for now.
type Next uint8

// The things to be asked for.
const (
	Nothing Next = iota // the attempt is finished
	TypeFormula
	TypeNumber
	PickOption
	PickRule
	PickLine
)

// A Shown is a line of a working as it stands on the screen.
type Shown struct {
	Status  LineStatus
	Source  string
	Tree    expr.Node
	Rules   []rule.ID
	Several bool // the rules make more than one step
	Note    lessons.Text
	Current bool
}

// A LineStatus tells where a line comes from.
type LineStatus uint8

// The statuses.
const (
	Start    LineStatus = iota // the expression that the derivation begins with
	Own                        // typed by the learner
	Model                      // the author's
	Blank                      // to be filled in
	False                      // found to be false
	Repaired                   // typed in the place of the false line
)

// State tells how the attempt stands.
func (a *Attempt) State() State {
	s := State{
		Hints: a.hints, CanHint: !a.finished && len(a.hints) < lessons.Rungs, CanReveal: !a.finished && len(a.hints) == lessons.Rungs,
		Finished: a.finished, Revealed: a.revealed, Tries: a.tries, Wrongs: a.wrongs, HintsTaken: a.taken,
		Prompt: a.question.About().Ask,
	}
	a.grader.show(&s)
	if a.finished {
		if s.Next == PickOption {
			s.Choice = s.Options
		}
		s.Next, s.Options = Nothing, nil
	}
	return s
}
