// Package plain is the course as a conversation of lines: for pipes, screen readers and dumb terminals.
//
// It says the same words as the screens and judges by the same lessons/grade, without colours and without moving the
// cursor. It draws no screens.
package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/tui/kit"
	"chainrule/tui/notebook"
	"chainrule/tui/session"
)

// ErrUnfinished tells that the input ended before the lesson did. The learner has been told where.
var ErrUnfinished = errors.New("the input ended before the lesson did")

// errQuit tells that the learner wants to leave; errMap that they want another lesson.
var (
	errQuit = errors.New("quit")
	errMap  = errors.New("map")
)

// errGo tells that the learner wants a review, or practice.
type errGo struct{ kit.Place }

// Error is never shown.
func (e errGo) Error() string { return "go to " + string(e.Kind) }

// Options say what to talk about, and with whom.
type Options struct {
	Course  *lessons.Course
	Journal *journal.Journal
	Kind    kit.Kind // the place to begin with: a review, practice; if empty, a lesson or the list of lessons
	Start   string   // a lesson or one of its screens, the list of lessons if empty; of practice a skill
	ASCII   bool
	Speak   bool     // formulas in words, for speech
	Faults  []string // what is wrong with the settings
	In      io.Reader
	Out     io.Writer
}

// A conversation is one conversation.
type conversation struct {
	course  *lessons.Course
	session *session.Session
	styles  *kit.Styles
	in      *bufio.Reader
	out     *bufio.Writer
	echo    bool               // the input is no terminal, so that what is read would not be seen
	unread  *string            // a line that was read too early
	ran     *lastRun           // the run of a lab that was told last; nil before the first
	book    *notebook.Notebook // of the playground; nil before it was opened
	tasks   bool               // tasks are asked, and no lesson is gone through
	faults  []string           // what is wrong with the settings
	blank   int                // empty lines in a row where an answer is wanted
	speak   bool               // formulas are said in words
}

// Run holds the conversation until the lesson ends, the learner leaves or the input ends.
func Run(o Options) error {
	c := open(o)
	err := c.run(kit.Place{Kind: o.Kind, ID: o.Start})
	if ended := c.out.Flush(); err == nil && ended != nil {
		return fmt.Errorf("writing: %w", ended)
	}
	if errors.Is(err, errQuit) {
		return nil
	}
	return err
}

// open makes ready for a conversation.
func open(o Options) *conversation {
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(termenv.Ascii)
	styles := kit.NewStyles(renderer, kit.Look{ASCII: o.ASCII, Typed: true})
	return &conversation{
		course: o.Course, session: session.New(o.Course, o.Journal), styles: &styles,
		in: bufio.NewReader(o.In), out: bufio.NewWriter(o.Out), echo: !isTerminal(o.In), speak: o.Speak, faults: o.Faults,
	}
}

func isTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && term.IsTerminal(f.Fd())
}

func (c *conversation) run(start kit.Place) error {
	c.say("chainrule, as plain lines. Type an answer and press enter. Enter alone goes on.")
	c.say("Commands: ? or :hint, :skip, :back, :plot, :again, :map, :review, :quit, and :help for all of them.")
	c.notices()
	for _, f := range c.faults {
		c.put("Note: " + f)
	}
	alone := start != kit.Place{} || len(c.course.Lessons) == 1
	if start.Kind == "" && start.ID == "" && alone {
		start.ID = c.course.Lessons[0].ID
	}
	for {
		if start == (kit.Place{}) {
			chosen, err := c.choose()
			if err != nil {
				return c.endOfInput(err, "the list of lessons")
			}
			start = chosen
		}
		err := c.visit(start)
		if faults, ok := errors.AsType[lessons.Faults](err); ok && !alone {
			c.say("", "This lesson cannot be opened:")
			c.say(strings.Split(faults.Error(), "\n")...)
			err = nil
		}
		if elsewhere, ok := errors.AsType[errGo](err); ok {
			start, alone = elsewhere.Place, false // the program ends with what it was begun for, and with nothing else
			continue
		}
		if err != nil && !errors.Is(err, errMap) {
			return err
		}
		if alone && err == nil {
			return nil
		}
		start, alone = kit.Place{}, false
	}
}

// visit goes through what there is at a place.
func (c *conversation) visit(p kit.Place) error {
	switch p.Kind {
	case kit.Review:
		return c.review()
	case kit.Practice:
		return c.practice(p.ID)
	case kit.Play:
		return c.playAlone(p.ID)
	case kit.Placing:
		return c.place(p.ID)
	case kit.Exam:
		return c.exam()
	case kit.Home, kit.Lesson:
	}
	return c.lesson(p.ID)
}

// choose lists the lessons and asks for one.
func (c *conversation) choose() (kit.Place, error) {
	c.say("", "Lessons:")
	all, current := c.session.Overview()
	due := 0
	for i, l := range c.course.Lessons {
		due += all[i].Due
		c.say(fmt.Sprintf("  %d. %s (%s): %s", l.Number, l.Title, l.ID, all[i].Say(i == current)))
	}
	if due > 0 {
		c.say(session.DueSays(due))
	}
	switch c.session.Offers() {
	case session.FirstOffer:
		c.say("Is some of it known to you? :place finds where to begin; :no declines, and it is not offered again.")
	case session.GoOn:
		c.say("You were finding your place: :place goes on.")
	case session.NoOffer:
	}
	for {
		line, err := c.ask(fmt.Sprintf("Which lesson? Number or name; enter alone is %d: ", c.course.Lessons[current].Number))
		if err != nil {
			return kit.Place{}, err
		}
		if isCommand(line) {
			p, done, err := c.onChoice(command(line))
			if done || err != nil {
				return p, err
			}
			continue
		}
		if line == "" {
			return kit.Place{ID: c.course.Lessons[current].ID}, nil
		}
		if l, ok := c.named(line); ok {
			return kit.Place{ID: l.ID}, nil
		}
		c.say("There is no such lesson.")
	}
}

// onChoice does what a command asks for at the list of lessons. It reports whether it leads to a place.
func (c *conversation) onChoice(name, rest string) (p kit.Place, done bool, err error) {
	switch name {
	case "quit", "q", "exit":
		return p, false, errQuit
	case "record":
		c.record(rest)
	case "say":
		c.sayIn(rest, nil)
	case "review", "practice":
		p, done = c.recall(name, rest)
	case "card":
		c.card("", rest)
	case "find":
		p, done, err = c.find(rest)
	case "play":
		p, done = kit.Place{Kind: kit.Play, ID: rest}, true
	case "place", "test", "exam":
		p, done = c.shows(name, rest)
	case "no":
		if c.session.Offers() == session.FirstOffer {
			c.keep(c.session.Decline())
		}
		c.say("You can still find your place later, by :place.")
	case "summary":
		l, ok := c.named(rest)
		if !ok {
			c.say("There is no such lesson.")
			break
		}
		c.report(l)
	default:
		c.say("Here: :review, :practice, :practice SKILL, :play, :find WORD, :card, :record, :summary NUMBER, :place, :test NUMBER, :exam, :say and :quit.")
	}
	return p, done, err
}

// named returns the lesson of a number or a name.
func (c *conversation) named(line string) (*lessons.Entry, bool) {
	if n, err := strconv.Atoi(line); err == nil {
		if l, ok := c.course.Numbering(n); ok {
			return l, true
		}
	}
	return c.course.Entry(line)
}

// endOfInput says where the conversation stopped when the input has endOfInput.
func (c *conversation) endOfInput(err error, where string) error {
	if !errors.Is(err, io.EOF) {
		return err
	}
	c.say("", "The input ended at "+where+".")
	c.whole(c.ifSaved("All you did is saved; start again to go on from there."))
	c.notices()
	return ErrUnfinished
}

// ifSaved returns the words for work that is saved if it is, and else says what is not.
func (c *conversation) ifSaved(words string) string {
	err := c.session.Settle()
	if err == nil {
		return words
	}
	return "Not everything is saved: " + err.Error() + "."
}

// say writes lines, each as the look can show it.
func (c *conversation) say(lines ...string) {
	for _, l := range lines {
		if c.speak {
			c.put(aloud(l))
			continue
		}
		for _, part := range c.folded(l) {
			c.put(part)
		}
	}
}

// whole says lines none of which is broken, such as code and the names of files.
func (c *conversation) whole(lines ...string) {
	for _, l := range lines {
		if c.speak {
			l = aloud(l)
		}
		c.put(l)
	}
}

// put writes a line as it is.
func (c *conversation) put(line string) {
	fmt.Fprintln(c.out, strings.TrimRight(c.styles.Say(line), " "))
}

// notices says what the record has to say.
func (c *conversation) notices() {
	for _, n := range c.session.Notices() {
		c.whole("Note: " + n) // a path is copied in one piece
	}
}

// lineLimit bounds how much of one line is kept.
const lineLimit = 1 << 14

// ask writes a prompt and reads a line. The error is io.EOF at the end of the input.
func (c *conversation) ask(prompt string) (string, error) {
	if c.speak {
		prompt = aloud(prompt)
	}
	fmt.Fprint(c.out, c.styles.Say(prompt))
	if c.unread != nil {
		line := *c.unread
		c.unread = nil
		fmt.Fprintln(c.out, c.styles.Say(line))
		return line, nil
	}
	if err := c.out.Flush(); err != nil {
		return "", fmt.Errorf("writing: %w", err)
	}
	line, err := c.read()
	if err != nil {
		fmt.Fprintln(c.out)
		return "", err
	}
	if c.echo {
		fmt.Fprintln(c.out, c.styles.Say(line))
	}
	return line, nil
}

// read returns the next line, cut at the limit, without blanks around it.
func (c *conversation) read() (string, error) {
	var line []byte
	for {
		part, more, err := c.in.ReadLine()
		if err != nil {
			if len(line) > 0 && errors.Is(err, io.EOF) {
				break
			}
			return "", err
		}
		if room := lineLimit - len(line); room > 0 {
			line = append(line, part[:min(len(part), room)]...)
		}
		if !more {
			break
		}
	}
	return clean(string(line)), nil
}
