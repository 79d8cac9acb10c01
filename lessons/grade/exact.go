package grade

import (
	"math/big"
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
)

// unwritten decides about a number that is right and still to be computed, as ln(4). It counts, unless it says no more than
// the question does.
func (n *numeric) unwritten(f *Feedback) {
	if n.asks(f.Answer) {
		f.Kind, f.Say = Form, say("That is the question itself. Write what it comes to; a decimal number with "+places(n.q.Places)+" will do.")
		return
	}
	if n.q.Rounding || !plainNumber(f.Answer) {
		f.Kind, f.Say = Form, say("The value is right. Write it as a decimal number with "+places(n.q.Places)+".")
		return
	}
	f.Kind, f.Finished, f.Say = Right, true, say("Right.")
	f.Remark = n.roundedTo(".")
	if unit := place(n.q.Places); n.exact.lo.Cmp(n.exact.hi) == 0 && new(big.Rat).Quo(n.exact.lo, unit).IsInt() {
		f.Remark = join(lessons.Say("It is "), number(n.exact.lo, n.q.Places), lessons.Say("."))
	}
}

// roundedTo tells the number to as many places as are asked for.
func (n *numeric) roundedTo(after string) lessons.Text {
	return join(lessons.Say("Rounded it is "), number(n.exact.middle(), n.q.Places), lessons.Say(after))
}

// plainNumber reports whether a formula can be put into any calculator: numbers, e and π, powers, roots and logarithms.
// A name that the course defines, or a letter, would have to be looked up first.
func plainNumber(n expr.Node) bool {
	return !expr.Contains(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Call:
			return !slices.Contains([]expr.Func{expr.Exp, expr.Ln, expr.Log2, expr.Sqrt}, n.Func)
		case *expr.Symbol, *expr.Apply, *expr.Derivative, *expr.Series:
			return true
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow:
		}
		return false
	})
}

// asks reports whether a formula stands in the question as it was asked.
func (n *numeric) asks(answer expr.Node) bool {
	for _, in := range n.row.Ask {
		if in.Formula == nil {
			continue
		}
		for _, part := range in.Formula.Parts {
			if expr.Alike(n.put(part), answer) {
				return true
			}
		}
	}
	return false
}

// lettered reports whether letters are left in an answer for which the question has numbers.
func (n *numeric) lettered(answer expr.Node) bool { return len(expr.Symbols(n.put(answer))) > 0 }
