package plain

import (
	"chainrule/lessons/review"
	"chainrule/tui/kit"
	"chainrule/tui/round"
)

// RunTyped holds the conversation with somebody at a terminal, though the input is none.
func RunTyped(o Options) error {
	c := open(o)
	c.echo = false
	err := c.run(kit.Place{Kind: o.Kind, ID: o.Start})
	if ended := c.out.Flush(); err == nil {
		err = ended
	}
	return err
}

// AskTask asks one task as practice does.
func AskTask(o Options, t review.Task) error {
	c := open(o)
	r, err := round.Practice(c.session, t.Screen.Question.About().Skills[0])
	if err == nil {
		err = c.task(r, 0, t)
	}
	if ended := c.out.Flush(); err == nil {
		err = ended
	}
	return err
}
