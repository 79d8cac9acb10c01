package grade

import (
	"strings"

	"chainrule/lessons"
)

// ruleOf returns the rule called id. The checker knows rules that the course has no words for: they go by their ID.
func ruleOf(c *lessons.Course, id string) lessons.Rule {
	if r, ok := c.Rule(id); ok {
		return r
	}
	return lessons.Rule{ID: id, Name: strings.ReplaceAll(id, "-", " ")}
}

// ruleNames names rules in a row.
func ruleNames(c *lessons.Course, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = ruleOf(c, id).Name
	}
	return strings.Join(names, ", ")
}

// step tells of a step: its rules, and the pieces they were used on.
func step(c *lessons.Course, head string, rules []string, note lessons.Text) lessons.Text {
	said := head + " (" + ruleNames(c, rules) + ")"
	if len(note) == 0 {
		return lessons.Say(said + ".")
	}
	return join(lessons.Say(said+": "), note, lessons.Say("."))
}

// ruleTitle is a rule as an option: name and formula.
func ruleTitle(c *lessons.Course, id string) lessons.Text {
	r := ruleOf(c, id)
	return lessons.Text{{Text: r.Name + ": "}, {Style: lessons.Verbatim, Text: r.Formula}}
}

// ruleWords names rules with their formulas.
func ruleWords(c *lessons.Course, ids []string) lessons.Text {
	var all lessons.Text
	for i, id := range ids {
		r := ruleOf(c, id)
		if i > 0 {
			all = append(all, lessons.Inline{Text: "; "})
		}
		all = append(all, lessons.Inline{Text: r.Name})
		if r.Formula != "" {
			all = append(all, lessons.Inline{Text: ", "}, lessons.Inline{Style: lessons.Verbatim, Text: r.Formula})
		}
	}
	return append(all, lessons.Inline{Text: "."})
}

// ruleExplained tells what rules say.
func ruleExplained(c *lessons.Course, ids []string) lessons.Text {
	var all []lessons.Text
	for _, id := range ids {
		r := ruleOf(c, id)
		all = append(all, r.Say)
	}
	return textsOf(all...)[0]
}
