package record

import (
	"fmt"
	"strconv"
	"strings"

	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/session"
)

// markdown writes a derivation as a list for notes and for forums: each line as it is typed, and its rules behind it.
func markdown(title, how string, lines []session.Line) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** (%s)\n\n", escaped(title), how)
	for _, l := range lines {
		number := "start"
		if l.Number > 0 {
			number = strconv.Itoa(l.Number)
		}
		line := "left out"
		if l.Tree != nil && l.Status != grade.Blank {
			line = "`" + typeset.Line(l.Tree) + "`"
		}
		b.WriteString("- " + number + ": " + line)
		if l.By != "" {
			b.WriteString(", by " + escaped(l.By))
		}
		if l.Status == grade.Own {
			b.WriteString(" (my own)")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// escaped writes words so that Markdown shows them as they are.
func escaped(words string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`).Replace(words)
}
