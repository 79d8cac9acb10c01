package transcript

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"chainrule/lessons"
	"chainrule/lessons/printable"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

const latexHead = `\documentclass{article}
\usepackage[T1]{fontenc}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb}
\usepackage[margin=25mm]{geometry}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 2pt}
\emergencystretch=3em
\begin{document}
`

// LaTeX writes a document that pdflatex compiles with the packages that every distribution has.
func LaTeX(out io.Writer, d *Document) {
	fmt.Fprint(out, latexHead)
	if d.Title != "" {
		fmt.Fprintf(out, "{\\LARGE %s\\par}\n", latexText(d.Title))
	}
	for i := range d.Parts {
		d.Parts[i].latex(out)
	}
	fmt.Fprint(out, "\\end{document}\n")
}

// latexList begins a list whose items have labels.
const latexList = "\n\\begin{list}{}{\\leftmargin=6.5em \\labelwidth=6em \\raggedright}\n"

func (p *Part) latex(out io.Writer) {
	fmt.Fprintf(out, "\n\\section*{%s}\n\\textit{%s}\n", latexText(p.Title), latexText(p.How))
	if len(p.Ask) > 0 {
		fmt.Fprintf(out, "\n%s\n", latexWords(p.Ask))
	}
	fmt.Fprint(out, latexList)
	for _, l := range p.Lines {
		fmt.Fprintf(out, "\\item[%s] %s", l.label(), latexFormula(l.Tree))
		var behind []string
		if l.By != "" {
			behind = append(behind, "by "+latexText(l.By))
		}
		if l.Whose != Asked && l.Tree != nil {
			behind = append(behind, "\\textit{"+l.Whose.String()+"}")
		}
		if len(behind) > 0 {
			fmt.Fprintf(out, "\\quad {\\small %s}", strings.Join(behind, "; "))
		}
		fmt.Fprintln(out)
	}
	if p.Goal != nil {
		fmt.Fprintf(out, "\\item[goal] %s\n", latexFormula(p.Goal))
	}
	for i := range p.Answers {
		s := &p.Answers[i]
		fmt.Fprintf(out, "\\item[%s] %s\\quad {\\small \\textit{%s}}\n", myAnswer, s.words(latexCode, latexWords), latexText(s.Says))
	}
	for _, t := range p.Shown {
		fmt.Fprintf(out, "\\item[%s] %s\n", shownAnswer, latexWords(t))
	}
	fmt.Fprint(out, "\\end{list}\n")
	if len(p.Way) == 0 {
		return
	}
	fmt.Fprintf(out, "\n%s%s", onTheWay, latexList)
	for i, s := range p.Way {
		typed := behind(s.words(latexCode, latexWords))
		fmt.Fprintf(out, "\\item[%d.] %s%s%s\n", i+1, latexText(s.when()), typed, latexText(s.Says))
	}
	fmt.Fprint(out, "\\end{list}\n")
}

// latexDepth is how deep a formula may be for TeX, which counts the groups that are open.
const latexDepth = 30

func latexFormula(n expr.Node) string {
	switch {
	case n == nil:
		return "left out"
	case deeper(n, latexDepth):
		return latexCode(typeset.Line(n))
	}
	return "$\\displaystyle " + latexMath(n) + "$"
}

// latexMath returns a formula for pdflatex, which knows letters beyond ASCII in text alone.
func latexMath(n expr.Node) string {
	var b strings.Builder
	for _, r := range typeset.LaTeX(n) {
		if r >= utf8.RuneSelf {
			b.WriteString("\\text{" + latexText(string(r)) + "}")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// deeper reports whether a tree has more levels than most.
func deeper(n expr.Node, most int) bool {
	if most == 0 {
		return true
	}
	for _, c := range expr.Children(n) {
		if deeper(c, most-1) {
			return true
		}
	}
	return false
}

func latexWords(t lessons.Text) string {
	var b strings.Builder
	for _, i := range t {
		switch words := i.In(typeset.Unicode); {
		case i.Style == lessons.Math && i.Formula != nil:
			b.WriteString(latexRelated(i.Formula))
		case i.Style == lessons.Verbatim || i.Style == lessons.Math:
			b.WriteString(latexCode(words))
		case i.Style == lessons.Emphasis || i.Style == lessons.Strong:
			b.WriteString("\\emph{" + latexText(words) + "}")
		default:
			b.WriteString(latexText(words))
		}
	}
	return b.String()
}

// latexRelated writes a formula with its relations.
func latexRelated(f *lessons.Formula) string {
	if len(f.Relations) == 0 && len(f.Parts) == 1 {
		return strings.Replace(latexFormula(f.Parts[0]), "\\displaystyle ", "", 1)
	}
	var b strings.Builder
	for i, p := range f.Parts {
		if i > 0 {
			b.WriteString(" $" + latexRelation(f.Relations[i-1]) + "$ ")
		}
		b.WriteString(strings.Replace(latexFormula(p), "\\displaystyle ", "", 1))
	}
	return b.String()
}

func latexRelation(sign string) string {
	switch shaped := typeset.Relation(sign, typeset.Book); shaped {
	case "≤":
		return "\\le"
	case "≥":
		return "\\ge"
	case "≠":
		return "\\ne"
	case "→":
		return "\\to"
	case "≈":
		return "\\approx"
	default:
		return latexText(shaped)
	}
}

// latexCode writes text as it was typed; it may be broken anywhere.
func latexCode(text string) string {
	var b strings.Builder
	for i, piece := range latexPieces(printable.Line(text)) {
		if i > 0 {
			b.WriteString("\\allowbreak{}")
		}
		b.WriteString(piece)
	}
	return "\\texttt{" + b.String() + "}"
}

func latexText(words string) string {
	return strings.Join(latexPieces(printable.Line(words)), "")
}
