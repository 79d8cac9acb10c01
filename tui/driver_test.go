package tui_test

import (
	"fmt"
	"io"
	"os"
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
	"chainrule/lessons/journal"
	"chainrule/tui"
	"chainrule/tui/kit"
	"chainrule/tui/session"
)

// course loads the small course of the tests.
func course(tb testing.TB) *lessons.Course {
	tb.Helper()
	c, err := lessons.Load(os.DirFS("testdata/course"), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// clock is the time of the tests.
func clock() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }

// A driver plays the model without a terminal: each message is followed by what its commands bring, unless they are held.
type driver struct {
	app  *tui.App
	quit bool
	hold bool
	held []tea.Cmd // in the order in which they came
	fail error     // what broke in a command
}

// openApp opens the app on a record, with colours where the profile has any.
func openApp(c *lessons.Course, j *journal.Journal, look kit.Look, profile termenv.Profile, first kit.Place) *driver {
	return begin(c, j, look, profile, first, false)
}

func begin(c *lessons.Course, j *journal.Journal, look kit.Look, profile termenv.Profile, first kit.Place, hold bool) *driver {
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(profile)
	if profile != termenv.Ascii {
		look.Colours = kit.ManyColours
	}
	styles := kit.NewStyles(renderer, look)
	sitting := session.New(c, j)
	d := &driver{app: tui.NewApp(&styles, tui.Screens(sitting, &styles), first), hold: hold}
	d.app.Unsaved, d.app.Saving = sitting.Unsaved, sitting.Saving
	d.run(d.app.Init())
	return d
}

// openHeld opens the app without a record, and holds its commands from the beginning where that is asked for.
func openHeld(tb testing.TB, c *lessons.Course, first kit.Place, hold bool) *driver {
	tb.Helper()
	return begin(c, record(tb), kit.Look{}, termenv.Ascii, first, hold)
}

func (d *driver) send(msg tea.Msg) {
	if f, ok := msg.(kit.Failed); ok {
		d.fail = fmt.Errorf("%s: %w\n%s", f.Doing, f.Err, f.Stack)
	}
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if d.hold {
		d.held = append(d.held, cmd)
		return
	}
	d.take(cmd())
}

// take takes what a command brings.
func (d *driver) take(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.QuitMsg:
		d.quit = true
	case tea.BatchMsg:
		for _, c := range msg {
			d.run(c)
		}
	default:
		d.send(msg)
	}
}

// deliver does one of the commands that are held; those of a batch are held in its place.
func (d *driver) deliver(at int) {
	cmd := d.held[at]
	d.held = slices.Delete(d.held, at, at+1)
	d.take(cmd())
}

// release does what is held, and holds nothing any more.
func (d *driver) release() {
	for len(d.held) > 0 {
		d.deliver(0)
	}
	d.hold = false
}

func (d *driver) resize(width, height int) { d.send(tea.WindowSizeMsg{Width: width, Height: height}) }

func (d *driver) typeText(text string) {
	for _, r := range text {
		if r == ' ' {
			d.send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
			continue
		}
		d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
}

// keyOf returns the message of a key by the name that bindings know it by.
func keyOf(name string) (msg tea.KeyMsg, ok bool) {
	if plain, alt := strings.CutPrefix(name, "alt+"); alt {
		msg, ok = keyOf(plain)
		msg.Alt = true
		return msg, ok
	}
	for t := tea.KeyType(-100); t < 200; t++ {
		if t != tea.KeyRunes && t != tea.KeySpace && t.String() == name {
			return tea.KeyMsg{Type: t}, true
		}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}, len([]rune(name)) == 1
}

func (d *driver) press(names ...string) error {
	for _, name := range names {
		k, ok := keyOf(name)
		if !ok {
			return fmt.Errorf("no key %q", name)
		}
		d.send(k)
	}
	return nil
}

// screen returns what is seen, without codes and trailing blanks.
func (d *driver) screen() string {
	lines := strings.Split(ansi.Strip(d.app.View()), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// record opens a journal in a place of its own.
func record(tb testing.TB) *journal.Journal {
	tb.Helper()
	j := journal.Open(filepath.Join(tb.TempDir(), "journal.jsonl"), clock, nil)
	tb.Cleanup(func() { _ = j.Close() })
	return j
}
