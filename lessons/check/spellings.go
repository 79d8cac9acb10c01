package check

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

// A spelling is a notation in which learners may type an answer.
type spelling struct {
	name  string
	write func(expr.Node) string
}

var spellings = []spelling{
	{"Unicode", typeset.Line},
	{"ASCII", func(n expr.Node) string { return typeset.Inline(n, typeset.ASCII) }},
	{"Book", func(n expr.Node) string { return typeset.Inline(n, typeset.Book) }},
	{"LaTeX", typeset.LaTeX},
}

// spelled returns an answer as the author wrote it and in each notation, each text once.
func spelled(source string, n expr.Node) []string {
	all := []string{source}
	for _, s := range spellings {
		if text := s.write(n); !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}
