package tui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"chainrule/tui/kit"
)

// The grey of the footer in the palettes of 256 colours.
const (
	greyOnBoth  = "\x1b[38;5;243m"
	greyOnDark  = "\x1b[38;5;247m"
	greyOnLight = "\x1b[38;5;241m"
)

func turn(d *driver, button tea.MouseButton) {
	d.send(tea.MouseMsg{Button: button, Action: tea.MouseActionPress})
}

// TestWheel turns the wheel on every kind of page: the text moves, and neither what is typed nor what is chosen does.
func TestWheel(t *testing.T) {
	c := course(t)
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/5"})
	d.app.Mouse = true
	d.resize(60, 20)
	if err := d.press("f4", "f4", "e", "enter", "f2", "f2", "f2", "ctrl+u", "2", "x"); err != nil {
		t.Fatal(err)
	}
	before := d.screen()
	turn(d, tea.MouseButtonWheelUp)
	up := d.screen()
	if up == before {
		t.Fatalf("the wheel does not scroll:\n%s", up)
	}
	if !strings.Contains(up, "› 2x") {
		t.Errorf("what is typed went away:\n%s", up)
	}
	turn(d, tea.MouseButtonWheelDown)
	turn(d, tea.MouseButtonWheelDown)
	if d.screen() != before {
		t.Errorf("the wheel does not come back; before:\n%s\nafter:\n%s", before, d.screen())
	}
	for _, button := range []tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonRight, tea.MouseButtonNone, tea.MouseButtonWheelLeft} {
		if turn(d, button); d.screen() != before {
			t.Errorf("the button %v does something", button)
		}
	}
	if err := d.press("f1"); err != nil {
		t.Fatal(err)
	}
	keys := d.screen()
	turn(d, tea.MouseButtonWheelDown)
	if d.screen() == keys {
		t.Error("the wheel does not scroll the page of keys")
	}
	for range 30 {
		turn(d, tea.MouseButtonWheelDown)
	}
	if !strings.Contains(d.screen(), "wheel") {
		t.Errorf("the page of keys does not tell of the wheel:\n%s", d.screen())
	}
}

// TestWheelOnMap makes sure that the wheel does not choose another lesson.
func TestWheelOnMap(t *testing.T) {
	d := openApp(course(t), record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Home})
	d.resize(60, 20)
	before := d.screen()
	turn(d, tea.MouseButtonWheelDown)
	for range 3 {
		turn(d, tea.MouseButtonWheelUp)
	}
	if d.screen() != before {
		t.Errorf("the map is another:\n%s", d.screen())
	}
}

// TestRecalled makes sure that an earlier answer in the place of what one was typing does not look like a loss.
func TestRecalled(t *testing.T) {
	const says = "An earlier answer; ↓ comes back to what you typed."
	d := openApp(course(t), record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
	if err := d.press("e", "enter", "ctrl+u", "2", "x", "up"); err != nil {
		t.Fatal(err)
	}
	if seen := d.screen(); !strings.Contains(seen, "› e") || !strings.Contains(seen, says) {
		t.Errorf("after ↑:\n%s", seen)
	}
	if err := d.press("down"); err != nil {
		t.Fatal(err)
	}
	if seen := d.screen(); !strings.Contains(seen, "› 2x") || strings.Contains(seen, says) {
		t.Errorf("after ↓:\n%s", seen)
	}
}

// TestRestyled changes the background under screens that are open, also out of sight: all that is drawn afterwards has
// the colours for it.
func TestRestyled(t *testing.T) {
	d := openApp(course(t), record(t), kit.Look{}, termenv.ANSI256, kit.Place{Kind: kit.Home})
	d.resize(80, 24)
	if err := d.press("enter"); err != nil {
		t.Fatal(err)
	}
	d.send(kit.Light)
	for _, place := range []string{"lesson", "map"} {
		if view := d.app.View(); strings.Contains(view, greyOnBoth) || !strings.Contains(view, greyOnLight) {
			t.Errorf("the %s has the colours of before: %q", place, view)
		}
		if err := d.press("esc"); err != nil {
			t.Fatal(err)
		}
	}
}
