package grade

import (
	"slices"
	"strings"

	"chainrule/mathcore/check"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// An answer is what was typed; read is the reading of it that somebody chose, as Plain writes it, or empty.
type answer struct{ text, read string }

// Plain writes a line with the brackets that leave it one reading.
func Plain(line parse.Line) string {
	var sides []string
	for _, side := range line.Sides() {
		sides = append(sides, typeset.Line(side))
	}
	return strings.Join(sides, " = ")
}

// readings reads the answer in all ways, the chosen one first.
func (a answer) readings(sc *scope.Scope) ([]parse.Line, *parse.Complaint) {
	lines, complaint := parse.Readings(a.text, sc)
	if i := slices.IndexFunc(lines, func(l parse.Line) bool { return Plain(l) == a.read }); a.read != "" && i > 0 {
		chosen := lines[i]
		lines = slices.Insert(slices.Delete(lines, i, i+1), 0, chosen)
	}
	return lines, complaint
}

// Another returns the next way in which an answer can be read after the one that counted, as Plain writes it; empty if
// there is none.
func Another(f *Feedback) string {
	lines, _ := parse.Readings(f.Typed, f.Scope)
	for i, line := range lines {
		if f.Read != "" && Plain(line) == f.Read {
			return Plain(lines[(i+1)%len(lines)])
		}
	}
	return ""
}

// A weighing finds out which reading of an answer counts.
type weighing struct {
	comparison
	several bool
	heard   []reading // those that were judged, in the order of the readings
	best    *Feedback // of the right ones so far, nil if there is none
}

// A reading is one way in which an answer can be read, with what was found about it.
type reading struct {
	comparison
	Feedback
}

func (w *weighing) check(line parse.Line) check.Verdict {
	r := reading{comparison: w.comparison, Feedback: Feedback{Scope: w.scope, Wanted: w.wanted}}
	for _, n := range line.Notes {
		if n.Code != parse.NotJudged || w.drop == nil {
			r.Notes = append(r.Notes, n.Say())
		}
	}
	if w.several {
		r.Read = Plain(line)
	}
	r.compare(&r.Feedback, line)
	w.heard = append(w.heard, r)
	return r.Verdict
}

// of returns the reading that a verdict is of.
func (w *weighing) of(v check.Verdict) reading {
	r := w.heard[v.Reading]
	r.Verdict = v
	return r
}

// right words a right reading, keeps the best, and reports whether a better one cannot be.
func (w *weighing) right(v check.Verdict) bool {
	r := w.of(v)
	r.equal(&r.Feedback)
	settled := r.Kind == Right || r.Kind == Step
	if w.best == nil || settled {
		w.best = &r.Feedback
	}
	return settled
}

// refused words an answer of which no reading is right; of the verdicts the one that counts stands first.
func (w *weighing) refused(verdicts []check.Verdict) Feedback {
	for _, v := range verdicts {
		r := w.of(v)
		if v.SetToZero && r.ofSides(&r.Feedback) {
			return r.Feedback
		}
		if v.Relation != judge.Undefined && !v.Leads() && r.near != nil && r.near(&r.Feedback) {
			return r.Feedback
		}
	}
	first := w.of(verdicts[0])
	if first.ofSides(&first.Feedback) {
		return first.Feedback
	}
	open := first.Verdict.Relation == judge.Undefined || w.several && first.Verdict.Relation == judge.Unsure
	if !open && first.listed != nil && first.listed(&first.Feedback) { // of the reading that is shown alone
		first.foreseen(&first.Feedback)
	} else {
		first.refused(&first.Feedback)
	}
	return first.Feedback
}
