package typeset

import "chainrule/mathcore/expr"

// A sign that compares, in each charset and in LaTeX.
type relationSign struct{ unicode, ascii, latex string }

// relationSigns are the functions that are written as a comparison between square brackets.
var relationSigns = map[expr.Func]relationSign{ //nolint:exhaustive // the others do not compare
	expr.Greater: {" > ", " > ", " > "},
	expr.Less:    {" < ", " < ", " < "},
	expr.AtLeast: {" ≥ ", " >= ", ` \ge `},
	expr.AtMost:  {" ≤ ", " <= ", ` \le `},
	expr.Delta:   {" = ", " = ", " = "},
}

// relations are the signs between two formulas that have a shape of their own in Book, by how they are typed.
var relations = map[string]string{"<=": "≤", ">=": "≥", "!=": "≠", "->": "→"}

// Relation returns the sign between two formulas as a charset shows it: ≤ for <= in Book, else as it stands.
func Relation(sign string, set Charset) string {
	if shaped, ok := relations[sign]; ok && set == Book {
		return shaped
	}
	return sign
}

// comparing returns the sign of a call that is written as a comparison. A Kronecker delta is one where its arguments are no
// indices.
func comparing(n *expr.Call) (relationSign, bool) {
	if n.Func == expr.Delta && isIndex(n.Args[0]) && isIndex(n.Args[1]) {
		return relationSign{}, false
	}
	sign, ok := relationSigns[n.Func]
	return sign, ok
}

// isIndex reports whether n is written below a δ: a letter or a number.
func isIndex(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Symbol:
		return len(n.Index) == 0
	case *expr.Number:
		return n.Value.IsInt() && numberLevel(n) == atomLevel
	case *expr.Add, *expr.Constant, *expr.Neg, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

func (c relationSign) in(set Charset) string {
	if set != ASCII {
		return c.unicode
	}
	return c.ascii
}

// condition writes the first argument of where, a comparison without its brackets.
func (w *linePrinter) condition(n expr.Node) {
	if c, ok := n.(*expr.Call); ok {
		if sign, ok := relationSigns[c.Func]; ok {
			w.compared(c, sign)
			return
		}
	}
	w.node(n)
}

func (w *linePrinter) compared(c *expr.Call, sign relationSign) {
	w.node(c.Args[0])
	w.say(sign.in(w.set))
	w.node(c.Args[1])
}

func (w *linePrinter) where(n *expr.Call) {
	w.say("where(")
	w.condition(n.Args[0])
	w.say(", ")
	w.node(n.Args[1])
	w.say(", ")
	w.node(n.Args[2])
	w.say(")")
}

func (w *latexPrinter) condition(n expr.Node) {
	if c, ok := n.(*expr.Call); ok {
		if sign, ok := relationSigns[c.Func]; ok {
			w.compared(c, sign)
			return
		}
	}
	w.node(n)
}

func (w *latexPrinter) compared(c *expr.Call, sign relationSign) {
	w.node(c.Args[0])
	w.say(sign.latex)
	w.node(c.Args[1])
}

func (w *latexPrinter) where(n *expr.Call) {
	w.say(`\begin{cases} `)
	w.node(n.Args[1])
	w.say(" & ")
	w.condition(n.Args[0])
	w.say(` \\ `)
	w.node(n.Args[2])
	w.say(` & \text{otherwise} \end{cases}`)
}

func (d *boxPrinter) condition(n expr.Node) *box {
	if c, ok := n.(*expr.Call); ok {
		if sign, ok := relationSigns[c.Func]; ok {
			return d.compared(c, sign)
		}
	}
	return d.node(n)
}

func (d *boxPrinter) compared(c *expr.Call, sign relationSign) *box {
	return beside(d.node(c.Args[0]), text(sign.in(d.set)), d.node(c.Args[1]))
}

func (d *boxPrinter) where(n *expr.Call) *box {
	comma := text(", ")
	return beside(text("where"), d.enclose(beside(d.condition(n.Args[0]), comma, d.node(n.Args[1]), comma, d.node(n.Args[2]))))
}
