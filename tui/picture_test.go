package tui_test

import (
	"os"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestPicture plays the course to the screen that README.md shows: it must be what a learner sees. UPDATE_GOLDEN=1 puts
// it there.
func TestPicture(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative/quotient-rule"})
	d.resize(108, 31)
	d.perform(t, []string{"press:f4", "press:f4", "type:-e^-x/(1+e^-x)^2", "press:enter", "press:f3"})
	seen := strings.TrimRight(d.screen(), "\n") + "\n"
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	const opening, closing = "\n```text\n", "```\n"
	before, rest, found := strings.Cut(string(page), opening)
	shown, after, closed := strings.Cut(rest, closing)
	if !found || !closed {
		t.Fatal("README.md has no picture")
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile("../README.md", []byte(before+opening+seen+closing+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if shown != seen {
		t.Errorf("README.md shows another screen than a learner sees; it is\n%s", seen)
	}
}
