package algebra

import (
	"math"
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
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
	root, ok := ctx.innerRoot(both, expr.Sqrt)
	if ok {
		sc.Declare(root.letter, ctx.rangeOfRoot(root))
	} else if root, ok = ctx.innerRoot(both, expr.Cbrt); ok {
		sc.Declare(root.letter, scope.Real)
	} else {
		return Unproved
	}
	inside := ctx.beside(sc)
	put := &question{left: expr.Substitute(q.left, root.of, root.value), right: expr.Substitute(q.right, root.of, root.value)}
	if answer := inside.same(put.left, put.right); answer.holds() {
		return answer
	}
	return inside.byPowers(put)
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// A linearRoot is a root r of cs + d.
type linearRoot struct {
	letter      *expr.Symbol // r
	of          *expr.Symbol // s
	value       expr.Node    // s by r
	slope, rest rat.Rat      // c and d
}

// innerRoot finds such a root of cs+d with rational c and d inside another root.
func (ctx *context) innerRoot(n expr.Node, such expr.Func) (root linearRoot, ok bool) {
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
				root, ok = ctx.solvedFor(c.Args[0], degree)
			}
			return !ok
		})
		return !ok
	})
	return root, ok
}

// solvedFor returns n = cs+d solved for s, with a letter r for the k-th root of n: s = (r^k-d)/c.
func (ctx *context) solvedFor(n expr.Node, k int64) (linearRoot, bool) {
	symbols := expr.Symbols(n)
	if len(symbols) != 1 {
		return linearRoot{}, false
	}
	num, den := ctx.expand(ctx.value(n))
	if !den.IsOne() || len(num) == 0 || len(num) > 2 || len(num[0].M) != 1 || num[0].M[0].Num != 1 ||
		num[0].M[0].Den != 1 || ctx.kernels[num[0].M[0].Var].kind != symbolKernel || len(num) == 2 && len(num[1].M) > 0 {
		return linearRoot{}, false
	}
	root := linearRoot{letter: expr.Var(boundPrefix + "root"), of: symbols[0], slope: num[0].C}
	power := expr.Power(root.letter, expr.Int(k))
	if len(num) == 2 {
		root.rest = num[1].C
		power = expr.Minus(power, expr.Rational(root.rest.Big()))
	}
	root.value = expr.Quotient(power, expr.Rational(root.slope.Big()))
	return root, true
}

// rangeOfRoot returns an interval that holds the values of a square root: its ends are the roots of those of what stands below it, or
// numbers just beyond these.
func (ctx *context) rangeOfRoot(root linearRoot) scope.Domain {
	d, _ := ctx.scope.Domain(root.of)
	lo, hi := ends(d)
	if root.slope.Sign() < 0 {
		lo, hi = hi, lo
	}
	at := func(end *big.Rat) *big.Rat {
		u := new(big.Rat).Mul(end, root.slope.Big())
		return u.Add(u, root.rest.Big())
	}
	in := scope.Interval(new(big.Rat), nil, false, false)
	if lo != nil {
		in.Lo = rootBeside(at(lo), -1)
	}
	if hi != nil {
		in.Hi = rootBeside(at(hi), 1)
	}
	if in.Lo == nil {
		in.Lo = new(big.Rat)
	}
	return in
}

// rootBeside returns the square root of u where it is rational, or else a number on that side of it; nil where u is too great or too
// small. That of what is negative is taken to be 0.
func rootBeside(u *big.Rat, side float64) *big.Rat {
	if u.Sign() <= 0 {
		return new(big.Rat)
	}
	exact := new(big.Rat).SetFrac(new(big.Int).Sqrt(u.Num()), new(big.Int).Sqrt(u.Denom()))
	if new(big.Rat).Mul(exact, exact).Cmp(u) == 0 {
		return exact
	}
	const beyond, least = 1e-9, 1e-200
	f, _ := u.Float64()
	if f < least || math.IsInf(f, 0) {
		return nil
	}
	return new(big.Rat).SetFloat64(math.Sqrt(f) * (1 + side*beyond))
}
