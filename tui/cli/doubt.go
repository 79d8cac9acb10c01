package cli

import (
	"strings"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// doubts tells that a text can be read in several ways, and which way was taken; nothing where there is one.
func doubts(text string, sc *scope.Scope) []string {
	lines, complaint := parse.Readings(text, sc)
	if complaint != nil || len(lines) < 2 {
		return nil
	}
	var others []string
	for _, l := range lines[1:] {
		others = append(others, typeset.Line(l.Right))
	}
	return []string{text + " is read as " + typeset.Line(lines[0].Right) + ", not as " + strings.Join(others, " or ") + ". Brackets make it sure."}
}
