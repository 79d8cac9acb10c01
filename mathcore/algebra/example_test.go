package algebra_test

import (
	"fmt"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/parse"
)

// The two have one normal form. What is not proved need not be false.
func ExampleEqual() {
	a, _ := parse.Expr("e^-x/(1+e^-x)^2", nil)
	b, _ := parse.Expr("1/(1+e^-x) - 1/(1+e^-x)^2", nil)
	c, _ := parse.Expr("1/(1+e^-x)", nil)
	fmt.Println(algebra.Equal(a, b, nil) == algebra.Proved, algebra.Equal(a, c, nil) == algebra.Unproved)
	// Output:
	// true true
}
