package plain

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/account"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
)

// shows returns the place that :place, :test or :exam leads to. It reports false where there is no such lesson, and says so.
func (c *conversation) shows(name, rest string) (kit.Place, bool) {
	switch name {
	case "exam":
		return kit.Place{Kind: kit.Exam}, true
	case "place":
		return kit.Place{Kind: kit.Placing}, true
	}
	e, ok := c.named(rest)
	if !ok {
		c.say("Which lesson? Its number or name, as in :test 3.")
		return kit.Place{}, false
	}
	return kit.Place{Kind: kit.Placing, ID: e.ID}, true
}

// unaided says what there is instead of a hint.
func unaided(a *session.Attempt) string {
	if a.OnlyTells() {
		return "There are no hints here. :unknown says that you do not know."
	}
	return "There are no hints in the exam. :leave goes back to the list, :give-up gives the derivation up."
}

// forward says what there is instead of a way back.
func forward(a *session.Attempt) string {
	if a.OnlyTells() {
		return "Here it only goes forward: an answer that was taken down stands."
	}
	return "In the exam :leave goes back to the list; your lines are kept."
}

// place asks the questions that find out what is known: where to begin or, with the ID of a lesson, whether it can be passed
// over.
func (c *conversation) place(lesson string) error {
	var e *lessons.Entry
	if lesson != "" {
		found, ok := c.course.Entry(lesson)
		if !ok {
			return fmt.Errorf("there is no lesson %q", lesson)
		}
		e = found
	}
	c.tasks = true
	defer func() { c.tasks = false }()
	p, save := c.session.Place(e, false)
	c.keep(save)
	c.say("", p.Title())
	if p.Again {
		c.placed(p)
		line, err := c.ask("To be asked anew, type new; enter alone leads on: ")
		if err != nil {
			return c.endOfInput(err, "what follows from your answers")
		}
		if line != "new" {
			return errMap
		}
		p, save = c.session.Place(e, true)
		c.keep(save)
	}
	if p.Attempt != nil {
		for _, words := range p.Intro(":unknown", ":map leads to the list of lessons") {
			c.text(0, "", lessons.Say(words))
		}
	}
	for p.Attempt != nil {
		if err := c.placeAsk(p); err != nil {
			return c.endOfInput(err, fmt.Sprintf("question %d", p.Asked+1))
		}
		p, save = c.session.Place(e, false)
		c.keep(save)
	}
	if p.Result == nil {
		c.say(session.NoPlacing)
		return errMap
	}
	c.placed(p)
	return errMap
}

// placeAsk puts one question until it is answered.
func (c *conversation) placeAsk(p *session.Placing) error {
	a := p.Attempt
	c.heading(p.Place())
	c.letters(a.Screen)
	c.show(a)
	for {
		line, err := c.ask("> ")
		if err != nil {
			return err
		}
		switch name, rest := command(line); {
		case line == "":
			c.say(c.wants(a))
		case isCommand(line) && (name == "unknown" || name == "skip" || name == "next"):
			c.keep(a.NotTold())
			c.say("Taken down: you do not know.")
			return nil
		case isCommand(line):
			_, done, err := c.onCommand(name, rest, a)
			if errors.Is(err, errEnd) {
				return errMap
			}
			if done || err != nil {
				return err
			}
		case grade.GivesUp(line) && a.State().Next.Types():
			c.say(unaided(a))
		default:
			if c.placeAnswer(a, line) {
				return nil
			}
		}
	}
}

// placeAnswer judges an answer, and reports whether it tells what is known. Else it is said why not.
func (c *conversation) placeAnswer(a *session.Attempt, line string) bool {
	f, save := a.Answer(line)
	c.keep(save)
	if save, done := a.Told(); done {
		c.keep(save)
		c.say("Taken down.")
		return true
	}
	c.feedback(&f)
	if s := a.State(); len(s.Lines) > 0 {
		c.working(s)
	}
	return false
}

// letters says what the letters of a question mean that stands without its lesson.
func (c *conversation) letters(screen *lessons.Screen) {
	for _, k := range c.session.Letters(screen) {
		c.text(0, c.bullet(), k.Says(screen.Question))
	}
}

// placed tells what follows from the answers.
func (c *conversation) placed(p *session.Placing) {
	c.say("")
	c.text(0, "", lessons.Say(p.Head()))
	c.text(0, "", lessons.Say(p.Result.Count()))
	for _, section := range c.session.Sections(p) {
		c.say("", section.Title+":")
		for _, says := range section.Says {
			c.text(0, c.bullet(), says)
		}
	}
	c.say("", "Your answers:")
	for i := range p.Result.Answers {
		e := &p.Result.Answers[i]
		c.text(0, fmt.Sprintf("%d. ", i+1), e.Ask)
		c.say("   " + e.Yours())
		if !e.Right {
			for _, says := range e.Expected {
				c.text(3, "", says)
			}
		}
	}
}

// exam lists the derivations of the exam and asks for those that are chosen.
func (c *conversation) exam() error {
	c.tasks = true
	defer func() { c.tasks = false }()
	c.say("", "EXAM")
	c.text(0, "", lessons.Say(session.ExamSays))
	for first := true; ; first = false {
		e := c.session.Exam()
		if len(e.Parts) == 0 {
			c.say(session.NoExam)
			return errMap
		}
		next := c.examList(e, first)
		alone := fmt.Sprintf("is %d,", next+1)
		if e.Passed() {
			alone = "or"
		}
		line, err := c.ask(fmt.Sprintf("Which derivation? Number; enter alone %s :map leads to the lessons: ", alone))
		if err != nil {
			return c.endOfInput(err, "the list of the exam")
		}
		at := next
		switch name, _ := command(line); {
		case line == "" && e.Passed():
			return errMap
		case line == "":
		case isCommand(line) && (name == "help" || name == "h" || name == "?" || name == "hint"):
			c.say("Here: the number of a derivation, :certificate once all are proved, :map and :quit.")
			continue
		case isCommand(line) && (name == "quit" || name == "q" || name == "exit"):
			return errQuit
		case isCommand(line) && (name == "map" || name == "end"):
			return errMap
		case isCommand(line) && name == "certificate" && e.Passed():
			if err := c.certificate(); err != nil {
				return err
			}
			continue
		default:
			if n, ok := numbered(line, len(e.Parts)); ok {
				at = n
				break
			}
			c.say("That is not in the list.")
			continue
		}
		if err := c.examAsk(&e.Parts[at]); err != nil {
			return c.endOfInput(err, "the exam")
		}
	}
}

// examList tells where the learner stands, at first and when all is proved by skill as well, and returns the derivation that comes
// next.
func (c *conversation) examList(e *session.Exam, first bool) (next int) {
	c.say("", e.Stands()+".")
	next = -1
	for i := range e.Parts {
		p := &e.Parts[i]
		if next < 0 && !p.Proved {
			next = i
		}
		c.say(fmt.Sprintf("  %d. %s: %s", i+1, c.session.From(p.Screen), p.Stands()))
	}
	if first || e.Passed() {
		c.say("By skill:")
		for _, k := range e.Skills {
			c.text(2, fmt.Sprintf("%d of %d: ", k.Proved, k.All), lessons.Say(k.Say))
		}
	}
	if e.Passed() {
		c.text(0, "", lessons.Say(session.ExamPassed))
		c.say(":certificate says it here.")
	}
	return max(next, 0)
}

// examAsk asks for one derivation until it is proved, left or given up.
func (c *conversation) examAsk(p *session.Part) error {
	a := c.session.Task(session.Examining, p.Task())
	c.heading(c.session.From(p.Screen))
	c.letters(p.Screen)
	if a.State().Finished { // the program ended between the last line and what it says
		c.keep(a.Finish())
		c.show(a)
		return nil
	}
	c.keep(a.Begin())
	c.show(a)
	for !a.State().Finished {
		line, err := c.ask("> ")
		if err != nil {
			return err
		}
		switch name, rest := command(line); {
		case line == "":
			c.say(c.wants(a))
		case isCommand(line) && (name == "leave" || name == "skip" || name == "next" || name == "end"):
			c.say("Left open. Your lines are kept.")
			return nil
		case isCommand(line) && name == "give-up":
			c.keep(a.GiveUp())
			c.say("Given up. It is not proved, and may be tried again from the start.")
			return nil
		case isCommand(line):
			if _, done, err := c.onCommand(name, rest, a); done || err != nil {
				return err
			}
		default:
			c.answer(a, line)
		}
	}
	return nil
}

// certificate says the transcript of the exam.
func (c *conversation) certificate() error {
	d, err := transcript.Certificate(c.session, account.Read(c.session))
	if err != nil {
		return fmt.Errorf("writing the certificate: %w", err)
	}
	var text strings.Builder
	transcript.Markdown(&text, d)
	c.say("")
	c.whole(strings.Split(strings.TrimRight(text.String(), "\n"), "\n")...)
	return nil
}

// numbered reads a number of a list, from 1, as a place in it.
func numbered(line string, n int) (at int, ok bool) {
	k, err := strconv.Atoi(line)
	return k - 1, err == nil && k >= 1 && k <= n
}

// wants says what to type now, and what there is where no help is given.
func (c *conversation) wants(a *session.Attempt) string {
	wanted := c.wanted(a.State())
	if !a.Alone() {
		return wanted
	}
	or := ":leave goes back to the list."
	if a.OnlyTells() {
		or = ":unknown if you do not know."
	}
	before, _, _ := strings.Cut(wanted, ", or ?")
	return strings.TrimSuffix(before, ".") + ", or " + or
}
