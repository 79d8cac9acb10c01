package tui_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/tui/ask"
	"chainrule/tui/finish"
	"chainrule/tui/home"
	"chainrule/tui/kit"
	"chainrule/tui/lesson"
	"chainrule/tui/page"
	"chainrule/tui/practice"
	"chainrule/tui/widget"
)

// states are things that learners do to a screen before its size is looked at.
var states = map[string][]string{
	"fresh":   nil,
	"typing":  {"type:1/(1+e^(-x))^2 + sigma(x)/sqrt(1+x^2) + x^(x^(x^2)) - 1/(1+1/(1+1/x))"},
	"garbage": {"type:)(*&^%$ 1//", "press:enter"},
	"wrong":   {"type:e^x+17", "press:enter", "press:f3"},
	"hints":   {"press:f2", "press:f2", "press:f2"},
	"shown":   {"press:f2", "press:f2", "press:f2", "press:f2"},
	"level":   {"press:f4"},
	"chosen":  {"press:down", "press:enter"},
	"plot":    {"press:f5"},
	"keys":    {"press:f1"},
	"tried":   {"type:x^2 e^-x", "press:enter", "press:f10", "press:right"},
}

// TestFit looks at all screens in many states and sizes: exactly as many lines as the window, none wider than it.
func TestFit(t *testing.T) {
	t.Run("small", func(t *testing.T) {
		widths, heights := []int{20, 33, 59, 60, 61, 79, 80, 99, 100, 101, 131, 200}, []int{8, 13, 19, 20, 21, 24, 30, 41, 60}
		if testing.Short() { // more sizes show no more races
			widths, heights = []int{59, 101}, []int{19, 30}
		}
		fitAll(t, course(t), widths, heights)
	})
	t.Run("built-in", func(t *testing.T) {
		c, err := content.Course()
		if err != nil {
			t.Fatal(err)
		}
		widths, heights := []int{60, 80, 100, 200}, []int{20, 24, 60}
		if testing.Short() { // more sizes show no more races
			widths, heights = widths[1:2], heights[1:2]
		}
		fitAll(t, c, widths, heights)
	})
}

func fitAll(t *testing.T, c *lessons.Course, widths, heights []int) {
	t.Helper()
	places := []kit.Place{{Kind: kit.Home}}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		places = append(places, kit.Place{Kind: kit.Finish, ID: l.ID})
		for _, s := range l.Screens {
			places = append(places, kit.Place{Kind: kit.Lesson, ID: s.ID})
		}
	}
	finished := lessonsDone(t, all)
	for i, p := range append(places, kit.Place{Kind: kit.Placing}, kit.Place{Kind: kit.Placing, ID: all[0].ID}, kit.Place{Kind: kit.Exam}, kit.Place{Kind: kit.Review}, kit.Place{Kind: kit.Play}, kit.Place{Kind: kit.Card, ID: all[0].ID}, kit.Place{Kind: kit.Card}, kit.Place{Kind: kit.Find}, kit.Place{Kind: kit.Play, ID: "1/(1+e^-x) = e^x/(1-e^x)"}, kit.Place{Kind: kit.Practice}, kit.Place{Kind: kit.Practice, ID: c.Skills[0].ID}) {
		if testing.Short() && i%8 != 0 {
			continue
		}
		for name, script := range states {
			for _, look := range []kit.Look{{}, {ASCII: true}} {
				if look.ASCII && i%3 != 0 {
					continue // what differs is drawn by the same few widgets everywhere
				}
				t.Run(fmt.Sprintf("%s%s/%s/ascii=%v", p.Kind, p.ID, name, look.ASCII), func(t *testing.T) {
					t.Parallel()
					j := record(t)
					if p.Kind == kit.Review || p.Kind == kit.Practice {
						keepAll(t, j, finished)
					}
					d := openApp(c, j, look, termenv.ANSI256, p)
					d.perform(t, script)
					for _, w := range widths {
						for _, h := range heights {
							d.resize(w, h)
							fits(t, d.app.View(), w, h, look.ASCII)
						}
					}
				})
			}
		}
	}
}

// lessonsDone returns the events by which all screens of lessons come to their end.
func lessonsDone(tb testing.TB, all []*lessons.Lesson) []journal.Event {
	tb.Helper()
	var events []journal.Event
	for _, l := range all {
		for _, s := range l.Screens {
			e := journal.Event{Kind: journal.Finished, Lesson: l.ID, Screen: s.ID}
			if s.Question != nil {
				e.Skills = s.Question.About().Skills
			}
			events = append(events, e)
		}
	}
	return events
}

func keepAll(tb testing.TB, j *journal.Journal, events []journal.Event) {
	tb.Helper()
	for _, e := range events {
		if err := j.Append(e); err != nil {
			tb.Fatal(err)
		}
	}
}

// perform does what a script of "type:text" and "press:key" says.
func (d *driver) perform(t *testing.T, script []string) {
	t.Helper()
	for _, s := range script {
		do, what, _ := strings.Cut(s, ":")
		if do == "type" {
			d.typeText(what)
		} else if err := d.press(what); err != nil {
			t.Fatal(err)
		}
	}
}

func fits(t rapid.TB, view string, width, height int, ascii bool) {
	t.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) != height {
		t.Fatalf("at %dx%d there are %d lines:\n%s", width, height, len(lines), ansi.Strip(view))
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w > width {
			t.Fatalf("at %dx%d line %d is %d columns wide:\n%s", width, height, i+1, w, ansi.Strip(view))
		}
	}
	if i := strings.IndexFunc(ansi.Strip(view), func(r rune) bool { return r > unicode.MaxASCII }); ascii && i >= 0 {
		t.Fatalf("not in ASCII: %q", ansi.Strip(view)[max(i-20, 0):i+4])
	}
}

// TestKeys makes sure that no key that works everywhere or beside an answer field types a character, that each has a
// word for what it does, and that none means two things in one place.
func TestKeys(t *testing.T) {
	typing := map[string][]key.Binding{
		"global": kit.Global.Bindings(), "scroll": kit.Scroll.Bindings(), "field": widget.Editing.Bindings(),
		"question": {ask.Keys.Answer, ask.Keys.Hint, ask.Keys.Picture, ask.Keys.Level, ask.Keys.Undo, ask.Keys.Again, ask.Keys.Rule, ask.Keys.Reading},
		"page":     {page.Keys.Plot},
		"lesson":   {lesson.Keys.Earlier, lesson.Keys.Later, lesson.Keys.Map},
	}
	owner := map[string]string{}
	for set, bindings := range typing {
		for _, b := range bindings {
			if b.Help().Key == "" || b.Help().Desc == "" {
				t.Errorf("%s: %v has no help", set, b.Keys())
			}
			for _, k := range b.Keys() {
				if len([]rune(k)) == 1 || k == " " || k == "space" {
					t.Errorf("%s: %q types a character", set, k)
				}
				if other, taken := owner[k]; taken {
					t.Errorf("%q means %q and %q", k, other, b.Help().Desc)
				}
				owner[k] = b.Help().Desc
			}
		}
	}
	noRivals(t, "finish", append(finish.Keys.Bindings(), append(kit.Scroll.Bindings(), kit.Global.Bindings()...)...))
	for _, b := range []key.Binding{practice.Keys.Continue, practice.Keys.End} {
		for _, k := range b.Keys() {
			if meant, taken := owner[k]; taken && meant != lesson.Keys.Map.Help().Desc && meant != ask.Keys.Answer.Help().Desc {
				t.Errorf("practice: %q means %q and %q", k, meant, b.Help().Desc)
			}
		}
	}
	noRivals(t, "practice", append(practice.Choosing.Bindings(), kit.Global.Bindings()...))
	noRivals(t, "home", append(home.Keys.Bindings(), kit.Global.Bindings()...))
}

func noRivals(t *testing.T, place string, bindings []key.Binding) {
	t.Helper()
	owner := map[string]string{}
	for _, b := range bindings {
		for _, k := range b.Keys() {
			if other, taken := owner[k]; taken {
				t.Errorf("%s: %q means %q and %q", place, k, other, b.Help().Desc)
			}
			owner[k] = b.Help().Desc
		}
	}
}

// TestEveryLetter types all printable characters of ASCII into each screen with a field and finds them there.
func TestEveryLetter(t *testing.T) {
	c := course(t)
	for r := '!'; r <= '~'; r += 40 {
		d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
		d.resize(120, 40)
		var some strings.Builder
		for q := r; q < r+40 && q <= '~'; q++ {
			some.WriteRune(q)
		}
		d.typeText(some.String())
		if !strings.Contains(d.screen(), some.String()) {
			t.Errorf("not all letters of %q arrived:\n%s", some.String(), d.screen())
		}
		if d.quit {
			t.Error("a letter quits")
		}
	}
}

// TestEscLosesNothing presses esc in the midst of an answer and comes back to it.
func TestEscLosesNothing(t *testing.T) {
	c := course(t)
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
	d.resize(80, 24)
	d.typeText("half an ans")
	before := d.screen()
	if err := d.press("esc"); err != nil {
		t.Fatal(err)
	}
	if d.quit || d.screen() == before {
		t.Fatalf("esc does not lead to the map:\n%s", d.screen())
	}
	d.send(kit.Goto{Place: kit.Place{Kind: kit.Lesson, ID: "slope/2"}})
	if got := d.screen(); got != before {
		t.Errorf("after coming back:\n%s\nbefore:\n%s", got, before)
	}
}

func BenchmarkView(b *testing.B) {
	c := course(b)
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, screen := range []string{"slope/1", "slope/2", "slope/5"} {
			b.Run(fmt.Sprintf("%s/%dx%d", screen, size[0], size[1]), func(b *testing.B) {
				d := openApp(c, record(b), kit.Look{}, termenv.TrueColor, kit.Place{Kind: kit.Lesson, ID: screen})
				d.resize(size[0], size[1])
				d.typeText("e^x")
				b.ReportAllocs()
				for b.Loop() {
					d.app.View()
				}
			})
		}
	}
}

// BenchmarkKey measures a key with the frame after it.
func BenchmarkKey(b *testing.B) {
	c := course(b)
	for _, screen := range []string{"slope/1", "slope/2", "slope/5"} {
		b.Run(screen, func(b *testing.B) {
			d := openApp(c, record(b), kit.Look{}, termenv.TrueColor, kit.Place{Kind: kit.Lesson, ID: screen})
			d.resize(200, 60)
			d.typeText("1/(1+e^(-x))^")
			b.ReportAllocs()
			for b.Loop() {
				d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{'2'}})
				d.app.View()
				d.send(tea.KeyMsg{Type: tea.KeyBackspace})
			}
		})
	}
}

// BenchmarkCourse measures the frame of the longest screens of the built-in course.
func BenchmarkCourse(b *testing.B) {
	c, err := content.Course()
	if err != nil {
		b.Fatal(err)
	}
	for _, screen := range []string{"sigmoid/squash", "sigmoid-derivative/quotient-rule", "sigmoid-derivative/both-curves", "sigmoid-derivative/false-line"} {
		b.Run(screen, func(b *testing.B) {
			d := openApp(c, record(b), kit.Look{}, termenv.TrueColor, kit.Place{Kind: kit.Lesson, ID: screen})
			d.resize(200, 60)
			b.ReportAllocs()
			for b.Loop() {
				d.app.View()
			}
		})
	}
}
