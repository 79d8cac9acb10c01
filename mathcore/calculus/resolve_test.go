package calculus_test

import (
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

func TestResolveIndexedSums(t *testing.T) {
	i, j, k, m := expr.Var("i"), expr.Var("j"), expr.Var("k"), expr.Var("m")
	theta := func(index expr.Node) *expr.Symbol { return expr.Var("theta", index) }
	x := func(index ...expr.Node) *expr.Symbol { return expr.Var("x", index...) }
	sum := func(index *expr.Symbol, body expr.Node) expr.Node {
		return &expr.Series{Index: index, Lo: expr.Int(1), Hi: m, Body: body}
	}
	by := func(v *expr.Symbol, body expr.Node) expr.Node {
		return &expr.Derivative{Var: v, Body: body, Order: 1}
	}
	tests := []struct {
		tree expr.Node
		want string
	}{
		{by(theta(j), sum(k, expr.Product(theta(k), x(k)))), "x_j"},
		{by(theta(j), sum(j, expr.Product(theta(j), x(j)))), "x_j"},
		{by(theta(j), expr.Product(theta(expr.Int(1)), x())), "x kronecker(1, j)"},
		{by(theta(expr.Int(2)), theta(expr.Int(1))), "0"},
		{by(theta(j), sum(i, expr.Power(expr.Minus(sum(k, expr.Product(theta(k), x(i, k))), expr.Var("y", i)), expr.Int(2)))),
			"sum(i=1..m, 2(sum(k=1..m, θ_k x_ik) - y_i)*x_ij)"},
	}
	for _, test := range tests {
		got, ok := calculus.Resolve(test.tree, &scope.Scope{})
		if line := typeset.Line(got); !ok || line != test.want {
			t.Errorf("%s: got %s (%t), want %s", typeset.Line(test.tree), line, ok, test.want)
		}
	}
}
