package plain

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// lineWidth is how long lines of prose become.
const lineWidth = 76

// clean takes out of a line what could change the terminal or hide in it.
func clean(line string) string { return strings.TrimSpace(widget.Clean(line)) }

// text says a text in lines of prose, a word before it and so many blanks before each line; formulas stay whole.
func (c *conversation) text(indent int, before string, text lessons.Text) {
	blank := strings.Repeat(" ", indent)
	all := append(lessons.Say(before), text...)
	for _, l := range prose.Text(all, c.styles.Text, lineWidth-indent, c.styles) {
		c.say(blank + l)
	}
}

func (c *conversation) blocks(blocks []lessons.Block) {
	for _, b := range blocks {
		c.say("")
		switch b := b.(type) {
		case *lessons.Paragraph:
			c.text(0, "", b.Text)
		case *lessons.List:
			for i, item := range b.Items {
				label := "- "
				if b.Ordered {
					label = fmt.Sprintf("%d. ", i+1)
				}
				c.text(0, label, item)
			}
		case *lessons.Display:
			c.say("    " + b.Formula.Line())
		case *lessons.Code:
			for _, l := range b.Lines {
				c.say("    " + l)
			}
		}
	}
}

// feedback says what was found about an answer.
func (c *conversation) feedback(f *grade.Feedback) {
	if f.Answer != nil && f.Kind != grade.Revealed {
		c.say("Read as: " + typeset.Inline(f.Answer, widget.Charset(c.styles)))
	}
	for i, s := range f.Say {
		word := ""
		if i == 0 && !strings.HasPrefix(s.Plain(), "Not ") {
			word = firstWords[f.Kind]
		}
		c.text(0, word, s)
		if i == 0 && f.Kind == grade.Unreadable {
			c.pointed(f)
		}
	}
	if len(f.Remark) > 0 {
		c.text(0, "", f.Remark)
	}
	for _, n := range f.Notes {
		c.text(0, "Note: ", lessons.Say(n))
	}
	if f.Trial != nil {
		c.descend(f.Trial, 0, f.Trial.Lab().Runs[0].Step)
		c.text(0, "", f.Trial.Judge())
	}
}

// pointed shows the answer with the spot that could not be read.
func (c *conversation) pointed(f *grade.Feedback) {
	from := kit.Column(f.Typed, f.Span.Start)
	wide := max(kit.Column(f.Typed, f.Span.End)-from, 1)
	if f.Span.End > 0 && from+wide < lineWidth {
		c.say("    "+f.Typed, "    "+strings.Repeat(" ", from)+strings.Repeat("^", wide))
	}
}

// firstWords begin what is said to an answer, where the words about it do not begin with one.
var firstWords = map[grade.Kind]string{
	grade.Right: "", grade.Step: "", grade.Repeat: "", grade.Form: "", grade.Unsure: "", grade.Revealed: "",
	grade.Wrong: "Not right. ", grade.Undefined: "No value. ", grade.Unreadable: "Not readable. ",
}
