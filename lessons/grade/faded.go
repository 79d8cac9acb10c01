package grade

import (
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
)

// A faded derivation shows the model lines but for some, which the learner fills in from the top.
type faded struct {
	derivation
	lines  []Shown
	blanks []int // those still to be filled in
}

func newFaded(d derivation) *faded {
	f := &faded{derivation: d, blanks: slices.Sorted(slices.Values(d.q.Blank))}
	for k := range d.q.Lines {
		line := d.model(k)
		if slices.Contains(f.blanks, k) {
			line = Shown{Status: Blank}
		}
		f.lines = append(f.lines, line)
	}
	return f
}

// above returns the line that blank k stands below.
func (d *faded) above(k int) expr.Node {
	if k == 0 {
		return d.q.From.Tree
	}
	return d.lines[k-1].Tree
}

func (d *faded) judge(text string) Feedback {
	return aim{
		scope: d.q.Scope, wanted: d.above(d.blanks[0]), name: "the line above", equal: d.equal,
		listed: listedIn(d.q.Wrong, d.q.Scope),
		course: d.course, from: d.above(d.blanks[0]), right: []expr.Node{d.q.Lines[d.blanks[0]].Tree, d.q.To.Tree},
	}.decide(text)
}

func (d *faded) equal(f *Feedback) {
	k := d.blanks[0]
	last := k == len(d.lines)-1
	switch {
	case f.Verdict.Alike:
		f.Kind, f.Say = Repeat, say("That is the line above once more. It is true; now take a step.")
	case d.below(k, f.Answer):
		f.Kind, f.Say = Repeat, say("That line stands below already. The blank asks for the step between.")
	case last && !reached(d.q.Form, f.Answer, d.q.To.Tree):
		f.Kind = Form
		f.Say = []lessons.Text{join(lessons.Say("True. This is the last line: bring it to the goal, "), lessons.SayFormula(d.q.To.Tree), lessons.Say("."))}
	case len(d.blanks) == 1:
		f.Kind, f.Finished, f.Say = Right, true, say("True, and the derivation is complete.")
		if rules, _, ok := d.modelLike(f.Answer); ok {
			f.Rules = rules
		}
	default:
		d.stepped(f)
	}
}

// below reports whether a line that is shown below blank k is n.
func (d *faded) below(k int, n expr.Node) bool {
	return !expr.Alike(n, d.q.Lines[k].Tree) && slices.ContainsFunc(d.lines[k+1:], func(l Shown) bool {
		return l.Tree != nil && expr.Alike(n, l.Tree)
	})
}

func (d *faded) take(f Feedback) {
	k := d.blanks[0]
	d.lines[k] = Shown{Status: Own, Source: strings.TrimSpace(f.Typed), Tree: f.Answer, Rules: f.Rules}
	d.blanks = d.blanks[1:]
}

func (d *faded) show(s *State) {
	s.Next, s.Level, s.Goal = TypeFormula, lessons.Faded, &d.q.To
	s.Lines = append([]Shown{d.start()}, d.lines...)
	if len(d.blanks) > 0 {
		s.Lines[d.blanks[0]+1].Current = true
	}
}

func (d *faded) rung(n int) Hint { return d.derivation.rung(n, d.blanks[0]) }

func (d *faded) reveal() Feedback {
	for _, k := range d.blanks {
		d.lines[k] = d.model(k)
	}
	d.blanks = nil
	return d.shownRest()
}
