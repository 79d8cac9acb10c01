package transcript

import (
	"fmt"
	"html"
	"io"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/printable"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

const htmlHead = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>%s</title>
<style>
:root { color-scheme: light dark; }
body { font-family: serif; line-height: 1.45; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin: 2.2rem 0 0; }
p.how, td.whose { font-style: italic; }
table { border-collapse: collapse; margin: 1rem 0; }
th { font-weight: normal; text-align: left; }
th, td { padding: .25rem .9rem .25rem 0; vertical-align: top; }
.formula, code { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
</style>
</head>
<body>
`

// HTML writes a document as a page that stands alone: it loads nothing and runs nothing. It is well-formed XML, too.
func HTML(out io.Writer, d *Document) {
	title := d.Title
	if title == "" && len(d.Parts) > 0 {
		title = d.Parts[0].Title
	}
	fmt.Fprintf(out, htmlHead, htmlText(title))
	fmt.Fprintf(out, "<h1>%s</h1>\n", htmlText(title))
	for i := range d.Parts {
		d.Parts[i].html(out)
	}
	fmt.Fprint(out, "</body>\n</html>\n")
}

func (p *Part) html(out io.Writer) {
	fmt.Fprintf(out, "<h2>%s</h2>\n<p class=\"how\">%s</p>\n", htmlText(p.Title), htmlText(p.How))
	if len(p.Ask) > 0 {
		fmt.Fprintf(out, "<p>%s</p>\n", htmlWords(p.Ask))
	}
	p.htmlLines(out)
	if len(p.Way) == 0 {
		return
	}
	fmt.Fprintf(out, "<p>%s</p>\n<ol>\n", onTheWay)
	for _, s := range p.Way {
		fmt.Fprintf(out, "<li>%s%s%s</li>\n", htmlText(s.when()), behind(s.words(htmlCode, htmlWords)), htmlText(s.Says))
	}
	fmt.Fprint(out, "</ol>\n")
}

// htmlLines writes the lines of a part and its answers as a table.
func (p *Part) htmlLines(out io.Writer) {
	const row = "<tr><th scope=\"row\">%s</th><td>%s</td><td></td><td class=\"whose\">%s</td></tr>\n"
	fmt.Fprint(out, "<table>\n<tbody>\n")
	for _, l := range p.Lines {
		whose := ""
		if l.Whose != Asked && l.Tree != nil {
			whose = l.Whose.String()
		}
		fmt.Fprintf(out, "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td class=\"whose\">%s</td></tr>\n",
			htmlText(l.label()), htmlFormula(l.Tree), htmlText(l.By), whose)
	}
	if p.Goal != nil {
		fmt.Fprintf(out, row, "goal", htmlFormula(p.Goal), "")
	}
	for i := range p.Answers {
		s := &p.Answers[i]
		fmt.Fprintf(out, row, myAnswer, s.words(htmlCode, htmlWords), htmlText(s.Says))
	}
	for _, t := range p.Shown {
		fmt.Fprintf(out, row, shownAnswer, htmlWords(t), "")
	}
	fmt.Fprint(out, "</tbody>\n</table>\n")
}

// htmlCode writes text as it was typed.
func htmlCode(text string) string { return "<code>" + htmlText(text) + "</code>" }

func htmlFormula(n expr.Node) string {
	if n == nil {
		return "left out"
	}
	return htmlMath(typeset.Inline(n, typeset.Book), typeset.Words(n))
}

// htmlMath writes a formula with its words, for those who hear the page.
func htmlMath(text, words string) string {
	return `<span class="formula" role="math" aria-label="` + htmlText(words) + `">` + htmlText(text) + "</span>"
}

func htmlWords(t lessons.Text) string {
	var b strings.Builder
	for _, i := range t {
		words := i.In(typeset.Book)
		switch i.Style {
		case lessons.Math:
			b.WriteString(htmlMath(words, lessons.Text{i}.Words()))
		case lessons.Verbatim:
			b.WriteString("<code>" + htmlText(words) + "</code>")
		case lessons.Emphasis:
			b.WriteString("<em>" + htmlText(words) + "</em>")
		case lessons.Strong:
			b.WriteString("<strong>" + htmlText(words) + "</strong>")
		case lessons.Plain:
			b.WriteString(htmlText(words))
		}
	}
	return b.String()
}

func htmlText(words string) string { return html.EscapeString(printable.Line(words)) }
