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
	if !in.areAbstract(a, b) {
		return []concretion{{left: a, right: b}}
	}
	both := expr.Minus(a, b)
	bounds, indices := counters(both, sc)
	if len(bounds) == 0 && !expr.Contains(both, compares) || len(bounds)+len(indices) == 0 {
		return concretely(a, b, nil, sc)
	}
	var all []concretion
	for _, size := range []int64{2, 3} {
		all = append(all, in.concretion(a, b, countersFixed(bounds, indices, size))...)
	}
	if len(all) == 0 && len(in.assumed) > 0 { // an index is a bound as well, and must not lie beyond the others
		fixed := countersFixed(bounds, indices, 3)
		for i, v := range fixed {
			if slices.ContainsFunc(in.assumed, func(m membership) bool { return expr.Equal(m.index, v.Symbol) }) {
				fixed[i].Is = big.NewRat(2, 1)
			}
		}
		all = in.concretion(a, b, fixed)
	}
	return all
}

// inDomains returns the numbers moved into the domains of their letters, each to the next whole number that is one of its
// domain. It reports false where there is none near.
func (p *pair) inDomains(fixed []Value) ([]Value, bool) {
	const near = 12
	for i, v := range fixed {
		d, declared := p.scope.Domain(v.Symbol)
		if !declared || d.Contains(v.Is) {
			continue
		}
		fixed[i].Is = nil
		for away := int64(1); away <= near && fixed[i].Is == nil; away++ {
			for _, step := range []int64{away, -away} {
				if r := new(big.Rat).Add(v.Is, big.NewRat(step, 1)); fixed[i].Is == nil && d.Contains(r) {
					fixed[i].Is = r
				}
			}
		}
		if fixed[i].Is == nil {
			return nil, false
		}
	}
	return fixed, true
}

// moreConcretions returns the pair with bounds far from each other, either way round, with 1 for all bounds and indices,
// and with the indices equal and different in other ways, where there are several of them and a δ asks for it.
func moreConcretions(a, b expr.Node, in *pair) []concretion {
	if !in.areAbstract(a, b) {
		return nil
	}
	both := expr.Minus(a, b)
	bounds, indices := counters(both, in.scope)
	var all []concretion
	if len(bounds) > 1 { // the range may be one over nothing, and what ends first may be another
		for _, ends := range [][2]int64{{1, 5}, {5, 1}, {2, 4}, {4, 2}} {
			fixed := countersFixed(bounds, indices, 2)
			for i := range bounds {
				fixed[i].Is = big.NewRat(ends[i%2], 1)
			}
			all = append(all, in.concretion(a, b, fixed)...)
		}
	}
	if len(bounds) > 0 && !slices.ContainsFunc(bounds, expr.IsUnknownEnd) {
		one := countersFixed(bounds, indices, 1) // some sums differ there alone, or have a value
		for i := range one {
			one[i].Is = big.NewRat(1, 1)
		}
		all = append(all, in.concretion(a, b, one)...)
	}
	for i, s := range bounds { // and some where they are sums over nothing
		d, declared := in.scope.Domain(s)
		for _, end := range []*big.Rat{new(big.Rat), big.NewRat(-2, 1)} {
			if none := countersFixed(bounds, indices, 2); declared && d.Contains(end) {
				none[i].Is = end
				all = append(all, in.concretion(a, b, none)...)
			}
		}
	}
	if len(indices) < 2 || !in.comparesIndices(indices) {
		return all
	}
	const size, most = 3, 8
	for pattern := range min(1<<(len(indices)-1), most) { // those with 1 and 2 exchanged are alike
		fixed := countersFixed(bounds, nil, size)
		for i, s := range indices {
			fixed = append(fixed, Value{Symbol: s, Is: big.NewRat(1+int64(pattern>>i&1), 1)})
		}
		all = append(all, in.concretion(a, b, fixed)...)
	}
	return all
}

// amongIndices looks at the first points with indices that are the same, or different in other ways, where a δ compares them: which of
// them lie in a part of a range a proof may have taken for granted.
func (t *trial) amongIndices() (Verdict, bool) {
	a, b := t.freed()
	if !eitherContains(a, b, isDelta) || !eitherContains(a, b, isSeries) {
		return Verdict{}, false
	}
	if _, indices := counters(expr.Minus(a, b), t.pair.scope); len(indices) < 2 {
		return Verdict{}, false
	}
	shown := len(t.instances)
	t.add(moreConcretions(a, b, t.pair))
	for i := range t.instances[shown:] {
		in := &t.instances[shown+i]
		for k := range min(firstPoints, in.grid.size()) {
			if w := t.try(in, in.grid.at(k)); w != nil {
				return t.different(w, in, k+1), true
			}
		}
	}
	return Verdict{}, false
}

// comparesIndices reports whether it matters which of the indices are the same: a δ was written, or one comes of derivatives of sums
// by letters that usually count.
func (p *pair) comparesIndices(indices []*expr.Symbol) bool {
	if p.standing.contents().Calls(expr.Delta) {
		return true
	}
	return p.standing.contents().Series() && p.contents().Calls(expr.Delta) &&
		!slices.ContainsFunc(indices, func(s *expr.Symbol) bool { return !p.scope.Counts(s) })
}

// concretion puts the numbers in, if the pair admits them.
func (p *pair) concretion(a, b expr.Node, fixed []Value) []concretion {
	fixed, ok := p.inDomains(fixed)
	if !ok || !p.admits(fixed) {
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
		fixed = append(fixed, Value{Symbol: s, Is: big.NewRat(size+int64(i)%2, 1)})
	}
	for i, s := range indices {
		fixed = append(fixed, Value{Symbol: s, Is: big.NewRat(1+(size+int64(i))%2, 1)})
	}
	return fixed
}

// abstract reports whether n cannot be computed as it stands: a sum, an unknown function, a Kronecker delta, a member whose index
// is computed.
func abstract(n expr.Node) bool {
	_, series := n.(*expr.Series)
	_, apply := n.(*expr.Apply)
	return series || apply || compares(n)
}

// areAbstract reports whether something in a or b is abstract.
func (p *pair) areAbstract(a, b expr.Node) bool {
	c := p.holds.are
	if a != p.holds.left || b != p.holds.right {
		c = expr.ContentsOf(a, b)
	}
	return c.Series() || c.Applications() || c.Calls(expr.Delta) || c.Indices() && eitherContains(a, b, compares)
}

// compares reports whether numbers must be put in for indices to tell what n is: x_(n+1-j) and x_(1+n-j) are one member.
func compares(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	return ok && slices.ContainsFunc(s.Index, expr.IsComputed) || isDelta(n)
}

func isDelta(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Delta
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
		term, ok := writeOut(putIndex(s.Body, s.Index, expr.Int(i)), left, meter)
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

// putIndex returns n with a number for an index, also where it tells by which member of a family something is derived.
func putIndex(n expr.Node, index *expr.Symbol, is expr.Node) expr.Node {
	n = expr.Substitute(n, index, is)
	if !expr.Contains(n, isDerivative) {
		return n
	}
	return expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Derivative)
		if !ok || !slices.ContainsFunc(d.Var.Index, func(at expr.Node) bool { return expr.Mentions(at, index) }) {
			return n
		}
		return &expr.Derivative{Span: d.Span, Var: expr.Substitute(d.Var, index, is).(*expr.Symbol), Body: d.Body, Order: d.Order, Partial: d.Partial}
	})
}

// wholeNumber returns the value of a constant whole number such as 3, -1, 2-1 or min(2,3).
func wholeNumber(n expr.Node) (int64, bool) {
	n = calculus.Tidy(expr.Map(n, chosenNumber))
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

// chosenNumber returns the greatest or least of numbers.
func chosenNumber(n expr.Node) expr.Node {
	c, ok := n.(*expr.Call)
	if !ok || c.Func != expr.Max && c.Func != expr.Min {
		return n
	}
	var best *big.Rat
	for _, a := range c.Args {
		v, number := expr.RationalOf(calculus.Tidy(a))
		if !number {
			return n
		}
		if best == nil || (v.Cmp(best) > 0) == (c.Func == expr.Max) {
			best = v
		}
	}
	return expr.Rational(best)
}
