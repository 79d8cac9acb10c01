package form_test

import (
	"fmt"

	"chainrule/mathcore/form"
	"chainrule/mathcore/parse"
)

// That the values are equal is known before; this looks at the writing alone.
func ExampleForm_Met() {
	goal, _ := parse.Expr("(x-1)(x+1)", nil)
	f, err := form.Parse("factored")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, typed := range []string{"(1+x)(x-1)", "x^2-1"} {
		answer, _ := parse.Expr(typed, nil)
		fmt.Println(typed, f.Met(answer, goal))
	}
	// Output:
	// (1+x)(x-1) true
	// x^2-1 false
}
