package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore"
	"chainrule/mathcore/diagnose"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// longest bounds an answer in bytes: it is compared with many lines, and no line of a derivation is longer.
const longest = 4000

// An aim is what an answer is compared with.
type aim struct {
	scope  *scope.Scope
	wanted expr.Node
	// name calls what is wanted in a sentence: the line above, the right answer.
	name string
	// from is what a slip is looked for in; right holds the next line and the goal. Without from none is looked for.
	from  expr.Node
	right []expr.Node
	// secret keeps a wanted value that depends on no symbol out of the words: it is the answer.
	secret bool
	// mute keeps the witness out of the words where another judge is told of.
	mute bool
	// put puts drawn numbers for their symbols; nil where there are none.
	put func(expr.Node) expr.Node
	// equal tells what an answer of the right value is worth.
	equal func(f *Feedback)
	// near tells whether an answer that is not equal is a rounded one; nil where none can be.
	near func(f *Feedback) bool
	// listed tells whether an answer is one of the wrong ones that the author foresaw.
	listed func(f *Feedback) bool
	// refuse words an answer that is wrong and not listed; nil means by its slip and its witness.
	refuse func(f *Feedback)
	// course has the words for slips.
	course *lessons.Course
}

// decide tells what a typed answer is worth: the first that holds of unreadable, undefined, equal (a repetition, a
// step, the goal, another form), rounded, a listed wrong answer, different (by a slip, or by what changed), unsure.
func (m aim) decide(text string) Feedback {
	f := Feedback{Scope: m.scope, Wanted: m.wanted}
	if len(text) > longest {
		f.Kind, f.Say = Unreadable, say("This is too long for one line. Shorten it.")
		f.Verdict.Outcome = mathcore.Unreadable
		return f
	}
	line, complaint := parse.Read(text, m.scope)
	if complaint != nil {
		f.Kind, f.Span, f.Say = Unreadable, complaint.Span, say(complaint.Say())
		f.Verdict = mathcore.Verdict{Outcome: mathcore.Unreadable, Complaint: complaint}
		return f
	}
	f.Answer = line.Right
	for _, n := range line.Notes {
		f.Notes = append(f.Notes, n.Say())
	}
	if m.put != nil {
		line.Right = m.put(line.Right)
	}
	f.Verdict = mathcore.CheckLine(line, m.wanted, m.scope)
	if w := f.Verdict.Witness; m.secret && w != nil && len(w.Point) == 0 {
		f.Verdict.Witness = nil
	}
	switch {
	case f.Verdict.Outcome == mathcore.Undefined:
		f.Kind, f.Say = Undefined, sayUndefined(f.Verdict)
	case f.Verdict.Outcome == mathcore.Equal:
		m.equal(&f)
	case m.near != nil && m.near(&f):
	case m.listed != nil && m.listed(&f):
		f.Kind, f.Witness = Wrong, f.Verdict.Witness
		f.Say = append(f.Say, m.sayWitness(f.Verdict)...)
	case f.Verdict.Outcome == mathcore.Different:
		f.Kind, f.Witness = Wrong, f.Verdict.Witness
		if m.refuse != nil {
			m.refuse(&f)
		} else {
			m.explain(&f)
		}
	default:
		f.Kind = Unsure
		f.Say = say("Neither a proof nor a counterexample was found, so this is not judged and counts as nothing.",
			"Try a smaller step, or write it in another way.")
	}
	return f
}

// explain words a wrong line: the slip that leads to it if one is found, else the part that changed; then the witness.
func (m aim) explain(f *Feedback) {
	f.Say = say("This is not equal to " + m.name + ".")
	if m.from != nil {
		e := diagnose.Explain(diagnose.Question{From: m.from, Wrong: f.Answer, Right: m.right, Scope: m.scope})
		for i, id := range e.Slips {
			if slip, ok := m.course.Slip(string(id)); ok {
				f.Say = append(f.Say, say(slip.What+" "+slip.See, slip.Do)...)
				if i == 0 {
					f.Slip = slip.ID
				}
			}
		}
		if len(e.Slips) == 0 && e.Before != nil {
			f.Say = append(f.Say, join(lessons.Say("What changed: "), lessons.SayFormula(e.Before), lessons.Say(" became "),
				lessons.SayFormula(e.After), lessons.Say(".")))
		}
	}
	f.Say = append(f.Say, m.sayWitness(f.Verdict)...)
}

// listedIn looks an answer up among the wrong ones that the author foresaw: equal in value counts.
func listedIn(wrong []lessons.Wrong, sc *scope.Scope) func(f *Feedback) bool {
	return func(f *Feedback) bool {
		for _, w := range wrong {
			if judge.Compare(f.Answer, w.Tree, sc).Relation == judge.Equal {
				f.Slip, f.Say = w.Slip, []lessons.Text{w.Say}
				return true
			}
		}
		return false
	}
}
