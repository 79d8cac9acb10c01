package lessons

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// relations join the expressions of a formula in prose. Longer ones come first.
var relations = []string{":=", "<=", ">=", "=", "<", ">", "≤", "≥", "≈", "≠", "→"}

// A misreading is what is wrong with a formula and at which of its bytes.
type misreading struct {
	offset int
	what   string
}

// readFormula reads a formula of prose: expressions joined by relations.
func readFormula(text string, sc *scope.Scope) (Formula, *misreading) {
	f := Formula{Source: text}
	start, depth := 0, 0
	add := func(end int) *misreading {
		part, complaint := parse.Expr(text[start:end], sc)
		if complaint != nil {
			return &misreading{start + complaint.Start, clause(complaint.Say())}
		}
		if all, _ := parse.Readings(text[start:end], sc); len(all) > 1 {
			at := start
			if notes := all[0].Notes; len(notes) > 0 {
				at += notes[0].Start
			}
			return &misreading{at, "this can be read in two ways; set brackets"}
		}
		f.Parts = append(f.Parts, part)
		return nil
	}
	for i := 0; i < len(text); {
		switch text[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
		if r := relationAt(text[i:]); r != "" && depth == 0 {
			if wrong := add(i); wrong != nil {
				return f, wrong
			}
			f.Relations = append(f.Relations, r)
			i += len(r)
			start = i
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return f, add(len(text))
}

func relationAt(text string) string {
	for _, r := range relations {
		if strings.HasPrefix(text, r) {
			return r
		}
	}
	return ""
}
