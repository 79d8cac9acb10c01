package slip

import (
	"slices"

	"chainrule/mathcore/expr"
)

// meanFactor forgets to divide by the number of examples, or divides once more: Σ for 1/m Σ.
//
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> sum(i=1..m, (h_i-y_i)*x_i)
// Example: 1/(2m)*sum(i=1..m, h_i) -> 1/2*sum(i=1..m, h_i)
// Example: (a+b+c)/3 -> a+b+c
var meanFactor = mistake{
	id: "mean-factor", kind: loss, family: losses, about: aSeries | aQuotient,
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		var wrong []expr.Node
		if q, ok := n.(*expr.Div); ok {
			for _, m := range in.bounds {
				if den := strike(q.Den, m); den != nil {
					wrong = append(wrong, expr.Quotient(q.Num, den))
				}
			}
			if count := int64(len(expr.Terms(q.Num))); count > 1 && expr.Is(q.Den, count) && alikeTerms(q.Num) {
				wrong = append(wrong, q.Num)
			}
		}
		if under == nil {
			for _, m := range in.bounds {
				wrong = append(wrong, expr.Product(n, m), expr.Quotient(n, m))
			}
		}
		return wrong
	},
}

// alikeTerms reports whether a sum may be one over examples: its terms have one sign, and none is a number.
func alikeTerms(sum expr.Node) bool {
	list := expr.Terms(sum)
	_, minus := expr.Unsigned(list[0])
	return !slices.ContainsFunc(list, func(t expr.Node) bool {
		_, negative := expr.Unsigned(t)
		return negative != minus || expr.IsNumber(t)
	})
}

// inside returns the parts of a line that stand in the argument of a function under a sum sign, or in a power there: a
// number of terms there divides no sum.
func (in *setting) inside(line expr.Node) map[expr.Node]bool {
	parts := map[expr.Node]bool{}
	var look func(n expr.Node, at where)
	look = func(n expr.Node, at where) {
		parts[n] = at == inArgument
		switch n.(type) {
		case *expr.Symbol, *expr.Number, *expr.Constant:
			return
		case *expr.Series:
			at = max(at, underSum)
		case *expr.Call, *expr.Apply, *expr.Pow:
			if at == underSum {
				at = inArgument
			}
		case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Derivative:
		}
		for _, c := range expr.Children(n) {
			look(c, at)
		}
	}
	look(line, in.place)
	return parts
}

// A where tells where a part of a line stands.
type where uint8

const (
	outside    where = iota
	underSum         // behind a sum sign
	inArgument       // there, in the argument of a function
)

// placeOf returns where a part of a line stands.
func (in *setting) placeOf(part, line expr.Node) where {
	if in.inside(line)[part] {
		return inArgument
	}
	under := func(n expr.Node) bool {
		s, ok := n.(*expr.Series)
		return ok && expr.Contains(s.Body, func(n expr.Node) bool { return n == part })
	}
	if expr.Contains(line, under) {
		return underSum
	}
	return outside
}
