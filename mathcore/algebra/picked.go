package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
)

// picked takes out of a sum or product what a δ of its index picks: with f for 1 and g for 0 in place of the δ, Σ f+(δ-part) is
// Σ g over the whole range and f-g at the index that the δ names, if that lies in the range and g has a value there. A free
// letter is taken to lie there, as everywhere, but in a range that is part of another or ends at an index; of that, and of anything
// else, it is asked. A product needs a g that is no zero there, or is
// cut at an index that surely lies in the range.
// What is linear in the δ of a letter is left to the normal form.
func (r *ranger) picked(s *expr.Series) (expr.Node, bool) {
	for _, p := range r.picks(s) {
		if n, ok := r.pickedAt(s, p); ok {
			return n, true
		}
	}
	return nil, false
}

// pickedWhole returns the one term that a δ leaves of a sum, if all of it is a multiple of the δ and has a value everywhere, and the index
// that is picked surely lies in the range. It comes before the range is cut, of which the index need not lie in each part.
func (r *ranger) pickedWhole(s *expr.Series) (expr.Node, bool) {
	jumps := func(n expr.Node) bool { // beside members, of which the one that is picked may be another
		c, ok := n.(*expr.Call)
		return ok && chooses(c) && !onlyWhole(expr.Sum(c.Args...))
	}
	if s.Product || !expr.Total(s.Body) || expr.Contains(s.Body, jumps) {
		return nil, false
	}
	for _, p := range r.picks(s) {
		if r.surelyHolds(s, p.at) && isZeroNumber(r.instead(s.Body, p.delta, expr.Int(0))) {
			return r.at(r.instead(s.Body, p.delta, expr.Int(1)), s.Index, p.at), true
		}
	}
	return nil, false
}

// A pick is a δ of the index of a sum, and the number that it compares with.
type pick struct {
	delta *expr.Call
	at    expr.Node
}

// picks returns what δs of the body compare the index with, as whole numbers.
func (r *ranger) picks(s *expr.Series) []pick {
	var all []pick
	r.eachCall(s.Body, nil, func(n *expr.Call, bound []*expr.Symbol) {
		if n.Func != expr.Delta {
			return
		}
		at, _, ok := r.zeroOf(s, expr.Minus(n.Args[0], n.Args[1]))
		if ok && !slices.ContainsFunc(bound, func(b *expr.Symbol) bool { return expr.Mentions(at, b) }) {
			all = append(all, pick{n, at})
		}
	})
	return all
}

func (r *ranger) pickedAt(s *expr.Series, p pick) (expr.Node, bool) {
	if r.notLess(expr.Minus(s.Lo, expr.Int(1)), p.at) || r.notLess(expr.Minus(p.at, expr.Int(1)), s.Hi) {
		return r.over(s, s.Lo, s.Hi, r.instead(s.Body, p.delta, expr.Int(0))), true
	}
	letter, single := p.at.(*expr.Symbol)
	// Of the index of another sum, and of free letters that lie in another range, of which this may be a part, it is asked as well.
	alone := single && r.isKnown(letter) && r.known == 1
	asked := single && isBoundSymbol(letter) && (r.isKnown(letter) && r.endsAtIndex(s) || !alone && !r.surelyHolds(s, p.at))
	plain := single && (expr.Equal(p.delta.Args[0], letter) || expr.Equal(p.delta.Args[1], letter))
	if plain && linearInDelta(s.Body, p.delta) && !s.Product && !asked {
		return nil, false
	}
	if single && !plain && linearInDelta(s.Body, p.delta) && !s.Product {
		return r.over(s, s.Lo, s.Hi, r.instead(s.Body, p.delta, expr.Of(expr.Delta, s.Index, letter))), true
	}
	without, with := r.instead(s.Body, p.delta, expr.Int(0)), r.instead(s.Body, p.delta, expr.Int(1))
	rest := r.at(without, s.Index, p.at)
	there := r.at(with, s.Index, p.at)
	switch {
	case !s.Product && !r.total(rest):
		return nil, false
	case !s.Product:
		there = settledChoices(expr.Sum(there, expr.Negative(rest)))
	case isNeutral(s, without):
	case awayFromZero(r.ctx, rest):
		there = expr.Quotient(there, rest)
	case r.surelyHolds(s, p.at) && r.total(without): // cut there, since what it would be without may be 0
		before, after := r.plain(expr.Minus(p.at, expr.Int(1))), r.plain(expr.Sum(p.at, expr.Int(1)))
		return joined(s, r.over(s, s.Lo, before, without), there, r.over(s, after, s.Hi, without)), true
	default:
		return nil, false
	}
	if single && !isBoundSymbol(letter) && !isPart(s) && !r.endsAtIndex(s) {
		return joined(s, r.over(s, s.Lo, s.Hi, without), there), true
	}
	if single && isBoundSymbol(letter) && !asked && !r.surelyHolds(s, p.at) {
		return nil, false
	}
	return joined(s, r.over(s, s.Lo, s.Hi, without), r.inside(s, there, p.at)), true
}

// isPart reports whether the range of a sum looks like what is left of another one: it begins at no number, or ends at the least or the
// greatest of several. Then also a free letter need not lie in it.
func isPart(s *expr.Series) bool {
	chosen := func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		return ok && (c.Func == expr.Min || c.Func == expr.Max || c.Func == expr.Where)
	}
	return !isNumber(s.Lo) || expr.Contains(s.Hi, chosen)
}

// surelyHolds reports whether the number surely lies in the range of the sum.
func (r *ranger) surelyHolds(s *expr.Series, at expr.Node) bool {
	return r.notLess(at, s.Lo) && r.notLess(s.Hi, at)
}

// isKnown reports whether the symbol stands for a free letter that lies in a range.
func (r *ranger) isKnown(s *expr.Symbol) bool {
	return isBoundSymbol(s) && nodeLevels(s)>>r.known == 0
}

// endsAtIndex reports whether the range of a sum ends or begins at the index of one around it.
func (r *ranger) endsAtIndex(s *expr.Series) bool {
	return (nodeLevels(s.Lo)|nodeLevels(s.Hi))>>r.known != 0
}

// linearInDelta reports whether the δ stands in n only as a factor of terms.
func linearInDelta(n expr.Node, delta *expr.Call) bool {
	switch n := n.(type) {
	case *expr.Neg, *expr.Add, *expr.Mul:
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !linearInDelta(part, delta) })
	case *expr.Div:
		return linearInDelta(n.Num, delta) && !expr.Contains(n.Den, func(m expr.Node) bool { return expr.Equal(m, delta) })
	case *expr.Call:
		if expr.Equal(n, delta) {
			return true
		}
	case *expr.Series:
		if !n.Product {
			return linearInDelta(n.Body, delta)
		}
	case *expr.Pow:
		if number, ok := expr.RationalOf(n.Exp); ok && number.IsInt() && number.Sign() > 0 {
			return linearInDelta(n.Base, delta)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Apply, *expr.Derivative:
	}
	return !expr.Contains(n, func(m expr.Node) bool { return expr.Equal(m, delta) })
}

// total reports whether n surely has a value everywhere.
func (r *ranger) total(n expr.Node) bool {
	if expr.Total(n) {
		return true
	}
	_, defined := enclosed(r.ctx, n)
	return defined
}
