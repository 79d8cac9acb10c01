package tui_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

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

// bootMute starts the program on a question, on a terminal that answers only what the test writes.
func bootMute(t *testing.T, env ...string) *terminal {
	t.Helper()
	cmd := program(t, filepath.Join(t.TempDir(), "journal.jsonl"), "slope/2")
	cmd.Env = append(cmd.Env, env...)
	return boot(t, cmd, true, 90, 30)
}

// TestBackground tells the program its background while it runs: what is seen and what is opened later have the colours
// for it, and until then those that can be read on both.
func TestBackground(t *testing.T) {
	for _, tt := range []struct{ answer, grey string }{
		{"\x1b]11;rgb:ffff/ffff/ffff\a\x1b[?62c", greyOnLight},
		{"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62c", greyOnDark},
	} {
		s := bootMute(t)
		s.see("Differentiate")
		s.contains(greyOnBoth)
		s.contains(question)
		s.write(tt.answer)
		s.contains(tt.grey)
		told := len(s.bytes())
		s.write("\x1b")
		s.see("A small course")
		if after := s.bytes()[told:]; strings.Contains(after, greyOnBoth) || !strings.Contains(after, tt.grey) {
			t.Errorf("%q: the map has other colours: %q", tt.answer, after)
		}
	}
}

// TestThemeDecides makes sure that a terminal is not asked where the answer is known, and that what it says all the
// same changes nothing.
func TestThemeDecides(t *testing.T) {
	for _, tt := range []struct{ env, grey string }{
		{"CHAINRULE_TEST_THEME=light", greyOnLight},
		{"CHAINRULE_TEST_THEME=dark", greyOnDark},
		{"COLORFGBG=0;15", greyOnLight},
		{"COLORFGBG=15;0", greyOnDark},
	} {
		s := bootMute(t, tt.env)
		s.see("Differentiate")
		s.contains(tt.grey)
		s.write("\x1b]11;rgb:7f/7f/7f\a2x")
		s.see("› 2x")
		for _, wrong := range []string{question, greyOnBoth, greyOnDark, greyOnLight} {
			if wrong != tt.grey && strings.Contains(s.bytes(), wrong) {
				t.Errorf("%s: there is %q", tt.env, wrong)
			}
		}
	}
}

// TestSimpleTerminals makes sure that terminals which would show the question are not asked, and that a name that says
// nothing of colours is no reason for plain text.
func TestSimpleTerminals(t *testing.T) {
	for _, name := range []string{"linux", "vt220"} {
		s := bootMute(t, "TERM="+name)
		s.see("Differentiate")
		s.contains("\x1b[1m")
		if strings.Contains(s.bytes(), "\x1b]11;?") || strings.Contains(s.bytes(), "\x1b[c") {
			t.Errorf("%s is asked: %q", name, s.bytes())
		}
	}
}

// TestAnswerInPieces sends answers byte by byte, with pauses, and types between them: no part of an answer may land in
// the field or act as a key, and no key may be lost.
func TestAnswerInPieces(t *testing.T) {
	s := bootMute(t)
	s.see("Differentiate")
	s.contains(question)
	slowly := func(text string) {
		for i := range len(text) {
			s.write(text[i : i+1])
			time.Sleep(time.Duration(5+i%3*40) * time.Millisecond)
		}
	}
	s.write("1")
	slowly("\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\")
	s.write("+x")
	slowly("\x1b[?64;1;2;6;22c")
	s.write("^2\x1b]11;rgb:ffff/ffff/ffff\aθ")
	s.see("› 1+x^2θ")
	s.contains(greyOnLight)
	for _, part := range []string{"\x1b", "[", "D", "\xc5", "\xb7"} { // to the left, and a letter
		s.write(part)
	}
	s.see("› 1+x^2ŷθ")
	if seen := s.text(); !strings.Contains(seen, "Differentiate") || strings.Contains(seen, "rgb") {
		t.Errorf("the screen is another:\n%s", seen)
	}
}

// TestAnswerOnLeaving leaves before the terminal has answered: the answer must not be left to the shell, which would
// take it for what is typed.
func TestAnswerOnLeaving(t *testing.T) {
	s := bootMute(t)
	s.see("Differentiate")
	s.contains(question)
	s.write("\x03\x1b]11;rgb:ffff/ffff/ffff\a")
	s.write("\x1b[?62c")
	if err := s.wait(); err != nil {
		t.Error(err)
	}
	s.restored()
	if raw := s.bytes(); strings.Contains(raw, "rgb") || strings.Contains(raw, "62c") {
		t.Errorf("the answer is shown: %q", raw[max(len(raw)-200, 0):])
	}
}

// TestWheelReport turns the wheel in a terminal: the report is no text, and what is typed stays.
func TestWheelReport(t *testing.T) {
	s := bootMute(t)
	s.see("Differentiate")
	s.contains("\x1b[?1002h")
	s.write("2x")
	s.see("› 2x")
	s.write("\x1b[<64;10;7M\x1b[<65;10;7M\x1b[<0;10;7M\x1b[<0;10;7m3")
	s.see("› 2x3")
	s.write("\x03")
	_ = s.wait()
	s.restored()
	if raw := s.bytes(); !strings.Contains(raw, "\x1b[?1002l") {
		t.Errorf("the mouse is still reported: %q", raw[max(len(raw)-200, 0):])
	}
}

// TestNoMouse leaves the mouse to the terminal, which must not turn the wheel into arrow keys then, but may again when
// the program has ended.
func TestNoMouse(t *testing.T) {
	s := bootMute(t, "CHAINRULE_TEST_NO_MOUSE=1")
	s.see("Differentiate")
	s.contains("\x1b[?1007l")
	s.write("\x03")
	_ = s.wait()
	s.restored()
	raw := s.bytes()
	if strings.Contains(raw, "\x1b[?1002h") || strings.LastIndex(raw, "\x1b[?1007r") < strings.LastIndex(raw, "\x1b[?1007l") {
		t.Errorf("the wheel is not as it was: %q", raw)
	}
}

func turn(d *driver, button tea.MouseButton) {
	d.send(tea.MouseMsg{Button: button, Action: tea.MouseActionPress})
}

// TestWheel turns the wheel on every kind of page: the text moves, and neither what is typed nor what is chosen does.
func TestWheel(t *testing.T) {
	c := course(t)
	d := sit(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/5"})
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
	d := sit(course(t), record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Home})
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
	d := sit(course(t), record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
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
	d := sit(course(t), record(t), kit.Look{}, termenv.ANSI256, kit.Place{Kind: kit.Home})
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
