package notebook

import (
	"slices"
	"strings"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/typeset"
)

// Markdown writes entries for notes and for forums: what was typed, and below it what was said. It stands as it is, whatever
// signs are in it.
func Markdown(entries []Entry) string {
	var b strings.Builder
	b.WriteString("```text\n")
	for _, e := range entries {
		if e.Kind == Setting || e.Kind == Helped || e.Kind == Unreadable || e.Kind == Stopped {
			continue
		}
		b.WriteString("> " + strings.ReplaceAll(e.Typed, "`", "'") + "\n")
		for _, s := range e.Said {
			b.WriteString("    " + strings.ReplaceAll(s, "`", "'") + "\n")
		}
	}
	b.WriteString("```\n")
	return b.String()
}

// Ranging writes the command that draws the curve over a range.
func Ranging(from, to float64) string {
	return ":from " + decimal.Short(from) + " to " + decimal.Short(to)
}

// Names lists what was declared, each as it is written: g(x), a, p.
func (n *Notebook) Names() []string {
	var all []string
	for _, d := range n.scope.Definitions() {
		if name, ok := standing(d); ok {
			all = append(all, typeset.Line(name))
		}
	}
	for _, s := range n.scope.Symbols() {
		if d, _ := n.scope.Domain(s); !d.Finite() && d.Lo == nil && d.Hi == nil && !d.Whole {
			continue
		}
		if name := typeset.Line(s); !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}
