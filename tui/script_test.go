package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"
	"github.com/rogpeppe/go-internal/testscript"

	"chainrule/lessons/journal"
	"chainrule/tui/kit"
)

// TestScripts plays the screens from scripts of keys. A script begins with `open` (options: ascii, a lesson, or the kind of
// another place, as in practice:SKILL), goes on
// with `type`, `press` and `resize`, and looks with `screen`, whose output is compared. `reopen` ends the program and
// starts it again on the same record, and `later` lets time pass. UPDATE_GOLDEN=1 writes the expected screens anew.
func TestScripts(t *testing.T) {
	c := course(t)
	commands := map[string]func(ts *testscript.TestScript, neg bool, args []string){
		"open": func(ts *testscript.TestScript, _ bool, args []string) {
			s := play(ts)
			s.args = args
			now := func() time.Time { return clock().Add(s.passed) }
			s.journal = journal.Open(filepath.Join(ts.Getenv("WORK"), "journal.jsonl"), now, nil)
			look, first := kit.Look{}, kit.Place{Kind: kit.Home}
			for _, a := range args {
				kind, id, _ := strings.Cut(a, ":")
				switch {
				case a == "ascii":
					look.ASCII = true
				case kind == string(kit.Review), kind == string(kit.Practice), kind == string(kit.Record), kind == string(kit.Play), kind == string(kit.Card), kind == string(kit.Find), kind == string(kit.Placing), kind == string(kit.Exam):
					first = kit.Place{Kind: kit.Kind(kind), ID: id}
				default:
					first = kit.Place{Kind: kit.Lesson, ID: a}
				}
			}
			s.driver = openApp(c, s.journal, look, termenv.Ascii, first)
		},
		"later": func(ts *testscript.TestScript, _ bool, args []string) {
			d, err := time.ParseDuration(args[0])
			ts.Check(err)
			play(ts).passed += d
		},
		"type": func(ts *testscript.TestScript, _ bool, args []string) {
			play(ts).driver.typeText(strings.Join(args, " "))
		},
		"press": func(ts *testscript.TestScript, _ bool, args []string) {
			ts.Check(play(ts).driver.press(args...))
		},
		"resize": func(ts *testscript.TestScript, _ bool, args []string) {
			var w, h int
			_, err := fmt.Sscanf(args[0], "%dx%d", &w, &h)
			ts.Check(err)
			play(ts).driver.resize(w, h)
		},
		"screen": func(ts *testscript.TestScript, _ bool, _ []string) {
			_, err := ts.Stdout().Write([]byte(play(ts).driver.screen()))
			ts.Check(err)
		},
		"quits": func(ts *testscript.TestScript, neg bool, _ []string) {
			if play(ts).driver.quit == neg {
				ts.Fatalf("quit: %v", !neg)
			}
		},
	}
	commands["reopen"] = func(ts *testscript.TestScript, neg bool, _ []string) {
		s := play(ts)
		ts.Check(s.journal.Close())
		commands["open"](ts, neg, s.args)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE_GOLDEN") != "", Cmds: commands,
		Setup: func(env *testscript.Env) error {
			env.Values["sitting"] = &sitting{}
			env.Defer(func() {
				if s := env.Values["sitting"].(*sitting); s.journal != nil {
					_ = s.journal.Close()
				}
			})
			return nil
		},
	})
}

type sitting struct {
	args    []string
	journal *journal.Journal
	driver  *driver
	passed  time.Duration // since clock
}

func play(ts *testscript.TestScript) *sitting { return ts.Value("sitting").(*sitting) }
