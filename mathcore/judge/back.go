package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// backFrom returns the witness with the value of the letter that is determined at the place; nil where that is not known to be a
// number of its domain. A rational one is preferred.
func (p *pair) backFrom(place joint.Place, w *Witness) *Witness {
	if slices.ContainsFunc(w.Point, func(v Value) bool { return expr.Equal(v.Symbol, place.Symbol) }) {
		return nil // the letter stands in an index, too, and was given another number there
	}
	value := place.Value
	known := make([]Value, 0, len(w.Point)+1)
	for _, v := range w.Point {
		value = expr.Substitute(value, v.Symbol, v.Number())
		if place.Counter == nil || !expr.Equal(v.Symbol, place.Counter) {
			known = append(known, v)
		}
	}
	for _, rational := range []bool{true, false} {
		for k := range friendlyReal {
			full, point, ok := p.chosenAt(place, value, known, k)
			if !ok {
				return nil
			}
			is, ok := p.numberAt(place.Symbol, full, rational)
			if ok {
				point = append(point, is)
				slices.SortFunc(point, func(a, b Value) int { return expr.Compare(a.Symbol, b.Symbol) })
				if whole, ok := p.withMember(point, place.Symbol); ok && p.keeps(point) {
					return &Witness{Point: whole, Left: w.Left, Right: w.Right, Examples: w.Examples}
				}
			}
			if full == value {
				break // no letters are left to be chosen
			}
		}
	}
	return nil
}

// chosenAt gives the letters that are left in the value at the place numbers of their domains, the k-th ones that come to mind. It
// reports false where a domain holds none.
func (p *pair) chosenAt(place joint.Place, value expr.Node, known []Value, k int) (full expr.Node, point []Value, ok bool) {
	point = slices.Clone(known)
	for i, s := range expr.Symbols(value) {
		d, _ := p.scope.Domain(s)
		counter := place.Counter != nil && expr.Equal(s, place.Counter)
		if counter {
			d = scope.Domain{Whole: true}
		}
		choices := friendly(d)
		if len(choices) == 0 {
			return nil, nil, false
		}
		is := choices[(k+i)%len(choices)]
		value = expr.Substitute(value, s, expr.Rational(is))
		if !counter {
			point = append(point, Value{Symbol: s, Is: is})
		}
	}
	return value, point, true
}

// numberAt returns the number as the value of the letter, if it is a rational one of its domain, or if another is asked for and
// surely lies in it.
func (p *pair) numberAt(letter *expr.Symbol, number expr.Node, rational bool) (Value, bool) {
	d, _ := p.scope.Domain(letter)
	number = calculus.Tidy(number)
	if r := eval.Rational(number); r != nil || rational {
		return Value{Symbol: letter, Is: r}, r != nil && d.Contains(r)
	}
	if simple, ok := algebra.Simplified(number, p.scope); ok && expr.Size(simple) < expr.Size(number) {
		number = simple
	}
	if r := eval.Rational(number); r != nil {
		return Value{Symbol: letter, Is: r}, d.Contains(r)
	}
	e, ok := joint.Enclosed(number, p.scope)
	if !ok || d.Finite() || d.Whole || len(letter.Index) > 0 {
		return Value{}, false
	}
	lo, hi := new(big.Rat).SetFloat64(e.Lo), new(big.Rat).SetFloat64(e.Hi)
	if lo == nil || hi == nil || !d.Contains(lo) || !d.Contains(hi) { // a domain is an interval
		return Value{}, false
	}
	return Value{Symbol: letter, Is: lo, Exactly: written(number)}, true
}

// written returns a number as people write it: √3/2 for 1/2·3^(1/2).
func written(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Pow:
			if r, ok := expr.RationalOf(n.Exp); ok && r.Cmp(big.NewRat(1, 2)) == 0 {
				return expr.Of(expr.Sqrt, n.Base)
			}
		case *expr.Mul:
			if r, ok := expr.RationalOf(n.Factors[0]); ok && !r.IsInt() {
				num := expr.Product(n.Factors[1:]...)
				if !r.Num().IsInt64() || r.Num().Int64() != 1 {
					num = expr.Product(append([]expr.Node{expr.Rational(new(big.Rat).SetInt(r.Num()))}, n.Factors[1:]...)...)
				}
				return expr.Quotient(num, expr.Rational(new(big.Rat).SetInt(r.Denom())))
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return n
	})
}
