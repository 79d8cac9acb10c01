package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"chainrule/lessons/journal"
	"chainrule/tui/kit"
)

// TestWarmUpFits looks at the warm-up before a lesson, and at the page at the end of one, in many states and sizes.
func TestWarmUpFits(t *testing.T) {
	c := course(t)
	folder := t.TempDir()
	now := clock()
	open := func(path, place string, look kit.Look) *driver {
		j := journal.Open(path, func() time.Time { return now }, nil)
		t.Cleanup(func() { _ = j.Close() })
		return openApp(c, j, look, termenv.ANSI256, kit.Place{Kind: kit.Lesson, ID: place})
	}
	first := filepath.Join(folder, "first.jsonl")
	d := open(first, "slope/5", kit.Look{})
	d.perform(t, []string{
		"press:f4", "press:f4", "type:-(1+e^-x)^-2*e^-x", "press:enter", "press:ctrl+u", "type:-(1+e^-x)^-2*(-e^-x)", "press:enter",
		"type:e^-x/(1+e^-x)^2", "press:enter",
	})
	now = now.Add(240 * time.Hour)
	record, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	for name, script := range states {
		for _, look := range []kit.Look{{}, {ASCII: true}} {
			path := filepath.Join(folder, fmt.Sprintf("%s-%v.jsonl", name, look.ASCII))
			if err := os.WriteFile(path, record, 0o600); err != nil {
				t.Fatal(err)
			}
			d := open(path, "second", look)
			if !strings.Contains(d.screen(), "Warm-up before 2") {
				t.Fatalf("no warm-up is offered:\n%s", d.screen())
			}
			d.perform(t, script)
			for _, w := range []int{60, 80, 99, 100, 120, 200} {
				for _, h := range []int{20, 21, 24, 40, 60} {
					d.resize(w, h)
					fits(t, d.app.View(), w, h, look.ASCII)
				}
			}
			if name == "keys" {
				continue // esc closes the page of keys
			}
			if err := d.press("esc"); err != nil || !strings.Contains(d.screen(), "There is nothing to do here.") {
				t.Fatalf("%s: esc does not lead to the lesson:\n%s", name, d.screen())
			}
			if err := d.press("esc"); err != nil {
				t.Fatal(err)
			}
			d.send(kit.Goto{Place: kit.Place{Kind: kit.Finish, ID: "slope"}})
			for _, w := range []int{60, 80, 99, 100, 120, 200} {
				for _, h := range []int{20, 24, 40, 60} {
					d.resize(w, h)
					fits(t, d.app.View(), w, h, look.ASCII)
				}
			}
		}
	}
}
