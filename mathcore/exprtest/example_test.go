package exprtest_test

import (
	"fmt"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/typeset"
)

// A number keeps its spelling, as one that was typed does.
func ExampleNumber() {
	n := exprtest.Number("0.50")
	fmt.Println(typeset.Line(n), "is", n.Value.RatString())
	// Output:
	// 0.50 is 1/2
}
