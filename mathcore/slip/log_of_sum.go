package slip

import (
	"slices"

	"chainrule/mathcore/expr"
)

// logOfSum takes the logarithm of each term: ln(a+b) = ln a + ln b, or the reverse.
//
// Example: ln(a+b) -> ln(a)+ln(b)
// Example: ln(1+e^z)-t*z -> z-t*z
// Example: ln(p)+ln(q) -> ln(p+q)
var logOfSum = mistake{
	id: "log-of-sum", kind: falseLaw, family: rewriting, about: aLogarithm,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if c, ok := n.(*expr.Call); ok && len(c.Args) == 1 && expr.IsSum(c.Args[0]) {
			if !slices.Contains(logarithms, c.Func) {
				return nil
			}
			return termwise(c.Args[0], func(t expr.Node) expr.Node { return expr.Of(c.Func, t) })[:1]
		}
		return joinLogs(n, func(a, b expr.Node, minus bool) expr.Node {
			if minus {
				return expr.NaturalLog(expr.Minus(a, b))
			}
			return expr.NaturalLog(expr.Sum(a, b))
		})
	},
}

// joinLogs puts one expression in the place of two logarithms of a sum, ln a + ln b or ln a - ln b.
func joinLogs(n expr.Node, join func(a, b expr.Node, minus bool) expr.Node) []expr.Node {
	if !expr.IsSum(n) {
		return nil
	}
	var wrong []expr.Node
	list := expr.Terms(n)
	for i := range list {
		first, minusA := expr.Unsigned(list[i])
		a, ok := expr.LogArgument(first)
		if !ok {
			continue
		}
		for k := range list {
			second, minusB := expr.Unsigned(list[k])
			b, ok := expr.LogArgument(second)
			if !ok || k == i || k < i && minusA == minusB || minusA && !minusB {
				continue
			}
			joined := join(a, b, minusA != minusB)
			if joined == nil {
				continue
			}
			if minusA {
				joined = expr.Negative(joined)
			}
			wrong = append(wrong, expr.Sum(expr.Without(expr.With(list, i, joined), k)...))
			if k < i {
				wrong[len(wrong)-1] = expr.Sum(expr.Without(expr.With(list, k, joined), i)...)
			}
		}
	}
	return wrong
}
