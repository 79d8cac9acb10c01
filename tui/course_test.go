package tui_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestOwnLines derives the slope of the sigmoid by lines that are not the author's, typed in three hands.
func TestOwnLines(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range map[string]struct {
		screen string
		lines  []string
	}{
		"quotient rule in ASCII":   {"sigmoid-derivative/quotient-rule", []string{"-d/dx(1+e^-x)/(1+e^-x)**2", "-(-exp(-x))/(1+exp(-x))^2", "e^x/(e^x+1)^2"}},
		"quotient rule in Unicode": {"sigmoid-derivative/quotient-rule", []string{"−(d/dx e⁻ˣ)/(1+e⁻ˣ)²", "e⁻ˣ·(1+e⁻ˣ)⁻²"}},
		"quotient rule in LaTeX":   {"sigmoid-derivative/quotient-rule", []string{`-\frac{\frac{d}{dx}(1+e^{-x})}{(1+e^{-x})^2}`, `\frac{e^{-x}}{\left(1+e^{-x}\right)^{2}}`}},
		"chain rule in ASCII":      {"sigmoid-derivative/chain-rule", []string{"-(1+e^-x)^-2 * d/dx(e^-x)", "e^-x/(1+e^-x) * 1/(1+e^-x)", "1/(1+e^-x)^2 / e^x"}},
		"chain rule in Unicode":    {"sigmoid-derivative/chain-rule", []string{"−(1+e⁻ˣ)⁻²·(0 − e⁻ˣ)", "e⁻ˣ/(1+e⁻ˣ)²"}},
		"chain rule in LaTeX":      {"sigmoid-derivative/chain-rule", []string{`-(1+e^{-x})^{-2}\cdot\frac{d}{dx}e^{-x}`, `\frac{e^{-x}}{(1+e^{-x})^2}`}},
	} {
		t.Run(name, func(t *testing.T) {
			d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: script.screen})
			d.resize(120, 60)
			d.perform(t, []string{"press:f4", "press:f4"}) // from worked to free
			d.perform(t, []string{"type:" + script.lines[0] + "+1", "press:enter"})
			if got := d.screen(); !strings.Contains(got, "Not right.") || !strings.Contains(got, "At x = ") {
				t.Errorf("a false line gets no witness:\n%s", got)
			}
			d.perform(t, []string{"press:ctrl+u"})
			for i, line := range script.lines {
				want := "✓ True"
				if i == len(script.lines)-1 {
					want = "the goal is reached"
				}
				d.perform(t, []string{"type:" + line, "press:enter"})
				if got := d.screen(); !strings.Contains(got, want) {
					t.Fatalf("after %q %q is not said:\n%s", line, want, got)
				}
			}
		})
	}
}

// TestHiddenLine fails when enter answers what a low window does not show: it must show the line asked about first.
func TestHiddenLine(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "sigmoid/symmetry"})
	d.resize(60, 20)
	const line, option = "▸ 1 ", "4. put in a definition"
	if seen := d.screen(); strings.Contains(seen, line) || !strings.Contains(seen, option) {
		t.Fatalf("the line is seen at once, or the options are not, so this test says nothing:\n%s", seen)
	}
	d.perform(t, []string{"press:enter"})
	if got := d.screen(); !strings.Contains(got, line) || strings.Contains(got, "Not that one") {
		t.Errorf("the first enter must show the line and choose nothing:\n%s", got)
	}
	d.perform(t, []string{"press:enter"})
	if got := d.screen(); strings.Contains(got, "Not that one") || !strings.Contains(got, "Choose one first") {
		t.Errorf("enter alone must choose nothing:\n%s", got)
	}
	d.perform(t, []string{"press:1", "press:enter"})
	if got := d.screen(); !strings.Contains(got, "Not that one") {
		t.Errorf("a number and enter choose:\n%s", got)
	}
}

// TestTornLesson goes to a lesson of an own course that has a fault: the map tells it, enter opens nothing, and the lesson
// beside it can be opened.
func TestTornLesson(t *testing.T) {
	page := func(id, text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\nid = \"" + id + "\"\ntitle = \"Lesson " + id + "\"\n+++\n\n# Lesson " + id + "\n\n## One {#one}\n\n" + text + "\n")}
	}
	c, err := lessons.Open(fstest.MapFS{"a.md": page("a", "See $1+$."), "b.md": page("b", "All is well.")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Home})
	for _, want := range []string{"Lesson a", "→ next", "This lesson cannot be opened:", "a.md:10:7: "} {
		if !strings.Contains(d.screen(), want) {
			t.Errorf("the map does not say %q:\n%s", want, d.screen())
		}
	}
	if err := d.press("enter"); err != nil {
		t.Fatal(err)
	}
	if seen := d.screen(); !strings.Contains(seen, "Lesson b") || strings.Contains(seen, "1.1") {
		t.Errorf("the faulty lesson was opened:\n%s", seen)
	}
	if err := d.press("down", "enter"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.screen(), "All is well.") {
		t.Errorf("the good lesson was not opened:\n%s", d.screen())
	}
}
