package grade

import (
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// A faded derivation shows the model lines but for some, which the learner fills in from the top.
type faded struct {
	derivation
	lines  []Shown
	blanks []int // those still to be filled in
}

func newFaded(d derivation) *faded {
	f := &faded{derivation: d, blanks: slices.Sorted(slices.Values(d.q.Blank))}
	f.counted = true
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

func (d *faded) judge(a answer) Feedback {
	return aim{
		question: d.q, scope: d.q.Scope, wanted: d.above(d.blanks[0]), lines: d.upTo(d.blanks[0]), name: "the line above", equal: d.equal,
		listed: listedIn(d.q.Wrong, d.q.Scope),
		course: d.course, shown: true, from: d.above(d.blanks[0]), right: []expr.Node{d.q.Lines[d.blanks[0]].Tree, d.q.To.Tree},
	}.decide(a)
}

func (d *faded) equal(f *Feedback) {
	first := d.blanks[0]
	fit := d.fitting(f.Verdict.Steps)
	above := d.chained(f, d.upTo(first), fit)
	if len(fit) > 0 {
		f.Answer = fit[len(fit)-1]
	}
	k := first + len(f.before)
	last := k == len(d.lines)-1
	switch {
	case len(fit) == 0 || f.Verdict.Alike:
		f.Kind, f.Say = Repeat, say("That is the line above once more. It is true; now take a step.")
	case d.below(k, f.Answer):
		f.Kind, f.Say = Repeat, say("That line stands below already. The blank asks for the step between.")
	case slices.ContainsFunc(above, func(l expr.Node) bool { return expr.Alike(f.Answer, l) }):
		f.Kind, f.Say = Repeat, say("That line stands above already. The blank asks for a line that leads on.")
	case last && !reached(d.q.Form, f.Answer, d.q.To.Tree):
		f.Kind = Form
		f.Say = []lessons.Text{join(lessons.Say("True. This is the last line: bring it to the goal, "), lessons.SayFormula(d.q.To.Tree), lessons.Say("."))}
	case len(d.blanks) == len(f.before)+1:
		f.Kind, f.Finished = Right, true
		d.follow(f, above)
		f.Say = say(d.head("True, and the derivation is complete", f))
	default:
		f.Kind = Step
		d.follow(f, above)
		d.sayStep(f, above)
	}
	if below := k + 1; f.Kind != Form && !last && d.lines[below].Status == Model && !expr.Alike(f.Answer, d.q.Lines[k].Tree) {
		f.astray, f.onward = true, ids(rule.Between(f.Answer, d.lines[below].Tree, d.q.Scope, d.never()...))
	}
}

// fitting returns the lines of a chain that stand in blanks: none that is shown below already, if there is another,
// and no more than there are blanks one below the other.
func (d *faded) fitting(chain []expr.Node) []expr.Node {
	room := 1
	for room < len(d.blanks) && d.blanks[room] == d.blanks[0]+room {
		room++
	}
	if len(chain) > 1 {
		fresh := slices.DeleteFunc(slices.Clone(chain), func(n expr.Node) bool { return d.below(d.blanks[0], n) })
		if len(fresh) > 0 {
			chain = fresh
		}
	}
	return chain[max(0, len(chain)-room):]
}

// upTo returns the start and the lines above blank k.
func (d *faded) upTo(k int) []expr.Node {
	lines := []expr.Node{d.q.From.Tree}
	for _, l := range d.lines[:k] {
		lines = append(lines, l.Tree)
	}
	return lines
}

// below reports whether a line that is shown below blank k is n.
func (d *faded) below(k int, n expr.Node) bool {
	return !expr.Alike(n, d.q.Lines[k].Tree) && slices.ContainsFunc(d.lines[k+1:], func(l Shown) bool {
		return l.Tree != nil && expr.Alike(n, l.Tree)
	})
}

func (d *faded) take(f Feedback) {
	k := 0
	for _, line := range d.written(f) {
		k, d.blanks = d.blanks[0], d.blanks[1:]
		d.lines[k] = line
	}
	if f.astray {
		below := &d.lines[k+1]
		below.Rules, below.Several, below.Note = f.onward, steps(f.onward) >= jump, nil
	}
	d.ask(k, d.above(k), f)
}

func (d *faded) show(s *State) {
	s.Next, s.Level, s.Goal = TypeFormula, lessons.Faded, &d.q.To
	s.Lines = append([]Shown{d.start()}, d.lines...)
	if len(d.blanks) > 0 {
		s.Lines[d.blanks[0]+1].Current = true
	}
	d.showAsked(s, 1)
}

// lost reports whether the line above the blank is none of the model's, so that the author's hints do not fit.
func (d *faded) lost() bool {
	k, ok := d.ahead(d.above(d.blanks[0]))
	return !ok || k != d.blanks[0]
}

func (d *faded) compute(bool) Aid {
	k := d.blanks[0]
	p := rule.Path{Lines: []expr.Node{d.above(k)}, Goal: d.q.Lines[k].Tree, Never: d.never(), Scope: d.q.Scope}
	return d.onward(p, false)
}

func (d *faded) rung(n int) Hint {
	k := d.blanks[0]
	if d.lost() {
		if a := d.computed(d, false); a.found {
			return d.computedRung(n, a.next)
		}
	}
	return d.derivation.rung(n, k, d.above(k))
}

func (d *faded) reveal() Feedback {
	for _, k := range d.blanks {
		d.lines[k] = d.model(k)
	}
	d.blanks = nil
	return d.shownRest()
}
