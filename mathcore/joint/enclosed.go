package joint

import (
	"math/big"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Nowhere reports whether n surely has no value on the domain.
func Nowhere(n expr.Node, sc *scope.Scope) bool {
	e, ok := enclosure(n, sc)
	return ok && e.Status == eval.Undefined
}

// Enclosed returns bounds of the values that n has on the domain.
func Enclosed(n expr.Node, sc *scope.Scope) (eval.Interval, bool) {
	e, ok := enclosure(n, sc)
	return e.Interval, ok && e.Status != eval.Undefined && e.Lo <= e.Hi
}

// Enclosure is Enclosed that tells whether n has a value for all letters of the domain. It reports false where n holds what
// is not carried out.
func Enclosure(n expr.Node, sc *scope.Scope) (eval.Enclosure, bool) { return enclosure(n, sc) }

func enclosure(n expr.Node, sc *scope.Scope) (eval.Enclosure, bool) {
	if expr.Contains(n, isOperator) {
		return eval.Enclosure{}, false
	}
	symbols := expr.Symbols(n)
	p, ok := eval.CompileUnder(sc.Meter(), n, symbols)
	if !ok {
		return eval.Enclosure{}, false
	}
	box := make([]eval.Interval, len(symbols))
	for i, s := range symbols {
		d, _ := sc.Domain(s)
		box[i] = hull(d)
	}
	sc.Meter().Spend(len(box))
	return p.Enclose(box), true
}

func isOperator(n expr.Node) bool {
	switch n.(type) {
	case *expr.Derivative, *expr.Series, *expr.Apply:
		return true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	}
	return false
}

// hull returns an interval of float64 that holds the domain.
func hull(d scope.Domain) eval.Interval {
	box := eval.Whole
	if d.Finite() {
		for i, r := range d.Set {
			at := eval.Around(r)
			if i == 0 {
				box = at
			}
			box = eval.Interval{Lo: min(box.Lo, at.Lo), Hi: max(box.Hi, at.Hi)}
		}
		return box
	}
	if d.Lo != nil {
		box.Lo = eval.Around(d.Lo).Lo
	}
	if d.Hi != nil {
		box.Hi = eval.Around(d.Hi).Hi
	}
	return box
}

// exactly returns the value of n if it is known to be rational.
func exactly(n expr.Node) (*big.Rat, bool) {
	r := eval.Rational(n)
	return r, r != nil
}
