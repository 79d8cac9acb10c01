package sample

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// Sigmoid reports whether n applies the sigmoid, under whatever name.
func (s *Sample) Sigmoid(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return n.Func == expr.Sigmoid
	case *expr.Apply:
		if len(n.Args) != 1 || len(n.Index) > 0 || n.Primes > 0 {
			return false
		}
		is, known := s.sigmoids[n.Name]
		if !known {
			u := expr.Var("u")
			at := &expr.Apply{Name: n.Name, Args: []expr.Node{u}}
			is = calculus.Differentiate(at, u, s.Scope).Rule == calculus.SigmoidRule
			s.sigmoids[n.Name] = is
		}
		return is
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative,
		*expr.Series:
	}
	return false
}
