package parse_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// TestPrintedIsReadAgain checks for all that the tables hold that each reading, printed, has one reading: the same.
func TestPrintedIsReadAgain(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		sc := &scope.Scope{}
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "//") || setScope(t, &sc, line) {
				continue
			}
			typed, _, _ := strings.Cut(line, " -> ")
			checkPlain(t, strings.TrimSpace(typed), sc)
		}
	}
}

const readingsTable = "testdata/readings.txt"

// TestReadings checks the table of lines with all their readings.
func TestReadings(t *testing.T) {
	data, err := os.ReadFile(readingsTable)
	if err != nil {
		t.Fatal(err)
	}
	sc := &scope.Scope{}
	lines := strings.Split(string(data), "\n")
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "//") || setScope(t, &sc, line) {
			continue
		}
		typed, want, ok := strings.Cut(line, " -> ")
		if !ok {
			t.Errorf("%s:%d: no arrow", readingsTable, i+1)
			continue
		}
		typed = strings.TrimSpace(typed)
		if got := allReadings(typed, sc); got != strings.TrimSpace(want) {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", readingsTable, i+1, typed, got, strings.TrimSpace(want))
		}
	}
}

func allReadings(typed string, sc *scope.Scope) string {
	all, complaint := parse.Readings(typed, sc)
	if complaint != nil {
		return "# " + complaint.Code.String()
	}
	var shown []string
	for _, line := range all {
		shown = append(shown, showAll(line.Sides(), " = "))
	}
	return strings.Join(shown, " | ")
}

// checkPlain checks that each reading of a line, printed, has one reading: the same; and that the first is what Read reads.
func checkPlain(t *testing.T, typed string, sc *scope.Scope) {
	t.Helper()
	all, complaint := parse.Readings(typed, sc)
	if complaint != nil {
		return
	}
	if line, complaint := parse.Read(typed, sc); complaint != nil || !expr.Equal(line.Right, all[0].Right) {
		t.Errorf("%s: Read takes another reading than the first", typed)
	}
	for _, line := range all {
		if line.Left != nil {
			continue
		}
		for _, write := range []func(expr.Node) string{
			typeset.Line, typeset.LaTeX, func(n expr.Node) string { return typeset.Inline(n, typeset.ASCII) },
		} {
			text := write(line.Right)
			again, complaint := parse.Readings(text, sc)
			if complaint != nil || len(again) != 1 || !expr.Equal(again[0].Right, line.Right) {
				t.Errorf("%s: printed as %s it has the readings %s", typed, text, allReadings(text, sc))
			}
		}
	}
}
