package parse_test

import (
	"fmt"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// One grammar reads LaTeX, Unicode and what is typed on a keyboard.
func ExampleRead() {
	for _, typed := range []string{`\frac{1}{1+e^{-x}}`, "1/(1+e⁻ˣ)", "1/(1+exp(-x))"} {
		line, complaint := parse.Read(typed, nil)
		if complaint != nil {
			fmt.Println(complaint.Say())
			continue
		}
		fmt.Println(typeset.Line(line.Right))
	}
	// Output:
	// 1/(1 + e^(-x))
	// 1/(1 + e^(-x))
	// 1/(1 + exp(-x))
}

// A complaint says what happened and points at the spot.
func ExampleRead_complaint() {
	const typed = "1/(1+e^-x"
	_, complaint := parse.Read(typed, nil)
	fmt.Println(complaint.Say())
	fmt.Printf("%q\n", typed[complaint.Start:complaint.End])
	// Output:
	// This ( is never closed. Write ) where it ends.
	// "("
}

// What people read in two ways is read in both, the likelier first.
func ExampleReadings() {
	lines, _ := parse.Readings("sin x/2", nil)
	for _, line := range lines {
		fmt.Println(typeset.Line(line.Right))
	}
	// Output:
	// sin(x)/2
	// sin(x/2)
}

func ExampleScope() {
	sc, err := parse.Scope("p:(0,1) t:{0,1}", "g(x) = 1/(1+e^-x)")
	if err != nil {
		fmt.Println(err)
		return
	}
	called, _ := parse.Read("g(2)", sc)
	product, _ := parse.Read("p(2)", sc)
	fmt.Println(typeset.Line(called.Right), "and", typeset.Line(product.Right))
	// Output:
	// g(2) and p*2
}
