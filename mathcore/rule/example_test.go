package rule_test

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

func ExampleBetween() {
	from, _ := parse.Expr("d/dx(sin(x^2))", nil)
	to, _ := parse.Expr("2x cos(x^2)", nil)
	fmt.Println(rule.Between(from, to, &scope.Scope{}))
	// Output:
	// [chain-rule trig-rule power-rule]
}

// A hint can name the rule, then its pieces, then the line.
func ExamplePath_Next() {
	from, _ := parse.Expr("d/dx(sin(x^2))", nil)
	goal, _ := parse.Expr("2x cos(x^2)", nil)
	next, found := rule.Path{Lines: []expr.Node{from}, Goal: goal, Scope: &scope.Scope{}}.Next()
	if !found {
		fmt.Println("no step is known")
		return
	}
	fmt.Println(next.Rules)
	for _, piece := range next.Pieces {
		fmt.Println(piece.Role, typeset.Line(piece.Tree))
	}
	fmt.Println(typeset.Line(next.Line))
	// Output:
	// [chain-rule trig-rule]
	// outer sin(u)
	// inner x^2
	// cos(x^2)*d/dx(x^2)
}
