package plain

import (
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/figure"
	"chainrule/tui/session"
)

// onCommand does what a command asks for while a question is open.
func (c *conversation) onCommand(name, rest string, a *session.Attempt) (step int, done bool, err error) {
	switch name {
	case "hint", "?":
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
		c.askRules(a)
	case "other":
		c.otherReading(a)
	case "level":
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
			c.say("That was the last hint. ? once more shows " + shows(s) + ".")
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
	c.blocks(a.Screen.After)
}

// shows tells what comes after the last hint.
func shows(s grade.State) string {
	if s.Goal != nil {
		return "this line"
	}
	return "the answer"
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
	case "back":
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
	case "plot":
		c.plot(screen, a)
	case "run":
		c.runAgain(screen, rest)
	case "record":
		c.record(rest)
	case "map":
		return 0, true, errMap
	case "quit", "q", "exit":
		c.say(c.ifSaved("All you did is saved.") + " Goodbye.")
		return 0, true, errQuit
	case "help", "h":
		c.say(help...)
	case "hint", "?":
		c.say("There is nothing to answer here; enter goes on.")
	default:
		c.say("There is no command :" + name + "; :help lists them.")
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

var help = []string{
	"Commands:",
	"  an empty line        goes on when there is nothing to answer, else says what is asked",
	"  ? or :hint           the next hint, and after the last one the answer",
	"  :skip or :next       to the next screen, this one left open",
	"  :back                to the screen before",
	"  :again               asks the question again, a finished one anew",
	"  :undo                takes back the last line of a derivation",
	"  :rule                asks you for the rule of each line of your own; once more stops it",
	"  :other               says of your last answer what it is worth if it is read in the other way",
	"  :level worked|faded|free   how much of a derivation is shown",
	"  :plot                draws the plot, or a wrong answer over what was wanted",
	"  :run NUMBER STEP     in a lab: runs your formula again, in another run or with another step size",
	"  :map                 to the list of lessons; there :summary NUMBER tells what a lesson came to",
	"  :record              tells what your record says; :record NUMBER shows a finished derivation",
	"  :review              asks ten questions, first what you are about to forget",
	"  :practice SKILL      asks questions of one skill; without SKILL there is a list to choose from",
	"  :end                 ends a review or practice, and tells what came of it",
	"  :quit                leaves",
	"Everything else is an answer.",
}

// isCommand reports whether a line is one: formulas contain neither : at the beginning nor a lonely question mark.
func isCommand(line string) bool {
	return strings.HasPrefix(line, ":") && !strings.HasPrefix(line, ":=") || line == "?"
}

func command(line string) (name, rest string) {
	name, rest, _ = strings.Cut(strings.TrimPrefix(line, ":"), " ")
	return strings.ToLower(name), strings.TrimSpace(rest)
}
