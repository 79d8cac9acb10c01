package expr_test

import (
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// TestTyped fails when a part of a line is not found where it was typed.
func TestTyped(t *testing.T) {
	const text = "y = a·x² - (1-b)/(1-c) + 3"
	line, complaint := parse.Read(text, nil)
	if complaint != nil {
		t.Fatal(complaint.Say())
	}
	sum, ok := line.Right.(*expr.Add)
	if !ok || len(sum.Terms) != 3 {
		t.Fatalf("%s was read as %T", text, line.Right)
	}
	for _, row := range []struct {
		part expr.Node
		want string
	}{
		{sum, "a·x² - (1-b)/(1-c) + 3"},
		{sum.Terms[0], "a·x²"},
		{sum.Terms[1], "- (1-b)/(1-c)"},
		{expr.Sum(sum.Terms[1], sum.Terms[2]), "- (1-b)/(1-c) + 3"},
		{expr.Sum(sum.Terms[0], sum.Terms[2]), ""}, // not in one piece
		{expr.Int(7), ""},                          // not typed
	} {
		got := ""
		if at, ok := expr.Typed(row.part, line.Right); ok {
			got = text[at.Start:at.End]
		}
		if got != row.want {
			t.Errorf("got %q, want %q", got, row.want)
		}
	}
}
