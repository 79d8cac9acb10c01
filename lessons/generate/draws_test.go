package generate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
	"chainrule/lessons/generate"
	"chainrule/mathcore/slip"
)

func course(tb testing.TB) *lessons.Course {
	tb.Helper()
	c, err := lessons.Load(content.Files, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// TestDraws looks at two hundred draws of each family and difficulty as an author's check does. Draws that say the same are
// looked at once. Most must pass, so that a search ends soon, and there must be enough to choose from.
func TestDraws(t *testing.T) {
	draws := 200
	if testing.Short() {
		draws = 3
	}
	const (
		mostRefused = 2 // of three
		fewest      = 12
	)
	c := course(t)
	for _, f := range c.Families() {
		for _, d := range lessons.Difficulties {
			t.Run(fmt.Sprintf("%s/%s", f.ID, d), func(t *testing.T) {
				t.Parallel()
				tally := generate.Try(c, f, d, uint64(draws))
				if 3*tally.Refused > mostRefused*draws {
					t.Errorf("%d of %d draws were refused: %s", tally.Refused, draws, tally.Why())
				}
				if tally.Different < fewest && !testing.Short() {
					t.Errorf("there are only %d different draws", tally.Different)
				}
				for _, fault := range tally.Faults {
					t.Errorf("a draw is at fault: %s", fault)
				}
			})
		}
	}
}

// TestNoFalseLine: where there may be no false line, there is none in about one of six draws; each of these has as many lines as it
// would have had, and all follow.
func TestNoFalseLine(t *testing.T) {
	const draws = 90
	c := course(t)
	for _, f := range c.Families() {
		if f.Kind != "spot" {
			continue
		}
		made, none, lines := 0, 0, map[int][2]int{}
		for seed := range uint64(draws) {
			s, err := generate.Screen(c, lessons.Draw{Family: f.ID, Difficulty: lessons.Easy, Seed: seed})
			if err != nil {
				continue
			}
			q, ok := s.Question.(*lessons.Spot)
			if !ok || !q.Perhaps {
				t.Fatalf("%s asks for a false line as if there were one", s.ID)
			}
			made++
			n := lines[len(q.Lines)]
			if q.False < 0 {
				none++
				n[1]++
				if faults, _ := check.Question(c, q); len(faults) > 0 {
					t.Errorf("%s: %v", s.ID, faults)
				}
			}
			n[0]++
			lines[len(q.Lines)] = n
		}
		if 12*none < made || 3*none > made {
			t.Errorf("%s: %d of %d draws have no false line", f.ID, none, made)
		}
		for length, n := range lines {
			if n[0] > made/4 && n[1] == 0 {
				t.Errorf("%s: %d draws of %d lines all have a false one", f.ID, n[0], length)
			}
		}
	}
}

// TestSpotGuess: which line is false cannot be guessed from how many there are. Among the draws of as many lines, each is false in some and none in most; and a line is false by several slips.
func TestSpotGuess(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	const draws = 60
	c := course(t)
	for _, f := range c.Families() {
		if f.Kind != "spot" {
			continue
		}
		where, slips := map[int]map[int]int{}, map[string]map[slip.ID]int{}
		for _, d := range lessons.Difficulties {
			for seed := range uint64(draws) {
				s, err := generate.Screen(c, lessons.Draw{Family: f.ID, Difficulty: d, Seed: seed})
				if err != nil {
					continue
				}
				q := s.Question.(*lessons.Spot)
				length := len(q.Lines)
				count(where, length, q.False)
				if q.False >= 0 {
					count(slips, fmt.Sprintf("%d of %d", q.False+1, length), q.Slip)
				}
			}
		}
		for length, n := range where {
			all := total(n)
			for line := -1; line < length; line++ {
				if 12*n[line] < all || 5*n[line] > 3*all {
					t.Errorf("%s: of %d draws of %d lines, line %d is false in %d", f.ID, all, length, line+1, n[line])
				}
			}
		}
		for line, n := range slips {
			for id, times := range n {
				if 2*times > total(n) {
					t.Errorf("%s: line %s is false by %s in %d draws of %d", f.ID, line, id, times, total(n))
				}
			}
		}
	}
}

func count[A, B comparable](in map[A]map[B]int, a A, b B) {
	if in[a] == nil {
		in[a] = map[B]int{}
	}
	in[a][b]++
}

func total[B comparable](of map[B]int) int {
	all := 0
	for _, n := range of {
		all += n
	}
	return all
}

// TestGolden holds what is drawn: who changes what a seed gives changes what old records mean.
func TestGolden(t *testing.T) {
	c := course(t)
	var b strings.Builder
	for _, f := range c.Families() {
		for _, d := range lessons.Difficulties {
			s, refused, err := generate.Find(c, lessons.Draw{Family: f.ID, Difficulty: d, Seed: 1}, nil)
			if err != nil {
				t.Fatal(err)
			}
			id, ok := lessons.ParseDraw(s.ID)
			if !ok {
				t.Fatalf("%s is read as no draw", s.ID)
			}
			text, _, err := generate.Text(c, id)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "# %s after %d refused\n\n%s\n", s.ID, refused, text)
		}
	}
	golden(t, "draws.toml", b.String())
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is drawn now; UPDATE_GOLDEN=1 writes it anew, then read the difference", path)
	}
}
