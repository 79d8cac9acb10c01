// Package typeset writes expression trees for people: on one line, as LaTeX, in words for a voice, and laid out in two dimensions of
// text with fraction bars, raised powers, roots and sums.
//
// It shows a tree as it stands. It neither simplifies nor reads, and it knows nothing of screens and colours.
package typeset

import "chainrule/mathcore/expr"

// A Charset says with which characters a formula is written.
type Charset uint8

// The charsets. Unicode and Book differ on one line only: Unicode writes what is easily typed, Book what is easily read,
// and both are read again as the same tree.
const (
	Unicode Charset = iota // Greek letters, box drawing, mathematical signs: e^(-x), θ_1, 2*x_ij
	ASCII                  // plain ASCII: theta, yhat, sqrt
	Book                   // as Unicode, raised and lowered where there are characters for it: e⁻ˣ, θ₁, 2·xᵢⱼ
)

// A level tells how tightly the outermost sign of a written form binds.
type level uint8

const (
	sumLevel     level = iota // a + b, -a
	productLevel              // a*b, a/b
	factorLevel               // d/dx(a): may stand in a product, not under a power
	powerLevel                // a^b, n!, 50%
	atomLevel                 // x, 2, ln(x)
)

// lineLevel returns the level of n as Line writes it.
func lineLevel(n expr.Node) level {
	switch n := n.(type) {
	case *expr.Add, *expr.Neg:
		return sumLevel
	case *expr.Mul, *expr.Div:
		return productLevel
	case *expr.Derivative:
		return factorLevel
	case *expr.Pow:
		return powerLevel
	case *expr.Number:
		return numberLevel(n)
	case *expr.Call:
		if n.Func == expr.Factorial {
			return powerLevel
		}
		return atomLevel
	case *expr.Constant, *expr.Symbol, *expr.Apply, *expr.Series:
		return atomLevel
	}
	panic("typeset: unknown node")
}

func numberLevel(n *expr.Number) level {
	for _, r := range numberText(n) {
		if r == '/' {
			return productLevel
		}
		if (r < '0' || r > '9') && r != '.' {
			return powerLevel
		}
	}
	return atomLevel
}

// numberText returns the spelling of a number; one that nobody spelled is written out of its value.
func numberText(n *expr.Number) string {
	if n.Text != "" {
		return n.Text
	}
	return n.Value.RatString()
}
