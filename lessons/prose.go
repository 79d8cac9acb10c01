package lessons

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"chainrule/mathcore/scope"
)

// A proser turns Markdown into blocks. Offsets of faults are those in text, moved by base; where they cannot be told
// (a text with values put in) base alone stands for all.
type proser struct {
	*source
	text  []byte
	base  int
	fixed bool
	scope *scope.Scope
}

func (p *proser) fail(offset int, what, do string) {
	if p.fixed {
		offset = 0
	}
	p.fault(p.base+offset, what, do)
}

// block returns the block of prose that n is; false, with a fault, if it is of an unsupported kind.
func (p *proser) block(n ast.Node) (Block, bool) {
	switch n := n.(type) {
	case *ast.Paragraph:
		return p.paragraph(n)
	case *ast.List:
		return p.list(n)
	case *tables.Table:
		return p.table(n), true
	case *ast.CodeBlock:
		return &Code{p.lines(n)}, true
	case *ast.FencedCodeBlock:
		return &Code{p.lines(n)}, true
	}
	p.fail(offsetOf(n), fmt.Sprintf("%s is not supported in a lesson", nameOf(n)),
		"use paragraphs, lists of one level, tables, code, formulas and headings ## for screens")
	return nil, false
}

func (p *proser) paragraph(n *ast.Paragraph) (Block, bool) {
	start := n.Lines().At(0)
	if bytes.HasPrefix(start.Value(p.text), []byte("|")) {
		p.fail(start.Start, "this is no table yet", "write a row of dashes below the first row, | --- | --: |, with as many cells; --: is for numbers")
		return nil, false
	}
	if m, ok := n.FirstChild().(*mathNode); ok && m.display && m.NextSibling() == nil {
		f, ok := p.math(m)
		return &Display{f}, ok
	}
	return &Paragraph{p.inlines(n, Plain)}, true
}

func (p *proser) list(n *ast.List) (Block, bool) {
	l := &List{Ordered: n.IsOrdered()}
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		only := item.FirstChild()
		if only == nil {
			p.fail(offsetOf(item), "an item of this list is empty", "write it or take it out")
			return nil, false
		}
		_, isText := only.(*ast.TextBlock)
		_, isParagraph := only.(*ast.Paragraph)
		if only.NextSibling() != nil || !isText && !isParagraph {
			p.fail(offsetOf(item), "an item of this list holds more than one line of text",
				"a list has one level and one paragraph an item")
			return nil, false
		}
		l.Items = append(l.Items, p.inlines(only, Plain))
	}
	return l, true
}

// table returns a table. Formulas in it hold no bars: those part cells.
func (p *proser) table(n *tables.Table) *Table {
	t := &Table{Numbers: make([]bool, len(n.Alignments))}
	for i, a := range n.Alignments {
		t.Numbers[i] = a == tables.AlignRight
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []Text
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			cells = append(cells, p.inlines(cell, Plain))
		}
		if row == n.FirstChild() {
			t.Head = cells
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (p *proser) lines(n ast.Node) []string {
	var all []string
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		all = append(all, strings.TrimRight(string(s.Value(p.text)), "\n"))
	}
	return all
}

// inlines returns the text below parent.
func (p *proser) inlines(parent ast.Node, style Style) Text {
	var t Text
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			words := string(util.ResolveEntityNames(util.UnescapePunctuations(n.Segment.Value(p.text))))
			if n.HardLineBreak() {
				p.fail(n.Segment.Start, "a forced line break is not supported in a lesson", "begin a new paragraph")
			}
			if n.SoftLineBreak() {
				words += " "
			}
			t = t.with(style, words)
		case *ast.Emphasis:
			inner := Emphasis
			if n.Level == 2 {
				inner = Strong
			}
			t = append(t, p.inlines(n, inner)...)
		case *ast.CodeSpan:
			t = append(t, Inline{Style: Verbatim, Text: string(n.Text(p.text))}) //nolint:staticcheck // a code span holds raw text alone
		case *mathNode:
			if f, ok := p.math(n); ok && !n.display {
				t = append(t, Inline{Style: Math, Text: f.Source, Formula: &f})
			} else if ok {
				p.fail(n.content.Start, "a formula between $$ stands in running text",
					"give it a paragraph of its own or use single dollars")
			}
		default:
			p.fail(offsetOf(n), fmt.Sprintf("%s is not supported in a lesson", nameOf(n)), "use plain words, emphasis, code and formulas")
		}
	}
	return t
}

// with appends words, joined to the last stretch if that has the same style.
func (t Text) with(style Style, words string) Text {
	if k := len(t) - 1; k >= 0 && t[k].Style == style && t[k].Formula == nil {
		t[k].Text += words
		return t
	}
	return append(t, Inline{Style: style, Text: words})
}

func (p *proser) math(n *mathNode) (Formula, bool) {
	if !n.closed {
		p.fail(n.content.Start, "this formula has no closing dollar sign on its line",
			`close it there; write \$ for a dollar`)
		return Formula{}, false
	}
	f, wrong := readFormula(string(n.content.Value(p.text)), p.scope)
	if wrong != nil {
		p.fail(n.content.Start+wrong.offset, wrong.what, "")
		return Formula{}, false
	}
	f.Place = p.at(p.base + n.content.Start)
	if p.fixed {
		f.Place = p.at(p.base)
	}
	return f, true
}

// sentence returns the text of a string in a block: one paragraph.
func (p *proser) sentence() Text {
	doc := markdown.Parse(text.NewReader(p.text))
	only, ok := doc.FirstChild().(*ast.Paragraph)
	if !ok || only.NextSibling() != nil {
		p.fail(0, "this text is not one plain paragraph",
			"write one paragraph that begins with a word or a formula, not with a list or heading mark")
		return nil
	}
	return p.inlines(only, Plain)
}

func nameOf(n ast.Node) string {
	switch n.Kind() {
	case ast.KindBlockquote:
		return "a quotation"
	case ast.KindThematicBreak:
		return "a rule across the page"
	case ast.KindHTMLBlock, ast.KindRawHTML:
		return "HTML"
	case ast.KindLink, ast.KindAutoLink:
		return "a link"
	case ast.KindImage:
		return "a picture"
	case ast.KindHeading:
		return "a heading of this level"
	}
	return "Markdown of this kind (" + n.Kind().String() + ")"
}
