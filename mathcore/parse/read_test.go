package parse_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// updating makes the tests write down what they see instead of comparing.
var updating = os.Getenv("UPDATE_GOLDEN") == "1"

// TestRead checks the tables testdata/*.txt but for that of the readings. A line is "typed -> understood", where what was understood has a bracket
// around every operation; behind "#" stand the notes that the line gets, or its complaint. Lines that start with
// "where:", "define:" and "strict:" set the scope of the lines below them; an empty "where:" empties it; "by:" names the
// variable that the question is about.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no tables: %v", err)
	}
	for _, file := range files {
		if file == readingsTable {
			continue // see TestReadings
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { checkTable(t, file) })
	}
}

func checkTable(t *testing.T, file string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	sc := &scope.Scope{}
	for i, line := range lines {
		if line == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if setScope(t, &sc, line) {
			continue
		}
		typed, want, ok := strings.Cut(line, " -> ")
		if !ok && !updating {
			t.Errorf("%s:%d: no arrow", file, i+1)
			continue
		}
		typed = strings.TrimSpace(typed)
		got := understood(typed, sc)
		if updating {
			lines[i] = pad(typed) + " -> " + got
		} else if got != strings.TrimSpace(want) {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", file, i+1, typed, got, strings.TrimSpace(want))
		}
	}
	if updating {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func pad(s string) string { return s + strings.Repeat(" ", max(0, 36-len([]rune(s)))) }

func setScope(t *testing.T, sc **scope.Scope, line string) bool {
	t.Helper()
	var err error
	keyword, text, _ := strings.Cut(line, ":")
	switch keyword {
	case "where", "strict":
		*sc = &scope.Scope{Strict: keyword == "strict"}
		err = parse.Declare(*sc, text)
	case "by":
		(*sc).Variable = expr.Var(strings.TrimSpace(text))
	case "define":
		err = parse.Define(*sc, text)
	default:
		return false
	}
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return true
}

func understood(typed string, sc *scope.Scope) string {
	line, complaint := parse.Read(typed, sc)
	if complaint != nil {
		return "# " + complaint.Code.String()
	}
	var sides []string
	for _, side := range line.Sides() {
		sides = append(sides, show(side))
	}
	s := strings.Join(sides, " = ")
	if line.Rounded != nil {
		s += " ≈ " + show(line.Rounded)
	}
	for _, n := range line.Notes {
		s += "  # " + n.Code.String()
	}
	return s
}

func TestExprTakesNoEquals(t *testing.T) {
	if n, complaint := parse.Expr("x + 1", nil); complaint != nil || !expr.Equal(n, expr.Sum(expr.Var("x"), expr.Int(1))) {
		t.Errorf("x + 1: %v %v", n, complaint)
	}
	if _, complaint := parse.Expr("y = x", nil); complaint == nil || complaint.Code != parse.MisplacedEquals {
		t.Errorf("y = x: %v", complaint)
	}
}
