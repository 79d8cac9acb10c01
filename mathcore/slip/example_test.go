package slip_test

import (
	"fmt"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// The inner derivative was left out.
func ExampleExplain() {
	from, _ := parse.Expr("d/dx(sin(x^2))", nil)
	wrong, _ := parse.Expr("cos(x^2)", nil)
	e := slip.Explain(slip.Question{From: from, Wrong: wrong, Text: "cos(x^2)", Scope: &scope.Scope{}})
	fmt.Println(e.Slips)
	// Output:
	// [chain-factor]
}
