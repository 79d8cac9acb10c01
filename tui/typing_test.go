package tui_test

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"chainrule/tui/kit"
)

// typing opens a screen of the small course to type on, in a window of 100 by 30.
func typing(t *testing.T, look kit.Look, screen string) *driver {
	t.Helper()
	d := openApp(course(t), record(t), look, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: screen})
	d.resize(100, 30)
	return d
}

// TestComplaintWaits fails when an unfinished formula is complained of while it is being typed, or never, or twice.
func TestComplaintWaits(t *testing.T) {
	const complaint = "Nothing stands after +"
	d := typing(t, kit.Look{Pause: 1}, "slope/2")
	var pauses []tea.Cmd
	for _, r := range "x+" {
		_, cmd := d.app.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		pauses = append(pauses, cmd)
	}
	if strings.Contains(d.screen(), complaint) {
		t.Errorf("it is complained at once:\n%s", d.screen())
	}
	d.run(pauses[0])
	if strings.Contains(d.screen(), complaint) {
		t.Errorf("it is complained after the pause behind an earlier key:\n%s", d.screen())
	}
	d.run(pauses[1])
	if n := strings.Count(d.screen(), complaint); n != 1 {
		t.Errorf("after the pause it is complained %d times:\n%s", n, d.screen())
	}
	d.perform(t, []string{"press:enter"})
	if n := strings.Count(d.screen(), complaint); n != 1 {
		t.Errorf("after enter it is complained %d times:\n%s", n, d.screen())
	}

	d = typing(t, kit.Look{Pause: 1}, "slope/2")
	for _, r := range "x+" {
		d.app.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	d.perform(t, []string{"press:enter"})
	if n := strings.Count(d.screen(), complaint); n != 1 {
		t.Errorf("after enter, before any pause, it is complained %d times:\n%s", n, d.screen())
	}
}

// TestBeginnings fails when the beginning of a formula is shown as another formula, or what is missing is not seen.
func TestBeginnings(t *testing.T) {
	for typed, want := range map[string]string{
		"x+":           "x + ▯",
		"x*":           "x ▯",
		"(1+x":         "1 + x",
		"ln(":          "ln(▯)",
		"-":            "−▯",
		"x)":           "",
		"e + foo":      "",
		"sqrt(2 + ":    "√2 + ▯",
		"sum(k=1..3, ": "╱__ ▯",
		"Q+":           "",
	} {
		d := typing(t, kit.Look{}, "slope/2")
		d.typeText(typed)
		shown := ""
		for l := range strings.Lines(d.screen()) {
			if before, _, ok := strings.Cut(l, "reads as"); ok {
				shown = strings.TrimSpace(before)
			}
		}
		if shown != want {
			t.Errorf("%q is shown as %q, want %q:\n%s", typed, shown, want, d.screen())
		}
	}
}

func (d *driver) paste(text string) {
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// TestPastedLines fails when a pasted block of a derivation is not taken line by line, when it goes on behind a line that
// was not accepted, or when what is left of it is lost.
func TestPastedLines(t *testing.T) {
	const first, second, third = "-(1+e^-x)^-2 * d/dx(1+e^-x)", "-(1+e^-x)^-2 * (-e^-x)", "e^-x/(1+e^-x)^2"
	d := typing(t, kit.Look{}, "slope/5")
	d.perform(t, []string{"press:f4", "press:f4"})
	d.paste("d/dx(1/(1+e^-x))\n= " + first + "\n= x\n= " + third + "\n")
	if s := d.screen(); !strings.Contains(s, "3 more lines were pasted") {
		t.Fatalf("it is not said that lines were pasted:\n%s", s)
	}
	d.perform(t, []string{"press:enter"})
	s := d.screen()
	for _, want := range []string{"Not right", "› = x", "One more line was pasted"} {
		if !strings.Contains(s, want) {
			t.Fatalf("%q is missing:\n%s", want, s)
		}
	}
	d.perform(t, []string{"press:ctrl+u"})
	if s := d.screen(); strings.Contains(s, "was pasted") {
		t.Errorf("lines wait behind one that was deleted:\n%s", s)
	}
	d.paste(second + "\n" + third)
	d.perform(t, []string{"press:enter"})
	if s := d.screen(); !strings.Contains(s, "goal is reached") {
		t.Errorf("the pasted lines do not lead to the goal:\n%s", s)
	}

	d = typing(t, kit.Look{}, "slope/2")
	d.paste("x^2\nx^3\n")
	s = d.screen()
	if !strings.Contains(s, "› x^2 ") || !strings.Contains(s, "2 lines were pasted and one is asked for") {
		t.Errorf("it is not said that one line is asked for:\n%s", s)
	}
	d.typeText("y")
	if s := d.screen(); strings.Contains(s, "pasted") {
		t.Errorf("it is said again and again:\n%s", s)
	}
}
