package judge

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// whyNowhere returns why an expression has a value nowhere: what its first part needs that is 0 wherever it has a value.
func whyNowhere(n expr.Node, sc *scope.Scope) eval.Fault {
	fault := eval.NoFault
	sc.Meter().Spend(expr.Size(n))
	expr.Walk(n, func(n expr.Node) bool {
		if fault != eval.NoFault {
			return false
		}
		if x, why := needsNonzero(n); x != nil && isZero(x, sc) {
			fault = why
		}
		return true
	})
	return fault
}

// needsNonzero returns the part of n that must not be 0, and the fault if it is; nil if there is none.
func needsNonzero(n expr.Node) (expr.Node, eval.Fault) {
	switch n := n.(type) {
	case *expr.Div:
		return n.Den, eval.DivisionByZero
	case *expr.Call:
		if n.Func == expr.Ln || n.Func == expr.Log2 || n.Func == expr.Log10 {
			return n.Args[len(n.Args)-1], eval.LogOfNonPositive
		}
	case *expr.Pow:
		if e, ok := n.Exp.(*expr.Neg); ok && isPositiveNumber(e.X) {
			return n.Base, eval.DivisionByZero
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, eval.NoFault
}

func isPositiveNumber(n expr.Node) bool {
	v, ok := n.(*expr.Number)
	return ok && v.Value.Sign() > 0
}

func isZero(n expr.Node, sc *scope.Scope) bool {
	number, ok := n.(*expr.Number)
	return ok && number.Value.Sign() == 0 || algebra.Equal(n, expr.Int(0), sc) == algebra.Proved
}

// Vanishing returns the innermost part of an expression that is 0 where it must not be: a denominator, or what a logarithm
// is taken of. It returns nil if none is proved to be.
func Vanishing(n expr.Node, sc *scope.Scope) (part expr.Node, fault eval.Fault) {
	prepared := sc.Metered(Budget)
	prepared.Meter().Within(Budget, func() {
		expr.Walk(n, func(n expr.Node) bool {
			x, why := needsNonzero(n)
			if x == nil {
				return true
			}
			value, ok := Prepare(x, prepared)
			if ok && isZero(value, prepared) {
				part, fault = x, why
			}
			return true
		})
	})
	return part, fault
}
