package calculus

import "chainrule/mathcore/expr"

// Tidy returns n made presentable: 0 + and 1 · dropped, numbers multiplied and added up, signs drawn in front, nested
// sums and products flattened. Where n has a value the result has the same.
func Tidy(n expr.Node) expr.Node { return expr.Map(n, tidyTop) }

// tidyTop tidies a node whose parts are tidy.
func tidyTop(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Apply, *expr.Derivative:
		return n
	case *expr.Neg:
		return negate(n.X)
	case *expr.Add:
		return add(n.Terms)
	case *expr.Mul:
		return multiply(n.Factors)
	case *expr.Div:
		return divide(n.Num, n.Den)
	case *expr.Pow:
		return power(n.Base, n.Exp)
	case *expr.Call:
		return call(n.Func, n.Args...)
	case *expr.Series:
		if n.Product {
			return n
		}
		return series(n.Index, n.Lo, n.Hi, n.Body)
	}
	panic("calculus: unknown node")
}
