package plain

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/tui/session"
)

// question asks the question of a screen until it is finished or left, and returns by how many screens to go on.
func (c *conversation) question(screen *lessons.Screen) (step int, err error) {
	a := c.session.Attempt(screen)
	if a.State().Finished {
		c.say("", "(Already done. :again asks anew.)")
		c.show(a)
	} else {
		c.keep(a.Begin())
		c.show(a)
	}
	for {
		if a.State().Finished {
			step, err := c.pause(screen)
			if step != 0 || err != nil {
				return step, err
			}
			a = c.session.Fresh(screen)
			c.keep(a.Begin())
			c.show(a)
			continue
		}
		step, done, err := c.turn(a)
		if done || err != nil {
			return step, err
		}
	}
}

// turn reads a line and does what it says. It reports whether the question is left, and for which screen.
func (c *conversation) turn(a *session.Attempt) (step int, done bool, err error) {
	line, err := c.ask("> ")
	switch {
	case err != nil:
		return 0, false, err
	case isCommand(line):
		name, rest := command(line)
		return c.onCommand(name, rest, a)
	case line == "":
		c.missing(a)
		return 0, false, nil
	default:
		c.answer(a, line)
	}
	c.blank = 0
	return 0, false, nil
}

// missing answers an empty line: with what is wanted, then with the ways on. Whoever goes on so is not told anything again.
func (c *conversation) missing(a *session.Attempt) {
	switch c.blank++; c.blank {
	case 1:
		c.say(c.wants(a))
	case 2:
		if a.Alone() {
			break
		}
		c.say("Nothing was typed. hint gives a hint, :skip leaves the question open, :again says it once more, help tells the rest.")
	}
}

// answer judges an answer, says what was found and takes it down.
func (c *conversation) answer(a *session.Attempt, line string) {
	if grade.GivesUp(line) {
		if a.Alone() {
			c.say(unaided(a))
			return
		}
		c.say("? gives a hint, and another, and then shows how it goes on.")
		return
	}
	if before := a.State(); before.Next == grade.PickRule && derivesOwn(a, line) {
		if before.AsksRules {
			a.LeaveRule()
		} else {
			c.say("That is a line of your own, so you derive freely from here.")
			c.keep(a.Level(lessons.Free))
		}
	}
	f, save := a.Answer(line)
	c.keep(save)
	c.feedback(&f)
	after := a.State()
	switch {
	case after.Finished:
		c.keep(a.Finish())
		c.back(a.Screen)
		c.blocks(a.Screen.After)
	case len(after.Lines) > 0 && (f.Kind == grade.Step || f.Kind == grade.Right || f.Kind == grade.Revealed):
		c.say("")
		c.working(after)
		c.options(after)
		c.say(c.wants(a))
	}
}

// derivesOwn reports whether an answer to "which rule" is rather a line of a derivation.
func derivesOwn(a *session.Attempt, line string) bool {
	if !a.Derives() || len(line) == 1 {
		return false
	}
	read, complaint := parse.Read(line, a.Screen.Question.About().Scope)
	if complaint != nil {
		return false
	}
	_, number := read.Right.(*expr.Number)
	return !number
}

// show says what is asked, with the working and what there is to choose from.
func (c *conversation) show(a *session.Attempt) {
	s := a.State()
	c.say("")
	c.text(0, "Question: ", s.Prompt)
	c.working(s)
	c.options(s)
	for _, h := range s.Hints {
		c.hint(h)
	}
	if f := a.Last(); f != nil && s.Finished {
		c.feedback(f)
		c.blocks(a.Screen.After)
	}
	if !s.Finished {
		if advice := a.Advice().Say(); advice != "" && s.Tries == 0 {
			c.say(advice + " :level changes it.")
		}
		c.say(c.wants(a))
	}
}

func (c *conversation) working(s grade.State) {
	c.lines(c.session.Lines(s))
	if s.Goal != nil {
		c.say("  goal: " + c.formula(s.Goal.Tree))
	}
}

// lines says the lines of a working, with the rules by which they follow.
func (c *conversation) lines(all []session.Line) {
	for _, l := range all {
		line, label := "left out", ""
		if l.Tree != nil && l.Status != grade.Blank {
			line = c.formula(l.Tree)
		}
		switch l.Status {
		case grade.Start:
			label = "start"
		case grade.Repaired:
			label = "repaired"
		case grade.Own, grade.Model, grade.Blank, grade.False:
			label = fmt.Sprintf("line %d", l.Number)
		}
		if l.Status == grade.False {
			label += ", false"
		}
		line = "  " + label + ": " + line
		here := ""
		if l.Current {
			here = c.behind("<- here", "this is the marked line")
		}
		c.withRules(line, l.By, here)
	}
}

// withRules says a line with the rules by which it follows: behind it or, where that would be long, below it.
func (c *conversation) withRules(line, rules, here string) {
	by := ""
	if rules != "" {
		by = c.behind("by: ", "by ") + rules
	}
	if c.speak || expr.Columns(line+by+here) <= mostWidth {
		c.say(line + by + here)
		return
	}
	if c.say(line + here); by != "" {
		c.say("      " + strings.TrimLeft(by, " "))
	}
}

func (c *conversation) options(s grade.State) {
	if s.Next == grade.PickLine {
		return // the lines are what there is to choose from, and none of them
	}
	for i, o := range s.Options {
		c.text(2, fmt.Sprintf("%d. ", i+1), o)
	}
}

func (c *conversation) hint(h grade.Hint) {
	c.text(0, fmt.Sprintf("Hint %d: ", h.Rung), h.Say)
}

// wanted says what to type now.
func (c *conversation) wanted(s grade.State) string {
	switch s.Next {
	case grade.TypeFormula:
		switch {
		case slices.ContainsFunc(s.Lines, func(l grade.Shown) bool { return l.Status == grade.False }):
			return "Type the line that should stand there, or ? for a hint."
		case len(s.Lines) > 0:
			return "Type the line that comes next, or ? for a hint."
		}
		return "Type a formula, or ? for a hint."
	case grade.TypeNumber:
		return "Type a number, or ? for a hint."
	case grade.PickOption:
		return "Type the number of your answer, or ? for a hint."
	case grade.PickRule:
		if s.AsksRules {
			return "By which rule did you get the marked line? Type its number, or type the next line. (:rule stops the asking.)"
		}
		return "Which rule leads to the marked line? Type its number, or ? for a hint. (:level free derives it without the lines.)"
	case grade.PickLine:
		if len(s.Options) > 0 {
			return "Which line is false? Type its number, none if each line follows, or ? for a hint."
		}
		return "Which line is false? Type its number, or ? for a hint."
	case grade.Nothing:
	}
	return ""
}
