package plain

import (
	"regexp"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// formula writes a formula on a line: as it is typed, or in words where the lines are spoken.
func (c *conversation) formula(n expr.Node) string {
	if c.speak {
		return typeset.Words(n)
	}
	return typeset.Inline(n, widget.Charset(c.styles))
}

// related writes a formula with its relations as formula does.
func (c *conversation) related(f lessons.Formula) string {
	if c.speak {
		return f.Words()
	}
	return f.Line()
}

// heading says what begins now.
func (c *conversation) heading(words string) {
	if c.speak {
		c.say("", words+".")
		return
	}
	c.say("", "--- "+words+" ---")
}

// bullet begins an item of a list. A voice would take a dash for a minus.
func (c *conversation) bullet() string {
	if c.speak {
		return ""
	}
	return "- "
}

// behind joins a remark to a line, in a column or as words for a voice.
func (c *conversation) behind(remark, spoken string) string {
	if c.speak {
		return "; " + spoken
	}
	return "   " + remark
}

// rows says a table for a voice: each cell behind the head of its column, and a pause between them, since both may be numbers.
func (c *conversation) rows(rows [][]string) {
	for _, r := range rows[1:] {
		cells := make([]string, len(r))
		for i, cell := range r {
			cells[i] = strings.TrimPrefix(rows[0][i]+": ", ": ") + strings.TrimSpace(cell)
		}
		c.say("    " + strings.Join(cells, "; ") + ".")
	}
}

// columns matches the room between two columns.
var columns = regexp.MustCompile(`([^\s:;.]) {2,}`)

// toType matches what somebody is told to type: it is said sign by sign.
var toType = regexp.MustCompile(`\btyped (\w+_\w+)`)

// aloud writes a line for a voice: signs that it would leave out are words.
func aloud(line string) string {
	if line == "> " {
		return "Your answer: "
	}
	line = toType.ReplaceAllStringFunc(line, typeset.Spelled)
	return typeset.Spoken(columns.ReplaceAllString(line, "$1: "))
}

// sayIn does what :say asks for: says a formula in words or, without one, begins or ends to say all of them so.
func (c *conversation) sayIn(rest string, a *session.Attempt) {
	if rest == "" {
		c.speak = !c.speak
		c.say(map[bool]string{true: "From now on formulas are said in words. :say ends it.", false: "Formulas stand as they are typed from now on."}[c.speak])
		if a != nil {
			c.show(a)
		}
		return
	}
	line, complaint := parse.Read(rest, nil)
	if a != nil {
		line, complaint = parse.Read(rest, a.Screen.Question.About().Scope)
	}
	if complaint != nil {
		c.say("This cannot be read: " + complaint.Say())
		return
	}
	sides := line.Sides()
	words := make([]string, len(sides))
	for i, n := range sides {
		words[i] = typeset.Words(n)
	}
	c.say("In words: " + strings.Join(words, ", equals ") + ".")
}
