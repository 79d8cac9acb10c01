// Package pagetest looks at pages as a learner does, for the tests of the screens that have one: whether all is seen that must be.
//
// It plays no course, and what stands on a page is no business of it.
package pagetest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons"
	"chainrule/tui/page"
)

// Sizes are those that a learner's window is promised to work in, and some at the edges between two layouts.
var Sizes = []string{
	"60x20", "61x21", "60x24", "75x24", "76x22", "76x23", "80x24", "99x24", "80x50", "100x20", "100x24", "100x30", "120x40", "200x60",
}

// A Doing leads a question into a state. It is for questions of some kinds only, so that nothing is looked at twice.
type Doing struct {
	State string
	Keys  []string
	kinds string // typed, picked, derived
}

// Doings are what learners do with a question before it is looked at.
var Doings = []Doing{
	{"fresh", nil, "typed picked derived"},
	{"typing", []string{"1/(1+e^(-x))^2+sqrt(1+x^2)+1/(1+1/(1+1/x))"}, "typed"},
	{"unreadable", []string{")(1//", "enter"}, "typed"},
	{"wrong", []string{"e^x+17", "enter"}, "typed"},
	{"pictured", []string{"e^x+17", "enter", "f3"}, "typed"},
	{"chosen", []string{"down", "enter"}, "picked derived"},
	{"hinted", []string{"f2", "f2", "f2"}, "typed picked derived"},
	{"wrong and hinted", []string{"17+x", "enter", "down", "enter", "f2", "f2", "f2"}, "typed picked derived"},
	{"hinted and wrong", []string{"f2", "f2", "f2", "17+x", "enter", "down", "enter"}, "typed picked derived"},
	{"faded", []string{"f4"}, "derived"},
	{"faded, wrong and hinted", []string{"f4", "17+x", "enter", "f2", "f2"}, "derived"},
	{"free, wrong and pictured", []string{"f4", "f4", "17+x", "enter", "f3"}, "derived"},
	{"done", []string{"f2", "f2", "f2", "f2"}, "typed picked derived"},
}

// For reports whether a question can be led into the state. Where there is none, it is looked at as it is found.
func (d Doing) For(q lessons.Question) bool {
	if q == nil {
		return d.Keys == nil
	}
	return strings.Contains(d.kinds, kind(q))
}

// kind tells how a question is answered.
func kind(q lessons.Question) string {
	switch q.(type) {
	case *lessons.Choice, *lessons.Spot:
		return "picked"
	case *lessons.Derive:
		return "derived"
	case *lessons.Expression, *lessons.Number, *lessons.Lab:
	}
	return "typed"
}

// Rows of curve that there must be: of a question that was just opened in a window with room, and of any other.
const (
	goodRows = 8
	fewRows  = 5
)

// InView looks at a page as its screen draws it in a window of a size: what is to be done, the place to answer and what there
// is to choose from must be seen together, and so must the curve, with rows enough to read it.
func InView(t *testing.T, p *page.Page, drawn string, width, height int, fresh bool) {
	t.Helper()
	view := strings.Split(ansi.Strip(drawn), "\n")
	fail := func(what string) { t.Errorf("at %dx%d %s:\n%s", width, height, what, strings.Join(view, "\n")) }
	for _, block := range p.Musts() {
		if !together(view, block) {
			fail(fmt.Sprintf("this is not seen: %q", ansi.Strip(strings.Join(block, "\n"))))
		}
	}
	if n := strings.Count(drawn, "more above"); n > 1 {
		fail(fmt.Sprintf("it is told %d times that there is more above", n))
	}
	if !p.Draws() {
		return
	}
	rows := 0
	for _, l := range view {
		if strings.ContainsAny(l, "┤┼") {
			rows++
		}
	}
	least, roomy := fewRows, width >= 80 && height >= 24
	if fresh && roomy {
		least = goodRows
	}
	switch {
	case rows >= least:
	case !roomy && !fresh && together(view, []string{"f5 shows the plot."}):
	default:
		fail(fmt.Sprintf("%d rows of curve, there must be %d", rows, least))
	}
}

// together reports whether lines are seen one below the other.
func together(view, lines []string) bool {
	for i := range len(view) - len(lines) + 1 {
		if stand(view[i:], lines) {
			return true
		}
	}
	return false
}

func stand(view, lines []string) bool {
	for j, l := range lines {
		if !strings.Contains(view[j], strings.TrimRight(ansi.Strip(l), " ")) {
			return false
		}
	}
	return true
}
