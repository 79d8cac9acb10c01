package lesson

import (
	"fmt"
	"io"
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
	"chainrule/tui/page/pagetest"
	"chainrule/tui/session"
)

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
	looked := pagetest.Sizes
	if testing.Short() { // more sizes and screens show no more races
		looked = pagetest.Sizes[:1]
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for i, screen := range l.Screens {
			if testing.Short() && i%6 != 1 {
				continue
			}
			for _, d := range pagetest.Doings {
				if !d.For(screen.Question) {
					continue
				}
				t.Run(screen.ID+"/"+d.State, func(t *testing.T) {
					t.Parallel()
					v := open(t, c, screen.ID)
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
