package expr_test

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

// A tree holds what was written: nothing is gathered or worked out.
func ExampleSum() {
	x := expr.Var("x")
	n := expr.Sum(expr.Product(expr.Int(2), x), expr.Product(expr.Int(3), x))
	fmt.Println(typeset.Line(n))
	// Output:
	// 2x + 3x
}

func ExampleSubstitute() {
	x := expr.Var("x")
	n := expr.Power(x, expr.Int(2))
	fmt.Println(typeset.Line(expr.Substitute(n, x, expr.Sum(x, expr.Int(1)))))
	// Output:
	// (x + 1)^2
}

// Notation and order make no difference, a law of algebra does.
func ExampleAlike() {
	x := expr.Var("x")
	a := expr.Sum(x, expr.Of(expr.Exp, x))
	b := expr.Sum(expr.Power(&expr.Constant{Name: expr.E}, x), x)
	fmt.Println(expr.Alike(a, b), expr.Alike(expr.Sum(x, x), expr.Product(expr.Int(2), x)))
	// Output:
	// true false
}
