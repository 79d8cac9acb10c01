package sample_test

import (
	"fmt"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/typeset"
)

// The part that changed between two lines is the one to speak of.
func ExampleShrink() {
	above, _ := parse.Expr("3x^2 + sin(2x)", nil)
	below, _ := parse.Expr("3x^2 + sin(x)", nil)
	before, after := sample.Shrink(above, below)
	fmt.Println(typeset.Line(before), "became", typeset.Line(after))
	// Output:
	// 2x became x
}
