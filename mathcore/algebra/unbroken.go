package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// unbroken reports whether n has a value for all smaller values of the letter where it has one for some, its other
// letters being given: what does not depend on the letter is the same for all, and a sum has a value if a longer one has.
func (c *chain) unbroken(g *context, n expr.Node) bool {
	if !c.in(n) {
		return true
	}
	parts := true
	if _, sum := n.(*expr.Series); !sum {
		parts = !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !c.unbroken(g, part) })
	}
	switch n := n.(type) {
	case *expr.Symbol:
		return true
	case *expr.Neg, *expr.Add, *expr.Mul:
		return parts
	case *expr.Div:
		return parts && (!c.in(n.Den) || awayFromZero(g, n.Den))
	case *expr.Pow:
		return parts && c.powerUnbroken(g, n)
	case *expr.Series:
		return c.seriesUnbroken(g, n)
	case *expr.Call:
		return parts && c.callUnbroken(g, n)
	case *expr.Number, *expr.Constant, *expr.Apply, *expr.Derivative:
	}
	return false
}

// powerUnbroken knows the powers of what is positive, those of what is not zero with whole exponents, and those with the
// exponents 1, 2, 3 and so on. What does not hang on the letter and is zero at isolated points alone is as good as not zero: at such a
// point both sides, where they have values, are what they are beside it.
func (c *chain) powerUnbroken(g *context, n *expr.Pow) bool {
	if base, ok := enclosed(g, n.Base); ok && base.Lo > 0 {
		return true
	}
	if s, ok := n.Base.(*expr.Symbol); ok {
		if d, _ := g.scope.Domain(s); signOfDomain(d) == notNegative && !d.Contains(new(big.Rat)) {
			return true
		}
	}
	if !c.whole(g, n.Exp) {
		return false
	}
	if s, ok := n.Base.(*expr.Symbol); ok && !c.in(s) && !g.runsWhole(s) && !g.productMayVanish(g.value(s)) {
		return true
	}
	exponent, ok := enclosed(g, n.Exp)
	return ok && exponent.Lo >= 1 || awayFromZero(g, n.Base)
}

// seriesUnbroken asks the summand at each index of its own.
func (c *chain) seriesUnbroken(g *context, n *expr.Series) bool {
	index := scope.Domain{Whole: true}
	lo, ok := g.wholeConstant(n.Lo)
	switch {
	case ok:
		index.Lo = big.NewRat(lo, 1)
	case len(expr.Symbols(n.Lo)) == 0:
		return false
	}
	if expr.Equal(n.Index, c.letter) {
		return ok
	}
	if c.in(n.Lo) { // terms fall away from one n to the next: each must have a value
		least, open, known := g.leastOf(g.canonical(g.value(n.Lo)))
		if known && open == nil {
			index.Lo = least.Big()
		}
		there := g.beside(g.scope.Clone())
		there.scope.Declare(n.Index, index)
		_, defined := enclosed(there, n.Body)
		return expr.Total(n.Body) || defined
	}
	inside := *c
	inside.scope = g.scope.Clone()
	inside.scope.Declare(n.Index, index)
	unbroken := false
	g.within(func() { unbroken = inside.unbroken(inside.context(), n.Body) })
	return unbroken
}

func (c *chain) callUnbroken(g *context, n *expr.Call) bool {
	e, ok := enclosed(g, n.Args[0])
	switch n.Func { //nolint:exhaustive // of the others nothing is known
	case expr.Exp, expr.Abs, expr.Sign, expr.Max, expr.Min, expr.Sin, expr.Cos, expr.Tanh, expr.Delta:
		return true
	case expr.Sqrt:
		return ok && e.Lo >= 0
	case expr.Ln:
		inner, call := n.Args[0].(*expr.Call)
		return ok && e.Lo > 0 || call && (inner.Func == expr.Exp || inner.Func == expr.Factorial)
	case expr.Factorial:
		return ok && e.Lo >= 0 && c.whole(g, n.Args[0])
	}
	letters := make([]expr.Node, len(n.Args))
	for i := range letters {
		letters[i] = c.letter
	}
	return expr.Total(expr.Of(n.Func, letters...))
}

// whole reports whether n is a sum of products of whole numbers and letters that run through whole numbers.
func (c *chain) whole(g *context, n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value.IsInt()
	case *expr.Symbol:
		return g.isWhole(n)
	case *expr.Series:
		inside := g.beside(g.scope.Clone())
		inside.scope.Declare(n.Index, scope.Domain{Whole: true})
		return c.whole(inside, n.Body)
	case *expr.Neg, *expr.Add, *expr.Mul:
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !c.whole(g, part) })
	case *expr.Constant, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return false
}

// awayFromZero reports whether n is certainly never zero.
func awayFromZero(g *context, n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Neg:
		return awayFromZero(g, n.X)
	case *expr.Mul:
		return !slices.ContainsFunc(n.Factors, func(part expr.Node) bool { return !awayFromZero(g, part) })
	case *expr.Pow:
		return awayFromZero(g, n.Base)
	case *expr.Call:
		if n.Func == expr.Exp || n.Func == expr.Factorial {
			return true
		}
	case *expr.Div:
		return awayFromZero(g, n.Num)
	case *expr.Symbol:
		if d, _ := g.scope.Domain(n); d.Finite() {
			return !d.Contains(new(big.Rat))
		}
	case *expr.Series:
		if n.Product {
			return awayFromZero(g, n.Body)
		}
	case *expr.Number, *expr.Constant, *expr.Add, *expr.Apply, *expr.Derivative:
	}
	e, ok := enclosed(g, n)
	return ok && (e.Lo > 0 || e.Hi < 0)
}

// enclosed returns bounds of n over the whole domain, where it has a value throughout.
func enclosed(g *context, n expr.Node) (eval.Enclosure, bool) {
	program, box, ok := g.overDomain(n)
	if !ok {
		return eval.Enclosure{}, false
	}
	e := program.Enclose(box)
	return e, e.Status == eval.Defined
}
