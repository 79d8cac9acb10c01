package lessons

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// A Question is one thing to do. Only the types of this package satisfy it.
//
//sumtype:decl
type Question interface {
	// About returns what all kinds of question have.
	About() *Asked
	question()
}

// Asked is what all kinds of question have.
type Asked struct {
	ID string
	// Draw is what chance depends on beside the seed: the ID, or the number that the screen had before it had one. Records
	// keep the numbers of options, so it never changes.
	Draw   string
	Place  Position
	Skills []string
	// Uses are corrections of what the question repeats besides its Skills, see Course.RepeatedBy.
	Uses []Use
	// Teaches holds the rules that the screen introduces in its own words.
	Teaches []rule.ID
	// Scope is that of the lesson with what the question declares, defines and requires.
	Scope *scope.Scope
	Ask   Text
	// Hints are the three rungs. Derive and Spot have none: theirs come from the lines.
	Hints []Text
	// HintPlaces tells where each rung was written.
	HintPlaces []Position
}

// Counts reports whether answers to the question tell what the learner knows. Where the author said that it trains nothing it is
// there to be tried, with false lines, too.
func (a *Asked) Counts() bool { return a.Skills == nil || len(a.Skills) > 0 }

// About returns what all kinds of question have.
func (a *Asked) About() *Asked { return a }

// A Term is a formula of a question: how it was written, and what it means.
type Term struct {
	Source string
	Tree   expr.Node
	Place  Position
}

// A Wrong answer is one that learners are known to give, with the words for it.
type Wrong struct {
	Term
	Slip slip.ID
	Say  Text
}

// An Expression asks for a formula.
type Expression struct {
	Asked
	// From is what is to be rewritten or differentiated; its Tree is nil where nothing is.
	From Term
	// Accept holds the right answers, the model answer first.
	Accept []Term
	// Form is judged after the value.
	Form  form.Form
	Wrong []Wrong
}

// A Number asks for a number, rounded to a number of places.
type Number struct {
	Asked
	Answer Term
	Places int
	// Rounding tells that the question is about rounding, so that only decimals count.
	Rounding bool
	// Vary holds the symbols whose values are drawn, Rows the values. Without varied symbols there is one empty row.
	Vary  []*expr.Symbol
	Rows  []Row
	Wrong []Wrong
}

// A Row is one draw of a varied question. Ask and Hints have the values in.
type Row struct {
	Texts  []string
	Values []*big.Rat
	Ask    Text
	Hints  []Text
}

// A Choice asks for one of several options.
type Choice struct {
	Asked
	// Options holds the right one first.
	Options []Option
}

// An Option can be chosen. Say tells why it is right or wrong.
type Option struct {
	Text, Say Text
	Place     Position
}

// A Derive asks for a derivation from one expression to another.
type Derive struct {
	Asked
	From, To Term
	Form     form.Form
	Lines    []Line
	// Proves holds the rules that are proved here, so that no step may be told to follow by them.
	Proves []rule.ID
	// Also holds true lines off the path, Ends lines that are as good as the goal.
	Also, Ends []Term
	// Blank holds the indices of the lines worth leaving out, from 0.
	Blank []int
	// Least is the level that it begins with at least, whatever the learner's record says.
	Least Level
	Wrong []Wrong
}

// A Line is one line of a model derivation, with the rules that lead to it.
type Line struct {
	Term
	Rules []rule.ID
	Note  Text
}

// A Spot asks for the false line of a derivation, if there is one, and for the line that should stand there.
type Spot struct {
	Asked
	From  Term
	Lines []Line
	// Perhaps tells that there may be none, which is one of the answers then.
	Perhaps bool
	// False is the index of the false line, from 0; -1 where there is none, and so neither slip nor repair.
	False  int
	Slip   slip.ID
	Repair Line
	// See tells how to notice the mistake.
	See Text
}

// Written returns all lines that the author wrote: those of the derivation, and the repaired one if there is one.
func (s *Spot) Written() []Line {
	all := slices.Clone(s.Lines)
	if s.False >= 0 {
		all = append(all, s.Repair)
	}
	return all
}

func (*Expression) question() {}
func (*Number) question()     {}
func (*Choice) question()     {}
func (*Derive) question()     {}
func (*Spot) question()       {}

// A Level says how much of a derivation is shown.
type Level uint8

// The levels. On Worked all lines are shown and the learner names the rules; on Faded some lines are left out; on Free
// only start and goal are shown.
const (
	Worked Level = iota
	Faded
	Free
)

var levelNames = [...]string{Worked: "worked", Faded: "faded", Free: "free"}

// String returns the name of the level, as kept in journals.
func (l Level) String() string { return levelNames[l] }

// ParseLevel returns the level called name.
func ParseLevel(name string) (Level, bool) {
	for l, n := range levelNames {
		if n == name {
			return Level(l), true
		}
	}
	return Worked, false
}
