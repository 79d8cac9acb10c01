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
	slots  []slot
	before [][]slot // the working before each line that was taken, for Undo
	passed []int    // how many blanks each of these closed that nobody filled in
}

// A slot is a place of a faded derivation: a line that is shown, or a blank.
type slot struct {
	Shown
	// at is the index of the model line that belongs there.
	at int
}

func newFaded(d derivation) *faded {
	f := &faded{derivation: d}
	f.counted = true
	for k := range d.q.Lines {
		line := d.model(k)
		if slices.Contains(d.q.Blank, k) {
			line = Shown{Status: Blank}
		}
		f.slots = append(f.slots, slot{line, k})
	}
	return f
}

// blank returns the place of the first blank, or the number of places if there is none.
func (d *faded) blank() int {
	for i, s := range d.slots {
		if s.Status == Blank {
			return i
		}
	}
	return len(d.slots)
}

// upTo returns the start and the lines above place i.
func (d *faded) upTo(i int) []expr.Node {
	lines := []expr.Node{d.q.From.Tree}
	for _, s := range d.slots[:i] {
		lines = append(lines, s.Tree)
	}
	return lines
}

// above returns the line that the first blank stands below.
func (d *faded) above() expr.Node {
	if i := d.blank(); i > 0 {
		return d.slots[i-1].Tree
	}
	return d.q.From.Tree
}

// wanted returns the model line that belongs into the first blank.
func (d *faded) wanted() lessons.Line { return d.q.Lines[d.slots[d.blank()].at] }

// begun reports whether a line stands there that the learner wrote or was shown.
func (d *faded) begun() bool { return len(d.before) > 0 }

func (d *faded) judge(a answer) Feedback {
	return comparison{
		question: d.q, scope: d.q.Scope, wanted: d.above(), lines: d.upTo(d.blank()), name: "the line above", equal: d.equal,
		listed: listedIn(d.q.Wrong, d.q.Scope),
		course: d.course, shown: true, from: d.above(), right: []expr.Node{d.wanted().Tree, d.q.To.Tree},
	}.decide(a)
}

func (d *faded) equal(f *Feedback) {
	first := d.blank()
	fit := d.fitting(f.Verdict.Steps)
	above := d.chained(f, d.upTo(first), fit)
	if len(fit) > 0 {
		f.Answer = fit[len(fit)-1]
	}
	goal := d.reaches(f.Answer)
	place := first + len(f.before)
	last := place == len(d.slots)-1
	switch {
	case len(fit) == 0 || f.Verdict.Alike:
		f.Kind, f.Say = Repeat, say("That is the line above once more. It is true; now take a step.")
	case slices.ContainsFunc(above, func(l expr.Node) bool { return expr.Alike(f.Answer, l) }):
		f.Kind, f.Say = Repeat, say("That line stands above already. The blank asks for a line that leads on.")
	case goal && !last && !d.begun() && len(f.before) == 0 && isGoal(f.Answer, d.q.To.Tree):
		f.Kind, f.Say = Form, sayGoalItself()
	case last && !goal:
		f.Kind, f.Say = Form, d.sayNotYet(f.Answer)
	default:
		f.closes = d.closing(place, f.Answer, goal)
		f.onward = d.leads(f.closes, f.Answer)
		d.accept(f, above)
	}
}

// accept words a line that is taken.
func (d *faded) accept(f *Feedback, above []expr.Node) {
	d.follow(f, above)
	after := d.filled(*f)
	if after.blank() == len(after.slots) {
		f.Kind, f.Finished = Right, true
		f.Say = say(d.head("True, and the derivation is complete", f))
		if f.closes == len(d.slots)-1 {
			d.remarkGoal(f)
		}
	} else {
		f.Kind = Step
		d.sayStep(f, above)
	}
	if passed := d.passedBy(f); passed > 0 {
		f.Say = append(f.Say, say(passedWords(passed))...)
	}
}

func passedWords(blanks int) string {
	closed := "the blank above it is closed, too"
	if blanks > 1 {
		closed = "the " + numeral(blanks) + " blanks above it are closed, too"
	}
	return "It is a line from further down, so " + closed + ". Lines left out count for no skill."
}

// closing returns the place that a line in place i closes the blanks up to: that of the model line that it is, or the
// last if the goal is reached.
func (d *faded) closing(i int, n expr.Node, goal bool) int {
	if goal {
		return len(d.slots) - 1
	}
	for k := len(d.slots) - 1; k > i; k-- {
		if d.authors(k, n) {
			return k
		}
	}
	return i
}

// passedBy counts the blanks that a line closes beside its own, where it is itself a line further down. Who goes from a
// line of their own to the goal has passed over nothing.
func (d *faded) passedBy(f *Feedback) int {
	if f.closes == len(d.slots)-1 {
		return 0
	}
	count := 0
	for _, s := range d.slots[d.blank()+len(f.before) : f.closes] {
		if s.Status == Blank {
			count++
		}
	}
	return count
}

// leads returns the rules by which the line shown below place i follows from a line there that is not the author's; nil
// where none is shown or the author's rules hold.
func (d *faded) leads(i int, n expr.Node) []rule.ID {
	if i+1 == len(d.slots) || d.slots[i+1].Status != Model || d.authors(i, n) {
		return nil
	}
	return rule.Between(n, d.slots[i+1].Tree, d.q.Scope, d.q.Proves...)
}

// authors reports whether a line in place i is the author's.
func (d *faded) authors(i int, n expr.Node) bool {
	line := d.q.Lines[d.slots[i].at].Tree
	return expr.Alike(bounded(n, line), line)
}

// fitting returns the lines of a chain that stand in blanks: none that is shown below already, if there is another,
// and no more than there are blanks one below the other. Where one before the last is a line from further down, the last
// stands alone.
func (d *faded) fitting(chain []expr.Node) []expr.Node {
	first, room := d.blank(), 1
	for first+room < len(d.slots) && d.slots[first+room].Status == Blank {
		room++
	}
	if len(chain) > 1 {
		fresh := slices.DeleteFunc(slices.Clone(chain), func(n expr.Node) bool { return d.below(first, n) })
		if len(fresh) > 0 {
			chain = fresh
		}
	}
	chain = chain[max(0, len(chain)-room):]
	for i, n := range chain {
		if i < len(chain)-1 && d.closing(first+i, n, false) > first+i {
			return chain[len(chain)-1:]
		}
	}
	return chain
}

// below reports whether a line that is shown below place i is n.
func (d *faded) below(i int, n expr.Node) bool {
	return slices.ContainsFunc(d.slots[i+1:], func(s slot) bool { return s.Tree != nil && expr.Alike(n, s.Tree) })
}

// filled returns the derivation with the lines of an answer in it. What a line passes over goes: it would not follow from
// the line above it any more, nor the line below from it.
func (d *faded) filled(f Feedback) *faded {
	next := *d
	i := d.blank()
	next.slots = slices.Clone(d.slots[:i])
	lines := d.written(f)
	for k, line := range lines {
		at := d.slots[i+k].at
		if k == len(lines)-1 {
			at = d.slots[f.closes].at
		}
		next.slots = append(next.slots, slot{line, at})
	}
	rest := slices.Clone(d.slots[f.closes+1:])
	if len(rest) > 0 && rest[0].Status == Model && !d.authors(f.closes, f.Answer) {
		rest[0].Rules, rest[0].Several, rest[0].Note = f.onward, steps(f.onward) >= jump, nil
	}
	next.slots = append(next.slots, rest...)
	return &next
}

func (d *faded) take(f Feedback) {
	above, i := d.above(), d.blank()+len(f.before)
	if k := len(f.before); k > 0 {
		above = f.before[k-1].Tree
	}
	d.move(d.filled(f).slots, d.passedBy(&f))
	d.ask(i, above, f)
}

// move goes on with another working.
func (d *faded) move(slots []slot, passed int) {
	d.before, d.passed = append(d.before, d.slots), append(d.passed, passed)
	d.slots, d.aid = slots, nil
}

func (d *faded) undo() bool {
	k := len(d.before)
	if k == 0 {
		return false
	}
	d.slots, d.before, d.passed = d.before[k-1], d.before[:k-1], d.passed[:k-1]
	return true
}

func (d *faded) show(s *State) {
	s.Next, s.Level, s.Goal, s.CanUndo = TypeFormula, lessons.Faded, &d.q.To, d.begun()
	s.Lines = []Shown{d.start()}
	for i, l := range d.slots {
		l.Current = i == d.blank()
		s.Lines = append(s.Lines, l.Shown)
	}
	d.showAsked(s, 1)
}

// lost reports whether the line above the blank is none of the model's, so that the author's hints do not fit.
func (d *faded) lost() bool {
	k, ok := d.ahead(d.above())
	return !ok || k != d.slots[d.blank()].at
}

// compute looks for a step from the line above the blank: to the goal if that comes next, else to the line shown below.
func (d *faded) compute() Aid {
	i := d.blank()
	if i == len(d.slots)-1 { // nothing but the goal is taken here
		rules := rule.Between(d.above(), d.q.To.Tree, d.q.Scope, d.q.Proves...)
		return Aid{next: rule.Next{Line: d.q.To.Tree, Rules: rules}, found: len(rules) > 0}
	}
	p := rule.Path{Lines: d.upTo(i), Goal: d.q.To.Tree, Never: d.q.Proves, Scope: d.q.Scope}
	if below := d.slots[i+1]; below.Status == Model {
		p.Goal = below.Tree
	}
	return d.onward(p)
}

func (d *faded) rung(n int) Hint {
	if !d.lost() {
		return d.derivation.rung(n, d.slots[d.blank()].at, d.above())
	}
	if a := d.computed(d); a.found {
		return d.computedRung(n, a.next)
	}
	return d.backRung(n, d.slots[d.blank()].at)
}

// reveal shows the line of the first blank.
func (d *faded) reveal() Feedback {
	i := d.blank()
	line := d.model(d.slots[i].at)
	if d.lost() {
		line.Rules, line.Note = nil, nil
		if a := d.computed(d); a.found {
			line = d.computedLine(a.next)
		}
	}
	f := Feedback{Answer: line.Tree}
	f.closes = d.closing(i, line.Tree, d.reaches(line.Tree))
	slots := d.filled(f).slots
	slots[i].Shown = line
	d.move(slots, 0)
	return d.sayShown(line.Tree, d.blank() == len(d.slots))
}
