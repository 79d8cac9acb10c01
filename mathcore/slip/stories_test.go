package slip_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// A story is a row of testdata/*.tsv: a wrong answer, and which slips may be told of it.
type story struct {
	id  string
	may []string // each one slip, or two with + between; none where there is "-"
	q   slip.Question
}

// readStories reads a table: id, declarations, line above, line typed, what may be said, what happened.
func readStories(t *testing.T, file string) []story {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var all []story
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		cells := strings.Split(line, "\t")
		if i == 0 || strings.HasPrefix(line, "#") {
			continue
		}
		sc := &scope.Scope{}
		if err := parse.Declare(sc, cells[1]); err != nil {
			t.Fatal(cells[0], err)
		}
		from, right, _ := strings.Cut(cells[2], " = ")
		q := slip.Question{Text: cells[3], Scope: sc}
		var c *parse.Complaint
		if q.From, c = parse.Expr(from, sc); c != nil {
			t.Fatal(cells[0], c.Say())
		}
		if q.Wrong, c = parse.Expr(cells[3], sc); c != nil {
			t.Fatal(cells[0], c.Say())
		}
		if right != "" {
			r, c := parse.Expr(right, sc)
			if c != nil {
				t.Fatal(cells[0], c.Say())
			}
			q.Right = append(q.Right, r)
		}
		all = append(all, story{cells[0], strings.Split(cells[4], "|"), q})
	}
	return all
}

// allows reports whether the slips may be told.
func (s story) allows(slips []slip.ID) bool {
	if len(slips) == 0 {
		return true
	}
	told := make([]string, len(slips))
	for i, id := range slips {
		told[i] = string(id)
	}
	return slices.ContainsFunc(s.may, func(may string) bool {
		one := strings.Split(may, "+")
		slices.Sort(one)
		slices.Sort(told)
		return slices.Equal(one, told)
	})
}

// TestStories fails when a story is told that is not known to be true, and when fewer are told than those reached.
func TestStories(t *testing.T) {
	for file, reached := range map[string]int{"stories.tsv": 10, "answers.tsv": 69} {
		told := 0
		for _, s := range readStories(t, "testdata/"+file) {
			e := slip.Explain(s.q)
			t.Logf("%s: %v (%s)", s.id, e.Slips, strings.Join(s.may, "|"))
			if !s.allows(e.Slips) {
				t.Errorf("%s: %v is told, allowed is %v", s.id, e.Slips, s.may)
			}
			if len(e.Slips) > 0 {
				told++
			}
		}
		if told != reached {
			t.Errorf("%s: %d answers are told something, want %d", file, told, reached)
		}
	}
}
