package typeset_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// The tables in testdata are pages that anyone can read: an input flush left, what is made of it indented below, a
// blank line between. UPDATE_GOLDEN=1 writes them anew from their inputs.
func TestTables(t *testing.T) {
	tables := map[string]func(expr.Node) []string{
		"layout.txt": func(n expr.Node) []string { return typeset.Layout(n, typeset.Unicode).Lines },
		"ascii.txt":  func(n expr.Node) []string { return typeset.Layout(n, typeset.ASCII).Lines },
		"line.txt":   func(n expr.Node) []string { return []string{typeset.Line(n)} },
		"book.txt":   func(n expr.Node) []string { return []string{typeset.Inline(n, typeset.Book)} },
		"latex.txt":  func(n expr.Node) []string { return []string{typeset.LaTeX(n)} },
	}
	for name, write := range tables {
		t.Run(name, func(t *testing.T) {
			file := "testdata/" + name
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := rewrite(t, string(data), write)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			compare(t, file, got, string(data))
		})
	}
}

// rewrite returns the table with what is indented made anew.
func rewrite(t *testing.T, table string, write func(expr.Node) []string) string {
	t.Helper()
	sc := lessonScope(t)
	var out strings.Builder
	for line := range strings.Lines(table) {
		input := strings.TrimRight(line, "\n")
		if input == "" || strings.HasPrefix(input, " ") {
			continue
		}
		if strings.HasPrefix(input, "#") {
			out.WriteString(input + "\n\n")
			continue
		}
		n, complaint := parse.Expr(input, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", input, complaint.Say())
		}
		out.WriteString(input + "\n")
		for _, row := range write(n) {
			out.WriteString(strings.TrimRight("    "+row, " ") + "\n")
		}
		out.WriteString("\n")
	}
	return out.String()
}

// compare tells the first place where two tables differ.
func compare(t *testing.T, file, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	gotRows, wantRows := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range gotRows {
		if i >= len(wantRows) || gotRows[i] != wantRows[i] {
			to := min(i+6, len(gotRows))
			t.Fatalf("%s:%d: got\n%s\nrun with UPDATE_GOLDEN=1 and look at the difference", file, i+1, strings.Join(gotRows[i:to], "\n"))
		}
	}
	t.Fatalf("%s: rows are missing at the end", file)
}
