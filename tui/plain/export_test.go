package plain

import (
	"chainrule/lessons/review"
	"chainrule/tui/round"
)

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
