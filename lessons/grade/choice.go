package grade

import (
	"fmt"
	"strings"

	"chainrule/lessons"
)

// A choice is an attempt at one of several options.
type choice struct {
	q     *lessons.Choice
	order []int // of the options on the screen
}

func (c *choice) judge(a answer) Feedback {
	at, ok := picked(a.text, len(c.order))
	if !ok {
		return Feedback{Kind: Unreadable, Say: sayPick(len(c.order))}
	}
	o := c.q.Options[c.order[at]]
	if c.order[at] == 0 {
		return Feedback{Kind: Right, Finished: true, Say: textsOf(lessons.Say("Right."), o.Say)}
	}
	return Feedback{Kind: Wrong, Slip: lessons.OwnSlip, Say: textsOf(lessons.Say("Not this one."), o.Say)}
}

func (c *choice) take(Feedback) {}

func (c *choice) show(s *State) {
	s.Next = PickOption
	for i, k := range c.order {
		if k == 0 {
			s.Right = i
		}
		s.Options = append(s.Options, c.q.Options[k].Text)
	}
}

func (c *choice) rung(n int) Hint { return Hint{Say: c.q.Hints[n-1]} }

func (c *choice) reveal() Feedback {
	o := c.q.Options[0]
	return Feedback{Say: textsOf(join(lessons.Say("The right one: "), o.Text, lessons.Say(".")), o.Say)}
}

// textsOf joins what is not empty into one paragraph.
func textsOf(parts ...lessons.Text) []lessons.Text {
	var all lessons.Text
	for _, p := range parts {
		if len(p) > 0 && len(all) > 0 {
			all = append(all, lessons.Inline{Text: " "})
		}
		all = append(all, p...)
	}
	return []lessons.Text{all}
}

// picked reads a choice among n: a number from 1, or a letter from a. It returns the index.
func picked(text string, n int) (int, bool) {
	text = strings.ToLower(strings.Trim(strings.TrimSpace(text), ".)("))
	for i := range n {
		if text == fmt.Sprint(i+1) || text == string(rune('a'+i)) {
			return i, true
		}
	}
	return 0, false
}

func sayPick(n int) []lessons.Text {
	return say(fmt.Sprintf("Type the number of an option, 1 to %d.", n))
}
