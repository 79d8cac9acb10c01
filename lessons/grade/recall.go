package grade

import (
	"slices"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
)

// Recall takes an answer as it was judged before, and judges nothing: a long evening must not be proved once more each
// time it is opened. It reports false where what was found cannot be told from the verdict and the rules alone; then the
// answer has to be judged again.
//
// Read is the reading that counted where there were several. A line that needs one and has none was kept before they were
// told apart: it is judged again.
func (a *Attempt) Recall(kind Kind, text, read string, rules []rule.ID, several bool) bool {
	if a.finished {
		return false
	}
	switch kind {
	case Repeat, Form, Wrong, Undefined, Unsure, Unreadable: // they change nothing but the count
		a.Take(Feedback{Kind: kind, Typed: text})
		return true
	case Step, Right:
		d, ok := a.grader.(derived)
		if !ok {
			return false
		}
		sc := a.question.About().Scope
		lines, complaint := answer{text, read}.readings(sc)
		if complaint != nil || lines[0].Left != nil || read == "" && changed(lines) || read != "" && Plain(lines[0]) != read {
			return false
		}
		f := Feedback{
			Kind: kind, Finished: kind == Right, Typed: text, Read: read, Answer: lines[0].Right, Scope: sc, Rules: rules, Several: several,
		}
		if !d.recall(&f) {
			return false
		}
		a.Take(f)
		return true
	case Revealed:
	}
	return false
}

// derived are the levels of a derivation on which lines are typed.
type derived interface {
	// recall completes what is known of a line that was taken, and reports false where that cannot be.
	recall(f *Feedback) bool
}

func (d *free) recall(*Feedback) bool { return true }

func (d *faded) recall(f *Feedback) bool {
	place := d.blank()
	if place == len(d.slots) {
		return false
	}
	f.closes = d.closing(place, f.Answer, d.reaches(f.Answer))
	f.onward = d.leads(f.closes, f.Answer)
	after := d.filled(*f)
	return f.Finished == (after.blank() == len(after.slots))
}

// changed reports whether a line may have been read otherwise when it was kept.
func changed(lines []parse.Line) bool {
	return len(lines) > 1 || slices.ContainsFunc(lines[0].Notes, func(n parse.Note) bool {
		return n.Code == parse.FunctionThenProduct
	})
}

// ParseKind returns the kind that String calls so.
func ParseKind(name string) (Kind, bool) {
	for k := Right; k <= Revealed; k++ {
		if k.String() == name {
			return k, true
		}
	}
	return Right, false
}
