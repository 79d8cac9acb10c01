package check_test

import (
	"fmt"

	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// What can be read in two ways is wrong only if it is in both.
func ExampleText() {
	sc := &scope.Scope{}
	expected, _ := parse.Expr("sin(x/2)", sc)
	for _, typed := range []string{"sin x/2", "sin x/3", "sin(x/2"} {
		v := check.Text(typed, expected, sc)
		fmt.Println(typed, "is", v.Relation)
	}
	// Output:
	// sin x/2 is equal
	// sin x/3 is different
	// sin(x/2 is unreadable
}

// Of a chain every side is judged, and the verdict is about the first that is wrong.
func ExampleStep() {
	sc := &scope.Scope{}
	above, _ := parse.Expr("d/dx(x^2+x)", sc)
	line, _ := parse.Read("d/dx(x^2) + d/dx(x) = 2x + 1 = 3x", sc)
	v := check.Step(line, []expr.Node{above}, sc)
	fmt.Println(v.Relation, "side", v.At+1, typeset.Line(v.Answer), "after", typeset.Line(v.Wanted))
	// Output:
	// different side 3 3x after 2x + 1
}
