package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/bubbles/key"
	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// A place in a state: where to begin, and what is done there.
type situation struct {
	place  kit.Place
	script []string
}

// doing is what learners do before the keys are tried.
var doing = map[string][]string{
	"fresh":    nil,
	"typing":   {"type:e^x+the"},
	"inside":   {"type:e^x + ln 1/2", "press:left", "press:left"},
	"wrong":    {"type:e^x+17", "press:enter"},
	"garbage":  {"type:)(", "press:enter"},
	"curves":   {"type:e^x+17", "press:enter", "press:f3"},
	"hinted":   {"press:f2"},
	"shown":    {"press:f2", "press:f2", "press:f2", "press:f2"},
	"faded":    {"press:f4"},
	"free":     {"press:f4", "press:f4"},
	"own line": {"press:f4", "press:f4", "type:-(1+e^-x)^-2 * d/dx(1+e^-x)", "press:enter"},
	"rules":    {"press:f4", "press:f4", "press:f10", "type:-(1+e^-x)^-2 * d/dx(1+e^-x)", "press:enter"},
	"pointed":  {"press:down"},
	"chosen":   {"press:down", "press:enter"},
	"plot":     {"press:f5"},
	"jumping":  {"press:ctrl+j"},
	"jumped":   {"press:ctrl+j", "press:7"},
}

// TestShownKeys presses each key that is shown, in many states of all screens: each must have an effect that is seen, and none
// may be promised for two things.
func TestShownKeys(t *testing.T) {
	c := course(t)
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	places := []kit.Place{
		{Kind: kit.Home},
		{Kind: kit.Review},
		{Kind: kit.Placing},
		{Kind: kit.Exam},
		{Kind: kit.Practice},
		{Kind: kit.Practice, ID: c.Skills[0].ID},
		{Kind: kit.Record},
		{Kind: kit.Play},
		{Kind: kit.Finish, ID: all[0].ID},
		{Kind: kit.Record, ID: "slope/5"},
		{Kind: kit.Play},
		{Kind: kit.Play, ID: "w x^2 + b"},
		{Kind: kit.Card, ID: all[0].ID},
		{Kind: kit.Find},
	}
	for _, s := range all[0].Screens {
		places = append(places, kit.Place{Kind: kit.Lesson, ID: s.ID})
	}
	done := filepath.Join(t.TempDir(), "done.jsonl")
	j := opened(t, done)
	keepAll(t, j, lessonsDone(t, all))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for i, p := range places {
		if testing.Short() && i%8 != 0 { // all of them take half a minute
			continue
		}
		t.Run(fmt.Sprint(p.Kind, " ", p.ID), func(t *testing.T) {
			t.Parallel()
			past := done
			if p.Kind == kit.Lesson {
				past = ""
			}
			seen := map[string]bool{} // states that were tried
			for name, script := range doing {
				t.Run(name, func(t *testing.T) { tryKeys(t, c, past, situation{p, script}, seen) })
			}
		})
	}
}

// TestShownKeysOfRuns does so where a formula runs.
func TestShownKeysOfRuns(t *testing.T) {
	c := labCourse(t)
	place := kit.Place{Kind: kit.Lesson, ID: "regression"}
	for name, script := range map[string][]string{
		"fresh": nil, "typing": {"type:" + rightGradient}, "wrong": {"type:" + wrongGradient, "press:enter"}, "wrong runs": {"type:" + wrongGradient, "press:enter", "press:f4"},
		"right": {"type:" + rightGradient, "press:enter"}, "other": {"type:" + rightGradient, "press:enter", "press:f4"},
	} {
		if testing.Short() && name != "wrong runs" { // each of them runs for every key
			continue
		}
		t.Run(name, func(t *testing.T) { tryKeys(t, c, "", situation{place, script}, map[string]bool{}) })
	}
}

// TestShownKeysAlone does so where learners show what they know, and nothing that helps can be opened.
func TestShownKeysAlone(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]situation{
		"exam":      {kit.Place{Kind: kit.Exam}, []string{"press:enter"}},
		"exam, own": {kit.Place{Kind: kit.Exam}, []string{"press:enter", "type:g(x)", "press:enter"}},
		"place":     {kit.Place{Kind: kit.Placing}, []string{"press:enter"}},
		"pass over": {kit.Place{Kind: kit.Placing, ID: "entropy"}, []string{"press:enter"}},
	} {
		if testing.Short() && name != "exam" {
			continue
		}
		t.Run(name, func(t *testing.T) { tryKeys(t, c, "", s, map[string]bool{}) })
	}
}

// tryKeys opens a situation anew for each key that is shown in it, and presses that key.
func tryKeys(t *testing.T, c *lessons.Course, past string, s situation, seen map[string]bool) {
	t.Helper()
	open := func() *driver {
		j := opened(t, copyOf(t, past))
		d := openApp(c, j, kit.Look{}, termenv.ANSI256, s.place)
		d.resize(120, 30)
		d.perform(t, append(s.script, "press:f20")) // which means nothing and takes a word in the footer away
		return d
	}
	d := open()
	state := d.app.View()
	if seen[state] {
		return
	}
	seen[state] = true
	footer, page := d.app.Shown()
	promisedOnce(t, footer, page)
	tried := map[string]bool{}
	for _, b := range slices.Concat(page, footer) {
		name := fmt.Sprint(b.Keys())
		if tried[name] {
			continue
		}
		tried[name] = true
		several := strings.ContainsAny(b.Help().Key, " –")
		var idle []string
		for _, k := range b.Keys() {
			if k == "ctrl+z" || k == "ctrl+l" { // what they do is done by the terminal
				continue
			}
			d := open()
			before := d.app.View()
			if err := d.press(k); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(d.app.View(), "stays closed") {
				t.Errorf("%q is shown (%s), and is told not to work:\n%s", k, b.Help().Desc, d.screen())
			}
			// A run that has ended ends in the same way again, by its key or for the same answer; here no picture between is seen.
			again := b.Help().Desc == "run again" || k == "enter" && strings.Contains(before, "run again")
			if d.app.View() == before && !d.quit && !again {
				idle = append(idle, k)
			}
		}
		if len(idle) > 0 && (!several || len(idle) == len(b.Keys())) {
			t.Errorf("%q is shown (%s) and does nothing:\n%s", idle, b.Help().Desc, d.screen())
		}
	}
}

// copyOf copies a record to a place of its own; without a name it is a new one.
func copyOf(t *testing.T, record string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	if record == "" {
		return path
	}
	events, err := os.ReadFile(record)
	if err == nil {
		err = os.WriteFile(path, events, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// promisedOnce fails when a key is promised for two things.
func promisedOnce(t *testing.T, footer, page []key.Binding) {
	t.Helper()
	for _, list := range [][]key.Binding{footer, page} {
		meant := map[string]string{}
		for _, b := range list {
			for _, k := range b.Keys() {
				if other, taken := meant[k]; taken {
					t.Errorf("%q is promised for %q and for %q", k, other, b.Help().Desc)
				}
				meant[k] = b.Help().Desc
			}
		}
		if len(list) == len(footer) {
			continue
		}
		for _, b := range footer {
			k := b.Keys()[0]
			if !strings.ContainsAny(b.Help().Key, " –") && meant[k] != b.Help().Desc {
				t.Errorf("%q is promised for %q in the footer and for %q on the page of keys", k, b.Help().Desc, meant[k])
			}
		}
	}
}
