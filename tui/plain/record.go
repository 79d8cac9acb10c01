package plain

import (
	"fmt"
	"strconv"

	"chainrule/tui/account"
)

// record tells the record, or one of its finished derivations by the number that it has there.
func (c *conversation) record(rest string) {
	a := account.Read(c.session)
	n := len(a.Derivations)
	if rest == "" {
		c.say("")
		c.say(a.Lines(lineWidth)...)
		if n > 0 {
			c.say("", ":record NUMBER shows the lines of a derivation.")
		}
		if len(a.Slips) > 0 {
			c.say(":practice slips asks where you made the first of these slips; :practice lists what else there is.")
		}
		return
	}
	at, err := strconv.Atoi(rest)
	switch {
	case n == 0:
		c.say("There is no finished derivation yet; :record alone tells your record.")
		return
	case err != nil || at < 1 || at > n:
		c.say(fmt.Sprintf("Which derivation? :record 1 to :record %d, as :record numbers them.", n))
		return
	}
	d := &a.Derivations[at-1]
	lines, err := c.session.Working(*d)
	if err != nil {
		c.say("This derivation cannot be shown: " + err.Error())
		return
	}
	c.say("", a.Derivation(d)+": "+a.How(d)+".")
	c.lines(lines)
}
