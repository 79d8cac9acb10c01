package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// byRootLetter proves equality of two sides with roots inside roots by taking the inner one as a letter: where r = √(cs+d)
// stands in a side, r is not negative and s = (r²-d)/c; where r is its cube root, r is any number and s = (r³-d)/c.
func (ctx *context) byRootLetter(q *question) Answer {
	both := expr.Minus(q.left, q.right)
	if len(ctx.scope.Conditions()) > 0 || expr.Contains(both, isSeries) {
		return Unproved
	}
	sc := ctx.scope.Clone()
	root, s, value, ok := ctx.innerRoot(both, expr.Sqrt)
	if ok {
		sc.Declare(root, scope.Interval(new(big.Rat), nil, false, false))
	} else if root, s, value, ok = ctx.innerRoot(both, expr.Cbrt); ok {
		sc.Declare(root, scope.Real)
	} else {
		return Unproved
	}
	inside := ctx.beside(sc)
	put := &question{left: expr.Substitute(q.left, s, value), right: expr.Substitute(q.right, s, value)}
	if answer := inside.same(put.left, put.right); answer.holds() {
		return answer
	}
	return inside.byPowers(put)
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// innerRoot finds such a root of cs+d with rational c and d inside another root, and returns a letter for it, s, and s
// expressed by that letter.
func (ctx *context) innerRoot(n expr.Node, such expr.Func) (root, s *expr.Symbol, value expr.Node, ok bool) {
	degree := int64(2)
	if such == expr.Cbrt {
		degree = 3
	}
	expr.Walk(n, func(outer expr.Node) bool {
		c, isCall := outer.(*expr.Call)
		if ok || !isCall || c.Func != expr.Sqrt && (such != expr.Cbrt || c.Func != expr.Cbrt) {
			return !ok
		}
		expr.Walk(c.Args[0], func(inner expr.Node) bool {
			if c, isCall := inner.(*expr.Call); !ok && isCall && c.Func == such {
				s, value, ok = ctx.solvedFor(c.Args[0], boundPrefix+"root", degree)
			}
			return !ok
		})
		return !ok
	})
	return expr.Var(boundPrefix + "root"), s, value, ok
}

// solvedFor returns the letter s of n = cs+d and (r^k-d)/c for a letter r of that name.
func (ctx *context) solvedFor(n expr.Node, name string, k int64) (s *expr.Symbol, value expr.Node, ok bool) {
	symbols := expr.Symbols(n)
	if len(symbols) != 1 {
		return nil, nil, false
	}
	num, den := ctx.expand(ctx.value(n))
	if !den.IsOne() || len(num) == 0 || len(num) > 2 || len(num[0].M) != 1 || num[0].M[0].Num != 1 ||
		num[0].M[0].Den != 1 || ctx.kernels[num[0].M[0].Var].kind != symbolKernel || len(num) == 2 && len(num[1].M) > 0 {
		return nil, nil, false
	}
	value = expr.Power(expr.Var(name), expr.Int(k))
	if len(num) == 2 {
		value = expr.Minus(value, expr.Rational(num[1].C.Big()))
	}
	return symbols[0], expr.Quotient(value, expr.Rational(num[0].C.Big())), true
}
