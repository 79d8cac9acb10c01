package plain

import "chainrule/tui/session"

// otherReading says what the last answer is worth if it is read in the next way in which it can be. It counts for
// nothing: if that were right, it would have counted before.
func (c *conversation) otherReading(a *session.Attempt) {
	f, ok := a.Other()
	if !ok {
		c.say("There is no answer that is open and can be read in another way.")
		return
	}
	c.feedback(&f)
}
