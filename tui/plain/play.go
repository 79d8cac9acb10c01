package plain

import (
	"errors"
	"io"
	"strings"

	"chainrule/tui/notebook"
	"chainrule/tui/widget"
)

// playAlone is the playground as a place of its own: it ends well where the input does.
func (c *conversation) playAlone(first string) error {
	err := c.playground(first)
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// playground looks at formulas of the learner's own until :end. What is declared holds until the conversation ends.
func (c *conversation) playground(first string) error {
	if c.book == nil {
		c.book = notebook.New(c.course)
	}
	c.say("", "PLAYGROUND: type a formula of your own. :help tells what else can be typed, :end leaves.")
	if first != "" {
		c.try(first)
	}
	for {
		line, err := c.ask("Formula: ")
		if err != nil {
			return err
		}
		if line == "" {
			continue
		}
		name, rest := "", ""
		if isCommand(line) {
			name, rest = command(line)
		}
		switch name {
		case "end":
			return nil
		case "map":
			return errMap
		case "quit", "q", "exit":
			c.whole(c.ifSaved("All you did is saved.") + " Goodbye.")
			return errQuit
		case "help", "h", "?":
			c.playHelp()
		case "rules":
			c.playRules()
		case "table", "plot":
			c.playCurve(name)
		case "card":
			c.card("", rest)
		case "past":
			c.playPast()
		default:
			c.try(line)
		}
	}
}

// try works on a line and tells what came of it.
func (c *conversation) try(line string) {
	e := c.book.Type(line).Find(nil)
	switch e.Kind {
	case notebook.Unreadable:
		if e.Fault != nil {
			c.pointAt(line, e.Fault.Start, e.Fault.End)
		}
	case notebook.Stopped, notebook.Setting, notebook.Helped:
	case notebook.Formula, notebook.Comparison, notebook.Declared:
		c.keep(c.session.Try(e.Typed, strings.Join(e.Said, "\n")))
	}
	if e.Kind != notebook.Unreadable && e.Kind != notebook.Stopped {
		c.book.Take(e)
	}
	for _, s := range e.Said {
		c.say(widget.WrapText(s, c.styles.Text, lineWidth, c.styles)...)
	}
	if s := c.book.Study(); e.Kind == notebook.Formula && s.Step != nil {
		c.say("(:rules tells how the derivative comes about, :table gives values, :plot draws.)")
	}
}

func (c *conversation) playHelp() {
	for _, h := range notebook.Help {
		c.say("  " + h[0] + strings.Repeat(" ", max(22-len([]rune(h[0])), 1)) + h[1])
	}
	c.say("  :rules                the derivative, rule by rule",
		"  :table, :plot         the curve as values, or drawn",
		"  :card WORD            letters, rules and results, those that have WORD",
		"  :past                 what you tried out so far",
		"  :end                  leaves the playground; :map to the lessons, :quit ends")
}

// playRules tells the rules of the derivative as a tree, each part below what needs it.
func (c *conversation) playRules() {
	r := c.book.Study().RulesOf()
	if r == nil {
		c.say("There is no derivative: type a formula with a letter first.")
		return
	}
	const most = 60
	r.UnfoldAll(most)
	folded := false
	for _, row := range r.Rows() {
		before := strings.Repeat("  ", row.Depth)
		c.say(before + row.Says(widget.Charset(c.styles)) + "   [" + row.Rule(c.course).Name + "]")
		folded = folded || row.Folds && !row.Open
	}
	if folded {
		c.say("The parts of some are left out; type such a part alone to see them.")
	}
}

// playCurve tells the curve as a table, or draws it.
func (c *conversation) playCurve(how string) {
	s := c.book.Study()
	switch {
	case s == nil:
		c.say("There is no formula yet.")
	case s.Picture == nil:
		c.say(widget.WrapText(s.NoPicture, c.styles.Text, lineWidth, c.styles)...)
	default:
		w := s.Picture.Plot(c.styles)
		if how == "plot" {
			c.draw(w)
			return
		}
		const places = 11
		header, rows := w.Table(places)
		c.columns(append([][]string{header}, rows...))
		if w.Held != "" {
			c.say("with " + w.Held)
		}
	}
}

// playPast tells what was tried out, the earliest first.
func (c *conversation) playPast() {
	all := c.session.Tried()
	if len(all) == 0 {
		c.say("You have tried out nothing yet.")
	}
	date := ""
	for _, t := range all {
		if d := t.At.Format("2 January 2006"); d != date {
			date = d
			c.say("", d)
		}
		c.say("> " + t.Text)
		for said := range strings.SplitSeq(t.Said, "\n") {
			c.say("    " + said)
		}
	}
}
