package grade

import (
	"slices"
	"strings"

	"chainrule/mathcore"
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

// A weighing finds out which reading of an answer counts.
type weighing struct {
	aim
	lines []parse.Line
	best  *Feedback // of the right readings so far, nil if there is none
}

// put returns the readings with the drawn numbers in them.
func (w *weighing) put() []parse.Line {
	if w.aim.put == nil {
		return w.lines
	}
	lines := slices.Clone(w.lines)
	for i := range lines {
		lines[i].Right = w.aim.put(lines[i].Right)
	}
	return lines
}

func (w *weighing) check(line parse.Line) mathcore.Verdict {
	return mathcore.CheckLine(line, w.wanted, w.scope)
}

// of returns what is known of the reading that a verdict is of, before it is worded.
func (w *weighing) of(v mathcore.Verdict) Feedback {
	line := w.lines[v.Reading]
	f := Feedback{Scope: w.scope, Wanted: w.wanted, Answer: line.Right, Verdict: v}
	for _, n := range line.Notes {
		f.Notes = append(f.Notes, n.Say())
	}
	if len(w.lines) > 1 {
		f.Read = Plain(line)
	}
	if seen := v.Witness; w.secret && seen != nil && len(seen.Point) == 0 {
		f.Verdict.Witness = nil
	}
	return f
}

// right words a right reading, keeps the best, and reports whether a better one cannot be.
func (w *weighing) right(v mathcore.Verdict) bool {
	f := w.of(v)
	w.equal(&f)
	settled := f.Kind == Right || f.Kind == Step
	if w.best == nil || settled {
		w.best = &f
	}
	return settled
}

// refused words an answer of which no reading is right; of the verdicts the one that counts stands first.
func (w *weighing) refused(verdicts []mathcore.Verdict) Feedback {
	first := w.of(verdicts[0])
	for _, v := range verdicts {
		if f := w.of(v); v.Outcome != mathcore.Undefined && w.near != nil && w.near(&f) {
			return f
		}
	}
	open := first.Verdict.Outcome == mathcore.Undefined || len(verdicts) > 1 && first.Verdict.Outcome == mathcore.Unsure
	for _, v := range verdicts {
		if f := w.of(v); !open && w.listed != nil && w.listed(&f) {
			w.foreseen(&f)
			return f
		}
	}
	w.aim.refused(&first)
	return first
}
