package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// longest bounds an answer in bytes: it is compared with many lines, and no line of a derivation is longer.
const longest = 4000

// A comparison is what an answer is compared with.
type comparison struct {
	question lessons.Question
	scope    *scope.Scope
	wanted   expr.Node
	// name calls what is wanted in a sentence: the line above, the right answer. Yours calls what was typed.
	name, yours string
	// lines are the true lines of a derivation, from the last of which the answer is to follow; nil elsewhere.
	lines []expr.Node
	// drop tells which sides of a chain need not be exact; nil where all must be.
	drop func(side expr.Node) bool
	// from is what a slip is looked for in; right holds the next line and the goal. Without from none is looked for.
	from  expr.Node
	right []expr.Node
	// shown tells that from stands on the screen, so that parts of it may be told.
	shown bool
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
//
// Of a chain all sides are judged; what is said is about the first that is wrong, else about the one that counts. If an
// answer can be read in several ways, one right reading is enough, and wrong it is only in all of them.
func (m comparison) decide(a answer) Feedback {
	f := Feedback{Scope: m.scope, Wanted: m.wanted}
	if len(a.text) > longest {
		f.Kind, f.Say = Unreadable, say("This is too long for one line. Shorten it.")
		f.Verdict.Relation = judge.Unreadable
		return f
	}
	lines, complaint := a.readings(m.scope)
	if complaint != nil {
		f.Kind, f.Span, f.Say = Unreadable, complaint.Span, say(Complain(m.question, a.text, complaint))
		f.Verdict = check.Unreadable(complaint)
		return f
	}
	w := weighing{comparison: m, several: len(lines) > 1}
	verdicts := check.Try(lines, w.check, w.right)
	if w.best != nil {
		return *w.best
	}
	return w.refused(verdicts)
}

// refused words what is not equal to what is wanted, in whatever way it is read.
func (m comparison) refused(f *Feedback) {
	switch f.Verdict.Relation {
	case judge.Undefined:
		f.Kind, f.Say = Undefined, m.sayUndefined(f.Verdict)
		m.unbracketed(f)
	case judge.Different:
		f.Kind, f.Witness = Wrong, f.Verdict.Witness
		if m.refuse != nil {
			m.refuse(f)
		} else {
			m.explain(f)
		}
	case judge.Unsure, judge.Equal, judge.Unreadable: // the last two do not get here
		f.Kind = Unsure
		f.Say = unsureWords()
	}
}

// foreseen words a wrong answer that the author has words for.
func (m comparison) foreseen(f *Feedback) {
	f.Kind, f.Witness = Wrong, f.Verdict.Witness
	var changed lessons.Text
	if m.shown {
		changed = m.sayChanged(sample.Shrink(m.from, f.Answer))
	}
	m.point(f, changed)
}

// explain words a wrong line: the slip that leads to it, or two, if any is found; the part that changed; the witness.
func (m comparison) explain(f *Feedback) {
	f.Say = say(m.subject("This") + " is not equal to " + m.name + ".")
	var changed lessons.Text
	if m.from != nil {
		e := check.Explain(f.Verdict, m.from, m.scope, m.right...)
		if said := m.saySlips(e); len(said) > 0 {
			f.Slip, f.Say = e.Slips[0], said
		}
		changed = m.sayChanged(e.Before, e.After)
	}
	m.point(f, changed)
}

// unbracketed tells of brackets with which a line that has no value would be right.
func (m comparison) unbracketed(f *Feedback) {
	if m.from == nil || f.Verdict.Side != judge.Left {
		return
	}
	e := check.Explain(f.Verdict, m.from, m.scope)
	if said := m.saySlips(e); len(said) > 0 {
		f.Slip, f.Say = e.Slips[0], append(f.Say, said...)
	}
}

// point adds what shows that a line is wrong: the part that changed, if there is one, and the witness.
func (m comparison) point(f *Feedback, changed lessons.Text) {
	seen := m.sayWitness(f.Verdict)
	switch {
	case len(changed) > 0 && len(seen) > 0:
		f.Say = append(f.Say, join(changed, lessons.Say(" "), seen[0]))
	case len(changed) > 0:
		f.Say = append(f.Say, changed)
	default:
		f.Say = append(f.Say, seen...)
	}
	if f.Slip == "" {
		if foreign := sayForeign(m.question, f.Answer, m.scope); foreign != "" {
			f.Say = append(f.Say, lessons.Say(foreign))
		}
		f.Say = append(f.Say, m.tryOut(f.Verdict))
	}
}

// sayChanged shows the part of the line above that changed, if it is a small part: the whole lines are seen anyway.
func (m comparison) sayChanged(before, after expr.Node) lessons.Text {
	if !m.shown || before == nil || after == nil || 2*expr.Size(before) > expr.Size(m.from) {
		return nil
	}
	return join(lessons.Say("What changed: "), lessons.SayFormula(before), lessons.Say(" became "),
		lessons.SayFormula(after), lessons.Say("."))
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
