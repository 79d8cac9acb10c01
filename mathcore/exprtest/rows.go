package exprtest

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A Row is a row of a table: its cells, what the letters in them mean, and where it stands.
type Row struct {
	Cells []string
	Scope *scope.Scope
	Place string // file and line
	Text  string // as it stands there
}

// Rows reads the tables in all files that match the pattern. A row is a line, with " | " between its cells; empty lines and
// those that begin with # are passed over. Lines "where: …", "define: …" and "given: …" declare letters for the rows below
// them, until the next "where:".
func Rows(tb testing.TB, pattern string) []Row {
	tb.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		tb.Fatalf("no tables %s: %v", pattern, err)
	}
	var rows []Row
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		sc := &scope.Scope{}
		count := len(rows)
		for i, line := range strings.Split(string(data), "\n") {
			place := filepath.Base(file) + ":" + strconv.Itoa(i+1)
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if next, ok := declare(tb, place, line, sc); ok {
				sc = next
				continue
			}
			rows = append(rows, Row{strings.Split(line, " | "), sc, place, line})
		}
		if len(rows) == count {
			tb.Fatalf("%s has no rows", file)
		}
	}
	return rows
}

// Demand ends the test where a row has fewer cells than least, which words tells the names of.
func (r Row) Demand(tb testing.TB, least int, words string) {
	tb.Helper()
	if len(r.Cells) < least {
		tb.Fatalf("%s: want %s, got %q", r.Place, words, r.Text)
	}
}

// Tree reads a cell, or a part of one, as an expression.
func (r Row) Tree(tb testing.TB, text string) expr.Node {
	tb.Helper()
	return tree(tb, r.Place, text, r.Scope)
}

func declare(tb testing.TB, place, line string, sc *scope.Scope) (*scope.Scope, bool) {
	tb.Helper()
	var err error
	key, text, _ := strings.Cut(line, ":")
	switch key {
	case "where":
		sc = &scope.Scope{}
		err = parse.Declare(sc, text)
	case "define":
		sc = sc.Clone()
		err = parse.Define(sc, text)
	case "given":
		sc = sc.Clone()
		err = parse.Require(sc, text)
	default:
		return nil, false
	}
	if err != nil {
		tb.Fatalf("%s: %v", place, err)
	}
	return sc, true
}

func tree(tb testing.TB, place, text string, sc *scope.Scope) expr.Node {
	tb.Helper()
	n, c := parse.Expr(text, sc)
	if c != nil {
		tb.Fatalf("%s: %q: %s", place, text, c.Say())
	}
	return n
}
