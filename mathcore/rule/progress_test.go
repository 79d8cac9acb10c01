package rule_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A walk is a block of testdata/way/way.txt.
type walk struct {
	path  rule.Path
	place string
}

// TestProgress plays testdata/way/way.txt: it fails when a line is told to lead elsewhere than a tutor would say, or when
// another step is offered next.
func TestProgress(t *testing.T) {
	data, err := os.ReadFile("testdata/way/way.txt")
	if err != nil {
		t.Fatal(err)
	}
	w := &walk{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		w.place = line
		w.take(t, line)
	}
}

func (w *walk) take(t *testing.T, line string) {
	t.Helper()
	key, rest, declares := strings.Cut(line, ":")
	word, text, _ := strings.Cut(line, "|")
	var err error
	switch {
	case declares && key == "where":
		w.path = rule.Path{Scope: &scope.Scope{}}
		err = parse.Declare(w.path.Scope, rest)
	case declares && key == "define":
		err = parse.Define(w.path.Scope, rest)
	case declares && key == "from":
		w.path.Lines, w.path.Goal, w.path.Model = []expr.Node{w.read(t, rest)}, nil, nil
	case declares && key == "to":
		w.path.Goal = w.read(t, rest)
	case declares && key == "model":
		w.path.Model = append(w.path.Model, w.read(t, rest))
	case strings.TrimSpace(word) == "next":
		w.next(t, strings.TrimSpace(text))
	default:
		n := w.read(t, text)
		got := w.path.Progress(n)
		if want := strings.Trim(strings.TrimSpace(word), "-"); got.String() != want {
			t.Errorf("%s: got %q", line, got)
		}
		if got != rule.Same {
			w.path.Lines = append(w.path.Lines, n)
		}
	}
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
}

func (w *walk) read(t *testing.T, text string) expr.Node {
	t.Helper()
	n, c := parse.Expr(strings.TrimSpace(text), w.path.Scope)
	if c != nil {
		t.Fatalf("%s: %s", w.place, c.Say())
	}
	return n
}

// next compares the step that is offered, written as rules of part, role piece, … -> line.
func (w *walk) next(t *testing.T, want string) {
	t.Helper()
	n, ok := w.path.Next()
	got := "none"
	if ok {
		var words []string
		for _, r := range n.Rules {
			words = append(words, string(r))
		}
		if n.Of != nil {
			words = append(words, "of", typeset.Line(n.Of))
		}
		for _, p := range n.Pieces {
			words = append(words, string(p.Role), typeset.Line(p.Tree))
		}
		got = strings.Join(append(words, "->", typeset.Line(n.Line)), " ")
	}
	if got != want {
		t.Errorf("after %s\n got %s\nwant %s", typeset.Line(w.path.Last()), got, want)
	}
	if ok {
		if rules := rule.Between(w.path.Last(), n.Line, w.path.Scope); len(rules) == 0 {
			t.Errorf("after %s: the line offered, %s, is not recognised", typeset.Line(w.path.Last()), typeset.Line(n.Line))
		}
	}
}
