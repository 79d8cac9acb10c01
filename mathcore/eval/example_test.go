package eval_test

import (
	"fmt"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// A plot needs a number; a proof needs bounds that surely hold the value.
func ExampleCompile() {
	x := expr.Var("x")
	program, _ := eval.Compile(expr.Of(expr.Sigmoid, x), []*expr.Symbol{x})
	fmt.Println(program.Float([]float64{0}))
	e := program.Enclose([]eval.Interval{{Lo: -1, Hi: 1}})
	fmt.Printf("%.4f to %.4f\n", e.Lo, e.Hi)
	// Output:
	// 0.5
	// 0.2689 to 0.7311
}

// A fault tells why there is no value.
func ExampleProgram_Enclose() {
	x := expr.Var("x")
	program, _ := eval.Compile(expr.Of(expr.Ln, x), []*expr.Symbol{x})
	e := program.Enclose([]eval.Interval{{Lo: -2, Hi: -1}})
	fmt.Println(e.Status == eval.Undefined, e.Fault == eval.LogOfNonPositive)
	// Output:
	// true true
}
