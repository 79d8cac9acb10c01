package joint_test

import (
	"fmt"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A sign jumps where what it is of is 0.
func ExampleParts() {
	sc := &scope.Scope{}
	n, _ := parse.Expr("sign(2x-3) + x^2", sc)
	for _, part := range joint.Parts(n, sc) {
		places, all := part.Places(sc)
		for _, p := range places {
			fmt.Println(typeset.Line(p.Symbol), "=", typeset.Line(p.Value))
		}
		fmt.Println("all:", all)
	}
	// Output:
	// x = 3/2
	// all: true
}

// To the left and to the right of 0 the slope of x|x| is 0.
func ExampleAt() {
	sc := &scope.Scope{}
	n, _ := parse.Expr("d/dx(x|x|)", sc)
	value, _, ok := joint.At(n, joint.Place{Symbol: expr.Var("x"), Value: expr.Int(0)}, sc)
	fmt.Println(typeset.Line(value), ok)
	// Output:
	// 0 true
}
