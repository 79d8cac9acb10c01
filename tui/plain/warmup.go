package plain

import (
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
	c.say("")
	c.text(0, "", lessons.Say(session.WarmUpSays(len(tasks))+" :skip leaves a question, :end leads to the lesson."))
	for i, t := range tasks {
		number, title := c.session.From(t.Screen)
		c.say("", fmt.Sprintf("--- Warm-up %d of %d, from %s %s ---", i+1, len(tasks), number, title))
		c.blocks(t.Screen.Prose)
		if t.Screen.Plot != nil {
			c.table(t.Screen.Plot)
		}
		if passed, err := c.warm(c.session.Task(session.WarmingUp, t)); passed || err != nil {
			return err
		}
	}
	return nil
}

// warm asks a task before a lesson until it is finished or left, and reports whether the rest is passed, too.
func (c *conversation) warm(a *session.Attempt) (passed bool, err error) {
	c.keep(a.Begin())
	c.show(a)
	for !a.State().Finished {
		line, err := c.ask("> ")
		if err != nil {
			return false, err
		}
		switch name, rest := command(line); {
		case !isCommand(line) && line == "":
			c.say(c.wanted(a.State()))
		case !isCommand(line):
			c.answer(a, line)
		case name == "end":
			return true, nil
		case name == "back":
			c.say("Before a lesson it only goes forward.")
		default:
			if _, done, err := c.onCommand(name, rest, a); done || err != nil {
				return false, err
			}
		}
	}
	_, err = c.pause(a.Screen, "Enter goes on: ")
	return false, err
}
