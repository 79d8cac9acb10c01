package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// sameByRoot proves equality of two sides with roots inside roots by taking the inner one as a letter: where r = √(cs+d)
// stands in a side, r is not negative and s = (r²-d)/c.
func (f *field) sameByRoot(a, b expr.Node) bool {
	both := expr.Minus(a, b)
	if len(f.scope.Conditions()) > 0 || expr.Contains(both, isSeries) {
		return false
	}
	root, s, value, ok := f.innerRoot(both)
	if !ok {
		return false
	}
	sc := f.scope.Clone()
	sc.Declare(root, scope.Interval(new(big.Rat), nil, false, false))
	g := f.within(sc)
	a, b = expr.Substitute(a, s, value), expr.Substitute(b, s, value)
	proved := g.same(a, b) || g.samePowers(a, b)
	f.modular = f.modular || proved && g.modular
	return proved
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// innerRoot finds a root of cs+d with rational c and d inside another root, and returns a letter for it, s, and s
// expressed by that letter.
func (f *field) innerRoot(n expr.Node) (root, s *expr.Symbol, value expr.Node, ok bool) {
	expr.Walk(n, func(outer expr.Node) bool {
		c, isCall := outer.(*expr.Call)
		if ok || !isCall || c.Func != expr.Sqrt {
			return !ok
		}
		expr.Walk(c.Args[0], func(inner expr.Node) bool {
			if c, isCall := inner.(*expr.Call); !ok && isCall && c.Func == expr.Sqrt {
				s, value, ok = f.solvedFor(c.Args[0], boundPrefix+"root")
			}
			return !ok
		})
		return !ok
	})
	return expr.Var(boundPrefix + "root"), s, value, ok
}

// solvedFor returns the letter s of n = cs+d and (r²-d)/c for a letter r of that name.
func (f *field) solvedFor(n expr.Node, name string) (s *expr.Symbol, value expr.Node, ok bool) {
	symbols := expr.Symbols(n)
	if len(symbols) != 1 {
		return nil, nil, false
	}
	num, den := f.expand(f.value(n))
	if !den.IsOne() || len(num) == 0 || len(num) > 2 || len(num[0].M) != 1 || num[0].M[0].Num != 1 ||
		num[0].M[0].Den != 1 || f.kernels[num[0].M[0].Var].kind != symbolKernel || len(num) == 2 && len(num[1].M) > 0 {
		return nil, nil, false
	}
	value = expr.Power(expr.Var(name), expr.Int(2))
	if len(num) == 2 {
		value = expr.Minus(value, expr.Rational(num[1].C.Big()))
	}
	return symbols[0], expr.Quotient(value, expr.Rational(num[0].C.Big())), true
}
