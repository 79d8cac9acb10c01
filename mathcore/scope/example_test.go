package scope_test

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A definition is put in wherever its name stands.
func ExampleScope_Unfold() {
	x := expr.Var("x")
	sc := &scope.Scope{}
	sc.Define(scope.Definition{Name: "z", Body: expr.Sum(x, expr.Int(1))})
	unfolded, ok := sc.Unfold(expr.Power(expr.Var("z"), expr.Int(2)))
	fmt.Println(typeset.Line(unfolded), ok)
	// Output:
	// (x + 1)^2 true
}
