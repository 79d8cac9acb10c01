package practice

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/page/pagetest"
	"chainrule/tui/session"
)

var named = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "down": {Type: tea.KeyDown}, "f2": {Type: tea.KeyF2}, "f3": {Type: tea.KeyF3},
	"f4": {Type: tea.KeyF4}, "esc": {Type: tea.KeyEsc},
}

// sit opens the practice of a skill, by somebody who has finished the lessons.
func sit(t *testing.T, c *lessons.Course, done []journal.Event, skill string) *Screen {
	t.Helper()
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(termenv.Ascii)
	styles := kit.NewStyles(renderer, kit.Look{})
	clock := func() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }
	j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), clock, nil)
	t.Cleanup(func() { _ = j.Close() })
	for _, e := range done {
		if err := j.Append(e); err != nil {
			t.Fatal(err)
		}
	}
	v := New(session.New(c, j), &styles, skill)
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
	case nil, kit.Notice, kit.Goto:
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
			if k == "enter" && v.question.Finished() {
				continue // it would lead to another question
			}
			v.settle(v.Update(msg))
			continue
		}
		if v.question.Picks() {
			continue // there is nothing to type in
		}
		for _, r := range k {
			v.settle(v.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
		}
	}
}

// ask puts a task on the screen as if it had been chosen.
func (v *Screen) ask(task review.Task) {
	v.settle(v.onNext(nextMsg{view: v, round: v.round, task: task, question: ask.Task(v.session, v.styles, v.round.Name(), task)}))
	v.layout()
}

// TestInView looks at every question that is asked in practice alone, and at the screens of lessons as tasks, in every state and
// size: what must be seen in a lesson must be seen here.
func TestInView(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	looked := []string{"60x20", "80x24", "100x20", "120x40"} // all sizes are looked at in lessons
	if testing.Short() {                                     // more sizes and screens show no more races
		looked = looked[:1]
	}
	first := all[0].Screens[slices.IndexFunc(all[0].Screens, func(s *lessons.Screen) bool { return s.Question != nil && len(s.Question.About().Skills) > 0 })]
	about := first.Question.About().Skills
	done := []journal.Event{{Kind: journal.Finished, Lesson: first.Lesson, Screen: first.ID, Skills: about}}
	for _, l := range all {
		for i, screen := range slices.Concat(l.Screens, l.Review) {
			if testing.Short() && i%6 != 1 {
				continue
			}
			for _, d := range pagetest.Doings {
				if screen.Question == nil || !d.For(screen.Question) {
					continue
				}
				t.Run(screen.ID+"/"+d.State, func(t *testing.T) {
					t.Parallel()
					v := sit(t, c, done, about[0])
					v.ask(review.Task{Screen: screen, Level: lessons.Faded})
					v.play(d.Keys)
					for _, size := range looked {
						var w, h int
						if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
							t.Fatal(err)
						}
						v.page.Follow()
						v.SetSize(w, h-1)
						pagetest.InView(t, v.page, v.View(), w, h, d.State == "fresh")
					}
				})
			}
		}
	}
}
