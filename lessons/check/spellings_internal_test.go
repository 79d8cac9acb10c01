package check

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/mathcore/expr"
)

// TestNotations adds a notation that nobody can read, and counts the answers that are tried in it: each right answer,
// each line of a derivation and off its path, each repair.
func TestNotations(t *testing.T) {
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/good.md")
	if err != nil {
		t.Fatal(err)
	}
	good, err := lessons.Load(fstest.MapFS{"good.md": {Data: text}}, base)
	if err != nil {
		t.Fatal(err)
	}
	before := spellings
	defer func() { spellings = before }()
	spellings = append(slices.Clone(before), spelling{"hieroglyphs", func(expr.Node) string { return "𓂀" }})
	faults, _ := Course(good)
	const (
		formulas = 2 + 1 // the second answer of the first, the one of the review
		numbers  = 3     // one for each value
		derives  = 1 + 1 // the path, and the line off it
		spots    = 1
		labs     = 2
	)
	if len(faults) != formulas+numbers+derives+spots+labs {
		t.Errorf("%d faults:\n%s", len(faults), faults)
	}
	for _, f := range faults {
		if !strings.Contains(f.Error(), "𓂀") || !strings.Contains(f.Error(), "unreadable") {
			t.Error(f)
		}
	}
}
