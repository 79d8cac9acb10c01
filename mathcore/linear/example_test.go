package linear_test

import (
	"fmt"

	"chainrule/mathcore/linear"
	"chainrule/mathcore/rat"
)

// x > 1 and -x >= 0 cannot hold together.
func ExampleSystem_Solvable() {
	var s linear.System
	s.Require(linear.Inequality{Coefficients: []rat.Rat{rat.Int(1)}, Number: rat.Int(-1), Relation: linear.Positive})
	fmt.Println(s.Solvable())
	s.Require(linear.Inequality{Coefficients: []rat.Rat{rat.Int(-1)}, Relation: linear.NotNegative})
	fmt.Println(s.Solvable())
	// Output:
	// true
	// false
}
