package tui_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
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
	"chainrule/tui/kit"
	"chainrule/tui/lesson"
	"chainrule/tui/session"
)

// labCourse is a course of one lesson with one lab.
func labCourse(t *testing.T) *lessons.Course {
	t.Helper()
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/lab.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := lessons.LoadFile("lab.md", text, base)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

const (
	rightGradient = "1/m*sum(i=1..m,(h_i-y_i)x_ij)"
	wrongGradient = "1/m*sum(i=1..m,h_i-y_i)"
)

// TestLabScreens holds the screens of a lab in several sizes. UPDATE_GOLDEN=1 writes them anew.
func TestLabScreens(t *testing.T) {
	c := labCourse(t)
	for _, state := range []struct {
		name string
		keys []string
	}{
		{"right", []string{"type:" + rightGradient, "press:enter"}},
		{"wrong", []string{"type:" + wrongGradient, "press:enter", "press:f4"}},
	} {
		for _, size := range []string{"60x20", "80x24", "120x40", "200x60"} {
			for _, ascii := range []bool{false, true} {
				d := openApp(c, record(t), kit.Look{ASCII: ascii}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "regression"})
				var w, h int
				if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
					t.Fatal(err)
				}
				d.resize(w, h)
				d.perform(t, state.keys)
				seen := d.screen()
				fits(t, d.app.View(), w, h, ascii)
				if w < kit.Wide {
					d.perform(t, []string{"press:f5"})
					seen += d.screen()
					fits(t, d.app.View(), w, h, ascii)
				}
				if !ascii {
					golden(t, fmt.Sprintf("testdata/lab/%s_%s.txt", state.name, size), seen)
				}
			}
		}
	}
}

// TestLabFits looks at a run in many sizes, before and after turning to the plot.
func TestLabFits(t *testing.T) {
	c := labCourse(t)
	for _, typed := range []string{rightGradient, "1/m*sum(i=1..m,(y_i-h_i)x_ij)", "sum(i=1..m,h_i-y_i)", "(h_i-y_i)x_ij"} {
		for _, look := range []kit.Look{{}, {ASCII: true}} {
			d := openApp(c, record(t), look, termenv.ANSI256, kit.Place{Kind: kit.Lesson, ID: "regression"})
			d.perform(t, []string{"type:" + typed, "press:enter"})
			for range 2 {
				for _, w := range []int{33, 60, 61, 79, 80, 99, 100, 101, 131, 200} {
					for _, h := range []int{13, 20, 21, 24, 30, 41, 60} {
						d.resize(w, h)
						fits(t, d.app.View(), w, h, look.ASCII)
					}
				}
				d.perform(t, []string{"press:f5"})
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s is not so any more; from its first other line on there is\n%s\nin place of\n%s", name, otherwise(got, string(want)), otherwise(string(want), got))
	}
}

// otherwise returns what a text holds from the first line on that is another in a second text, cut to what can be looked at.
func otherwise(text, other string) string {
	const most, wide = 60, 200
	lines, others := strings.Split(text, "\n"), strings.Split(other, "\n")
	for len(lines) > 0 && len(others) > 0 && lines[0] == others[0] {
		lines, others = lines[1:], others[1:]
	}
	lines = lines[:min(len(lines), most)]
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, wide, "…")
	}
	return strings.Join(lines, "\n")
}

// A lessonPlayer plays the lesson screen of the lab picture by picture: what a command brings waits until it is asked for.
type lessonPlayer struct {
	t       *testing.T
	view    *lesson.Screen
	waiting []tea.Cmd
}

func openLab(t *testing.T, c *lessons.Course, j *journal.Journal) *lessonPlayer {
	t.Helper()
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(termenv.Ascii)
	styles := kit.NewStyles(renderer, kit.Look{Frame: time.Nanosecond})
	v, err := lesson.New(session.New(c, j), &styles, "regression")
	if err != nil {
		t.Fatal(err)
	}
	v.SetSize(80, 24)
	s := &lessonPlayer{t: t, view: v}
	s.wait(v.Init())
	s.next(2) // the record, then the question
	return s
}

func (s *lessonPlayer) wait(cmd tea.Cmd) {
	if cmd != nil {
		s.waiting = append(s.waiting, cmd)
	}
}

// next does what has waited longest, so many times.
func (s *lessonPlayer) next(times int) {
	for ; times > 0 && len(s.waiting) > 0; times-- {
		cmd := s.waiting[0]
		s.waiting = s.waiting[1:]
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			s.waiting = append(s.waiting, msg...)
			times += len(msg)
		default:
			s.wait(s.view.Update(msg))
		}
	}
}

func (s *lessonPlayer) press(names ...string) {
	for _, name := range names {
		k, _ := keyOf(name)
		s.wait(s.view.Update(k))
	}
}

func (s *lessonPlayer) answer(text string) {
	for _, r := range text {
		s.wait(s.view.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	s.press("enter")
}

func (s *lessonPlayer) shows(want string) {
	s.t.Helper()
	if seen := s.view.View(); !strings.Contains(seen, want) {
		s.t.Errorf("%q is not shown:\n%s", want, seen)
	}
}

// TestLabRunsLive watches a run: it is drawn as it goes, stops, goes on, is hurried to its end; only then the lab is done.
func TestLabRunsLive(t *testing.T) {
	c, j := labCourse(t), record(t)
	s := openLab(t, c, j)
	s.answer(rightGradient)
	s.next(12)
	s.shows("running")
	if j.State().Finished("regression/1") {
		t.Error("done before the run has ended")
	}
	s.press("f6")
	s.shows("stopped")
	s.next(20) // what comes back now is stale
	s.shows("stopped")
	s.press("f6")
	s.next(3)
	s.shows("running")
	s.press("enter")
	s.next(10)
	s.shows("reaches the published fit")
	if !j.State().Finished("regression/1") {
		t.Error("not done although the run has reached the fit")
	}
	s.press("f4")
	s.next(2)
	s.shows("of 120")
}

// TestLabResumes leaves while a right formula runs: it runs again, and is done then.
func TestLabResumes(t *testing.T) {
	c, j := labCourse(t), record(t)
	s := openLab(t, c, j)
	s.answer(rightGradient)
	s.next(12)
	again := openLab(t, c, j)
	again.next(6)
	again.shows("running")
	again.next(400)
	again.shows("reaches the published fit")
	if !j.State().Finished("regression/1") {
		t.Error("not done")
	}
	third := openLab(t, c, j)
	third.shows("reaches the published fit")
}

// TestLabKeepsWrong leaves after a wrong gradient: it stands in the field as it was, its run at its end. Another formula
// that is typed while it runs is judged at once.
func TestLabKeepsWrong(t *testing.T) {
	c, j := labCourse(t), record(t)
	s := openLab(t, c, j)
	s.answer(wrongGradient)
	s.next(6)
	again := openLab(t, c, j)
	again.shows("stalls away from the fit")
	again.shows(wrongGradient)
	again.press("f6")
	again.next(3)
	again.shows("running")
	again.press("end")
	again.answer("+1")
	again.next(3)
	again.shows("(hᵢ − yᵢ)) + 1")
	if j.State().Finished("regression/1") {
		t.Error("done by a wrong formula")
	}
}
