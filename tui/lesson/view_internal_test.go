package lesson

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/session"
)

// sizes are those that a learner's window is promised to work in, and some at the edges between two layouts.
var sizes = []string{
	"60x20", "61x21", "60x24", "75x24", "76x22", "76x23", "80x24", "99x24", "80x50", "100x20", "100x24", "100x30", "120x40", "200x60",
}

// A doing leads a question into a state. It is for questions of some kinds only, so that nothing is looked at twice.
type doing struct {
	state string
	keys  []string
	kinds string // typed, picked, derived
}

var doings = []doing{
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

var named = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "down": {Type: tea.KeyDown}, "f2": {Type: tea.KeyF2}, "f3": {Type: tea.KeyF3},
	"f4": {Type: tea.KeyF4}, "f5": {Type: tea.KeyF5}, "pgdown": {Type: tea.KeyPgDown},
}

// open opens a screen as a learner finds it who has done nothing yet.
func open(t *testing.T, c *lessons.Course, screen string) *Screen {
	t.Helper()
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(termenv.Ascii)
	styles := kit.NewStyles(renderer, kit.Look{})
	clock := func() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }
	j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), clock, nil)
	t.Cleanup(func() { _ = j.Close() })
	v, err := New(session.New(c, j), &styles, screen)
	if err != nil {
		t.Fatal(err)
	}
	v.SetSize(80, 23)
	v.settle(v.Init())
	return v
}

// settle does what a command asks for, and all that comes of it.
func (v *Screen) settle(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil, kit.Notice:
	case tea.BatchMsg:
		for _, c := range msg {
			v.settle(c)
		}
	default:
		v.settle(v.Update(msg))
	}
}

func (v *Screen) play(keys []string) {
	for _, k := range keys {
		if msg, ok := named[k]; ok {
			v.settle(v.Update(msg))
			continue
		}
		if q := v.question(); q == nil || q.Picks() {
			continue // there is nothing to type in
		}
		for _, r := range k {
			v.settle(v.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
		}
	}
}

// TestInView looks at every screen of the course, in every state and size: what is to be done, the place to answer and
// what there is to choose from must be seen together, and so must the curve, with rows enough to read it.
func TestInView(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	looked := sizes
	if testing.Short() { // more sizes show no more races
		looked = sizes[:1]
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for _, screen := range l.Screens {
			for _, d := range doings {
				if screen.Question == nil && d.keys != nil || screen.Question != nil && !strings.Contains(d.kinds, kind(screen.Question)) {
					continue
				}
				t.Run(screen.ID+"/"+d.state, func(t *testing.T) {
					v := open(t, c, screen.ID)
					v.play(d.keys)
					for _, size := range looked {
						var w, h int
						if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
							t.Fatal(err)
						}
						v.follow = true
						v.SetSize(w, h-1)
						v.inView(t, size, w, h, d.state == "fresh")
					}
				})
			}
		}
	}
}

func (v *Screen) inView(t *testing.T, size string, w, h int, fresh bool) {
	t.Helper()
	view := strings.Split(ansi.Strip(v.View()), "\n")
	fail := func(what string) { t.Errorf("at %s %s:\n%s", size, what, strings.Join(view, "\n")) }
	q := v.question()
	if q != nil && !q.Finished() {
		if !together(view, q.Task(v.taskWidth())) {
			fail("the task is not seen")
		}
		place := q.AnswerArea(v.taskWidth(), ask.Preview{})
		if !q.Picks() {
			place = []string{"› "}
		}
		if !together(view, place) {
			fail("the place to answer is not seen")
		}
		a := v.arranged
		for _, l := range slices.Concat(a.before, a.after)[max(a.focus.From, 0):max(a.choice, a.focus.From, 0)] {
			if !together(view, []string{l}) {
				fail(fmt.Sprintf("the line %q is not seen, though it may be chosen", ansi.Strip(l)))
			}
		}
	}
	if v.plot() == nil || q != nil && q.Finished() {
		return
	}
	rows := 0
	for _, l := range view {
		if strings.ContainsAny(l, "┤┼") {
			rows++
		}
	}
	least := fewRows
	roomy := w >= 80 && h >= 24
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

// taskWidth is how many columns the task is laid out in.
func (v *Screen) taskWidth() int {
	if v.arranged.beside != nil {
		return v.width
	}
	return v.arranged.text
}

// together reports whether lines are seen one below the other.
func together(view, lines []string) bool {
	for i := range view {
		if i+len(lines) <= len(view) {
			seen := true
			for j, l := range lines {
				seen = seen && strings.Contains(view[i+j], strings.TrimRight(ansi.Strip(l), " "))
			}
			if seen {
				return true
			}
		}
	}
	return false
}

// TestBeginsAtTheTop sends a fresh screen messages that are for others: its text must stand at the beginning.
func TestBeginsAtTheTop(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	v := open(t, c, "entropy/surprise")
	before := v.View()
	if !strings.Contains(ansi.Strip(before), "more below") {
		t.Fatalf("all of the text is seen, so this test says nothing:\n%s", before)
	}
	for _, msg := range []tea.Msg{tea.EnableMouseCellMotion(), tea.FocusMsg{}, kit.Saved{}, kit.Restyled{}, struct{}{}} {
		v.settle(v.Update(msg))
		if got := v.View(); got != before {
			t.Errorf("%T moves the text:\n%s", msg, got)
		}
	}
}
