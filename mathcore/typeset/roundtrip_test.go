package typeset_test

import (
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

func lessonScope(t *testing.T) *scope.Scope {
	t.Helper()
	sc := &scope.Scope{}
	where := "x: real; y: real; b: pos; z: real; t: {0,1}; p: (0,1); s: real; c: real; a: real; n: nat; m: nat; ŷ: (0,1);" +
		"θ_j: real; x_i: real; x_ij: real; y_i: real; i: nat; j: nat; k: nat; E: real"
	if err := parse.Declare(sc, where); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"f(x)", "h(x)", "g(x) := 1/(1+e^(-x))"} {
		if err := parse.Define(sc, name); err != nil {
			t.Fatal(err)
		}
	}
	return sc
}

func TestWhatIsWrittenIsReadTheSame(t *testing.T) {
	sc := lessonScope(t)
	writers := map[string]func(expr.Node) string{
		"Line":   typeset.Line,
		"Inline": func(n expr.Node) string { return typeset.Inline(n, typeset.ASCII) },
		"Book":   func(n expr.Node) string { return typeset.Inline(n, typeset.Book) },
		"LaTeX":  typeset.LaTeX,
	}
	for name, write := range writers {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				n := exprtest.Everything.Tree().Draw(t, "tree")
				text := write(n)
				all, complaint := parse.Readings(text, sc)
				if complaint != nil {
					t.Fatalf("%s is not read: %s", text, complaint.Say())
				}
				line := all[0]
				if !expr.Equal(line.Right, n) {
					t.Fatalf("%s is read as %s", text, typeset.Line(line.Right))
				}
				if len(all) > 1 {
					t.Fatalf("%s is also read as %s", text, typeset.Line(all[1].Right))
				}
				for _, note := range line.Notes {
					if note.Code == parse.ArcCotangent { // said of the function, however it is written
						continue
					}
					t.Fatalf("%s can be read two ways: %s", text, note.Say())
				}
			})
		})
	}
}

// TestUnboundedSums checks that a sum without bounds, which no drawn tree holds, is read as it was written.
func TestUnboundedSums(t *testing.T) {
	for _, text := range []string{
		"sum(i, x_i)", "sum(i, x_i)^2", "2*sum(i, x_i - 1)/m", "-sum(x - y)", "sum(x)*sum(y)", "sum(i, sum(k, x_ik))", "e^(sum(k, z_k))",
		"1/sum(j, e^(z_j))", "sum(i, x_i) + sum(i=1..3, x_i)",
	} {
		n, complaint := parse.Expr(text, nil)
		if complaint != nil {
			t.Fatalf("%s: %s", text, complaint.Say())
		}
		for _, written := range []string{typeset.Line(n), typeset.Inline(n, typeset.ASCII), typeset.Inline(n, typeset.Book), typeset.LaTeX(n)} {
			if again, complaint := parse.Expr(written, nil); complaint != nil || !expr.Equal(again, n) {
				t.Errorf("%s is written %s and not read the same", text, written)
			}
		}
	}
}
