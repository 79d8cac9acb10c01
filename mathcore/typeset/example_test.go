package typeset_test

import (
	"fmt"
	"strings"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

func ExampleLayout() {
	n, _ := parse.Expr("e^-x/(1+e^-x)^2", nil)
	fmt.Println(typeset.Line(n), "is")
	for _, row := range typeset.Layout(n, typeset.Unicode).Lines {
		fmt.Println(strings.TrimRight(row, " "))
	}
	// Output:
	// e^(-x)/(1 + e^(-x))^2 is
	//     −x
	//    e
	// ──────────
	//          2
	// ⎛     −x⎞
	// ⎝1 + e  ⎠
}

func ExampleLaTeX() {
	n, _ := parse.Expr("e^-x/(1+e^-x)^2", nil)
	fmt.Println(typeset.LaTeX(n))
	// Output:
	// \frac{e^{-x}}{(1 + e^{-x})^{2}}
}
