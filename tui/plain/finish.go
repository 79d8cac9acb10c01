package plain

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/account"
	"chainrule/tui/session"
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
			c.text(0, c.bullet(), lessons.Say(m.Say+": "+m.Moved()+"."))
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
		c.text(0, c.bullet(), lessons.Say(r.Told(&r.Slips[i])))
	}
	c.say("")
	if r.Refresh != nil {
		c.goBack(r.Refresh)
	}
	if r.Due > 0 {
		c.say(session.DueSays(r.Due))
	}
	if r.Next == nil {
		said := r.AllDone()
		c.say(strings.ToUpper(said[:1]) + said[1:] + ".")
		return
	}
	c.say(fmt.Sprintf("Next: lesson %d, %s (%s).", r.NextNumber, r.Next.Title, r.Next.ID))
}

func (c *conversation) proof(r *session.Report, p *session.Proof) {
	equals := " = "
	if c.speak {
		equals = ", equals "
	}
	c.say(c.bullet() + fmt.Sprintf("%d.%d %s: ", r.Number, p.Screen.Number, p.Screen.Title) + c.formula(p.From.Tree) + equals + c.formula(p.To.Tree))
	c.say("  " + p.How())
	for _, l := range p.Lines {
		if l.Tree == nil || l.Status == grade.Start {
			continue
		}
		line := fmt.Sprintf("    line %d: %s", l.Number, c.formula(l.Tree))
		if l.Status == grade.Own {
			line += ", yours"
		}
		c.withRules(line, l.By, "")
	}
}

// back tells of a screen to go back to, once a question is done.
func (c *conversation) back(screen *lessons.Screen) {
	if r := c.session.Refresh(screen); r != nil {
		c.say("")
		c.goBack(r)
	}
}

func (c *conversation) goBack(r *session.Refresh) {
	c.text(0, "", lessons.Say(r.Why()+" "+r.Where()+" It begins with: chainrule --plain "+r.Screen.ID))
}
