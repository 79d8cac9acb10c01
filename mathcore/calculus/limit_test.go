package calculus_test

import (
	"testing"
	"time"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// What cannot be carried out, or grows beyond all bounds, is handed back as it was, and soon.
func TestResolveGivesUp(t *testing.T) {
	x := exprtest.X
	by := func(order int, body expr.Node) expr.Node {
		return &expr.Derivative{Var: x, Body: body, Order: order}
	}
	tower := expr.Node(x)
	for range 40 {
		tower = expr.Power(x, expr.Sum(tower, expr.Of(expr.Sin, tower)))
	}
	factors := make([]expr.Node, 5000)
	for i := range factors {
		factors[i] = expr.Sum(x, expr.Int(int64(i)))
	}
	circle := &scope.Scope{}
	for _, text := range []string{"a := b+b", "b := a*a+x", "h(x) := h(x-1)+h(x-2)", "k(x) := k'(x-1)+k'(x+1)"} {
		if err := parse.Define(circle, text); err != nil {
			t.Fatal(err)
		}
	}
	tests := map[string]expr.Node{
		"factorial":      by(1, expr.Of(expr.Factorial, x)),
		"tower":          by(3, tower),
		"many factors":   by(1, expr.Product(factors...)),
		"high order":     by(1000, expr.Power(expr.Of(expr.Sin, expr.Power(x, x)), expr.Of(expr.Cos, x))),
		"circle":         by(1, expr.Var("a")),
		"calls itself":   by(1, &expr.Apply{Name: "h", Args: []expr.Node{x}}),
		"primes itself":  &expr.Apply{Name: "k", Primes: 1, Args: []expr.Node{x}},
		"two parameters": by(1, &expr.Apply{Name: "unknown", Args: []expr.Node{x, x}}),
	}
	for name, n := range tests {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			got, ok := calculus.Resolve(n, circle)
			if ok || got != n {
				t.Errorf("got a result, want the tree as it was")
			}
			if spent := time.Since(start); spent > 5*time.Second {
				t.Errorf("it took %v", spent)
			}
		})
	}
}

func TestHighOrderIsCarriedOut(t *testing.T) {
	x := exprtest.X
	n := &expr.Derivative{Var: x, Body: expr.Power(x, expr.Int(20)), Order: 1000}
	if got, ok := calculus.Resolve(n, nil); !ok || typeset.Line(got) != "0" {
		t.Errorf("got %s (%t), want 0", typeset.Line(got), ok)
	}
}

// A result is what the rule makes of the results of its parts.
func TestResultComesFromParts(t *testing.T) {
	sc := lessonScope(t)
	n, complaint := parse.Expr("x^2*ln(1-x)/(1+e^(-x))", sc)
	if complaint != nil {
		t.Fatal(complaint.Say())
	}
	calculus.Differentiate(n, exprtest.X, sc).Walk(func(s *calculus.Step) bool {
		results := make([]expr.Node, len(s.Parts))
		for i, p := range s.Parts {
			results[i] = p.Result
		}
		if got := s.With(results); !expr.Equal(got, s.Result) {
			t.Errorf("d %s: got %s from the parts, %s as the result", typeset.Line(s.Of), typeset.Line(got), typeset.Line(s.Result))
		}
		return true
	})
}

func TestStepLine(t *testing.T) {
	sc := lessonScope(t)
	tests := []struct{ of, want string }{
		{"1/(1+e^(-x))", "((1 + e^(-x))*d/dx(1) - d/dx(1 + e^(-x)))/(1 + e^(-x))^2"},
		{"(1+e^(-x))^(-1)", "-(1 + e^(-x))^(-2)*d/dx(1 + e^(-x))"},
		{"x ln(x)", "dx/dx*ln(x) + x*d/dx(ln(x))"},
		{"x^2+g(x)", "d/dx(x^2) + d/dx(g(x))"},
		{"g(2x)", "g(2x)*(1 - g(2x))*d/dx(2x)"},
		{"5x^3", "5*d/dx(x^3)"},
		{"x^3", "3x^2"},
	}
	for _, test := range tests {
		n, complaint := parse.Expr(test.of, sc)
		if complaint != nil {
			t.Fatal(complaint.Say())
		}
		if got := typeset.Line(calculus.Differentiate(n, exprtest.X, sc).Line()); got != test.want {
			t.Errorf("%s: got %s, want %s", test.of, got, test.want)
		}
	}
}
