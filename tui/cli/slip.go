package cli

import (
	"strings"

	"chainrule/lessons/content"
	"chainrule/mathcore"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A slip is a known mistake that explains the answer. Where is the part of the answer that changed, if it is not all
// of it.
type slip struct {
	ID    string `json:"id"`
	Where string `json:"where"`
	Say   string `json:"say"`
}

// explain looks for the slip that leads from one expression to a different one, and for its words in the course.
func explain(v mathcore.Verdict, from expr.Node, right []expr.Node, sc *scope.Scope) *slip {
	found := mathcore.Explain(v, from, sc, right...)
	if len(found.Slips) == 0 {
		return nil
	}
	s := &slip{ID: string(found.Slips[0])}
	if found.After != nil {
		s.Where = typeset.Line(found.After)
	}
	course, err := content.Course()
	if err != nil {
		return s // the ID speaks for itself; lint tells what is wrong with the course
	}
	var words []string
	for _, id := range found.Slips {
		if known, ok := course.Slip(string(id)); ok {
			words = append(words, known.What, known.Do)
		}
	}
	s.Say = strings.Join(words, " ")
	return s
}
