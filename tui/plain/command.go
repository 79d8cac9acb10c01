package plain

import (
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/figure"
	"chainrule/tui/session"
)

// onCommand does what a command asks for while a question is open.
func (t *talk) onCommand(c, rest string, a *session.Attempt) (step int, done bool, err error) {
	switch c {
	case "hint", "?":
		t.giveHelp(a)
	case "skip", "next":
		t.say("Left open.")
		return 1, true, nil
	case "again":
		t.show(a)
	case "undo":
		save, ok := a.Undo()
		if !ok {
			t.say("There is no line of yours to take back.")
			break
		}
		t.keep(save)
		t.show(a)
	case "rule":
		t.askRules(a)
	case "other":
		t.otherReading(a)
	case "level":
		l, ok := lessons.ParseLevel(rest)
		if !ok || !a.Derives() {
			t.say("In a derivation: :level worked, :level faded or :level free.")
			break
		}
		t.keep(a.Level(l))
		t.show(a)
	default:
		return t.common(c, rest, a.Screen, a)
	}
	return 0, false, nil
}

// giveHelp gives the next help: a rule, a hint, and after the last one a line or the answer.
func (t *talk) giveHelp(a *session.Attempt) {
	help, save := a.Help()
	switch {
	case help.Rule != nil:
		t.text(0, "", help.Rule)
		t.say(t.wanted(a.State()))
	case help.Hint != nil:
		t.hint(*help.Hint)
		t.keep(save)
		if s := a.State(); !s.CanHint && s.CanReveal {
			t.say("That was the last hint. ? once more shows " + shows(s) + ".")
		}
	case help.Shown != nil:
		t.keep(save)
		t.feedback(help.Shown)
		t.revealed(a)
	default:
		t.say("There is no further hint here.")
	}
}

// revealed goes on after a line or the answer was shown.
func (t *talk) revealed(a *session.Attempt) {
	s := a.State()
	if !s.Finished {
		t.working(s)
		t.options(s)
		t.say(t.wanted(s))
		return
	}
	if len(s.Lines) > 0 {
		t.say("")
		t.working(s)
	}
	t.keep(a.Finish())
	t.blocks(a.Screen.After)
}

// shows tells what comes after the last hint.
func shows(s grade.State) string {
	if s.Goal != nil {
		return "this line"
	}
	return "the answer"
}

// askRules begins or ends to ask for the rule of each line of the learner's own.
func (t *talk) askRules(a *session.Attempt) {
	switch s := a.State(); {
	case !s.CanAskRules && !s.AsksRules && s.Level == lessons.Worked:
		t.say("This is for lines of your own: in a derivation, with :level free or :level faded.")
	case a.AskRules():
		t.say("From now on you are asked for the rule of each line of yours. It counts for nothing; :rule stops it.")
		if s := a.State(); s.Next == grade.PickRule {
			t.working(s)
			t.options(s)
			t.say(t.wanted(s))
		}
	default:
		t.say("You are no longer asked for rules.")
		t.working(a.State())
	}
}

// common does what a command asks for anywhere in a lesson.
func (t *talk) common(c, rest string, screen *lessons.Screen, a *session.Attempt) (step int, done bool, err error) {
	switch c {
	case "back":
		return -1, true, nil
	case "plot":
		t.plot(screen, a)
	case "run":
		t.runAgain(screen, rest)
	case "map":
		return 0, true, errMap
	case "quit", "q", "exit":
		t.say(t.kept("All you did is saved.") + " Goodbye.")
		return 0, true, errQuit
	case "help", "h":
		t.say(help...)
	case "hint", "?":
		t.say("There is nothing to answer here; enter goes on.")
	default:
		t.say("There is no command :" + c + "; :help lists them.")
	}
	return 0, false, nil
}

// plot draws the plot of the screen, and a wrong answer over what was wanted.
func (t *talk) plot(screen *lessons.Screen, a *session.Attempt) {
	if t.ran != nil && t.ran.trial.Lab() == screen.Question {
		t.draw(figure.Run(t.ran.trial.Lab(), t.ran.trial, t.ran.run, t.ran.which, "ended", t.styles))
		return
	}
	if a != nil && a.Last() != nil {
		if w := figure.Answer(screen.Question, a.Last(), t.styles); w != nil {
			t.draw(w)
			return
		}
	}
	if screen.Plot == nil {
		t.say("There is nothing to draw here.")
		return
	}
	t.draw(figure.Lesson(screen.Plot))
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
	"  :map                 to the list of lessons",
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
