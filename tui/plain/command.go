package plain

import (
	"fmt"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/figure"
	"chainrule/tui/round"
	"chainrule/tui/session"
)

// onCommand does what a command asks for while a question is open.
func (c *conversation) onCommand(name, rest string, a *session.Attempt) (step int, done bool, err error) {
	switch name {
	case "hint", "?":
		if a.Alone() {
			c.say(unaided(a))
			break
		}
		c.giveHelp(a)
	case "skip", "next":
		c.say("Left open.")
		return 1, true, nil
	case "again":
		c.show(a)
	case "undo":
		save, ok := a.Undo()
		if !ok {
			c.say("There is no line of yours to take back.")
			break
		}
		c.keep(save)
		c.show(a)
	case "rule":
		if a.Alone() {
			c.say(unaided(a))
			break
		}
		c.askRules(a)
	case "other":
		c.otherReading(a)
	case "level":
		if a.Alone() {
			c.say("Here every derivation begins with a blank page.")
			break
		}
		l, ok := lessons.ParseLevel(rest)
		if !ok || !a.Derives() {
			c.say("In a derivation: :level worked, :level faded or :level free.")
			break
		}
		c.keep(a.Level(l))
		c.show(a)
	default:
		return c.common(name, rest, a.Screen, a)
	}
	return 0, false, nil
}

// giveHelp gives the next help: a rule, a hint, and after the last one a line or the answer.
func (c *conversation) giveHelp(a *session.Attempt) {
	help, save := a.Help()
	switch {
	case help.Rule != nil:
		c.text(0, "", help.Rule)
		c.say(c.wanted(a.State()))
	case help.Hint != nil:
		c.hint(*help.Hint)
		c.keep(save)
		if s := a.State(); !s.CanHint && s.CanReveal {
			c.say("That was the last hint. ? once more " + shows(s) + ".")
		}
	case help.Shown != nil:
		c.keep(save)
		c.feedback(help.Shown)
		c.revealed(a)
	default:
		c.say("There is no further hint here.")
	}
}

// revealed goes on after a line or the answer was shown.
func (c *conversation) revealed(a *session.Attempt) {
	s := a.State()
	if !s.Finished {
		c.say("")
		c.working(s)
		c.options(s)
		c.say(c.wanted(s))
		return
	}
	if len(s.Lines) > 0 {
		c.say("")
		c.working(s)
	}
	c.keep(a.Finish())
	c.back(a.Screen)
	c.blocks(a.Screen.After)
}

// shows tells what comes after the last hint.
func shows(s grade.State) string {
	switch {
	case s.Next == grade.PickRule:
		return "names the rule and goes on"
	case s.Goal != nil:
		return "shows this line"
	}
	return "shows the answer"
}

// askRules begins or ends to ask for the rule of each line of the learner's own.
func (c *conversation) askRules(a *session.Attempt) {
	switch s := a.State(); {
	case !s.CanAskRules && !s.AsksRules && s.Level == lessons.Worked:
		c.say("This is for lines of your own: in a derivation, with :level free or :level faded.")
	case a.AskRules():
		c.say("From now on you are asked for the rule of each line of yours. It counts for nothing; :rule stops it.")
		if s := a.State(); s.Next == grade.PickRule {
			c.working(s)
			c.options(s)
			c.say(c.wanted(s))
		}
	default:
		c.say("You are no longer asked for rules.")
		c.working(a.State())
	}
}

// common does what a command asks for anywhere in a lesson.
func (c *conversation) common(name, rest string, screen *lessons.Screen, a *session.Attempt) (step int, done bool, err error) {
	switch name {
	case "back", "go":
		if c.tasks && a != nil && a.Alone() {
			c.say(forward(a))
			break
		}
		if name == "go" {
			step, ok := c.steps(screen, rest)
			return step, ok, nil
		}
		if c.tasks {
			c.say("Here it only goes forward: what was asked comes back by itself.")
			break
		}
		return -1, true, nil
	case "end":
		if !c.tasks {
			c.say("There is nothing to end; :map leads to the list of lessons.")
			break
		}
		return 0, true, errEnd
	case "review", "practice":
		if p, ok := c.recall(name, rest); ok {
			return 0, true, errGo{p}
		}
	case "card", "find", "play", "plot", "text", "record":
		if a != nil && a.Alone() {
			c.say("That stays closed here, where you show what you know.")
			break
		}
		return c.elsewhere(name, rest, screen, a)
	case "place", "test", "exam":
		if p, ok := c.shows(name, rest); ok {
			return 0, true, errGo{p}
		}
	case "run":
		c.runAgain(screen, rest)
	case "say":
		c.sayIn(rest, a)
	case "map":
		return 0, true, errMap
	case "quit", "q", "exit":
		c.whole(c.ifSaved("All you did is saved.") + " Goodbye.")
		return 0, true, errQuit
	case "help", "h":
		c.say(helpFor(a)...)
	case "hint", "?":
		c.say("There is nothing to answer here; enter goes on.")
	default:
		c.say("There is no command :" + name + "; " + meant(name) + ":help lists them.")
	}
	return 0, false, nil
}

// steps tells how far away the screen of a number is, and reports whether somebody can go there.
func (c *conversation) steps(screen *lessons.Screen, number string) (step int, ok bool) {
	entry, found := c.course.Entry(screen.Lesson)
	if c.tasks || !found {
		c.say("Here the next question comes by itself.")
		return 0, false
	}
	n, err := strconv.Atoi(number)
	switch {
	case err != nil || n < 1 || n > len(entry.Screens):
		c.say(fmt.Sprintf("Write :go and a number from 1 to %d: the screens of this lesson.", len(entry.Screens)))
		return 0, false
	case n == screen.Number:
		c.say("You are there.")
		return 0, false
	}
	return n - screen.Number, true
}

// elsewhere does what a command asks for that looks things up, or tries them out, beside the lesson.
func (c *conversation) elsewhere(name, rest string, screen *lessons.Screen, a *session.Attempt) (step int, done bool, err error) {
	switch name {
	case "text":
		if !round.HasText(screen) {
			c.say("There is no text to this question.")
		}
		c.lessonSays(screen)
	case "plot":
		c.plot(screen, a)
	case "record":
		c.record(rest)
	case "card":
		c.card(screen.Lesson, rest)
	case "find":
		p, ok, err := c.find(rest)
		if err != nil {
			return 0, true, err
		}
		if ok {
			return 0, true, errGo{p}
		}
	case "play":
		if err := c.playground(rest); err != nil {
			return 0, true, err
		}
		if a != nil {
			c.show(a)
		}
	}
	return 0, false, nil
}

// plot draws the plot of the screen, and a wrong answer over what was wanted.
func (c *conversation) plot(screen *lessons.Screen, a *session.Attempt) {
	if c.ran != nil && c.ran.trial.Lab() == screen.Question {
		c.draw(figure.Run(c.ran.trial.Lab(), c.ran.trial, c.ran.run, c.ran.which, "ended", c.styles))
		return
	}
	if a != nil && a.Last() != nil {
		if w := figure.Answer(screen.Question, a.Last(), c.styles); w != nil {
			c.draw(w)
			return
		}
	}
	if screen.Plot == nil {
		c.say("There is nothing to draw here.")
		return
	}
	c.draw(figure.Lesson(screen.Plot, c.styles))
}

// isCommand reports whether a line is one: formulas contain neither : at the beginning nor a lonely question mark. Two commands are
// understood as bare words, since people type them.
func isCommand(line string) bool {
	return strings.HasPrefix(line, ":") && !strings.HasPrefix(line, ":=") || line == "?" || isWordOfHelp(line)
}

func isWordOfHelp(line string) bool {
	return strings.EqualFold(line, "help") || strings.EqualFold(line, "hint")
}

func command(line string) (name, rest string) {
	name, rest, _ = strings.Cut(strings.TrimPrefix(line, ":"), " ")
	return strings.ToLower(name), strings.TrimSpace(rest)
}
