package grade

import (
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// newDerive begins a derivation at a level.
func (a *Attempt) newDerive(q *lessons.Derive, level lessons.Level) grader {
	base := derivation{q: q, course: a.course, seed: a.seed, counted: a.unaided}
	switch level {
	case lessons.Worked:
		return &worked{derivation: base}
	case lessons.Faded:
		if len(q.Blank) > 0 {
			return newFaded(base)
		}
	case lessons.Free:
	}
	return &free{derivation: base}
}

// A derivation is what the three levels share.
type derivation struct {
	q      *lessons.Derive
	course *lessons.Course
	seed   uint64
	aid    *Aid // what the next hint is made of, once it was computed
	asks   bool // the learner is asked for the rule of each line of their own
	// counted tells that the lines to go are seen, or nobody is to be told of them.
	counted bool
	asked   *asking // the line whose rule is asked for now; nil if none is
}

func (d *derivation) start() Shown {
	return Shown{Status: Start, Source: d.q.From.Source, Tree: d.q.From.Tree}
}

func (d *derivation) model(k int) Shown {
	l := d.q.Lines[k]
	return Shown{Status: Model, Source: l.Source, Tree: l.Tree, Rules: l.Rules, Note: l.Note}
}

// modelLike returns the index of the model line that n is, up to notation.
func (d *derivation) modelLike(n expr.Node) (at int, ok bool) {
	for k, l := range d.q.Lines {
		if expr.Alike(bounded(n, l.Tree), l.Tree) {
			return k, true
		}
	}
	return 0, false
}

// rung returns the hint about model line k, from the line above it.
func (d *derivation) rung(n, k int, above expr.Node) Hint {
	l := d.q.Lines[k]
	switch n {
	case 1:
		return Hint{Say: join(lessons.Say("Next: "), ruleWords(d.course, l.Rules))}
	case 2:
		if len(l.Note) > 0 {
			return Hint{Say: step(d.course, "Next", l.Rules, l.Note)}
		}
		if next, ok := d.path([]expr.Node{above}).Next(); ok && (next.Of != nil || len(next.Pieces) > 0) {
			return Hint{Say: join(lessons.Say("Next ("+d.course.RuleNames(l.Rules)+"): "), d.pieces(next))}
		}
		return Hint{Say: ruleExplained(d.course, l.Rules)}
	}
	return Hint{Say: join(lessons.Say("The line: "), lessons.SayFormula(l.Tree)), Line: &l.Term}
}

// ended words the last line of a derivation.
func (d *derivation) ended(f *Feedback, lines []expr.Node) {
	f.Kind, f.Finished = Right, true
	d.follow(f, d.chained(f, lines, f.Verdict.Steps))
	f.Say = say(d.head("True, and the goal is reached", f))
	d.remarkGoal(f)
}

// stepped words a true line on the way; lines are the true ones before it.
func (d *derivation) stepped(f *Feedback, lines []expr.Node) {
	f.Kind = Step
	lines = d.chained(f, lines, f.Verdict.Steps)
	d.follow(f, lines)
	d.sayStep(f, lines)
	if len(f.Rules) == 0 {
		f.Say = append(f.Say, d.sayHidden(f.Answer)...)
	}
	if f.Progress != rule.Back && !derivativeLeft(f.Answer) {
		f.Say = append(f.Say, d.sayFold(f.Answer)...)
	}
}

// A free derivation shows start and goal alone; any true line is taken.
type free struct {
	derivation
	own  []Shown // written by the learner, or shown
	each []int   // how many of these each answer gave
}

// lines returns the true lines so far, the start first.
func (d *free) lines() []expr.Node {
	lines := []expr.Node{d.q.From.Tree}
	for _, l := range d.own {
		lines = append(lines, l.Tree)
	}
	return lines
}

// last returns the line that the next one is compared with.
func (d *free) last() expr.Node {
	if k := len(d.own); k > 0 {
		return d.own[k-1].Tree
	}
	return d.q.From.Tree
}

func (d *free) judge(a answer) Feedback {
	return comparison{
		question: d.q, scope: d.q.Scope, wanted: d.last(), lines: d.lines(), name: "the line above", equal: d.equal, listed: listedIn(d.q.Wrong, d.q.Scope),
		course: d.course, shown: true, from: d.last(), right: []expr.Node{d.q.Lines[d.next()].Tree, d.q.To.Tree},
	}.decide(a)
}

func (d *free) equal(f *Feedback) {
	w := Working{Path: d.path(d.lines()), Ends: d.reaches}
	switch kind := w.Kind(f.Verdict); {
	case kind == Repeat:
		f.Kind, f.Say = Repeat, say("That is the line above once more. It is true; now take a step.")
	case len(d.own) == 0 && len(f.Verdict.Steps) == 1 && len(d.q.Lines) > 1 && isGoal(f.Answer, d.q.To.Tree):
		f.Kind, f.Say = Form, sayGoalItself()
	case kind == Right:
		d.ended(f, d.lines())
	default:
		d.stepped(f, d.lines())
	}
}

func (d *free) take(f Feedback) {
	lines := d.written(f)
	above := d.last()
	if k := len(lines); k > 1 {
		above = lines[k-2].Tree
	}
	d.own, d.each = append(d.own, lines...), append(d.each, len(lines))
	d.ask(len(d.own)-1, above, f)
}

func (d *free) show(s *State) {
	s.Next, s.Level, s.Goal, s.CanUndo = TypeFormula, lessons.Free, &d.q.To, len(d.own) > 0
	s.Lines = append([]Shown{d.start()}, d.own...)
	d.showAsked(s, 1)
}

// next returns the model line after the last that the learner reached.
func (d *free) next() int {
	next := 0
	for _, l := range d.own {
		if k, ok := d.modelLike(l.Tree); ok && k+1 < len(d.q.Lines) {
			next = max(next, k+1)
		}
	}
	return next
}

// onPath returns the model line that comes next, if the last line is the start or a model line.
func (d *free) onPath() (int, bool) {
	k, ok := d.ahead(d.last())
	return k, ok && k < len(d.q.Lines)
}

func (d *free) lost() bool {
	_, ok := d.onPath()
	return !ok
}

func (d *free) compute() Aid { return d.onward(d.path(d.lines())) }

// rung returns a hint from the learner's last line: about the model line that comes next, about a step that was
// computed, or, where none is found, about the model line after the last that was reached.
func (d *free) rung(n int) Hint {
	if k, ok := d.onPath(); ok {
		return d.derivation.rung(n, k, d.last())
	}
	a := d.computed(d)
	if a.found {
		return d.computedRung(n, a.next)
	}
	return d.backRung(n, d.next())
}

func (d *free) undo() bool {
	last := len(d.each) - 1
	if last < 0 {
		return false
	}
	d.own, d.each = d.own[:len(d.own)-d.each[last]], d.each[:last]
	return true
}

// reveal shows the next line.
func (d *free) reveal() Feedback {
	var line Shown
	if k, ok := d.onPath(); ok {
		line = d.model(k)
	} else if a := d.computed(d); a.found {
		line = d.computedLine(a.next)
	} else {
		line = d.model(d.next())
		line.Rules, line.Note = nil, nil // they lead from another line
	}
	d.own, d.each, d.aid = append(d.own, line), append(d.each, 1), nil
	return d.sayShown(line.Tree, d.reaches(line.Tree))
}

// written are the lines of the learner's own that an answer gives, as the working shows them.
func (d *derivation) written(f Feedback) []Shown {
	d.aid = nil
	lines := append(slices.Clip(f.before), Shown{Tree: f.Answer, Rules: f.Rules, Several: f.Several})
	for i := range lines {
		lines[i].Status, lines[i].Source = Own, strings.TrimSpace(f.Typed)
	}
	return lines
}

// chained finds the rules of all lines of a chain but the last, and returns the true lines with these.
func (d *derivation) chained(f *Feedback, lines []expr.Node, steps []expr.Node) []expr.Node {
	f.before = nil
	for k := 0; k < len(steps)-1; k++ {
		step := Feedback{Answer: steps[k]}
		d.follow(&step, lines)
		f.before = append(f.before, Shown{Tree: step.Answer, Rules: step.Rules, Several: step.Several})
		lines = append(slices.Clip(lines), step.Answer)
	}
	return lines
}

// sayShown tells of a line that was shown.
func (d *derivation) sayShown(line expr.Node, last bool) Feedback {
	said := "The line is shown. Go on from it."
	if last {
		said = "The line is shown; it was the last that was missing."
	}
	return Feedback{Finished: last, Answer: line, Wanted: line, Scope: d.q.Scope, Say: say(said)}
}
