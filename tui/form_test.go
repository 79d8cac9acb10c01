package tui_test

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestLinesKeepForm goes through the states of derivations in windows of several sizes: a line that was shown on one line, or in
// two dimensions, stays so.
func TestLinesKeepForm(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	const flat, high = "  d/dx(1/(1 + e⁻ˣ))", "  ── ⎜ ───────"
	right, wrong := "type:((1+e^-x)*0-1*(-e^-x))/(1+e^-x)^2", "type:-e^-x/(1+e^-x)^2"
	scripts := map[string][]string{
		"sigmoid-derivative/quotient-rule": {
			"press:2", "press:enter", "press:f2", "press:f2", "press:f4", "press:f4", right, "press:ctrl+u", wrong, "press:enter", "press:ctrl+u",
			"press:f2", "press:f2", right, "press:enter", "type:e^-x/(1+e^-x)^2", "press:enter",
		},
		"sigmoid-derivative/false-line": {"press:2", "press:enter", "press:3", "press:enter", "type:-(1+e^-x)^-2*(-e^-x)", "press:enter"},
	}
	for place, script := range scripts {
		for _, size := range [][2]int{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
			d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: place})
			d.resize(size[0], size[1])
			forms := map[string]int{}
			for _, do := range append([]string{"press:f20"}, script...) {
				d.perform(t, []string{do})
				for _, form := range []string{flat, high} {
					if strings.Contains(d.screen(), form) {
						forms[form]++
					}
				}
				if len(forms) > 1 {
					t.Fatalf("%s at %d×%d changes its form at %s:\n%s", place, size[0], size[1], do, d.screen())
				}
			}
			if len(forms) == 0 || size[0] == 200 && forms[high] == 0 {
				t.Errorf("%s at %d×%d: %v:\n%s", place, size[0], size[1], forms, d.screen())
			}
		}
	}
}
