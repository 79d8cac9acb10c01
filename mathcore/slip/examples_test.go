package slip_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

var exampleLine = regexp.MustCompile(`(?m)^// Example: (.+) -> (.+)$`)

// TestExamples reads the doc comment of every slip: its example must be explained by just that slip. A file is named
// for its slip, so that the comment is known to belong to it.
func TestExamples(t *testing.T) {
	shown := map[slip.ID]bool{}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		id := slip.ID(strings.ReplaceAll(strings.TrimSuffix(file, ".go"), "_", "-"))
		for _, m := range exampleLine.FindAllStringSubmatch(string(source), -1) {
			shown[id] = true
			text := ""
			from, wrong := read(t, m[1]), read(t, m[2])
			if id == "brackets" {
				text = m[2] // the others are found without it
			}
			got := slip.Explain(slip.Question{From: from, Wrong: wrong, Text: text, Scope: &scope.Scope{}})
			if len(got.Slips) != 1 || got.Slips[0] != id {
				t.Errorf("%s: %s -> %s is explained by %v", file, m[1], m[2], got.Slips)
			}
			for _, name := range slip.Pieces(id) {
				if known := got.Parts[name] != nil || name == "line" && got.Bracketed != ""; !known {
					t.Errorf("%s: %s -> %s: the piece %s is not known", file, m[1], m[2], name)
				}
			}
		}
	}
	for _, id := range slip.IDs() {
		if !shown[id] {
			t.Errorf("no example for %s", id)
		}
	}
}

func read(t *testing.T, text string) expr.Node {
	t.Helper()
	n, c := parse.Expr(text, nil)
	if c != nil {
		t.Fatalf("%s: %s", text, c.Say())
	}
	return n
}
