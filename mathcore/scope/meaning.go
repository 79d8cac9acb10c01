package scope

import "chainrule/mathcore/expr"

// Meaning returns what a defined symbol, or a defined function applied without primes, stands for: its definition put
// in once, definitions inside it left alone. It reports false for everything else.
func (s *Scope) Meaning(n expr.Node) (expr.Node, bool) {
	switch n := n.(type) {
	case *expr.Symbol:
		return s.meaning(n.Name, n.Index, nil)
	case *expr.Apply:
		if n.Primes == 0 {
			return s.meaning(n.Name, n.Index, n.Args)
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative,
		*expr.Series:
	}
	return nil, false
}
