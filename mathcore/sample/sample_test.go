package sample_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

func read(t *testing.T, text string, sc *scope.Scope) expr.Node {
	t.Helper()
	n, c := parse.Expr(strings.TrimSpace(text), sc)
	if c != nil {
		t.Fatalf("%s: %s", text, c.Say())
	}
	return n
}

// TestAgree compares values: line | line | whether they agree.
func TestAgree(t *testing.T) {
	sc := &scope.Scope{}
	if err := parse.Declare(sc, "p:(0,1) q:(0,1) t:{0,1}"); err != nil {
		t.Fatal(err)
	}
	if err := parse.Require(sc, "p+q=1"); err != nil {
		t.Fatal(err)
	}
	for _, row := range []string{
		"σ(x) | 1/(1+e^(-x)) | true",
		"σ(x) | 1/(1-e^(-x)) | false",
		"d/dx(x^2) | 2x | true",
		"d/dx(x^2) | x | false",
		"1-p | q | true",
		"1-p | p | false",
		"t^2 | t | true",
		"x^2 | x | false",
		"x_j | x_2 | false",
		"sum(i=1..n, x_i*c) | c*sum(k=1..n, x_k) | true",
		"sum(i=1..n, x_i) | n*x_i | false",
		"f'(x) | d/dx(f(x)) | true",
		"f'(x) | f(x) | false",
		"ln(x^2) | 2ln(x) | true",
	} {
		cells := strings.Split(row, " | ")
		a, b := read(t, cells[0], sc), read(t, cells[1], sc)
		s, ok := sample.New(sc, a, b)
		if !ok {
			t.Errorf("%s: no points", row)
			continue
		}
		if got := s.Agree(a, b); got != (cells[2] == "true") {
			t.Errorf("%s: %v", row, got)
		}
	}
}

// TestNoPoints fails when values are given to a line that has none.
func TestNoPoints(t *testing.T) {
	if _, ok := sample.New(&scope.Scope{}, read(t, "ln(-1-x^2)", nil)); ok {
		t.Error("ln(-1-x^2) has values")
	}
}

// TestShrink goes down to what changed: line above | line below | part above | part below.
func TestShrink(t *testing.T) {
	for _, row := range []string{
		"a+b*e^(-x) | a+b*e^x | -x | x",
		"(x+1)/(x+2) | (x+1)/(x+3) | 2 | 3",
		"b+a+c | a+b+d | c | d",
		"x*ln(y) | ln(z)*x | y | z",
		"a+b | c*d | - | -",
	} {
		cells := strings.Split(row, " | ")
		before, after := sample.Shrink(read(t, cells[0], nil), read(t, cells[1], nil))
		got := [2]string{"-", "-"}
		if before != nil {
			got = [2]string{typeset.Line(before), typeset.Line(after)}
		}
		want := [2]string{cells[2], cells[3]}
		for i := range want {
			if want[i] != "-" {
				want[i] = typeset.Line(read(t, want[i], nil))
			}
		}
		if got != want {
			t.Errorf("%s: %q", row, got)
		}
	}
}

// TestPositions fails when a place cannot be filled, or a letter that a sum counts with is one.
func TestPositions(t *testing.T) {
	tree := read(t, "d/dx(x^2)+sum(i=1..n, x_i)", nil)
	count, behind := 0, 0
	for at := range sample.Positions(tree) {
		count++
		behind += at.Behind
		if !expr.Equal(at.With(at.Node), tree) {
			t.Errorf("%s put back gives %s", typeset.Line(at.Node), typeset.Line(at.With(at.Node)))
		}
	}
	if count != 9 || behind != 3 {
		t.Errorf("%d places, %d behind an operator", count, behind)
	}
}
