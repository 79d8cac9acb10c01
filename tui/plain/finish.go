package plain

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/account"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// report tells what a lesson came to, in the words of the page at its end.
func (c *conversation) report(e *lessons.Entry) {
	r, err := c.session.Report(e)
	if err != nil {
		c.say(strings.Split(err.Error(), "\n")...)
		return
	}
	if r.Questions > 0 {
		c.say("", r.Score())
	}
	if len(r.Proofs) > 0 {
		c.say("", "Proved, line by line:")
	}
	for i := range r.Proofs {
		c.proof(&r, &r.Proofs[i])
	}
	if len(r.Moves) > 0 {
		c.say("", "Skills:")
		for _, m := range r.Moves {
			c.text(0, "- ", lessons.Say(m.Say+": "+m.Moved()+"."))
		}
		c.text(0, "", lessons.Say(account.Masteries()))
	}
	switch {
	case len(r.Slips) > 0:
		c.say("", "Slips:")
	case r.Questions > 0:
		c.say("", session.NoSlips)
	}
	for i := range r.Slips {
		c.text(0, "- ", lessons.Say(r.Told(&r.Slips[i])))
	}
	c.say("")
	if r.Due > 0 {
		c.say(session.DueSays(r.Due))
	}
	if r.Next == nil {
		c.say("All lessons are finished.")
		return
	}
	c.say(fmt.Sprintf("Next: lesson %d, %s (%s).", r.NextNumber, r.Next.Title, r.Next.ID))
}

func (c *conversation) proof(r *session.Report, p *session.Proof) {
	set := widget.Charset(c.styles)
	c.say(fmt.Sprintf("- %d.%d %s: %s = %s", r.Number, p.Screen.Number, p.Screen.Title, typeset.Inline(p.From.Tree, set), typeset.Inline(p.To.Tree, set)))
	c.say("  " + p.How())
	for _, l := range p.Lines {
		if l.Tree == nil || l.Status == grade.Start {
			continue
		}
		line := fmt.Sprintf("    line %d: %s", l.Number, typeset.Inline(l.Tree, set))
		if l.Status == grade.Own {
			line += ", yours"
		}
		if l.By != "" {
			line += "   by: " + l.By
		}
		c.say(line)
	}
}
