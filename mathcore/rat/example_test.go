package rat_test

import (
	"fmt"

	"chainrule/mathcore/rat"
)

// Nothing is rounded: a third three times is one.
func ExampleRat_Add() {
	third := rat.Frac(1, 3)
	fmt.Println(third.Add(third).Add(third).IsOne(), rat.Frac(1, 2).Add(third))
	// Output:
	// true 5/6
}
