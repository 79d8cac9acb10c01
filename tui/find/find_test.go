package find_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/find"
)

// TestQuery narrows texts by words: case, accents and the names of letters must not keep anybody from finding something, and nothing
// else may be taken for it.
func TestQuery(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		found       bool
	}{
		{"", "anything", true},
		{"CHAIN", "chain rule", true},
		{"rule chain", "chain rule", true},
		{"chian", "chain rule", false},
		{"theta", "θ_0 is a parameter", true},
		{"θ", "theta_0", true},
		{`\theta`, "θ", true},
		{"sigma", "σ(z)", true},
		{"σ", "sigmoid", false},
		{"Poincare", "Poincaré", true},
		{"Poincaré", "Poincare", true},
		{"yhat", "ŷ", true},
		{"e^-x", "e^-x", true},
		{"x^2", "x²", true},
		{"chain quotient", "chain rule", false},
	} {
		if got := find.Ask(c.typed).In(c.text); got != c.found {
			t.Errorf("%q is found in %q: %v", c.typed, c.text, got)
		}
	}
}

// TestIndex looks for some of everything in the course: each must be among the first that are found, and lead somewhere.
func TestIndex(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all := find.Index(c)
	for _, e := range all {
		if e.Name == "" || e.Place.Kind == "" || e.Place.ID == "" {
			t.Errorf("%+v leads nowhere", e)
		}
		if got := find.Among(all, e.Name); !slices.ContainsFunc(got, func(f find.Entry) bool { return f.Kind == e.Kind && f.Name == e.Name }) {
			t.Errorf("%s %q is not found by its name", e.Kind, e.Name)
		}
	}
	for _, c := range []struct {
		typed string
		kind  find.Kind
		place string
	}{
		{"entropy", find.Lesson, "entropy"},
		{"1.6", find.Screen, "sigmoid/symmetry"},
		{"sigmoid/symmetry", find.Screen, "sigmoid/symmetry"},
		{"quotient rule", find.Rule, ""},
		{"gradient descent", find.Term, ""},
		{"theta_0", find.Letter, "linear-regression"},
	} {
		got := find.Among(all, c.typed)
		const seen = 6 // at the top of any window
		got = got[:min(len(got), seen)]
		if !slices.ContainsFunc(got, func(e find.Entry) bool { return e.Kind == c.kind && (c.place == "" || e.Place.ID == c.place) }) {
			t.Errorf("%s %q is not among the first: %+v", c.kind, c.typed, got)
		}
	}
	if got := find.Among(all, "nosuchword"); len(got) != 0 {
		t.Errorf("a word that is nowhere finds %+v", got)
	}
}

// TestWords takes the terms out of prose, each with a sentence that tells something by itself.
func TestWords(t *testing.T) {
	c, err := lessons.Load(os.DirFS("../testdata/course"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.All(); err != nil {
		t.Fatal(err)
	}
	built, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	l, err := built.Lesson("sigmoid-derivative")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, w := range find.Words(l) {
		if found[w.Term] != "" {
			t.Errorf("%s stands twice", w.Term)
		}
		found[w.Term] = w.Sentence
		if !strings.Contains(w.Sentence, w.Term) {
			t.Errorf("%s does not stand in %q", w.Term, w.Sentence)
		}
	}
	if got := found["chain rule"]; got != "Its derivative comes out as a factor. This is the chain rule." {
		t.Errorf("the chain rule is told by %q", got)
	}
}
