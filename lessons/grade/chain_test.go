package grade_test

import (
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
)

// TestChainsAgree types the same lines into a derivation of a lesson and into a working that no lesson asks
// for: both keep the same lines.
func TestChainsAgree(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	s, _ := course.Screen("sigmoid/forms")
	q := s.Question.(*lessons.Derive)
	typed := []string{
		"5 = 1/(1+1/e^x)", "1/(1+1/e^x) = 1+e^x", "1/(1+e^-x) = 0",
		"f(x) = 1/(1+1/e^x) = 1/((e^x+1)/e^x)",
		"1/(1+e^-x) = 1/((e^x+1)/e^x)",
		"= 1/(1+1/e^x) = 1/(1+e^-x) = 1/(e^-x+1)",
		"1/(1+1/e^x) = 1/((1+e^x)/e^x)",
		"x = 1/(1+1/e^x)",
		"(e^x)/(e^x(1+e^-x)) = 1/(1+1/e^x)",
	}
	for i := range typed {
		lines := append(slices.Clone(typed[i:]), typed[:i]...)
		a := grade.New(course, q, grade.Options{Level: lessons.Free})
		w := grade.Working{
			Path: rule.Path{Lines: []expr.Node{q.From.Tree}, Goal: q.To.Tree, Scope: q.Scope},
			Ends: func(line expr.Node) bool { return expr.Alike(line, q.To.Tree) },
		}
		for _, line := range lines {
			a.Answer(line)
			w.Add(line)
			kept := a.State().Lines
			if len(kept) != len(w.Path.Lines) {
				t.Fatalf("after %s: the lesson has %d lines, the working %d", line, len(kept), len(w.Path.Lines))
			}
			for k, l := range w.Path.Lines {
				if !expr.Equal(l, kept[k].Tree) {
					t.Errorf("after %s: line %d differs", line, k)
				}
			}
		}
	}
}

// TestChainComesBack takes an attempt up again from what was typed: all lines are there, and one step back takes the chain.
func TestChainComesBack(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	s, _ := course.Screen("sigmoid/forms")
	const chain = "f(x) = 1/(1+1/e^x) = 1/((e^x+1)/e^x)"
	a := grade.New(course, s.Question, grade.Options{Level: lessons.Free, Lines: []string{chain}})
	lines := a.State().Lines
	if len(lines) != 3 || !strings.Contains(lines[2].Source, chain) {
		t.Fatalf("%d lines came back", len(lines))
	}
	if a.Recall(grade.Step, chain, "", nil, false) {
		t.Error("a chain was taken without being judged")
	}
	if !a.Undo() || len(a.State().Lines) != 1 {
		t.Errorf("one step back leaves %d lines", len(a.State().Lines))
	}
}
