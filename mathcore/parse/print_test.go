package parse_test

import (
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
)

// show prints a tree with a bracket around every operation, so that the tables can say what was understood.
func show(n expr.Node) string {
	switch n := n.(type) {
	case nil:
		return ""
	case *expr.Number:
		return n.Text
	case *expr.Constant:
		return n.Name.String()
	case *expr.Symbol:
		return n.Name + showIndex(n.Index)
	case *expr.Neg:
		return "(-" + show(n.X) + ")"
	case *expr.Add:
		return "(" + showAll(n.Terms, " + ") + ")"
	case *expr.Mul:
		return "(" + showAll(n.Factors, " * ") + ")"
	case *expr.Div:
		return "(" + show(n.Num) + " / " + show(n.Den) + ")"
	case *expr.Pow:
		return "(" + show(n.Base) + " ^ " + show(n.Exp) + ")"
	case *expr.Call:
		return n.Func.String() + "(" + showAll(n.Args, ", ") + ")"
	case *expr.Apply:
		return n.Name + showIndex(n.Index) + strings.Repeat("'", n.Primes) + "{" + showAll(n.Args, ", ") + "}"
	case *expr.Derivative:
		d := "d"
		if n.Partial {
			d = "∂"
		}
		if n.Order > 1 {
			d += strconv.Itoa(n.Order)
		}
		return d + "/" + show(n.Var) + "{" + show(n.Body) + "}"
	case *expr.Series:
		if !n.Seen() {
			return "sum(" + show(n.Body) + ")"
		}
		if !n.Bounded() {
			return "sum(" + show(n.Index) + ", " + show(n.Body) + ")"
		}
		sign := "sum("
		if n.Product {
			sign = "prod("
		}
		return sign + show(n.Index) + "=" + show(n.Lo) + ".." + show(n.Hi) + ", " + show(n.Body) + ")"
	}
	panic("unknown node")
}

func showAll(parts []expr.Node, between string) string {
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = show(p)
	}
	return strings.Join(texts, between)
}

func showIndex(index []expr.Node) string {
	if len(index) == 0 {
		return ""
	}
	return "[" + showAll(index, ",") + "]"
}
