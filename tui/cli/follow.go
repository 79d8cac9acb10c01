package cli

import (
	"fmt"
	"sync"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// followed words how a true line follows from the ones above: by which rules, and where it leads if that is not onward.
func followed(rules []rule.ID, progress rule.Progress, line expr.Node, above []expr.Node) []string {
	var all []string
	if len(rules) > 0 {
		all = append(all, "By: "+ruleNames(rules)+".")
	}
	switch progress {
	case rule.Same:
		all = append(all, "No progress: this is the line above again.")
	case rule.Back:
		all = append(all, "Back where you were: "+earlier(line, above)+".")
	case rule.Unknown, rule.Nearer:
	}
	return all
}

// earlier tells which of the lines above a line is.
func earlier(line expr.Node, above []expr.Node) string {
	for i, l := range above {
		if i > 0 && expr.Alike(l, line) {
			return fmt.Sprintf("this is true line %d again", i)
		}
	}
	return "this is the start again"
}

// builtIn is the course that comes with the program, read once.
var builtIn = sync.OnceValues(content.Course)

// words returns the course whose words are used; nil where it cannot be read, of which lint tells.
func words() *lessons.Course {
	course, err := builtIn()
	if err != nil {
		return nil
	}
	return course
}

// ruleNames names rules as the course does.
func ruleNames(rules []rule.ID) string {
	course := words()
	if course == nil {
		course = &lessons.Course{} // without words for them, rules go by their IDs
	}
	return course.RuleNames(rules)
}
