package notebook_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/lessons"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/notebook"
)

// try works on a line and takes what came of it.
func try(n *notebook.Notebook, line string) notebook.Entry {
	e := n.Type(line).Find(nil)
	if e.Kind != notebook.Unreadable && e.Kind != notebook.Stopped {
		n.Take(e)
	}
	return e
}

// TestSheets types whole sheets: what is said to each line, and where its curve is drawn. A line changed here is told differently to
// the learner. UPDATE_GOLDEN=1 writes the answers anew.
func TestSheets(t *testing.T) {
	const file = "testdata/sheets.txt"
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	n := notebook.New(&lessons.Course{})
	lines := 0
	for line := range strings.Lines(string(source)) {
		line = strings.TrimRight(line, "\n")
		if strings.HasPrefix(line, "# ") {
			n = notebook.New(&lessons.Course{})
			b.WriteString("\n" + line + "\n")
		}
		typed, ok := strings.CutPrefix(line, "> ")
		if !ok {
			continue
		}
		lines++
		e := try(n, typed)
		b.WriteString("> " + typed + "\n")
		for _, s := range e.Said {
			b.WriteString("    " + s + "\n")
		}
		if e.Fault != nil {
			fmt.Fprintf(&b, "    at %q\n", typed[e.Fault.Start:e.Fault.End])
		}
		if s := e.Study; s != nil {
			b.WriteString("    " + picture(s) + "\n")
		}
	}
	if lines == 0 {
		t.Fatal("no line was typed")
	}
	got := strings.TrimPrefix(b.String(), "\n")
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(source), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("line %d of %s differs; told is\n%s", i+1, file, strings.Join(g[min(i, len(g)):min(i+4, len(g))], "\n"))
		}
	}
}

// picture tells what is drawn.
func picture(s *notebook.Study) string {
	p := s.Picture
	if p == nil {
		return "[" + s.NoPicture + "]"
	}
	w := p.Plot(&kit.Styles{Look: kit.Look{Typed: true}})
	said := fmt.Sprintf("[%s from %g to %g", w.Var, w.From, w.To)
	if w.Held != "" {
		said += ", with " + w.Held
	}
	if w.Witness != nil {
		said += fmt.Sprintf(", they differ at %g", w.Witness.X)
	}
	return said + "]"
}

// TestSlopes holds the slope that the tangent tells against one that is measured, and finds none in kinks.
func TestSlopes(t *testing.T) {
	for _, c := range []struct {
		formula string
		x, want float64
	}{
		{"x^2", 3, 6},
		{"1/(1+e^-x)", 0, 0.25},
		{"x^2 e^-x", 2, 0},
		{"x^2 sign(x)", 0, 0},
		{"e^(5x)", 1, 5 * math.Exp(5)},
		{"|x|", 0, math.NaN()},
		{"max(0, x)", 0, math.NaN()},
		{"|x|", 1, 1},
		{"sqrt(x)", 0, math.NaN()},
		{"x + |x-2|", 2, math.NaN()},
		{"sign(x)", 0, math.NaN()},
		{"1/x", 0, math.NaN()},
		{"x^3", 0, 0},
		{"ln x", -1, math.NaN()},
		{"ln x", 2, 0.5},
		{"d/dx ln(x)", -1, math.NaN()},
		{"d/dx sqrt(x)", 4, -0.03125},
	} {
		n := notebook.New(&lessons.Course{})
		s := try(n, c.formula).Study
		if s == nil || s.Picture == nil {
			t.Errorf("%s: there is no picture", c.formula)
			continue
		}
		w := s.Picture.Plot(&kit.Styles{})
		got := w.Slope(c.x)
		if math.IsNaN(c.want) != math.IsNaN(got) || math.Abs(got-c.want) > 1e-9*(1+math.Abs(c.want)) {
			t.Errorf("%s at %g has the slope %g, want %g", c.formula, c.x, got, c.want)
		}
	}
}

// TestRules goes through a tree of rules step by step.
func TestRules(t *testing.T) {
	n := notebook.New(&lessons.Course{})
	r := try(n, "x^2 e^-x").Study.RulesOf()
	rows := r.Rows()
	if len(rows) != 1 || !rows[0].Folds || rows[0].Open {
		t.Fatalf("at first there are %d rows", len(rows))
	}
	if !r.Unfold(rows[0].Step) || r.Unfold(rows[0].Step) {
		t.Error("a use is unfolded twice")
	}
	if rows = r.Rows(); len(rows) != 3 || rows[2].Depth != 1 || notebook.Parent(rows, 2) != 0 {
		t.Fatalf("unfolded are %d rows", len(rows))
	}
	r.UnfoldAll(100)
	var said []string
	for _, row := range r.Rows() {
		said = append(said, row.Says(typeset.Unicode))
	}
	want := "d/dx(x^2*e^(-x)) = 2x e^(-x) - x^2*e^(-x)|d/dx(x^2) = 2x|d/dx(e^(-x)) = -e^(-x)|d/du(e^u) = e^u, with u = -x|d/dx(-x) = -1|dx/dx = 1"
	if got := strings.Join(said, "|"); got != want {
		t.Errorf("the rules say\n%s\nwant\n%s", got, want)
	}
	if !r.Fold(rows[0].Step) || len(r.Rows()) != 1 {
		t.Error("it does not fold")
	}
}

// TestStopped stops the work on a line before it begins: nothing is found out, and nothing breaks.
func TestStopped(t *testing.T) {
	done := make(chan struct{})
	close(done)
	long := strings.Repeat("(1+x^2)^(1/3)*", 20) + "1 = " + strings.Repeat("(1+x^2)^(1/3)*", 20) + "x"
	if e := notebook.New(&lessons.Course{}).Type(long).Find(done); e.Kind != notebook.Stopped || len(e.Said) == 0 {
		t.Errorf("stopped work is told as %d %q", e.Kind, e.Said)
	}
}

// TestHostile types what nobody should: each line comes to an end, with a word about it, and its picture can be drawn.
func TestHostile(t *testing.T) {
	lines := append([]string{}, ":", ":=", "=", "==", "x :=", ":= x", ":from", ":from 1 to", ":from 5 to 1", ":from 1 to 1e300", ":at", ":at x =",
		":by", ":given", ":given x", ":forget", "x in", "x in (1,0)", "x in {}", "1 < x < 0", "0 < x < 1 < 2", "x in (0,1", "f(x) := f(f(x))", "x_i := x_(i-1)",
		"sum(i=1..10^9, sin(i x))", "sum(i=1..3000, sin(i x))", "x^x^x^x^x^x^x", "1/(x-x)", "0/0 = 0/0", "x = = x", "a = b = c = d = e = f", strings.Repeat("x = ", 70)+"x")
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		lines = append(lines, exprtest.Hostile(random))
	}
	for _, line := range lines {
		n := notebook.New(&lessons.Course{})
		try(n, "x^2")
		if r := []rune(line); len(r) > 300 {
			line = string(r[:300])
		}
		e := try(n, line)
		if len(e.Said) == 0 {
			t.Errorf("nothing is said to %q", line)
		}
		if s := n.Study(); s != nil && s.Picture != nil {
			s.Picture.Plot(&kit.Styles{}).Lines(60, 12, &kit.Styles{})
		}
	}
}

// TestAnything studies random formulas: each is read again as it was meant, has a value or a derivative, and can be compared with
// itself, which never differs.
func TestAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tree := exprtest.Options{Depth: 3}.Tree().Draw(t, "tree")
		text := typeset.Line(tree)
		n := notebook.New(&lessons.Course{})
		e := try(n, text)
		if e.Kind == notebook.Unreadable || e.Kind == notebook.Stopped {
			return
		}
		if e.Study.Value == nil && e.Study.Derivative == nil {
			t.Fatalf("%s has neither value nor derivative", text)
		}
		if v := try(n, "= "+text); v.Verdict != nil && v.Verdict.Word() == "Different." {
			t.Fatalf("%s differs from itself: %s", text, v.Verdict.Say)
		}
	})
}
