package plain

import (
	"chainrule/lessons/grade"
	"chainrule/tui/desk"
)

// otherReading says what the last answer is worth if it is read in the next way in which it can be. It counts for
// nothing: if that were right, it would have counted before.
func (t *talk) otherReading(a *desk.Attempt) {
	f := a.Last
	if f == nil || f.Kind == grade.Right || f.Kind == grade.Step || grade.Another(f) == "" {
		t.say("There is no answer that is open and can be read in another way.")
		return
	}
	other := a.JudgeMeant(nil, f.Typed, grade.Another(f))
	a.Last = &other
	t.feedback(&other)
}
