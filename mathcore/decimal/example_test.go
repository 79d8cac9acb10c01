package decimal_test

import (
	"fmt"
	"math/big"

	"chainrule/mathcore/decimal"
)

// A coordinate is told exactly where that takes few digits, else as a fraction.
func ExampleRational() {
	for _, r := range []*big.Rat{big.NewRat(-1, 2), big.NewRat(1, 3)} {
		fmt.Println(decimal.Rational(r))
	}
	// Output:
	// -0.5
	// 1/3
}

func ExampleFixed() {
	fmt.Println(decimal.Fixed(2.0/3, 4))
	fmt.Println(decimal.Scientific(1.5e12, 1))
	// Output:
	// 0.6667
	// 1.5·10¹²
}
