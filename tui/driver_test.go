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

// A driver plays the model without a terminal: each message is followed by what its commands bring.
type driver struct {
	app  *tui.App
	quit bool
}

// openApp opens the app on a record, with colours where the profile has any.
func openApp(c *lessons.Course, j *journal.Journal, look kit.Look, profile termenv.Profile, first kit.Place) *driver {
	renderer := lipgloss.NewRenderer(io.Discard)
	renderer.SetColorProfile(profile)
	if profile != termenv.Ascii {
		look.Colours = kit.ManyColours
	}
	styles := kit.NewStyles(renderer, look)
	sitting := session.New(c, j)
	d := &driver{app: tui.NewApp(&styles, tui.Screens(sitting, &styles), first)}
	d.app.Unsaved, d.app.Saving = sitting.Unsaved, sitting.Saving
	d.run(d.app.Init())
	return d
}

func (d *driver) send(msg tea.Msg) {
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
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

var keyNames = map[string]tea.KeyMsg{
	"enter": {Type: tea.KeyEnter}, "esc": {Type: tea.KeyEsc}, "tab": {Type: tea.KeyTab}, "backspace": {Type: tea.KeyBackspace},
	"up": {Type: tea.KeyUp}, "down": {Type: tea.KeyDown}, "left": {Type: tea.KeyLeft}, "right": {Type: tea.KeyRight},
	"home": {Type: tea.KeyHome}, "end": {Type: tea.KeyEnd}, "pgup": {Type: tea.KeyPgUp}, "pgdown": {Type: tea.KeyPgDown},
	"f1": {Type: tea.KeyF1}, "f2": {Type: tea.KeyF2}, "f3": {Type: tea.KeyF3}, "f4": {Type: tea.KeyF4}, "f5": {Type: tea.KeyF5},
	"f6": {Type: tea.KeyF6}, "f7": {Type: tea.KeyF7}, "f8": {Type: tea.KeyF8}, "f9": {Type: tea.KeyF9}, "f10": {Type: tea.KeyF10}, "f12": {Type: tea.KeyF12}, "ctrl+q": {Type: tea.KeyCtrlQ},
	"ctrl+c": {Type: tea.KeyCtrlC}, "ctrl+u": {Type: tea.KeyCtrlU}, "ctrl+p": {Type: tea.KeyCtrlP}, "ctrl+n": {Type: tea.KeyCtrlN},
	"ctrl+t": {Type: tea.KeyCtrlT}, "ctrl+g": {Type: tea.KeyCtrlG}, "ctrl+o": {Type: tea.KeyCtrlO}, "ctrl+y": {Type: tea.KeyCtrlY},
}

func (d *driver) press(names ...string) error {
	for _, name := range names {
		k, ok := keyNames[name]
		if !ok {
			if len([]rune(name)) != 1 {
				return fmt.Errorf("no key %q", name)
			}
			k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
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
