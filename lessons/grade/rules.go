package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/rule"
)

// step tells of a step: its rules, and the pieces they were used on.
func step(c *lessons.Course, head string, rules []rule.ID, note lessons.Text) lessons.Text {
	said := head + " (" + c.RuleNames(rules) + ")"
	if len(note) == 0 {
		return lessons.Say(said + ".")
	}
	return join(lessons.Say(said+": "), note, lessons.Say("."))
}

// ruleTitle is a rule as an option: name and formula.
func ruleTitle(c *lessons.Course, id rule.ID) lessons.Text {
	r := c.RuleOrID(id)
	return lessons.Text{{Text: r.Name + ": "}, {Style: lessons.Verbatim, Text: r.Formula}}
}

// ruleWords names rules with their formulas.
func ruleWords(c *lessons.Course, ids []rule.ID) lessons.Text {
	var all lessons.Text
	for i, id := range ids {
		r := c.RuleOrID(id)
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
func ruleExplained(c *lessons.Course, ids []rule.ID) lessons.Text {
	var all []lessons.Text
	for _, id := range ids {
		r := c.RuleOrID(id)
		all = append(all, r.Say)
	}
	return textsOf(all...)[0]
}
