package grade

import (
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// optionsOfRules is how many rules the learner chooses from.
const optionsOfRules = 4

// A worked derivation shows line after line, and the learner names the rule of each.
type worked struct {
	derivation
	at      int       // the line whose rule is asked for
	choices []rule.ID // the rules to choose from for that line; nil while they are not needed
}

func (d *worked) options() []rule.ID {
	if d.choices == nil {
		d.choices = d.optionsFor(d.q.Lines[d.at].Rules, d.at, d.above(), d.q.Lines[d.at].Tree)
	}
	return d.choices
}

// above returns the line above the one whose rule is asked for.
func (d *worked) above() expr.Node {
	if d.at > 0 {
		return d.q.Lines[d.at-1].Tree
	}
	return d.q.From.Tree
}

func (d *worked) judge(a answer) Feedback {
	options := d.options()
	id, ok := d.named(a.text, options)
	if !ok {
		return Feedback{Kind: Unreadable, Say: sayPick(len(options))}
	}
	l := d.q.Lines[d.at]
	head := "Right"
	if !slices.Contains(l.Rules, id) {
		switch d.use(id) {
		case usedNot:
			return d.notThatRule(id)
		case usedPerhaps:
			return sayPerhaps()
		case usedSurely:
			head = "Right, that is done on the way, too"
		}
	}
	f := Feedback{Kind: Step, Rules: l.Rules, Say: []lessons.Text{step(d.course, head, l.Rules, l.Note)}}
	if d.at == len(d.q.Lines)-1 {
		f.Kind, f.Finished = Right, true
	}
	return f
}

// A use tells whether a rule that the author did not name was used all the same: small ones need not be named.
type use uint8

const (
	usedNot     use = iota
	usedPerhaps     // by those who take the step apart otherwise
	usedSurely
)

func (d *worked) use(id rule.ID) use {
	line := d.q.Lines[d.at].Tree
	switch {
	case slices.Contains(rule.Between(d.above(), line, d.q.Scope), id):
		return usedSurely
	case slices.Contains(rule.Uses(d.above(), line, d.q.Scope), id):
		return usedPerhaps
	}
	return usedNot
}

func (d *worked) take(Feedback) {
	d.at++
	d.choices = nil
}

func (d *worked) show(s *State) {
	s.Next, s.Level, s.Goal, s.CanUndo = PickRule, lessons.Worked, &d.q.To, d.at > 0
	s.Lines = []Shown{d.start()}
	for k := 0; k < len(d.q.Lines) && k <= d.at; k++ {
		line := d.model(k)
		if k == d.at {
			line.Rules, line.Note, line.Current = nil, nil, true
		}
		s.Lines = append(s.Lines, line)
	}
	if d.at == len(d.q.Lines) {
		return
	}
	for _, id := range d.options() {
		s.Options = append(s.Options, ruleTitle(d.course, id))
	}
}

func (d *worked) rung(n int) Hint {
	l := d.q.Lines[d.at]
	switch n {
	case 1:
		if len(l.Note) > 0 {
			return Hint{Say: join(lessons.Say("The step: "), l.Note, lessons.Say("."))}
		}
		return Hint{Say: lessons.Say("Compare the line with the one above: which part changed, and how?")}
	case 2:
		return Hint{Say: lessons.Say("In symbols it is " + d.course.RuleOrID(l.Rules[0]).Formula + ".")}
	}
	return Hint{Say: lessons.Say("It is: " + d.course.RuleNames(l.Rules) + ".")}
}

func (d *worked) undo() bool {
	if d.at == 0 {
		return false
	}
	d.at--
	d.choices = nil
	return true
}

// reveal tells the rule of the line.
func (d *worked) reveal() Feedback {
	l := d.q.Lines[d.at]
	d.at++
	d.choices = nil
	return Feedback{
		Finished: d.at == len(d.q.Lines), Answer: l.Tree, Wanted: l.Tree, Scope: d.q.Scope, Rules: l.Rules,
		Say: []lessons.Text{step(d.course, "It is", l.Rules, l.Note)},
	}
}
