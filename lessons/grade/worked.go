package grade

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/diagnose"
)

// optionsOfRules is how many rules the learner chooses from.
const optionsOfRules = 4

// A worked derivation shows line after line, and the learner names the rule of each.
type worked struct {
	derivation
	seed     uint64
	at       int // the line whose rule is asked for
	revealed bool
}

// options returns the rules to choose from for line at: one of the right ones, and wrong ones, those of the other lines
// first.
func (d *worked) options() []string {
	right := d.q.Lines[d.at].Rules
	wrong := []string{}
	add := func(id string) {
		if !slices.Contains(right, id) && !slices.Contains(wrong, id) && len(wrong) < optionsOfRules-1 {
			wrong = append(wrong, id)
		}
	}
	for _, l := range d.q.Lines {
		for _, id := range l.Rules {
			add(id)
		}
	}
	name := fmt.Sprint(d.q.ID, d.at)
	for _, k := range shuffled(len(d.course.Rules), d.seed, name) {
		add(d.course.Rules[k].ID)
	}
	all := append(wrong, right[0])
	mixed := make([]string, len(all))
	for i, k := range shuffled(len(all), d.seed, name) {
		mixed[i] = all[k]
	}
	return mixed
}

func (d *worked) judge(text string) Feedback {
	options := d.options()
	id, ok := d.named(text, options)
	if !ok {
		return Feedback{Kind: Unreadable, Say: sayPick(len(options))}
	}
	l := d.q.Lines[d.at]
	rule, _ := d.course.Rule(id)
	head := "Right"
	if !slices.Contains(l.Rules, id) {
		if !d.used(id) {
			return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: say(
				"Not that one: " + rule.Name + " says " + rule.Formula + ". Compare the two lines: what changed?")}
		}
		head = "Right, that is done on the way, too"
	}
	f := Feedback{Kind: Step, Rules: l.Rules, Say: []lessons.Text{step(d.course, head, l.Rules, l.Note)}}
	if d.at == len(d.q.Lines)-1 {
		f.Kind, f.Finished = Right, true
	}
	return f
}

// used reports whether a rule that the author did not name was used all the same: small ones need not be named.
func (d *worked) used(id string) bool {
	above := d.q.From.Tree
	if d.at > 0 {
		above = d.q.Lines[d.at-1].Tree
	}
	return slices.Contains(diagnose.Rules(above, d.q.Lines[d.at].Tree, d.q.Scope), diagnose.Rule(id))
}

// named returns the rule that was picked: by its number on the screen, its name or its ID.
func (d *worked) named(text string, options []string) (string, bool) {
	if k, ok := picked(text, len(options)); ok {
		return options[k], true
	}
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s)), "-", " ") }
	for _, r := range d.course.Rules {
		if t := plain(text); t == plain(r.ID) || t == plain(r.Name) {
			return r.ID, true
		}
	}
	return "", false
}

func (d *worked) take(Feedback) { d.at++ }

func (d *worked) show(s *State) {
	s.Next, s.Level, s.Goal = PickRule, lessons.Worked, &d.q.To
	s.Lines = []Shown{d.start()}
	for k := 0; k < len(d.q.Lines) && (k <= d.at || d.revealed); k++ {
		line := d.model(k)
		if k == d.at && !d.revealed {
			line.Rules, line.Note, line.Current = nil, nil, true
		}
		s.Lines = append(s.Lines, line)
	}
	if d.at == len(d.q.Lines) || d.revealed {
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
			return Hint{Say: l.Note}
		}
		return Hint{Say: lessons.Say("Compare the line with the one above: which part changed, and how?")}
	case 2:
		rule, _ := d.course.Rule(l.Rules[0])
		return Hint{Say: lessons.Say("In symbols it is " + rule.Formula + ".")}
	}
	return Hint{Say: lessons.Say("It is: " + ruleNames(d.course, l.Rules) + ".")}
}

func (d *worked) reveal() Feedback {
	d.revealed = true
	return d.shownRest()
}
