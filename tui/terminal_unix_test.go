//go:build unix

package tui_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
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
