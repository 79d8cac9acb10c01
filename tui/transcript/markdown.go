package transcript

import (
	"fmt"
	"io"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/printable"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

// Markdown writes a document for notes and for forums. Formulas stand as they are typed, so that they can be typed again.
// Without a title the document is to be pasted somewhere, and has no headings.
func Markdown(out io.Writer, d *Document) {
	if d.Title != "" {
		fmt.Fprintf(out, "# %s\n", markdownText(d.Title))
	}
	for i := range d.Parts {
		p := &d.Parts[i]
		if d.Title != "" {
			fmt.Fprintf(out, "\n## %s\n\n%s\n", markdownText(p.Title), markdownText(p.How))
		} else {
			fmt.Fprintf(out, "**%s** (%s)\n", markdownText(p.Title), markdownText(p.How))
		}
		p.markdown(out)
	}
}

func (p *Part) markdown(out io.Writer) {
	if len(p.Ask) > 0 {
		fmt.Fprintf(out, "\n%s\n", markdownWords(p.Ask))
	}
	fmt.Fprintln(out)
	for _, l := range p.Lines {
		fmt.Fprintf(out, "- %s: %s", l.label(), markdownFormula(l.Tree))
		if l.By != "" {
			fmt.Fprintf(out, ", by %s", markdownText(l.By))
		}
		if l.Whose != Asked && l.Tree != nil {
			fmt.Fprintf(out, " (%s)", l.Whose)
		}
		fmt.Fprintln(out)
	}
	if p.Goal != nil {
		fmt.Fprintf(out, "- goal: %s\n", markdownFormula(p.Goal))
	}
	for i := range p.Answers {
		s := &p.Answers[i]
		fmt.Fprintf(out, "- %s: %s (%s)\n", myAnswer, s.words(markdownCode, markdownWords), markdownText(s.Says))
	}
	for _, t := range p.Shown {
		fmt.Fprintf(out, "- %s: %s\n", shownAnswer, markdownWords(t))
	}
	if len(p.Way) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s\n\n", onTheWay)
	for i, s := range p.Way {
		typed := behind(s.words(markdownCode, markdownWords))
		fmt.Fprintf(out, "%d. %s%s%s\n", i+1, markdownText(s.when()), typed, markdownText(s.Says))
	}
}

// onTheWay is the heading of what was done in which order; myAnswer and shownAnswer stand before an answer.
const (
	onTheWay    = "On the way:"
	myAnswer    = "my answer"
	shownAnswer = "shown to me"
)

// label names a line within its derivation.
func (l *Line) label() string {
	switch {
	case l.Whose == Asked:
		return "start"
	case l.Number == 0:
		return "repaired"
	}
	return fmt.Sprint(l.Number)
}

// when writes a time before what was done then.
func (s *Step) when() string {
	if s.At.IsZero() {
		return ""
	}
	return s.At.Format("2 January 2006, 15:04") + ", "
}

func markdownFormula(n expr.Node) string {
	if n == nil {
		return "left out"
	}
	return markdownCode(typeset.Line(n))
}

// markdownCode writes a stretch of code, whatever backticks are in it.
func markdownCode(text string) string {
	text = printable.Line(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

func markdownWords(t lessons.Text) string {
	var b strings.Builder
	for _, i := range t {
		if words := i.In(typeset.Unicode); i.Style == lessons.Math || i.Style == lessons.Verbatim {
			b.WriteString(markdownCode(words))
		} else {
			b.WriteString(markdownText(words))
		}
	}
	return b.String()
}

var markdownSigns = strings.NewReplacer(
	`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "#", `\#`, "~", `\~`, "$", `\$`,
)

// markdownText writes words so that Markdown shows them as they are.
func markdownText(words string) string { return markdownSigns.Replace(printable.Line(words)) }
