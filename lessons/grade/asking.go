package grade

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// An asking is a line of the learner's own whose rule is asked for.
type asking struct {
	at      int // its index among the lines below the start
	right   []rule.ID
	options []rule.ID
	// above and line are the lines between which the rule stands.
	above, line expr.Node
}

// AskRules makes the learner be asked for the rule of each line of their own, beginning with the last, or ends that. It
// reports whether they are asked from now on. Naming a rule, or not, counts for nothing: it is an exercise on the side.
func (a *Attempt) AskRules() bool {
	d := a.derivation()
	if d == nil || a.finished {
		return false
	}
	if _, worked := a.grader.(*worked); worked {
		return false
	}
	d.asks, d.asked = !d.asks, nil
	if d.asks {
		d.askLast(a.grader)
	}
	return d.asks
}

// LeaveRule leaves open which rule led to the line that is asked about. The next line is asked about again.
func (a *Attempt) LeaveRule() {
	if d := a.derivation(); d != nil {
		d.asked = nil
	}
}

// TellRule tells the rule that is asked for, which ends the question. It counts as no hint. It is false where no rule
// is asked for.
func (a *Attempt) TellRule() (lessons.Text, bool) {
	d := a.derivation()
	if d == nil || d.asked == nil {
		return nil, false
	}
	said := lessons.Say("It was: " + d.course.RuleNames(d.asked.right) + ".")
	d.asked = nil
	return said, true
}

// askLast asks for the rule of the last line that the learner wrote.
func (d *derivation) askLast(p grader) {
	var lines []Shown
	switch p := p.(type) {
	case *free:
		lines = p.own
	case *faded:
		for _, s := range p.slots[:p.blank()] {
			lines = append(lines, s.Shown)
		}
	}
	for at, l := range slices.Backward(lines) {
		if l.Status == Own && len(l.Rules) > 0 {
			above := d.q.From.Tree
			if at > 0 {
				above = lines[at-1].Tree
			}
			d.asked = &asking{at: at, right: l.Rules, options: d.optionsFor(l.Rules, at, above, l.Tree), above: above, line: l.Tree}
			return
		}
	}
}

// ask begins to ask for the rule of a line that was accepted, if the learner wants that and the rule is known.
func (d *derivation) ask(at int, above expr.Node, f Feedback) {
	if d.asks && !f.Finished && len(f.Rules) > 0 {
		d.asked = &asking{at: at, right: f.Rules, options: d.optionsFor(f.Rules, at, above, f.Answer), above: above, line: f.Answer}
	}
}

// showAsked hides the rule that is asked for, and shows what there is to choose from.
func (d *derivation) showAsked(s *State, first int) {
	s.AsksRules = d.asks
	for _, l := range s.Lines {
		s.CanAskRules = s.CanAskRules || l.Status == Own
	}
	if d.asked == nil {
		return
	}
	for i := range s.Lines {
		s.Lines[i].Current = i == d.asked.at+first
	}
	line := &s.Lines[d.asked.at+first]
	line.Rules, line.Note, line.Several = nil, nil, false
	s.Next = PickRule
	for _, id := range d.asked.options {
		s.Options = append(s.Options, ruleTitle(d.course, id))
	}
}

// optionsFor returns rules to choose from for a line below another: one of the right ones, and wrong ones, those of the
// model lines first. A wrong one is a rule that nobody can say was used, and that was met in the course by now; where
// there are few of these, there are few to choose from. Where there is none, rules of later lessons stand below the right one,
// which keeps its number: journals hold numbers.
func (d *derivation) optionsFor(right []rule.ID, at int, above, line expr.Node) []rule.ID {
	used := rule.Uses(above, line, d.q.Scope)
	met := d.course.RulesUpTo(d.q)
	wrong := []rule.ID{}
	add := func(id rule.ID) {
		stays := slices.Contains(right, id) || slices.Contains(used, id) || slices.Contains(d.q.Proves, id) || !slices.Contains(met, id)
		if !stays && !slices.Contains(wrong, id) && len(wrong) < optionsOfRules-1 {
			wrong = append(wrong, id)
		}
	}
	for _, l := range d.q.Lines {
		for _, id := range l.Rules {
			add(id)
		}
	}
	name := fmt.Sprint(d.q.Draw, at)
	order := shuffled(len(d.course.Rules), d.seed, name)
	for _, k := range order {
		add(d.course.Rules[k].ID)
	}
	if len(wrong) == 0 {
		met = nil
		for _, r := range d.course.Rules {
			met = append(met, r.ID)
		}
		for _, k := range order {
			add(d.course.Rules[k].ID)
		}
		return append([]rule.ID{right[0]}, wrong...)
	}
	all := append(wrong, right[0])
	mixed := make([]rule.ID, len(all))
	for i, k := range shuffled(len(all), d.seed, name) {
		mixed[i] = all[k]
	}
	return mixed
}

// judgeRule tells whether a rule leads to the line that is asked about.
func (d *derivation) judgeRule(text string) Feedback {
	options := d.asked.options
	id, ok := d.named(text, options)
	if !ok {
		return Feedback{Kind: Unreadable, Say: sayPick(len(options))}
	}
	if !slices.Contains(d.asked.right, id) {
		if !slices.Contains(options, id) && slices.Contains(rule.Uses(d.asked.above, d.asked.line, d.q.Scope), id) {
			return sayPerhaps()
		}
		return d.notThatRule(id)
	}
	said := "Right: " + d.course.RuleNames(d.asked.right) + "."
	if len(d.asked.right) > 1 {
		said = "Right. All in all: " + d.course.RuleNames(d.asked.right) + "."
	}
	return Feedback{Kind: Step, Say: say(said)}
}

// sayPerhaps answers a rule that is used by those who take the step apart otherwise.
func sayPerhaps() Feedback {
	return Feedback{Kind: Form, Say: say("That can be a part of it. Another rule is asked for.")}
}

func (d *derivation) notThatRule(id rule.ID) Feedback {
	named := d.course.RuleOrID(id)
	return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: []lessons.Text{join(
		lessons.Say("Not that one. The rule “"+named.Name+"” says: "), named.Say, lessons.Say(" Compare the two lines: what changed?"))}}
}

// named returns the rule that was picked: by its number on the screen, its name or its ID.
func (d *derivation) named(text string, options []rule.ID) (rule.ID, bool) {
	if k, ok := picked(text, len(options)); ok {
		return options[k], true
	}
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", " ") }
	for _, r := range d.course.Rules {
		if t := plain(text); t == plain(string(r.ID)) || t == plain(r.Name) {
			return r.ID, true
		}
	}
	return "", false
}

// takeRule records that a rule was named: then it is shown, and the derivation goes on.
func (a *Attempt) takeRule(f Feedback) {
	if d := a.derivation(); d != nil && f.Kind == Step {
		d.asked = nil
	}
}
