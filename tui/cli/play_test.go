package cli_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// typed writes the second column of a table of lines to a file, to be the standard input of derive: typed TABLE FILE.
func typed(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: typed table file")
	}
	var lines []string
	for _, row := range rows(ts.ReadFile(args[0])) {
		lines = append(lines, row[1]+"\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(strings.Join(lines, "")), 0o600))
}

// told writes a table of lines from what derive --json said of them: told TABLE FILE. A row tells the verdict, the line,
// and of a true line its rules and what it does for the derivation, of a wrong one its slips and where they show.
func told(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: told table file")
	}
	said := strings.Split(strings.TrimSpace(ts.ReadFile("stdout")), "\n")
	all := rows(ts.ReadFile(args[0]))
	if len(all) != len(said) {
		ts.Fatalf("%d verdicts for %d lines", len(said), len(all))
	}
	var b strings.Builder
	for i, row := range all {
		var s struct {
			Step, Rule, Progress string
			Slip                 *struct {
				ID    string
				Also  []string
				Where string
			}
		}
		ts.Check(json.Unmarshal([]byte(said[i]), &s))
		what := slices.DeleteFunc([]string{s.Rule, s.Progress}, func(word string) bool { return word == "" })
		if s.Slip != nil {
			what = []string{strings.Join(append([]string{s.Slip.ID}, s.Slip.Also...), " + ") + " @ " + s.Slip.Where}
		}
		b.WriteString(strings.TrimRight(s.Step+" | "+row[1]+" | "+strings.Join(what, "; "), " |") + "\n")
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(b.String()), 0o600))
}

// rows splits a table into its rows and cells.
func rows(table string) [][]string {
	var all [][]string
	for line := range strings.Lines(table) {
		if cells := strings.Split(strings.TrimRight(line, "\n"), " | "); len(cells) > 1 {
			all = append(all, cells)
		}
	}
	return all
}
