package plain

import (
	"errors"
	"fmt"

	"chainrule/lessons"
	"chainrule/tui/session"
)

// warmUp asks what is offered before a lesson. The error is io.EOF at the end of the input.
func (c *conversation) warmUp(e *lessons.Entry) error {
	tasks := c.session.WarmUp(e)
	if len(tasks) == 0 {
		return nil
	}
	c.tasks = true
	defer func() { c.tasks = false }()
	c.say("")
	c.text(0, "", lessons.Say(session.WarmUpSays(len(tasks))+" :skip leaves a question, :end leads to the lesson."))
	for i, t := range tasks {
		err := c.askTask(fmt.Sprintf("Warm-up %d of %d", i+1, len(tasks)), "", session.WarmingUp, t)
		if errors.Is(err, errEnd) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}
