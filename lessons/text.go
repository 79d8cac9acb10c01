package lessons

import (
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

// A Block is a piece of prose. Only the types of this package satisfy it.
//
//sumtype:decl
type Block interface{ block() }

// A Paragraph is running text.
type Paragraph struct{ Text Text }

// A List is a list of one level.
type List struct {
	Ordered bool
	Items   []Text
}

// A Display is a formula on lines of its own.
type Display struct{ Formula Formula }

// A Table is a head and rows of as many cells. In columns of numbers the decimal points stand below each other.
type Table struct {
	Head    []Text
	Rows    [][]Text
	Numbers []bool // by column
}

// A Code block is text to be shown as it stands.
type Code struct{ Lines []string }

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Display) block()   {}
func (*Table) block()     {}
func (*Code) block()      {}

// A Text is a line of prose with formulas in it, as long as it may be.
type Text []Inline

// An Inline is a stretch of text in one style. Formula is set for Math and nil otherwise. Book is the text as books print it,
// where that differs: θ₁ = 2 for θ_1 = 2.
type Inline struct {
	Style   Style
	Text    string
	Book    string
	Formula *Formula
}

// In returns the stretch in a charset.
func (i Inline) In(set typeset.Charset) string {
	switch {
	case i.Formula != nil:
		return i.Formula.In(set)
	case set == typeset.Book && i.Book != "":
		return i.Book
	}
	return i.Text
}

// A Style says how a stretch of text is meant.
type Style uint8

// The styles.
const (
	Plain Style = iota
	Emphasis
	Strong
	Verbatim
	Math
)

// A Formula is what stands between dollar signs: one expression, or several joined by relations such as = or <.
type Formula struct {
	Source    string
	Parts     []expr.Node
	Relations []string
	// Place is where the formula was written; what the program wrote has none.
	Place Position
}

// Say returns a text of plain words.
func Say(words string) Text { return Text{{Text: words}} }

// SayFormula returns a text that is one formula without relations.
func SayFormula(n expr.Node) Text {
	line := typeset.Line(n)
	return Text{{Style: Math, Text: line, Formula: &Formula{Source: line, Parts: []expr.Node{n}}}}
}

// Written returns a text with the names of letters in it, for screens also as books print them. What write returns must
// differ in these alone.
func Written(write func(typeset.Charset) Text) Text {
	all, book := write(typeset.Unicode), write(typeset.Book)
	for i := range all {
		if all[i].Text != book[i].Text {
			all[i].Book = book[i].Text
		}
	}
	return all
}

// Plain returns the text in one line of Unicode, formulas as they are typed.
func (t Text) Plain() string { return t.In(typeset.Unicode) }

// In returns the text in one line in a charset.
func (t Text) In(set typeset.Charset) string {
	var b strings.Builder
	for _, i := range t {
		b.WriteString(i.In(set))
	}
	return b.String()
}

// Line returns the formula in one line of Unicode, as it is typed.
func (f Formula) Line() string { return f.In(typeset.Unicode) }

// In returns the formula in one line in a charset.
func (f Formula) In(set typeset.Charset) string {
	var b strings.Builder
	for i, p := range f.Parts {
		if i > 0 {
			b.WriteString(" " + typeset.Relation(f.Relations[i-1], set) + " ")
		}
		b.WriteString(typeset.Inline(p, set))
	}
	return b.String()
}
