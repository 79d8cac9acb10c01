package plain

import (
	"fmt"
	"regexp"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

const (
	// lineWidth is how long lines of prose become.
	lineWidth = 76
	// mostWidth is how long a line may be, which is what a terminal shows at least.
	mostWidth = 80
)

// heads matches what stands before the words of a line of a list of commands: a command and the room behind it.
var heads = regexp.MustCompile(`^ +[:?a].{0,25}? {2,}`)

// folded breaks a line that is longer than a terminal shows. What follows stands below the words of a list, else a little to the right.
func (c *conversation) folded(line string) []string {
	if expr.Columns(line) <= mostWidth {
		return []string{line}
	}
	words := strings.TrimLeft(line, " ")
	indent := len(line) - len(words)
	head, hang := line[:indent], min(indent, 2)
	if at := heads.FindString(line); at != "" {
		head, words, hang = at, line[len(at):], 0
	}
	wide := expr.Columns(head)
	all := widget.Wrap([]widget.Span{{Text: words, Style: c.styles.Text}}, lineWidth-wide, hang, c.styles)
	for i, l := range all {
		before := strings.Repeat(" ", wide)
		if i == 0 {
			before = head
		}
		all[i] = before + l
	}
	return all
}

// clean takes out of a line what could change the terminal or hide in it.
func clean(line string) string { return strings.TrimSpace(widget.Clean(line)) }

// text says a text in lines of prose, a word before it and so many blanks before each line; formulas stay whole.
func (c *conversation) text(indent int, before string, text lessons.Text) {
	blank := strings.Repeat(" ", indent)
	all := append(lessons.Say(before), text...)
	if c.speak { // a voice pauses at the end of a line
		c.put(all.Words())
		return
	}
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
				label := c.bullet()
				if b.Ordered {
					label = fmt.Sprintf("%d. ", i+1)
				}
				c.text(0, label, item)
			}
		case *lessons.Table:
			c.rowsOf(b)
		case *lessons.Display:
			c.say("    " + c.related(b.Formula))
		case *lessons.Code:
			for _, l := range b.Lines {
				c.whole("    " + l)
			}
		}
	}
}

// rowsOf says a table: as it is set, or each row with what its numbers are.
func (c *conversation) rowsOf(t *lessons.Table) {
	if !c.speak {
		c.say(prose.Blocks([]lessons.Block{t}, lineWidth, c.styles)...)
		return
	}
	var rows [][]string
	for _, cells := range append([][]lessons.Text{t.Head}, t.Rows...) {
		var row []string
		for _, cell := range cells {
			row = append(row, cell.Words())
		}
		rows = append(rows, row)
	}
	c.rows(rows)
}

// feedback says what was found about an answer.
func (c *conversation) feedback(f *grade.Feedback) {
	if f.Answer != nil && f.Kind != grade.Revealed {
		c.say("Read as: " + c.formula(f.Answer))
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
	c.pointAt(f.Typed, f.Span.Start, f.Span.End)
}

// pointAt shows what was typed with carets under the bytes from start to end.
func (c *conversation) pointAt(typed string, start, end int) {
	from := kit.Column(typed, start)
	wide := max(kit.Column(typed, end)-from, 1)
	if c.speak && end > start && end <= len(typed) {
		c.say("The spot is: " + typeset.Spelled(typed[start:end]))
		return
	}
	if end > 0 && from+wide < lineWidth {
		c.whole("    "+typed, "    "+strings.Repeat(" ", from)+strings.Repeat("^", wide))
	}
}

// firstWords begin what is said to an answer, where the words about it do not begin with one.
var firstWords = map[grade.Kind]string{
	grade.Right: "", grade.Step: "", grade.Repeat: "", grade.Form: "", grade.Unsure: "", grade.Revealed: "",
	grade.Wrong: "Not right. ", grade.Undefined: "No value. ", grade.Unreadable: "Not readable. ",
}
