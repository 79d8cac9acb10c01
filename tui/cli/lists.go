package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
	"chainrule/mathcore/form"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
)

// An entry is an ID that a lesson may name, and what it stands for.
type entry struct{ id, means string }

// catalogues are the lists that lint --list prints.
var catalogues = []struct {
	name string
	of   func(*lessons.Course) []entry
}{
	{"skills", skillsOf},
	{"rules", rulesOf},
	{"slips", slipsOf},
	{"forms", func(*lessons.Course) []entry { return withWords(form.Names(), formWords) }},
	{"domains", func(*lessons.Course) []entry {
		return append(withWords(scope.DomainNames(), domainWords), otherDomains...)
	}},
	{"lessons", lessonsOf},
	{"families", familiesOf},
}

// familiesOf returns the families of questions that are drawn.
func familiesOf(c *lessons.Course) []entry {
	var all []entry
	for _, f := range c.Families() {
		all = append(all, entry{f.ID, fmt.Sprintf("%s: %s of %s", f.Title, f.Kind, f.Lesson)})
	}
	return all
}

// lessonsOf returns the lessons with the time that each takes by an estimate, so that an author sees which is too long. A
// lesson that cannot be read is left out: lint tells why.
func lessonsOf(c *lessons.Course) []entry {
	var all []entry
	for _, e := range c.Lessons {
		l, err := c.Lesson(e.ID)
		if err != nil {
			continue
		}
		screens, practice := check.Minutes(l)
		means := fmt.Sprintf("about %s, %s", counted(screens, "minute"), counted(len(l.Screens), "screen"))
		if len(l.Review) > 0 {
			means += fmt.Sprintf("; practice about %s, %s", counted(practice, "minute"), counted(len(l.Review), "question"))
		}
		all = append(all, entry{e.ID, means})
	}
	return all
}

var formWords = map[string]string{
	"as-goal": "as the goal stands, but for the order of terms and factors", "collected": "like terms taken together",
	"decimal":  "a decimal; 'decimal 4' with four places",
	"expanded": "multiplied out", "factored": "a product, nothing left to take out",
	"in-terms-of":   "in these alone, as in 'in-terms-of g(x)'",
	"no-derivative": "no derivative left", "single-fraction": "one fraction, or none",
}

var domainWords = map[string]string{
	"real": "any real number", "pos": "above 0", "nonneg": "0 or above", "neg": "below 0", "int": "whole", "nat": "1, 2, 3 …",
}

var otherDomains = []entry{
	{"(a,b)", "between a and b"}, {"[a,b]", "from a to b; (a,b] and [a,b), too"}, {"{a,b,c}", "one of these"},
}

func lists() []string {
	var all []string
	for _, c := range catalogues {
		all = append(all, c.name)
	}
	return all
}

// list prints one of the catalogues.
func (e *env) list(name string, paths []string) error {
	at := slices.Index(lists(), name)
	if at < 0 {
		return fmt.Errorf("--list is one of %s, not %q%s", strings.Join(lists(), ", "), name, didYouMean(name, lists()))
	}
	if len(paths) > 1 {
		return errors.New("lint --list takes one PATH at most")
	}
	course, err := content.Course()
	if err == nil && len(paths) == 1 {
		course, err = loadOwn(paths[0], course, lessons.Open)
	}
	if err != nil {
		return err
	}
	all := catalogues[at].of(course)
	widest := 0
	for _, row := range all {
		widest = max(widest, len(row.id))
	}
	for _, row := range all {
		fmt.Fprintf(e.out, "%-*s  %s\n", widest, row.id, row.means)
	}
	return nil
}

func skillsOf(c *lessons.Course) []entry {
	var all []entry
	for _, s := range c.Skills {
		all = append(all, entry{s.ID, s.Say})
	}
	return all
}

// rulesOf returns the rules, and says of those that lint cannot recognise in a step that it cannot.
func rulesOf(c *lessons.Course) []entry {
	var all []entry
	for _, r := range c.Rules {
		name := r.Name
		if !slices.Contains(rule.IDs(), r.ID) {
			name += " (is never recognised)"
		}
		all = append(all, entry{string(r.ID), name})
	}
	return all
}

func slipsOf(c *lessons.Course) []entry {
	var all []entry
	for _, s := range c.Slips {
		all = append(all, entry{string(s.ID), s.What})
	}
	return append(all, entry{lessons.OwnSlip, "none of these: the words of the lesson are all there is"})
}

func withWords(ids []string, words map[string]string) []entry {
	var all []entry
	for _, id := range ids {
		all = append(all, entry{id, words[id]})
	}
	return all
}
