package lessons

import "chainrule/mathcore/expr"

// primesBy tells the scope of the question by what a prime differentiates: by what the formula it starts from does, if that is
// one letter everywhere.
func (a *Asked) primesBy(from Term) {
	if from.Tree == nil {
		return
	}
	var found *expr.Symbol
	several := false
	note := func(s *expr.Symbol) {
		several = several || found != nil && !expr.Equal(found, s)
		found = s
	}
	expr.Walk(from.Tree, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Derivative:
			note(n.Var)
		case *expr.Apply:
			if s, ok := n.Args[0].(*expr.Symbol); ok && n.Primes > 0 {
				note(s)
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call,
			*expr.Series:
		}
		return true
	})
	if found != nil && !several {
		a.Scope.Variable = expr.Var(found.Name, found.Index...)
	}
}
