package grade

import (
	"chainrule/mathcore/expr"
)

// A unit is a way to take a logarithm to another base than the one asked for: the value is the right one times factor.
type unit struct {
	factor expr.Node
	say    string
}

// otherUnits are the bases that people confuse.
var otherUnits = []unit{
	{expr.Of(expr.Ln, expr.Int(2)), "The logarithm has another base: this is in nats. For bits use log2, or divide by ln(2)."},
	{inverse(expr.Ln, 2), "The logarithm has another base: this is in bits. For nats use ln, or multiply by ln(2)."},
	{inverse(expr.Ln, 10), "The logarithm has another base: this is with log10. Use ln, the natural one."},
	{inverse(expr.Log2, 10), "The logarithm has another base: this is with log10. For bits use log2."},
}

// inverse is one over a logarithm of n.
func inverse(log expr.Func, n int64) expr.Node {
	return expr.Quotient(expr.Int(1), expr.Of(log, expr.Int(n)))
}

// otherUnit tells of a number that is right but for the base of its logarithm. It is asked only where the answer holds
// a logarithm: elsewhere such a ratio would be chance.
func (n *numeric) otherUnit(f *Feedback, value bounds) bool {
	isLog := func(n expr.Node) bool {
		call, ok := n.(*expr.Call)
		return ok && (call.Func == expr.Ln || call.Func == expr.Log2)
	}
	if !expr.Contains(n.answer, isLog) {
		return false
	}
	for _, u := range otherUnits {
		turned, ok := n.value(expr.Product(n.answer, u.factor))
		if !ok {
			continue
		}
		places := min(n.q.Places, decimals(f.Answer, n.q.Places))
		if turned.holds(value.lo) || n.enough(f.Answer) && turned.shows(value.lo, places) {
			f.Slip, f.Say = "log-base", say(u.say)
			return true
		}
	}
	return false
}

// enough reports whether an answer has so many digits that it cannot agree with a number by chance.
func (n *numeric) enough(answer expr.Node) bool {
	d, isDecimal := readDecimal(answer)
	return !isDecimal || d.places >= n.q.Places-1 || d.digits() >= n.q.Places
}

// decimals returns the places of a decimal number, and otherwise so many as are asked for.
func decimals(answer expr.Node, otherwise int) int {
	if d, isDecimal := readDecimal(answer); isDecimal {
		return d.places
	}
	return otherwise
}
