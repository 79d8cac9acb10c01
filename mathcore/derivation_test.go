package mathcore_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"chainrule/mathcore"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestDerivations plays testdata/derivations.txt: it fails when a line gets another verdict than a tutor would give.
func TestDerivations(t *testing.T) {
	data, err := os.ReadFile("testdata/derivations.txt")
	if err != nil {
		t.Fatal(err)
	}
	played := 0
	for i, text := range strings.Split(string(data), "\n\n") {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			if playDerivation(t, text) {
				played++
			}
		})
	}
	if played < 4 {
		t.Errorf("played %d derivations of the table", played)
	}
}

func playDerivation(t *testing.T, text string) bool {
	t.Helper()
	var from, to string
	sc := &scope.Scope{}
	var d *mathcore.Derivation
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		var err error
		switch word {
		case "", "#":
		case "from":
			from = rest
		case "to":
			to = rest
		case "where":
			err = parse.Declare(sc, rest)
		case "define":
			err = parse.Define(sc, rest)
		default:
			if d == nil {
				d = start(t, from, to, sc)
			}
			want, typed, _ := strings.Cut(line, "|")
			if got := d.Add(strings.TrimSpace(typed)); got.Kind.String() != strings.TrimSpace(want) {
				t.Errorf("%s: got %s (%s)", line, got.Kind, got.Verdict.Outcome)
			}
		}
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	return d != nil && (to == "" || d.Done())
}

func start(t *testing.T, from, to string, sc *scope.Scope) *mathcore.Derivation {
	t.Helper()
	a, c := parse.Expr(from, sc)
	if c != nil {
		t.Fatalf("%s: %s", from, c.Say())
	}
	if to == "" {
		return mathcore.NewDerivation(a, nil, sc)
	}
	b, c := parse.Expr(to, sc)
	if c != nil {
		t.Fatalf("%s: %s", to, c.Say())
	}
	return mathcore.NewDerivation(a, b, sc)
}
