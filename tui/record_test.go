package tui_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
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
	j := opened(tb, path)
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

// evenings writes a record of so many attempts at two questions, forty an evening, each evening a day after the one before.
func evenings(tb testing.TB, attempts int) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "journal.jsonl")
	file, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	out := bufio.NewWriter(file)
	e := journal.Event{Version: 1, Stamp: journal.Stamp{Sitting: 1, Window: "a"}, Lesson: "slope"}
	at := clock().Add(-time.Duration(attempts) * 24 * time.Hour / 40)
	keep := func(kind journal.Kind) {
		e.Count++
		e.Kind, e.At = kind, at
		line, err := json.Marshal(e)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			tb.Fatal(err)
		}
	}
	for i := range attempts {
		if i%40 == 0 {
			at = at.Add(24 * time.Hour)
		}
		e.Screen, e.Level = "slope/2", ""
		if i%2 == 1 {
			e.Screen, e.Level = "slope/5", "free"
		}
		keep(journal.Opened)
		e.Text, e.Verdict, e.Slip = "-(1+e^-x)^-2 * (-e^-x)", "step", ""
		keep(journal.Answered)
		e.Verdict, e.Slip = "wrong", "chain-factor"
		keep(journal.Answered)
		e.Text, e.Verdict, e.Slip = "", "", ""
		e.Skills, e.Aided = []string{"diff-chain"}, true
		keep(journal.Finished)
		e.Skills, e.Aided = nil, false
	}
	if err := errors.Join(out.Flush(), file.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

func opened(tb testing.TB, path string) *journal.Journal {
	tb.Helper()
	j := journal.Open(path, clock, nil)
	tb.Cleanup(func() { _ = j.Close() })
	return j
}

// TestRecordFrame looks at records of 400 and of 1200 evenings: to draw a frame, and to go down by a line, must not take more of
// the longer one, once as many weeks are seen of both.
func TestRecordFrame(t *testing.T) {
	if testing.Short() {
		t.Skip("a long record takes long to write")
	}
	allocations := func(attempts int) (frame, step float64) {
		d := openApp(course(t), opened(t, evenings(t, attempts)), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Record})
		d.resize(60, 20)
		return testing.AllocsPerRun(20, func() { d.app.View() }), testing.AllocsPerRun(20, func() {
			if err := d.press("down", "up"); err != nil {
				t.Fatal(err)
			}
		})
	}
	frame, step := allocations(40 * 400)
	longFrame, longStep := allocations(40 * 1200)
	near := func(a, b float64) bool { return max(a, b) <= min(a, b)+2 } // others allocate meanwhile, and are counted with them
	if !near(frame, longFrame) || !near(step, longStep) {
		t.Errorf("of the short record a frame takes %.0f allocations and a step %.0f, of the long one %.0f and %.0f", frame, step, longFrame, longStep)
	}
}

// BenchmarkRecord measures a record of 100 000 events: to start with it and open its screen, to open the screen once more, and to
// draw a frame.
func BenchmarkRecord(b *testing.B) {
	const attempts = 25_000
	c, path := course(b), evenings(b, attempts)
	b.Run("start", func(b *testing.B) {
		for b.Loop() {
			j := journal.Open(path, clock, nil)
			openApp(c, j, kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Record})
			_ = j.Close()
		}
	})
	d := openApp(c, opened(b, path), kit.Look{}, termenv.TrueColor, kit.Place{Kind: kit.Record})
	d.resize(120, 40)
	b.Run("again", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.send(kit.Goto{Place: kit.Place{Kind: kit.Record}})
		}
	})
	b.Run("frame", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.app.View()
		}
	})
}

// TestRecordCopy copies a finished derivation: what the terminal is asked to take must be its lines, and it must be said, also where
// there is nothing to copy to.
func TestRecordCopy(t *testing.T) {
	d := openApp(course(t), studied(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Record, ID: "slope/5"})
	d.resize(80, 24)
	if err := d.press("c"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.screen(), "This terminal has no clipboard to copy to.") {
		t.Errorf("without a clipboard it says\n%s", d.screen())
	}
	copied := ""
	d.app.Copy = func(text string) tea.Cmd {
		copied = text
		return nil
	}
	if err := d.press("c"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.screen(), "This derivation, as Markdown, is sent to the clipboard") {
		t.Errorf("after copying it says\n%s", d.screen())
	}
	const want = "**1.5 By the chain rule** (free, without help, 10 March 2026)\n\nDerive it.\n\n" +
		"- start: `d/dx((1 + e^(-x))^(-1))`\n" +
		"- 1: `-(1 + e^(-x))^(-2)*d/dx(1 + e^(-x))`, by chain rule, power rule (my own)\n" +
		"- 2: `-(1 + e^(-x))^(-2)*(-e^(-x))`, by sum rule, exponential rule, chain rule (my own)\n" +
		"- 3: `e^(-x)/(1 + e^(-x))^2`, by collect (my own)\n" +
		"- goal: `e^(-x)/(1 + e^(-x))^2`\n"
	if copied != want {
		t.Errorf("copied is\n%s\nwant\n%s", copied, want)
	}
}
