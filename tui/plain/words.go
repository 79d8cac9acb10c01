package plain

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// lineWidth is how long lines of prose become.
const lineWidth = 76

// clean takes out of a line what could change the terminal or hide in it.
func clean(line string) string { return strings.TrimSpace(widget.Clean(line)) }

// text says a text in lines of prose, a word before it and so many blanks before each line; formulas stay whole.
func (t *talk) text(indent int, before string, text lessons.Text) {
	blank := strings.Repeat(" ", indent)
	all := append(lessons.Say(before), text...)
	for _, l := range prose.Text(all, t.styles.Text, lineWidth-indent, t.styles) {
		t.say(blank + l)
	}
}

func (t *talk) blocks(blocks []lessons.Block) {
	for _, b := range blocks {
		t.say("")
		switch b := b.(type) {
		case *lessons.Paragraph:
			t.text(0, "", b.Text)
		case *lessons.List:
			for i, item := range b.Items {
				label := "- "
				if b.Ordered {
					label = fmt.Sprintf("%d. ", i+1)
				}
				t.text(0, label, item)
			}
		case *lessons.Display:
			t.say("    " + b.Formula.Line())
		case *lessons.Code:
			for _, l := range b.Lines {
				t.say("    " + l)
			}
		}
	}
}

// feedback says what was found about an answer.
func (t *talk) feedback(f *grade.Feedback) {
	if f.Answer != nil && f.Kind != grade.Revealed {
		t.say("Read as: " + typeset.Inline(f.Answer, widget.Charset(t.styles)))
	}
	for i, s := range f.Say {
		word := ""
		if i == 0 && !strings.HasPrefix(s.Plain(), "Not ") {
			word = firstWords[f.Kind]
		}
		t.text(0, word, s)
		if i == 0 && f.Kind == grade.Unreadable {
			t.pointed(f)
		}
	}
	if len(f.Remark) > 0 {
		t.text(0, "", f.Remark)
	}
	for _, n := range f.Notes {
		t.text(0, "Note: ", lessons.Say(n))
	}
	if f.Trial != nil {
		t.descend(f.Trial, 0, f.Trial.Lab().Runs[0].Step)
		t.text(0, "", f.Trial.Judge())
	}
}

// pointed shows the answer with the spot that could not be read.
func (t *talk) pointed(f *grade.Feedback) {
	from := parse.Column(f.Typed, f.Span.Start)
	wide := max(parse.Column(f.Typed, f.Span.End)-from, 1)
	if f.Span.End > 0 && from+wide < lineWidth {
		t.say("    "+f.Typed, "    "+strings.Repeat(" ", from)+strings.Repeat("^", wide))
	}
}

// firstWords begin what is said to an answer, where the words about it do not begin with one.
var firstWords = map[grade.Kind]string{
	grade.Right: "", grade.Step: "", grade.Repeat: "", grade.Form: "", grade.Unsure: "", grade.Revealed: "",
	grade.Wrong: "Not right. ", grade.Undefined: "No value. ", grade.Unreadable: "Not readable. ",
}
