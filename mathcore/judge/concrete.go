package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A concretion is a pair of expressions in which sums have their terms and unknown functions a meaning.
type concretion struct {
	left, right expr.Node
	fixed       []Value
	examples    []Example
}

// concretions returns the pair with whole numbers for the letters in bounds and indices: 2 and 1, then 3 and 2. A pair
// without such letters comes back as it is.
func concretions(a, b expr.Node, in *pair) []concretion {
	sc := in.scope
	if !expr.Contains(a, abstract) && !expr.Contains(b, abstract) {
		return []concretion{{left: a, right: b}}
	}
	both := expr.Minus(a, b)
	bounds, indices := counters(both, sc)
	if len(bounds) == 0 && !expr.Contains(both, isDelta) || len(bounds)+len(indices) == 0 {
		return concretely(a, b, nil, sc)
	}
	var all []concretion
	for _, size := range []int64{2, 3} {
		all = append(all, in.concretion(a, b, countersFixed(bounds, indices, size))...)
	}
	return all
}

// moreConcretions returns the pair with bounds the other way round, where a sum begins at a letter, with 1 for all bounds, where no
// index stands free, and with the indices equal and different in other ways, where there are
// several of them and a δ was written that asks for it.
func moreConcretions(a, b expr.Node, in *pair) []concretion {
	both := expr.Minus(a, b)
	if !expr.Contains(both, abstract) {
		return nil
	}
	bounds, indices := counters(both, in.scope)
	var all []concretion
	if len(bounds) > 1 && expr.Contains(both, beginsAtLetter) { // the range may be one over nothing
		for turned := range 2 {
			fixed := countersFixed(bounds, indices, 2)
			for i := range bounds {
				fixed[i].Is = big.NewRat([]int64{1, 5}[(i+turned)%2], 1)
			}
			all = append(all, in.concretion(a, b, fixed)...)
		}
	}
	if len(bounds) > 0 && len(indices) == 0 && !slices.ContainsFunc(bounds, expr.IsUnknownEnd) {
		one := countersFixed(bounds, nil, 1) // some sums differ there alone
		for i := range one {
			one[i].Is = big.NewRat(1, 1)
		}
		all = append(all, in.concretion(a, b, one)...)
	}
	if len(indices) < 2 || !expr.Contains(in.standing.left, isDelta) && !expr.Contains(in.standing.right, isDelta) {
		return all
	}
	const size, most = 3, 8
	for pattern := range min(1<<len(indices), most) {
		fixed := countersFixed(bounds, nil, size)
		for i, s := range indices {
			fixed = append(fixed, Value{s, big.NewRat(1+int64(pattern>>i&1), 1)})
		}
		all = append(all, in.concretion(a, b, fixed)...)
	}
	return all
}

// beginsAtLetter reports whether n is a sum whose lower bound is no number.
func beginsAtLetter(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && len(expr.Symbols(s.Lo)) > 0
}

// concretion puts the numbers in, if the pair admits them.
func (p *pair) concretion(a, b expr.Node, fixed []Value) []concretion {
	if !p.admits(fixed) {
		return nil
	}
	for _, v := range fixed {
		a = expr.Substitute(a, v.Symbol, expr.Rational(v.Is))
		b = expr.Substitute(b, v.Symbol, expr.Rational(v.Is))
	}
	return concretely(a, b, fixed, p.scope)
}

// countersFixed gives bounds the size and one more in turn, and indices 1 and 2 in turn.
func countersFixed(bounds, indices []*expr.Symbol, size int64) []Value {
	var fixed []Value
	for i, s := range bounds {
		fixed = append(fixed, Value{s, big.NewRat(size+int64(i)%2, 1)})
	}
	for i, s := range indices {
		fixed = append(fixed, Value{s, big.NewRat(1+(size+int64(i))%2, 1)})
	}
	return fixed
}

// abstract reports whether n cannot be computed as it stands: a sum, an unknown function, a Kronecker delta.
func abstract(n expr.Node) bool {
	_, series := n.(*expr.Series)
	_, apply := n.(*expr.Apply)
	return series || apply || isDelta(n)
}

func isDelta(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Delta
}

// counters returns the symbols that stand in bounds of sums, and the letters that stand free as indices or are compared
// by a Kronecker delta. Letters that only name count nothing.
func counters(n expr.Node, sc *scope.Scope) (bounds, indices []*expr.Symbol) {
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			for _, v := range append(expr.Symbols(s.Lo), expr.Symbols(s.Hi)...) {
				bounds = addSymbol(bounds, v)
			}
		}
		return true
	})
	c := counting{scope: sc, bounds: bounds, values: valuesIn(n)}
	c.walk(n, nil)
	return bounds, c.indices
}

// counting collects free indices.
type counting struct {
	scope           *scope.Scope
	bounds, indices []*expr.Symbol
	values          []*expr.Symbol // letters that stand as numbers
}

func (c *counting) walk(n expr.Node, bound []*expr.Symbol) {
	switch n := n.(type) {
	case *expr.Symbol:
		if !c.scope.OnlyNames(n) {
			c.add(n.Index, bound)
		}
		return
	case *expr.Series:
		c.walk(n.Lo, bound)
		c.walk(n.Hi, bound)
		c.walk(n.Body, append(slices.Clip(bound), n.Index))
		return
	case *expr.Call:
		if n.Func == expr.Delta {
			for _, arg := range n.Args {
				c.add([]expr.Node{arg}, append(slices.Clip(bound), numbers(arg, c.values, c.scope)...))
			}
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	for _, part := range expr.Children(n) {
		c.walk(part, bound)
	}
}

// numbers returns the letters of n that are compared as numbers: those that are declared with other values than whole ones,
// or with a few, and those that are not declared and stand as values elsewhere.
func numbers(n expr.Node, values []*expr.Symbol, sc *scope.Scope) []*expr.Symbol {
	return slices.DeleteFunc(expr.Symbols(n), func(s *expr.Symbol) bool {
		d, declared := sc.Domain(s)
		if !declared {
			return !slices.ContainsFunc(values, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
		}
		return d.Whole && !d.Finite()
	})
}

// valuesIn returns the symbols of n that stand elsewhere than in an index or a Kronecker delta.
func valuesIn(n expr.Node) []*expr.Symbol {
	var values []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		if ok {
			values = addSymbol(values, s)
		}
		return !ok && !isDelta(n)
	})
	return values
}

// add takes the letters of indices that no sum around binds, and that are not bounds themselves.
func (c *counting) add(indices []expr.Node, bound []*expr.Symbol) {
	for _, n := range indices {
		for _, s := range expr.Symbols(n) {
			if !holds(bound, s) && !holds(c.bounds, s) {
				c.indices = addSymbol(c.indices, s)
			}
		}
	}
}

func holds(all []*expr.Symbol, s *expr.Symbol) bool {
	return slices.ContainsFunc(all, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
}

func addSymbol(all []*expr.Symbol, s *expr.Symbol) []*expr.Symbol {
	if holds(all, s) {
		return all
	}
	return append(all, s)
}

// termsLimit bounds how many terms a sum is written out to.
const termsLimit = 2000

// concretely writes sums with constant bounds out and gives unknown functions a meaning.
func concretely(a, b expr.Node, fixed []Value, sc *scope.Scope) []concretion {
	left := termsLimit
	p, okA := writeOut(a, &left, sc.Meter())
	q, okB := writeOut(b, &left, sc.Meter())
	if !okA || !okB {
		return nil
	}
	p, q = computedIndices(p), computedIndices(q)
	p, q, examples, ok := interpret(p, q, sc)
	if !ok {
		return nil
	}
	return []concretion{{p, q, fixed, examples}}
}

// writeOut replaces every sum with constant bounds by its terms.
func writeOut(n expr.Node, left *int, meter *budget.Meter) (expr.Node, bool) {
	if !expr.Contains(n, func(n expr.Node) bool { _, is := n.(*expr.Series); return is }) {
		return n, true
	}
	meter.Spend(expr.Size(n))
	if s, is := n.(*expr.Series); is {
		return termsOf(s, left, meter)
	}
	ok := true
	written := expr.MapChildren(n, func(_ int, c expr.Node) expr.Node {
		if !ok {
			return c
		}
		c, ok = writeOut(c, left, meter)
		return c
	})
	return written, ok
}

func termsOf(s *expr.Series, left *int, meter *budget.Meter) (expr.Node, bool) {
	lo, okLo := wholeNumber(s.Lo)
	hi, okHi := wholeNumber(s.Hi)
	if !okLo || !okHi || hi >= lo && uint64(hi)-uint64(lo) >= uint64(max(*left, 0)) {
		return s, false
	}
	var terms []expr.Node
	for i := lo; i <= hi; i++ {
		*left--
		meter.Spend(expr.Size(s.Body))
		term, ok := writeOut(expr.Substitute(s.Body, s.Index, expr.Int(i)), left, meter)
		if !ok {
			return s, false
		}
		terms = append(terms, term)
	}
	if s.Product {
		return expr.Product(terms...), true
	}
	return expr.Sum(terms...), true
}

// wholeNumber returns the value of a constant whole number such as 3, -1 or 2-1.
func wholeNumber(n expr.Node) (int64, bool) {
	n = calculus.Tidy(n)
	sign := int64(1)
	if neg, ok := n.(*expr.Neg); ok {
		n, sign = neg.X, -1
	}
	number, ok := n.(*expr.Number)
	if !ok || !number.Value.IsInt() || !number.Value.Num().IsInt64() {
		return 0, false
	}
	return sign * number.Value.Num().Int64(), true
}

// computedIndices returns n with indices such as 2-1 computed, so that x_(2-1) and x_1 are one letter.
func computedIndices(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Symbol)
		if !ok || !slices.ContainsFunc(s.Index, func(i expr.Node) bool { return len(expr.Children(i)) > 0 }) {
			return n
		}
		index := slices.Clone(s.Index)
		for i, part := range index {
			if k, ok := wholeNumber(part); ok {
				index[i] = expr.Int(k)
			}
		}
		return &expr.Symbol{Span: s.Span, Name: s.Name, Index: index}
	})
}
