package plain

import (
	"fmt"
	"strconv"
	"strings"

	"chainrule/mathcore/typeset"
	"chainrule/tui/find"
	"chainrule/tui/formulary"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// card tells the card of a lesson, or what on it has the words that are looked for.
func (c *conversation) card(lesson, words string) {
	all := formulary.Of(c.session, lesson)
	found := all.Among(words)
	if len(found.Groups) == 0 {
		c.say(fmt.Sprintf("Nothing on the card has %q; :find looks in the whole course.", words))
		return
	}
	for _, g := range found.Groups {
		c.say("", g.Title+":")
		for _, r := range g.Rows {
			c.say(c.cardRow(r)...)
		}
	}
	if words == "" {
		c.say("", "(:card WORD tells only what has that word.)")
	}
}

func (c *conversation) cardRow(r formulary.Row) []string {
	line := r.Line(widget.Charset(c.styles))
	if c.speak {
		line = r.Spoken()
	}
	var parts []string
	for _, part := range []string{line, r.Name, r.Formula, r.Says} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	said := c.bullet() + strings.Join(parts, ": ")
	if c.speak { // a voice pauses at the end of a line
		return []string{said}
	}
	lines := widget.WrapText(said, c.styles.Text, lineWidth, c.styles)
	for i := range lines[1:] {
		lines[i+1] = "  " + lines[i+1]
	}
	return lines
}

// find looks for words in the course, and asks where to go among what has them. It reports false where one stays.
func (c *conversation) find(words string) (p kit.Place, ok bool, err error) {
	if words == "" {
		c.say("Find what? :find chain, for instance.")
		return p, false, nil
	}
	const most = 20
	found := find.Among(find.Index(c.course), words)
	if len(found) == 0 {
		c.say("Nothing in the course has all of these words. A letter is found by its name, too, as in :find theta.")
		return p, false, nil
	}
	for i, e := range found[:min(len(found), most)] {
		name := e.Name
		if e.Tree != nil {
			name = typeset.Line(e.Tree)
		}
		line := fmt.Sprintf("%d. %s: %s", i+1, e.Kind, name)
		if e.Says != "" {
			line += " (" + e.Says + ")"
		}
		if e.At != "" {
			line += ", in " + e.At
		}
		c.say(prose.Indented(widget.WrapText(line, c.styles.Text, lineWidth-2, c.styles), "  ")...)
	}
	if len(found) > most {
		c.say(fmt.Sprintf("  and %d more; type more words.", len(found)-most))
	}
	line, err := c.ask("Go to which? Number; enter alone stays here: ")
	if err != nil {
		return p, false, err
	}
	n, _ := strconv.Atoi(line) // 0 of what is no number
	if n < 1 || n > min(len(found), most) {
		return p, false, nil
	}
	p = found[n-1].Place
	if p.Kind == kit.Lesson {
		p.Kind = ""
	}
	return p, true, nil
}
