package poly_test

import (
	"fmt"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// (x^2 - 1)/(x - 1) leaves nothing over.
func ExampleRing_Divide() {
	sum := func(n int64) poly.Poly { // x^n - 1
		return poly.Collect(slices.Concat(poly.Of(rat.Int(1), poly.Monomial{poly.VarTo(0, n)}), poly.Constant(rat.Int(-1))))
	}
	r := poly.NewRing(nil, budget.New(1_000_000, nil), nil)
	quotient, exact := r.Divide(sum(2), sum(1))
	fmt.Println(exact, len(quotient), quotient.Degree(0))
	// Output:
	// true 2 1
}
