package plain

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"chainrule/lessons"
	"chainrule/tui/figure"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// lesson goes through a lesson, from where the learner was, or from the screen that was asked for.
func (c *conversation) lesson(start string) error {
	entry, at := c.begin(start)
	l, err := entry.Lesson()
	if err != nil {
		return err
	}
	c.say("", fmt.Sprintf("LESSON: %s", l.Title))
	if start == entry.ID {
		err := c.warmUp(entry)
		if errors.Is(err, io.EOF) {
			return c.endOfInput(err, "the warm-up before "+l.Title)
		}
		if err != nil {
			return err
		}
	}
	for at < len(l.Screens) {
		next, err := c.screen(l, at)
		if errors.Is(err, io.EOF) {
			return c.endOfInput(err, fmt.Sprintf("%s, screen %d of %d, %q", l.Title, at+1, len(l.Screens), l.Screens[at].Title))
		}
		if err != nil {
			return err
		}
		at = max(next, 0)
	}
	if open := c.openScreens(entry); len(open) > 0 {
		c.say("", fmt.Sprintf("You have come to the end of the lesson; still open: %s.", strings.Join(open, ", ")))
		return nil
	}
	c.say("", fmt.Sprintf("You have finished the lesson: %s.", l.Title))
	c.report(entry)
	return nil
}

// begin returns the lesson at a place and the screen to begin with.
func (c *conversation) begin(start string) (l *lessons.Entry, at int) {
	l, screen, _ := c.course.Locate(start)
	if screen != nil {
		return l, screen.Number - 1
	}
	p := c.session.Progress(l)
	at = max(p.At, 0)
	if at == len(l.Screens)-1 && p.Done[at] {
		at = 0
	}
	return l, at
}

// openScreens returns the numbers of the screens that are not finished.
func (c *conversation) openScreens(l *lessons.Entry) []string {
	var open []string
	for _, i := range c.session.Progress(l).Open() {
		open = append(open, fmt.Sprintf("%d (%s)", l.Screens[i].Number, l.Screens[i].Title))
	}
	return open
}

// screen shows one screen, asks its question, and returns the screen to go on with.
func (c *conversation) screen(l *lessons.Lesson, at int) (next int, err error) {
	screen := l.Screens[at]
	c.heading(fmt.Sprintf("%d of %d: %s", at+1, len(l.Screens), screen.Title))
	if at == 0 {
		c.blocks(l.Intro)
	}
	c.blocks(screen.Prose)
	if screen.Plot != nil {
		c.table(screen.Plot)
	}
	if screen.Question == nil {
		c.keep(c.session.Begin(screen))
		step, err := c.pause(screen)
		if err != nil {
			return at, err
		}
		if step == 1 { // who goes further has not said that this is read
			c.keep(c.session.Finish(screen))
		}
		return at + step, nil
	}
	step, err := c.question(screen)
	return at + step, err
}

// pause waits before going on, and returns by how many screens. Whoever types something else at a terminal is told that nothing was
// asked. What comes from a pipe is kept: it was written beforehand, and means the next question. At the end of the input there is
// nothing to wait for.
func (c *conversation) pause(screen *lessons.Screen) (step int, err error) {
	for {
		c.say("")
		line, err := c.ask("Enter goes on: ")
		switch {
		case errors.Is(err, io.EOF):
			return 1, nil
		case err != nil:
			return 0, err
		case line == "":
			return 1, nil
		case !isCommand(line) && c.echo:
			c.unread = &line
			return 1, nil
		case !isCommand(line):
			c.say("Nothing is asked here, so this is no answer. Enter alone goes on; :help lists the commands.")
			continue
		}
		switch name, rest := command(line); name {
		case "skip", "next":
			return 1, nil
		case "again":
			if !c.tasks {
				return 0, nil
			}
			c.say("It comes back by itself, with other values where they vary.")
		default:
			step, done, err := c.common(name, rest, screen, nil)
			if done || err != nil {
				return step, err
			}
		}
	}
}

// table tells a plot as numbers: its curves, its marks, its data and how far they lie from the curve.
func (c *conversation) table(p *lessons.Plot) {
	w := figure.Lesson(p, c.styles)
	const places = 11
	header, rows := w.Table(places)
	c.say("", "The plot as a table of values (:plot draws it):")
	c.columns(append([][]string{header}, rows...))
	if len(w.Marks) > 0 {
		called := "marked"
		if w.Marked != "" {
			called += ", " + w.Marked
		}
		c.say("    " + called + ": " + widget.Points(w.Marks))
	}
	if len(w.Data) > 0 {
		header, rows := w.DataTable()
		c.say("", "The data in the plot:")
		c.columns(append([][]string{header}, rows...))
	}
	if len(p.Notice) > 0 {
		c.text(0, "", p.Notice)
	}
}

// draw draws a plot in lines.
func (c *conversation) draw(p *widget.Plot) {
	const height = 18
	still := *p
	still.Movable = false
	c.whole(still.Lines(lineWidth, height, c.styles)...)
}

// keep saves what was done.
func (c *conversation) keep(save session.Save) {
	if save == nil {
		return
	}
	if notice := save(); notice != "" {
		c.say("Note: " + notice)
	}
}
