package judge_test

import (
	"fmt"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

// Equal is said on a proof.
func ExampleCompare() {
	sc, err := parse.Scope("", "g(x) = 1/(1+e^-x)")
	if err != nil {
		fmt.Println(err)
		return
	}
	a, _ := parse.Expr("e^-x/(1+e^-x)^2", sc)
	b, _ := parse.Expr("g(x)(1-g(x))", sc)
	v := judge.Compare(a, b, sc)
	fmt.Println(v.Relation, v.Evidence)
	// Output:
	// equal exact
}

// Different is said on a point, with bounds around both values that do not meet.
func ExampleCompare_different() {
	a, _ := parse.Expr("√(x^2)", nil)
	b, _ := parse.Expr("x", nil)
	v := judge.Compare(a, b, nil)
	left, right := v.Witness.Decimals()
	fmt.Println(v.Relation, v.Evidence)
	fmt.Printf("at x = %s: %s and %s\n", v.Witness.Point[0].Is.RatString(), left, right)
	// Output:
	// different witness
	// at x = -1: 1 and -1
}

// What has no value, or not one value, has no bounds.
func ExampleEnclose() {
	for _, typed := range []string{"1/(1+e^-2)", "ln(1-2)", "x"} {
		n, _ := parse.Expr(typed, nil)
		lo, hi, ok := judge.Enclose(n, nil, 64)
		if !ok {
			fmt.Println(typed, "has no bounds")
			continue
		}
		fmt.Println(typed, "is between", lo.FloatString(10), "and", hi.FloatString(10))
	}
	// Output:
	// 1/(1+e^-2) is between 0.8807970780 and 0.8807970780
	// ln(1-2) has no bounds
	// x has no bounds
}

// A derivative has no value where what is derived has none, though the rules make something of it that has.
func ExampleValues() {
	x := expr.Var("x")
	for _, typed := range []string{"d/dx ln(x)", "1/x", "d/dx (x ln x)", "d/dx sqrt(x)", "d/dx x^3"} {
		n, _ := parse.Expr(typed, nil)
		values, _ := judge.Values(n, nil)
		program, _ := eval.Compile(values, []*expr.Symbol{x})
		fmt.Println(typed, "is", program.Float([]float64{-1}), "at -1 and", program.Float([]float64{1}), "at 1")
	}
	// Output:
	// d/dx ln(x) is NaN at -1 and 1 at 1
	// 1/x is -1 at -1 and 1 at 1
	// d/dx (x ln x) is NaN at -1 and 1 at 1
	// d/dx sqrt(x) is NaN at -1 and 0.5 at 1
	// d/dx x^3 is 3 at -1 and 3 at 1
}
