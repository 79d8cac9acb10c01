package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/muesli/termenv"
	"github.com/rogpeppe/go-internal/txtar"

	"chainrule/lessons/journal"
	"chainrule/tui/kit"
	screen "chainrule/tui/record"
)

// studied opens a copy of the record that the script of the record screen looks at.
func studied(tb testing.TB) *journal.Journal {
	tb.Helper()
	script, err := txtar.ParseFile("testdata/script/record.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(tb.TempDir(), "journal.jsonl")
	for _, f := range script.Files {
		if f.Name == "journal.jsonl" {
			if err := os.WriteFile(path, f.Data, 0o600); err != nil {
				tb.Fatal(err)
			}
		}
	}
	j := journal.Open(path, clock, nil)
	tb.Cleanup(func() { _ = j.Close() })
	if len(j.State().Ends()) == 0 {
		tb.Fatal("the record is empty")
	}
	return j
}

// TestFitRecord looks at the record, full and empty, and at a derivation in many sizes: exactly as many lines as the window, none
// wider than it.
func TestFitRecord(t *testing.T) {
	c := course(t)
	for _, j := range []*journal.Journal{record(t), studied(t)} {
		for _, p := range []kit.Place{{Kind: kit.Record}, {Kind: kit.Record, ID: "slope/5"}, {Kind: kit.Record, ID: "slope/2"}} {
			for name, script := range map[string][]string{"fresh": nil, "end": {"press:end"}, "keys": {"press:f1"}} {
				for _, look := range []kit.Look{{}, {ASCII: true}} {
					t.Run(fmt.Sprintf("%d/%s/%s/ascii=%v", len(j.State().Ends()), p.ID, name, look.ASCII), func(t *testing.T) {
						d := openApp(c, j, look, termenv.ANSI256, p)
						d.perform(t, script)
						for _, w := range []int{20, 59, 60, 61, 79, 80, 99, 100, 119, 120, 131, 200} {
							for _, h := range []int{8, 19, 20, 24, 33, 34, 35, 36, 60} {
								d.resize(w, h)
								fits(t, d.app.View(), w, h, look.ASCII)
							}
						}
					})
				}
			}
		}
	}
}

// TestRecordDown goes through the record by one key, down and up again, in the smallest window: each line must have been seen on
// the way, and what can be opened must have been pointed at.
func TestRecordDown(t *testing.T) {
	noRivals(t, "record", append(screen.Keys.Bindings(), kit.Global.Bindings()...))
	d := openApp(course(t), studied(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Record})
	d.resize(60, 1000)
	all := strings.Split(d.screen(), "\n")
	d.resize(60, 20)
	for _, way := range []string{"down", "up"} {
		seen, pointed := map[string]bool{}, false
		for before := ""; before != d.screen(); {
			before = d.screen()
			for l := range strings.SplitSeq(before, "\n") {
				pointed = pointed || strings.HasPrefix(l, "▸ ")
				seen[strings.TrimPrefix(strings.TrimPrefix(l, "▸ "), "  ")] = true
			}
			if err := d.press(way); err != nil {
				t.Fatal(err)
			}
		}
		for _, l := range all[:len(all)-2] {
			if !seen[strings.TrimPrefix(l, "  ")] {
				t.Errorf("going %s, %q was never seen", way, l)
			}
		}
		if !pointed {
			t.Errorf("going %s, nothing was pointed at", way)
		}
	}
}
