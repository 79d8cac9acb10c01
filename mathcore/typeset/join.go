package typeset

import "chainrule/mathcore/expr"

// The kinds of looks that decide what stands between two factors of a layout.
type look uint8

const (
	numeral  look = iota // 2
	letter               // x, θ₁, x²
	function             // ln(x), σ(z)²
	group                // (1 − x), (1 − x)²
	stack                // a fraction, an operator d/dx
	other                // roots, bars, sums
)

func (d *boxPrinter) look(n expr.Node) look {
	if d.level(n) < factorLevel {
		if _, isSeries := n.(*expr.Series); isSeries {
			return other
		}
		return group
	}
	switch n := n.(type) {
	case *expr.Number:
		return numeral
	case *expr.Constant, *expr.Symbol:
		return letter
	case *expr.Pow:
		base := d.look(n.Base)
		if base == stack {
			return group
		}
		return base
	case *expr.Div, *expr.Derivative:
		return stack
	case *expr.Apply:
		return function
	case *expr.Call:
		if _, compares := comparing(n); compares || n.Func == expr.Abs || n.Func == expr.Sqrt || n.Func == expr.Factorial {
			return other
		}
		return function
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Series:
	}
	return other
}

// join returns what stands between two factors of a layout: nothing, a blank or a dot. Beside what is higher than a line the
// dot gets blanks.
func (d *boxPrinter) join(a, b expr.Node) string {
	left, right := d.look(a), d.look(b)
	switch {
	case right == numeral, startsWithNumber(b):
		return d.dot
	case right == group:
		if left == numeral || left == group && !isPower(a) {
			return ""
		}
		return d.dot
	case left == numeral && right == letter && isPlain(a):
		return ""
	case left == numeral && right != stack, left == letter && right != stack:
		return " "
	case left == stack && right != stack && !endsInOperand(a):
		return " "
	}
	return d.dot
}

func isPlain(n expr.Node) bool {
	number, ok := n.(*expr.Number)
	return ok && plain(number)
}

func isPower(n expr.Node) bool {
	_, ok := n.(*expr.Pow)
	return ok
}

// endsInOperand reports whether n ends in what an operator is applied to, so that a factor behind it could be taken
// for a part of the operand.
func endsInOperand(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}
