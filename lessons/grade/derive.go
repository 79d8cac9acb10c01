package grade

import (
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
)

// newDerive begins a derivation at a level.
func (a *Attempt) newDerive(q *lessons.Derive, level lessons.Level) player {
	base := derivation{q: q, course: a.course}
	switch level {
	case lessons.Worked:
		return &worked{derivation: base, seed: a.seed}
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
}

func (d *derivation) start() Shown {
	return Shown{Status: Start, Source: d.q.From.Source, Tree: d.q.From.Tree}
}

func (d *derivation) model(k int) Shown {
	l := d.q.Lines[k]
	return Shown{Status: Model, Source: l.Source, Tree: l.Tree, Rules: l.Rules, Note: l.Note}
}

// modelLike returns the rules and the index of the model line that n is, up to notation.
func (d *derivation) modelLike(n expr.Node) (rules []string, at int, ok bool) {
	for k, l := range d.q.Lines {
		if expr.Alike(n, l.Tree) {
			return l.Rules, k, true
		}
	}
	return nil, 0, false
}

// rung returns the hint about model line k.
func (d *derivation) rung(n, k int) Hint {
	l := d.q.Lines[k]
	switch n {
	case 1:
		return Hint{Say: join(lessons.Say("Next: "), ruleWords(d.course, l.Rules))}
	case 2:
		if len(l.Note) > 0 {
			return Hint{Say: step(d.course, "Next", l.Rules, l.Note)}
		}
		return Hint{Say: ruleExplained(d.course, l.Rules)}
	}
	return Hint{Say: join(lessons.Say("The line: "), lessons.SayFormula(l.Tree)), Line: &l.Term}
}

// ended words the last line of a derivation.
func (d *derivation) ended(f *Feedback) {
	f.Kind, f.Finished = Right, true
	f.Say = say("True, and the goal is reached.")
	if !expr.Alike(f.Answer, d.q.To.Tree) {
		f.Remark = join(lessons.Say("The goal was written "), lessons.SayFormula(d.q.To.Tree), lessons.Say("; this is as good."))
	}
}

// stepped words a true line on the way.
func (d *derivation) stepped(f *Feedback) {
	f.Kind = Step
	f.Say = say("True.")
	if rules, _, ok := d.modelLike(f.Answer); ok {
		f.Rules = rules
		f.Say = say("True: " + ruleNames(d.course, rules) + ".")
	}
}

// A free derivation shows start and goal alone; any true line is taken.
type free struct {
	derivation
	own      []Shown
	revealed bool
}

// last returns the line that the next one is compared with.
func (d *free) last() expr.Node {
	if k := len(d.own); k > 0 {
		return d.own[k-1].Tree
	}
	return d.q.From.Tree
}

func (d *free) judge(text string) Feedback {
	return aim{
		scope: d.q.Scope, wanted: d.last(), name: "the line above", equal: d.equal, listed: listedIn(d.q.Wrong, d.q.Scope),
		course: d.course, from: d.last(), right: []expr.Node{d.q.Lines[d.next()].Tree, d.q.To.Tree},
	}.decide(text)
}

func (d *free) equal(f *Feedback) {
	switch {
	case f.Verdict.Alike:
		f.Kind, f.Say = Repeat, say("That is the line above once more. It is true; now take a step.")
	case len(d.own) == 0 && len(d.q.Lines) > 1 && expr.Alike(f.Answer, d.q.To.Tree):
		f.Kind, f.Say = Form, say("True, but that is the goal itself. Write at least one line that shows the way to it.")
	case reached(d.q.Form, f.Answer, d.q.To.Tree):
		d.ended(f)
	default:
		d.stepped(f)
	}
}

func (d *free) take(f Feedback) {
	d.own = append(d.own, Shown{Status: Own, Source: strings.TrimSpace(f.Typed), Tree: f.Answer, Rules: f.Rules})
}

func (d *free) show(s *State) {
	s.Next, s.Level, s.Goal = TypeFormula, lessons.Free, &d.q.To
	s.Lines = append([]Shown{d.start()}, d.own...)
	if d.revealed {
		for k := d.next(); k < len(d.q.Lines); k++ {
			s.Lines = append(s.Lines, d.model(k))
		}
	}
}

// next returns the model line after the last that the learner reached.
func (d *free) next() int {
	next := 0
	for _, l := range d.own {
		if _, k, ok := d.modelLike(l.Tree); ok && k+1 < len(d.q.Lines) {
			next = max(next, k+1)
		}
	}
	return next
}

func (d *free) rung(n int) Hint { return d.derivation.rung(n, d.next()) }

func (d *free) reveal() Feedback {
	d.revealed = true
	return d.shownRest()
}

func (d *derivation) shownRest() Feedback {
	return Feedback{Answer: d.q.To.Tree, Wanted: d.q.To.Tree, Scope: d.q.Scope, Say: say("The rest of the derivation is shown.")}
}
