package algebra_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestEqual reads testdata/*.txt: left | right | proved, unproved, modular or exceeded | domains | definitions.
func TestEqual(t *testing.T) {
	data, err := os.ReadFile("testdata/equal.txt")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " ; ")
		for len(cells) < 4 {
			cells = append(cells, "")
		}
		t.Run(line, func(t *testing.T) {
			sc := &scope.Scope{}
			if err := parse.Declare(sc, cells[3]); err != nil {
				t.Fatalf("line %d: %v", i+1, err)
			}
			left, c := parse.Expr(strings.TrimSpace(cells[0]), sc)
			if c != nil {
				t.Fatalf("line %d: %s", i+1, c.Say())
			}
			right, c := parse.Expr(strings.TrimSpace(cells[1]), sc)
			if c != nil {
				t.Fatalf("line %d: %s", i+1, c.Say())
			}
			want := map[string]algebra.Answer{
				"proved": algebra.Proved, "unproved": algebra.Unproved, "modular": algebra.Modular, "exceeded": algebra.Exceeded,
			}[strings.TrimSpace(cells[2])]
			if got := algebra.Equal(left, right, sc); got != want {
				t.Errorf("line %d: Equal(%s, %s) = %d, want %d", i+1, cells[0], cells[1], got, want)
			}
			if got := algebra.Equal(right, left, sc); got != want {
				t.Errorf("line %d: Equal(%s, %s) = %d, want %d", i+1, cells[1], cells[0], got, want)
			}
		})
	}
}
