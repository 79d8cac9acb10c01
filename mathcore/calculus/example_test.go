package calculus_test

import (
	"fmt"
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// The derivative comes with the rules that it was found by: each computes its result from those of its parts.
func ExampleDifferentiate() {
	n, _ := parse.Expr("x ln(1+x^2)", nil)
	var tell func(s *calculus.Step, depth int)
	tell = func(s *calculus.Step, depth int) {
		fmt.Printf("%s%s: %s -> %s\n", strings.Repeat("  ", depth), s.Rule, typeset.Line(s.Of), typeset.Line(s.Result))
		for _, part := range s.Parts {
			tell(part, depth+1)
		}
	}
	tell(calculus.Differentiate(n, expr.Var("x"), nil), 0)
	// Output:
	// product-rule: x ln(1 + x^2) -> ln(1 + x^2) + x*(2x/(1 + x^2))
	//   identity: x -> 1
	//   chain-rule: ln(1 + x^2) -> 2x/(1 + x^2)
	//     log-rule: ln(u) -> 1/u
	//     sum-rule: 1 + x^2 -> 2x
	//       constant: 1 -> 0
	//       power-rule: x^2 -> 2x
}
