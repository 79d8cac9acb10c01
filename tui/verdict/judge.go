package verdict

import (
	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// Judge compares two texts and words the verdict; either may turn out to be unreadable. Against is what the other expression is
// called, wanted the form that is asked for, and the course has the words for slips.
func Judge(answer, expected, against string, sc *scope.Scope, wanted form.Form, course *lessons.Course) Report {
	v, complaint := check.Pair(answer, expected, sc)
	if complaint != nil {
		return unreadable("expected", expected, complaint)
	}
	r := New(answer, against, v)
	r.inForm(wanted, v.Answer, v.Wanted)
	r.Slip = Explain(course, answer, v, v.Wanted, []expr.Node{v.Wanted}, sc)
	return r
}

// Compare compares two texts that stand side by side, neither of which is an answer to the other, and words the verdict. Left and
// right are what they are called, as in "the left side". No slip is looked for: nobody knows which of them was meant.
// The point is that of the verdict, nil where there is none.
func Compare(one, other, left, right string, sc *scope.Scope) (r Report, point *judge.Witness) {
	v, complaint := check.Pair(one, other, sc)
	if complaint != nil {
		return unreadable("expected", other, complaint), nil
	}
	return word(one, called{left, right, right}, v), v.Witness
}
