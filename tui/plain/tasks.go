package plain

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/review"
	"chainrule/tui/kit"
	"chainrule/tui/round"
	"chainrule/tui/session"
)

// errEnd tells that the learner wants no more tasks.
var errEnd = errors.New("end")

// recall returns the place that :review or :practice leads to. It reports false where there is no such skill or nothing to ask, and
// says so: nobody is led away from a question for nothing.
func (c *conversation) recall(name, rest string) (kit.Place, bool) {
	if name == "review" {
		return kit.Place{Kind: kit.Review}, c.asks(round.Review(c.session))
	}
	of, _, known := round.ReadAt(rest)
	if _, ok := c.course.Skill(of); !ok && of != "" && of != round.Slips {
		c.say(fmt.Sprintf("There is no skill %q; :practice alone lists what you can practise.", of))
		return kit.Place{}, false
	}
	if !known {
		c.say(fmt.Sprintf("There is no such difficulty as in %q; behind the skill may stand easy, medium or hard.", rest))
		return kit.Place{}, false
	}
	if choices, _ := round.Choices(c.session); rest == "" && len(choices) == 0 {
		c.say(round.NoChoice)
		return kit.Place{}, false
	}
	p := kit.Place{Kind: kit.Practice, ID: rest}
	if r, err := round.Practice(c.session, rest); rest != "" && err == nil {
		return p, c.asks(r)
	}
	return p, true
}

// asks reports whether there is something to ask in a round, and says why where there is not.
func (c *conversation) asks(r *round.Round) bool {
	_, ok := r.Next(0)
	if !ok {
		c.text(0, "", lessons.Say(r.Nothing()))
	}
	return ok
}

// review asks the tasks of a review.
func (c *conversation) review() error { return c.round(round.Review(c.session)) }

// practice asks for a skill as long as the learner likes, after a choice where none was named.
func (c *conversation) practice(of string) error {
	if of == "" {
		chosen, err := c.chooseSkill()
		if err != nil || chosen == "" {
			return c.endOfInput(err, "the list of skills")
		}
		of = chosen
	}
	r, err := round.Practice(c.session, of)
	if err != nil {
		return err
	}
	return c.round(r)
}

// chooseSkill lists what can be practised and asks for it. It is empty where there is nothing.
func (c *conversation) chooseSkill() (string, error) {
	choices, later := round.Choices(c.session)
	if len(choices) == 0 {
		c.say("", round.NoChoice)
		return "", nil
	}
	c.say("", "Practice:")
	for i, one := range choices {
		c.say(fmt.Sprintf("  %d. %s (%s): %s", i+1, one.Say, one.ID, one.Stands))
	}
	if later > 0 {
		c.say("  " + round.Later(later))
	}
	if len(c.course.Families()) > 0 {
		c.text(0, "", lessons.Say(round.Harder))
	}
	for {
		line, err := c.ask("Practise what? Number or name: ")
		if err != nil {
			return "", err
		}
		if of, d, known := round.ReadAt(line); known {
			n, err := strconv.Atoi(of)
			for i, one := range choices {
				if err == nil && n == i+1 || of == one.ID {
					return round.At(one.Place, d), nil
				}
			}
		}
		switch line {
		case ":quit", ":q":
			return "", errQuit
		case ":map":
			return "", errMap
		case "":
		default:
			c.say("That is not in the list; :map leads to the list of lessons.")
		}
	}
}

// round asks the tasks of a round one after the other, and tells what came of them.
func (c *conversation) round(r *round.Round) error {
	c.tasks = true
	defer func() { c.tasks = false }()
	title := strings.ToUpper(r.Title)
	if r.Says != "" {
		title += ": " + r.Says
	}
	c.say("", title)
	n := 0
	for ; ; n++ {
		task, ok := r.Next(n)
		if !ok {
			break
		}
		err := c.task(r, n, task)
		if errors.Is(err, io.EOF) && !r.Endless() {
			return c.endOfInput(err, fmt.Sprintf("question %d of %d of the review", n+1, r.Of()))
		}
		if errors.Is(err, errEnd) || errors.Is(err, io.EOF) {
			c.result(r)
			return nil
		}
		if err != nil {
			return err
		}
	}
	if n == 0 {
		c.say(r.Nothing())
		return nil
	}
	c.result(r)
	return nil
}

// task asks one task of a round until it is finished or left.
func (c *conversation) task(r *round.Round, n int, t review.Task) error {
	place := strconv.Itoa(n + 1)
	if !r.Endless() {
		place = fmt.Sprintf("%d of %d", n+1, r.Of())
	}
	return c.askTask("Question "+place, r.Repeats(t), r.Name(), t)
}

// askTask puts a question of the course that is asked outside its lesson, under a head and after a word on why. Name is what it
// is asked for in the record. The error is errEnd if no more are wanted.
func (c *conversation) askTask(head, why, name string, t review.Task) error {
	c.heading(fmt.Sprintf("%s, from %s", head, c.session.From(t.Screen)))
	if why != "" {
		c.text(0, "", lessons.Say(why))
	}
	if name == session.WarmingUp { // what comes before a lesson is read as it was
		c.lessonSays(t.Screen)
	} else {
		c.recalled(t.Screen)
	}
	a := c.session.Task(name, t)
	c.keep(a.Begin())
	c.show(a)
	for !a.State().Finished {
		if _, done, err := c.turn(a); done || err != nil {
			return err
		}
	}
	_, err := c.pause(t.Screen)
	return err
}

// lessonSays tells the text of a screen, and its plot as a table.
func (c *conversation) lessonSays(screen *lessons.Screen) {
	c.blocks(screen.Prose)
	if screen.Plot != nil {
		c.table(screen.Plot)
	}
}

// recalled tells of a screen what its question takes to be understood, and how the rest is read: the text would say too much.
func (c *conversation) recalled(screen *lessons.Screen) {
	if letters := round.Letters(c.session, screen); letters != nil {
		c.text(0, "", letters)
	}
	if !round.TextAside(screen) {
		c.lessonSays(screen)
	} else {
		c.say("(:text tells what the lesson says here.)")
	}
}

// result tells what came of a round.
func (c *conversation) result(r *round.Round) {
	told := r.Result()
	c.say("")
	c.text(0, "", lessons.Say(told.Tally))
	for _, g := range told.Groups {
		c.say("", g.Title)
		for _, m := range g.Moves {
			c.text(2, "", lessons.Say(fmt.Sprintf("%s, %s: %s", m.Change, m.When, m.Say)))
		}
	}
	c.say("")
	c.text(0, "", lessons.Say(told.Soon))
}
