package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// Where two letters stand in a side in one combination alone, x + ry or x y^r, the side has all its values where y is one number: x
// moves the combination through all that it may be.

// A combination is x + ry, or x y^r with a whole r.
type combination struct {
	x, y    *expr.Symbol
	ratio   *big.Rat
	product bool
	found   bool // the ratio is known
}

// byCombination compares sides in which two letters stand in one combination alone by what they are where one of these is a number, or
// tells that a side has no value there, and so nowhere. It reports false where there is no such combination.
func (p *pair) byCombination(t *trial) (Verdict, bool) {
	letters := expr.Symbols(p.left, p.right)
	if len(letters) < 2 || len(letters) > 3 || len(p.scope.Conditions()) > 0 || len(p.kind) > 0 || p.depth >= jointDepth {
		return Verdict{}, false
	}
	if eitherContains(p.standing.left, p.standing.right, func(n expr.Node) bool { return isDerivative(n) || isSeries(n) || appliesOrCounts(n) }) {
		return Verdict{}, false
	}
	for _, x := range letters {
		for _, y := range letters {
			if expr.Equal(x, y) {
				continue
			}
			for _, product := range []bool{false, true} {
				if v, found := p.combinedIn(x, y, product, t); found {
					return v, true
				}
			}
		}
	}
	return Verdict{}, false
}

func appliesOrCounts(n expr.Node) bool {
	_, apply := n.(*expr.Apply)
	s, symbol := n.(*expr.Symbol)
	return apply || symbol && len(s.Index) > 0
}

// combinedIn is byCombination for two letters.
func (p *pair) combinedIn(x, y *expr.Symbol, product bool, t *trial) (Verdict, bool) {
	for _, sides := range [][]expr.Node{{p.standing.left, p.standing.right}, {p.standing.left}, {p.standing.right}} {
		c := combination{x: x, y: y, product: product}
		if slices.ContainsFunc(sides, func(n expr.Node) bool { return !c.decides(n, p.scope) }) || !c.found {
			continue
		}
		value, ok := c.enough(p.scope)
		if !ok && len(sides) == 2 {
			return p.asLetter(&c, sides[0], sides[1], t)
		}
		if !ok {
			continue
		}
		put := func(n expr.Node) expr.Node { return expr.Substitute(n, y, value) }
		if len(sides) == 1 {
			if p.seenNowhere(put(sides[0])) {
				return t.undefined(), true
			}
			continue
		}
		v := p.compareAt(put(sides[0]), put(sides[1]), p.scope)
		if v.Relation == Different {
			v.Witness = p.told(joint.Place{Symbol: y, Value: value}, v.Witness)
			return v, v.Witness != nil
		}
		return v, v.Relation == Equal || v.Relation == Undefined
	}
	return Verdict{}, false
}

// decides reports whether both letters stand in n in the combination alone.
func (c *combination) decides(n expr.Node, sc *scope.Scope) bool {
	if !c.holds(n) {
		return true
	}
	if call, ok := n.(*expr.Call); ok && call.Func == expr.Delta {
		n = expr.Minus(call.Args[0], call.Args[1])
	}
	var rest []expr.Node
	var ofX, ofY *big.Rat
	ok := true
	if c.product {
		ofX, ofY = new(big.Rat), new(big.Rat)
		rest = c.powers(n, big.NewRat(1, 1), ofX, ofY)
	} else {
		ofX, ofY, rest, ok = c.slopes(n, sc)
	}
	if !ok || !c.fits(ofX, ofY) {
		return false
	}
	return !slices.ContainsFunc(rest, func(part expr.Node) bool { return !c.decides(part, sc) })
}

func (c *combination) holds(n expr.Node) bool { return expr.Mentions(n, c.x) || expr.Mentions(n, c.y) }

// fits reports whether multiples of the letters, or powers of them, are in the ratio.
func (c *combination) fits(ofX, ofY *big.Rat) bool {
	if ofX.Sign() == 0 {
		return ofY.Sign() == 0
	}
	ratio := new(big.Rat).Quo(ofY, ofX)
	if !c.found {
		c.ratio, c.found = ratio, ratio.Sign() != 0 && (!c.product || ratio.IsInt())
	}
	return c.found && ratio.Cmp(c.ratio) == 0
}

// slopes returns what the letters are multiplied by in the linear part of n, and the parts of n that are not linear.
func (c *combination) slopes(n expr.Node, sc *scope.Scope) (ofX, ofY *big.Rat, rest []expr.Node, ok bool) {
	linear := []expr.Node{n}
	if sum, isSum := n.(*expr.Add); isSum {
		linear = sum.Terms
	}
	var kept []expr.Node
	for _, t := range linear {
		switch {
		case !c.holds(t):
		case isOfFirstDegree(t):
			kept = append(kept, t)
		case len(linear) > 1:
			rest = append(rest, t)
		default:
			rest = append(rest, expr.Children(t)...)
		}
	}
	slope := func(s *expr.Symbol) *big.Rat {
		derived, resolved := calculus.Resolve(&expr.Derivative{Var: s, Body: expr.Sum(kept...), Order: 1}, sc)
		r, number := expr.RationalOf(calculus.Tidy(derived))
		ok = resolved && number
		return r
	}
	if len(kept) == 0 {
		return new(big.Rat), new(big.Rat), rest, true
	}
	if ofX = slope(c.x); ok {
		ofY = slope(c.y)
	}
	return ofX, ofY, rest, ok
}

// isOfFirstDegree reports whether n is a sum of multiples of letters by numbers.
func isOfFirstDegree(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Symbol:
		return true
	case *expr.Neg:
		return isOfFirstDegree(n.X)
	case *expr.Add:
		return !slices.ContainsFunc(n.Terms, func(t expr.Node) bool { return !isOfFirstDegree(t) })
	case *expr.Mul:
		held := slices.DeleteFunc(slices.Clone(n.Factors), func(f expr.Node) bool { return len(expr.Symbols(f)) == 0 })
		return len(held) == 0 || len(held) == 1 && isOfFirstDegree(held[0])
	case *expr.Div:
		return len(expr.Symbols(n.Den)) == 0 && isOfFirstDegree(n.Num)
	case *expr.Number, *expr.Constant, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return len(expr.Symbols(n)) == 0
}

// powers adds the exponents of the letters in the product n^e, and returns the parts of n that are no letters.
func (c *combination) powers(n expr.Node, e, ofX, ofY *big.Rat) (rest []expr.Node) {
	switch n := n.(type) {
	case *expr.Symbol:
		if expr.Equal(n, c.x) {
			ofX.Add(ofX, e)
		} else if expr.Equal(n, c.y) {
			ofY.Add(ofY, e)
		}
		return nil
	case *expr.Neg:
		return c.powers(n.X, e, ofX, ofY)
	case *expr.Mul:
		for _, f := range n.Factors {
			rest = append(rest, c.powers(f, e, ofX, ofY)...)
		}
		return rest
	case *expr.Div:
		return append(c.powers(n.Num, e, ofX, ofY), c.powers(n.Den, new(big.Rat).Neg(e), ofX, ofY)...)
	case *expr.Pow:
		if k, ok := expr.RationalOf(n.Exp); ok && k.IsInt() && k.Sign() != 0 {
			return c.powers(n.Base, new(big.Rat).Mul(e, k), ofX, ofY)
		}
	case *expr.Number, *expr.Constant, *expr.Add, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return expr.Children(n)
}

// enough returns a number for y with which the combination still takes all its values, since x makes up for it.
func (c *combination) enough(sc *scope.Scope) (expr.Node, bool) {
	dx, _ := sc.Domain(c.x)
	dy, _ := sc.Domain(c.y)
	if dx.Whole || dx.Finite() || dx.Hi != nil {
		return nil, false
	}
	one := big.NewRat(1, 1)
	if c.product {
		positive := dy.Lo != nil && (dy.Lo.Sign() > 0 || dy.Lo.Sign() == 0 && dy.LoOpen)
		stays := dx.Lo == nil || dx.Lo.Sign() == 0 && positive
		return expr.Int(1), stays && dy.Contains(one)
	}
	for _, r := range []*big.Rat{new(big.Rat), one} {
		if dx.Lo == nil && dy.Contains(r) {
			return expr.Rational(r), true
		}
	}
	return nil, false
}
