package check_test

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// TestNoRivalMakesWrong checks of every line that can be read in several ways that it is not wrong for any of them, and
// never wrong against itself.
func TestNoRivalMakesWrong(t *testing.T) {
	data, err := os.ReadFile("../parse/testdata/readings.txt")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	sc := &scope.Scope{}
	for row := range strings.Lines(string(data)) {
		typed, _, ok := strings.Cut(row, " -> ")
		typed = strings.TrimSpace(typed)
		lines, complaint := parse.Readings(typed, sc)
		if !ok || complaint != nil || len(lines) < 2 {
			continue
		}
		tried++
		for i, line := range lines {
			// One that is nowhere defined, such as ln(x/x)/0, is right for nothing.
			if v := check.Text(typed, line.Right, sc); v.Relation == judge.Different || v.Readings != len(lines) {
				t.Errorf("%s is %s to its reading %d of %d", typed, v.Relation, i, v.Readings)
			}
		}
		if v, _ := check.Pair(typed, typed, sc); v.Relation == judge.Different {
			t.Errorf("%s is %s to itself", typed, v.Relation)
		}
	}
	if tried < 40 {
		t.Errorf("only %d lines with rivals", tried)
	}
}

// TestRandomRivals does the same with lines made of random parts.
func TestRandomRivals(t *testing.T) {
	parts := exprtest.Options{Depth: 2, Funcs: []expr.Func{expr.Sigmoid, expr.Sin}}
	rapid.Check(t, func(t *rapid.T) {
		a, b := typeset.Line(parts.Tree().Draw(t, "a")), typeset.Line(parts.Tree().Draw(t, "b"))
		typed := rapid.SampledFrom([]string{
			"sin x/(" + a + ")", "cos 2/(" + b + ") + tanh x/(" + a + ")", "d/dx (" + a + ")(" + b + ")", "d/dx(" + a + ") x + " + b,
			"d/dx 1 + " + a, "Σ_{i=1}^2 (" + a + ") i + i", "atan 3(" + a + ")",
		}).Draw(t, "typed")
		lines, complaint := parse.Readings(typed, nil)
		if complaint != nil {
			t.Fatalf("%s: %s", typed, complaint.Say())
		}
		for i, line := range lines {
			if v := check.Text(typed, line.Right, nil); v.Relation == judge.Different {
				t.Fatalf("%s is different from its reading %d", typed, i)
			}
			again, complaint := parse.Readings(typeset.Line(line.Right), nil)
			if complaint != nil || len(again) != 1 || !expr.Equal(again[0].Right, line.Right) {
				t.Fatalf("%s: reading %d is not plain: %s", typed, i, typeset.Line(line.Right))
			}
		}
	})
}

// TestPairsInTwoReadings judges pairs of which one or both can be read in two ways.
func TestPairsInTwoReadings(t *testing.T) {
	for _, row := range []struct{ where, answer, expected, want string }{
		{"x:pos", "ln x/x", "ln(x)/x", "equal"},
		{"x:pos y:pos", "ln x/y", "ln(x/y)", "equal"},
		{"x:pos y:pos", "ln x/y", "ln(x) - ln(y)", "equal"},
		{"x:pos y:pos", "ln x/y", "ln(x) + ln(y)", "different"},
		{"p:(0,1)", "ln 1/p", "-ln(p)", "equal"},
		{"p:(0,1)", "ln 1/p", "0", "equal"},
		{"p:(0,1)", "ln 1/p", "ln(p)", "different"},
		{"x:pos", "ln x * 3", "ln(3x)", "different"},
		{"x:pos", "ln x * 3", "3 ln(x)", "equal"},
		{"x:pos y:pos", "ln x(y)", "ln(x y)", "different"},
		{"x:pos", "d/dx (x^2+1) ln(x)", "2x ln(x) + (x^2+1)/x", "equal"},
		{"x:pos", "d/dx (x^2+1) ln(x)", "2x ln(x)", "equal"},
		{"x:pos", "d/dx (x^2+1) ln(x)", "2x", "different"},
		{"", "d/dx 1 + x^2", "2x", "equal"},
		{"", "d/dx 1 + x^2", "x^2", "equal"},
		{"", "d/dx 1 + x^2", "1 + 2x", "different"},
		{"n:nat", "Σ_{i=1}^n x_i + y_i", "Σ_{i=1}^n (x_i) + Σ_{i=1}^n (y_i)", "equal"},
		{"", "Σ_{i=1}^2 x_i - y_i", "x_1 + x_2 - y_1 - y_2", "equal"},
		{"", "Σ_{i=1}^2 x_i - y_i", "x_1 + x_2 - y_1", "different"},
		{"", "sin x/x", "sin x/x", "equal"},
		{"", "sin x/2 + cos y/2", "sin(x)/2 + cos(y/2)", "equal"},
		{"", "sin x/2 + cos y/2 + sin z/2", "sin(x)/2 + cos(y)/2 + sin(z)/2", "equal"},
		{"", "sin x/2 + cos y/2 + sin z/2", "sin(x/2) + cos(y/2) + sin(z/2)", "equal"},
		{"", "sin x/2 + cos y/2 + sin z/2", "1", "unsure"}, // there are eight ways, and four are tried
		{"", "sin x/2 + cos y/2", "sin x/3 + cos y/3", "unsure"},
		{"", "sin x/2", "sin x/3", "different"},
		{"", "1/2x", "1/(2x)", "different"},
		{"", "e^2x", "e^(2x)", "different"},
		{"x:(0,1)", "ln 1-x", "ln(1-x)", "different"},
	} {
		sc, err := parse.Scope(row.where)
		if err != nil {
			t.Fatal(err)
		}
		v, complaint := check.Pair(row.answer, row.expected, sc)
		if complaint != nil || v.Relation.String() != row.want {
			t.Errorf("%s | %s: %s, wanted %s (%v)", row.answer, row.expected, v.Relation, row.want, complaint)
		}
	}
}
