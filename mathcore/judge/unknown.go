package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// interpret gives every unknown function a meaning: a polynomial of its own in its arguments. Two expressions that
// differ for some meaning are not equal for every one.
func interpret(a, b expr.Node, sc *scope.Scope) (p, q expr.Node, examples []Example, ok bool) {
	names := unknownFunctions(expr.Minus(a, b))
	if len(names) == 0 {
		return a, b, nil, true
	}
	meant, examples := meaningsFor(names, sc)
	p, okA := resolveAgain(a, meant)
	q, okB := resolveAgain(b, meant)
	return p, q, examples, okA && okB
}

// meaningsFor returns a scope in which the functions have a meaning, and that meaning.
func meaningsFor(names []string, sc *scope.Scope) (meant *scope.Scope, examples []Example) {
	meant = sc.Clone()
	for i, name := range names {
		t := expr.Var("t")
		body := exampleBody(t, int64(i))
		meant.Undefine(name, 0, 1)
		meant.Define(scope.Definition{Name: name, Params: []*expr.Symbol{t}, Body: body})
		examples = append(examples, Example{Name: name, Of: t, Body: calculus.Tidy(body)})
	}
	return meant, examples
}

func resolveAgain(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	n, ok := sc.Unfold(n)
	if !ok {
		return n, false
	}
	return calculus.Resolve(n, sc)
}

// exampleBody returns t^3/3 + t^2 + c with a c that differs from function to function: no derivative up to the third
// vanishes, and no two functions are alike.
func exampleBody(t expr.Node, i int64) expr.Node {
	return expr.Sum(
		expr.Quotient(expr.Power(t, expr.Int(3)), expr.Int(3)),
		expr.Product(expr.Int(i+1), expr.Power(t, expr.Int(2))),
		expr.Int(2*i+1),
	)
}

// unknownFunctions returns the names of the functions of one argument that have no definition, in order.
func unknownFunctions(n expr.Node) []string {
	var names []string
	expr.Walk(n, func(n expr.Node) bool {
		if a, ok := n.(*expr.Apply); ok && len(a.Args) == 1 && len(a.Index) == 0 && !slices.Contains(names, a.Name) {
			names = append(names, a.Name)
		}
		return true
	})
	return names
}
