package typeset

import "chainrule/mathcore/expr"

// lineJoin returns what stands between two factors: nothing in 2x and 2(x + 1), a blank in x y and x ln(x), else a
// star. Behind a quotient, a power or a bracket it is always a star, so that nobody can take 1/2*x for 1/(2x).
func lineJoin(a, b expr.Node, first bool) string {
	number, isNumber := a.(*expr.Number)
	if isNumber && (!first || !plain(number)) {
		return "*"
	}
	if _, isSymbol := a.(*expr.Symbol); !isSymbol && !isNumber {
		return "*"
	}
	switch lead := leading(b).(type) {
	case *expr.Symbol:
		if isNumber && (lead.Name == "E" || numberText(number) == "0") {
			return "*" // 2E-3 and 0x1 are numbers elsewhere
		}
		if isNumber {
			return ""
		}
		return " "
	case *expr.Constant:
		if isNumber && lead.Name == expr.E && b == expr.Node(lead) {
			return "*"
		}
		if isNumber {
			return ""
		}
		return " "
	case *expr.Call:
		if _, compares := comparing(lead); compares || lead.Func == expr.Abs || lead.Func == expr.Factorial {
			return "*"
		}
		return " "
	case *expr.Apply:
		return " "
	case *expr.Add:
		if isNumber && b == expr.Node(lead) {
			return ""
		}
	case *expr.Number, *expr.Neg, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative, *expr.Series:
	}
	return "*"
}

// plain reports whether a number is written with digits and a point only and does not end in the point.
func plain(n *expr.Number) bool {
	text := numberText(n)
	return numberLevel(n) == atomLevel && text[len(text)-1] != '.'
}

// leading returns the base of a power, everything else as it is.
func leading(n expr.Node) expr.Node {
	if p, ok := n.(*expr.Pow); ok {
		return p.Base
	}
	return n
}
