package judge

import (
	"cmp"
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/budget"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A membership says that an index is taken to lie in the range of a sum: that of the variable in d/dw_j of the sum over k
// of w_k², and that which a δ compares with the index of a sum.
type membership struct {
	index  *expr.Symbol
	lo, hi expr.Node
}

// assume collects the memberships of both sides. Where the two sides take one index to lie in different ranges, an
// equality of them holds in neither; and an index that another sum binds must have the same range there.
func (p *pair) assume() {
	l, r := memberships(p.left, p.scope.Meter()), memberships(p.right, p.scope.Meter())
	left, right := l.all, r.all
	p.assumed = append(slices.Clone(left), right...)
	p.reached = append(slices.Clone(l.reached), r.reached...)
	p.proofless = !l.ok || !r.ok
	p.doubtful = p.doubtful || l.unclear || r.unclear
	for _, m := range p.assumed {
		p.scope.Meter().Spend(1 + len(p.assumed))
		a, b := narrow(m.index, left), narrow(m.index, right)
		p.proofless = p.proofless || len(a) > 0 && len(b) > 0 && !slices.EqualFunc(a, b, sameRange)
	}
}

// narrow returns the ranges in which the index is taken to lie, without those that hold another of them.
func narrow(index *expr.Symbol, all []membership) []membership {
	var own []membership
	for _, m := range all {
		if expr.Equal(m.index, index) && !slices.ContainsFunc(own, func(n membership) bool { return sameRange(m, n) }) {
			own = append(own, m)
		}
	}
	own = slices.DeleteFunc(slices.Clone(own), func(m membership) bool {
		return slices.ContainsFunc(own, func(n membership) bool { return within(n, m) })
	})
	slices.SortFunc(own, func(m, n membership) int { return cmp.Or(expr.Compare(m.hi, n.hi), expr.Compare(m.lo, n.lo)) })
	return own
}

func sameRange(m, n membership) bool { return expr.Equal(m.lo, n.lo) && expr.Equal(m.hi, n.hi) }

// within reports whether the range of m is that of n without some numbers at its beginning.
func within(m, n membership) bool {
	a, okA := wholeNumber(m.lo)
	b, okB := wholeNumber(n.lo)
	return okA && okB && a > b && expr.Equal(m.hi, n.hi)
}

// memberships collects those of one side.
func memberships(n expr.Node, meter *budget.Meter) collector {
	c := collector{ok: true, meter: meter}
	c.walk(n, nil)
	return c
}

// A collector notes memberships. It is not ok where an index that is bound has another range than the sum in which it is taken
// to lie.
type collector struct {
	all     []membership
	reached []reach
	ok      bool
	unclear bool // how far a range reaches was not found
	derived bool // below a derivative, where a δ is taken out of sums by the rules
	meter   *budget.Meter
}

func (c *collector) walk(n expr.Node, around []*expr.Series) {
	switch n := n.(type) {
	case *expr.Series:
		c.walk(n.Lo, around)
		c.walk(n.Hi, around)
		c.walk(n.Body, append(slices.Clip(around), n))
		return
	case *expr.Symbol:
		return
	case *expr.Derivative:
		c.derivative(n, around)
		before := c.derived
		c.derived = true
		c.walk(n.Body, around)
		c.derived = before
		return
	case *expr.Call:
		if n.Func == expr.Delta {
			c.compared(n.Args[0], n.Args[1], around)
			c.compared(n.Args[1], n.Args[0], around)
			c.comparedAhead(n, around)
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply:
	}
	for _, part := range expr.Children(n) {
		c.walk(part, around)
	}
}

// compared notes that the other lies where the index of a sum around runs.
func (c *collector) compared(index, other expr.Node, around []*expr.Series) {
	for i, s := range slices.Backward(around) {
		if !expr.Equal(s.Index, index) {
			continue
		}
		letter, ok := other.(*expr.Symbol)
		bound := ok && slices.ContainsFunc(around[:i], func(t *expr.Series) bool { return expr.Equal(t.Index, letter) })
		if ok && (!bound || c.derived) {
			c.lies(other, s, around[:i])
		}
		return
	}
}

// comparedAhead notes that j lies where the index k of a sum around runs if a δ compares k and j with the same added to both, as
// that of k+1 and j+1 does.
func (c *collector) comparedAhead(n *expr.Call, around []*expr.Series) {
	if len(expr.Children(n.Args[0])) == 0 || len(expr.Children(n.Args[1])) == 0 {
		return
	}
	difference := expr.Minus(n.Args[0], n.Args[1])
	c.meter.Spend(len(around) * expr.Size(n))
	for i, s := range slices.Backward(around) {
		for _, letter := range expr.Symbols(n) {
			apart := expr.Minus(s.Index, letter)
			for _, rest := range []expr.Node{expr.Minus(difference, apart), expr.Sum(difference, apart)} {
				if k, ok := wholeNumber(rest); ok && k == 0 && !expr.Equal(letter, s.Index) {
					c.lies(letter, s, around[:i])
				}
			}
		}
	}
}

// lies notes that the index lies in the range of the sum. One that a sum around binds must run through the same.
func (c *collector) lies(index expr.Node, in *expr.Series, around []*expr.Series) {
	letter, ok := index.(*expr.Symbol)
	if !ok {
		c.reaches(index, in, around)
		return
	}
	m := membership{letter, in.Lo, in.Hi}
	for _, beyond := range []expr.Node{expr.Minus(letter, in.Hi), expr.Minus(in.Lo, letter)} {
		if over, ok := wholeNumber(beyond); ok && over > 0 {
			return // it lies beyond
		}
	}
	for i, s := range slices.Backward(around) { // a range that ends at an index reaches as far as that does
		if expr.Equal(s.Index, letter) {
			if !holdsRange(m, s, around[:i]) { // what is derived holds another index than the rules take it to
				c.ok, c.unclear = false, true
			}
			return
		}
		m.lo, m.hi = c.farthest(m.lo, s.Index, s.Lo, s.Hi), c.farthest(m.hi, s.Index, s.Hi, s.Lo)
	}
	c.meter.Spend(1 + len(c.all))
	if !slices.ContainsFunc(c.all, func(n membership) bool { return expr.Equal(n.index, letter) && sameRange(m, n) }) {
		c.all = append(c.all, m)
	}
}

// narrows reports whether a sum of a side that was cut picks an index that need not lie in what is left of the range: the rules would
// take it to lie there.
func (p *pair) narrows(side expr.Node) bool {
	if len(p.assumed) == 0 || !expr.Contains(side, isDelta) {
		return false
	}
	return slices.ContainsFunc(memberships(side, p.scope.Meter()).all, func(m membership) bool {
		return !slices.ContainsFunc(p.assumed, func(known membership) bool {
			return expr.Equal(m.index, known.index) && notLess(known.lo, m.lo) && notLess(m.hi, known.hi)
		})
	})
}

// admits reports whether the indices lie where they are taken to lie, with these values for letters in bounds and indices.
func (p *pair) admits(fixed []Value) bool {
	with := func(n expr.Node) expr.Node {
		for _, v := range fixed {
			n = expr.Substitute(n, v.Symbol, expr.Rational(v.Is))
		}
		return n
	}
	end := func(n expr.Node) (int64, bool) {
		for _, c := range p.kind {
			n = expr.Substitute(n, c.letter, c.is)
		}
		return wholeNumber(with(n))
	}
	outside := func(at int64, lo, hi expr.Node) bool {
		from, okLo := end(lo)
		to, okHi := end(hi)
		return okLo && at < from || okHi && at > to
	}
	return !slices.ContainsFunc(p.reached, func(r reach) bool { return outside(r.number, r.lo, r.hi) }) &&
		!slices.ContainsFunc(p.assumed, func(m membership) bool {
			if first, ok := end(m.lo); ok && outside(first, m.lo, m.hi) {
				return true // no index lies in a range that is empty
			}
			index := with(m.index)
			if r, number := expr.RationalOf(calculus.Tidy(index)); number && !r.IsInt() {
				return true
			}
			at, ok := wholeNumber(index)
			return ok && outside(at, m.lo, m.hi)
		})
}

// settled returns n with 0 for every δ of an index and a number outside of the range in which the index is taken to lie:
// in d/dθ_j of θ_0 and the sum over k from 1 of θ_k x_k, j is not 0.
func (p *pair) settled(n expr.Node) expr.Node {
	if len(p.assumed) == 0 || !expr.Contains(n, isDelta) {
		return n
	}
	settled := expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Call)
		if ok && d.Func == expr.Delta && (p.outside(d.Args[0], d.Args[1]) || p.outside(d.Args[1], d.Args[0])) {
			return expr.Int(0)
		}
		return n
	})
	if settled == n {
		return n // 0 times what has no value stays
	}
	return calculus.Tidy(settled)
}

// outside reports whether the number lies outside of a range of the index.
func (p *pair) outside(index, number expr.Node) bool {
	k, ok := wholeNumber(number)
	return ok && slices.ContainsFunc(p.assumed, func(m membership) bool {
		lo, okLo := wholeNumber(m.lo)
		hi, okHi := wholeNumber(m.hi)
		return expr.Equal(m.index, index) && (okLo && k < lo || okHi && k > hi)
	})
}

// proveInRange tries a proof with the end of the range in which an index is taken to lie as the index and a number more, so that
// sums from the index on to the end are known to run forwards.
func (p *pair) proveInRange() Evidence {
	if len(p.assumed) == 0 || p.proofless {
		return None
	}
	m, end, beyond, ok := p.widest()
	if !ok {
		return None
	}
	domain, _ := p.scope.Domain(m.index)
	if _, known := wholeNumber(m.lo); !known || !domain.Whole && declared(p.scope, m.index) {
		return None
	}
	more := expr.Fresh(expr.Var("d"), p.left, p.right)
	sc := p.scope.Clone()
	d := natural
	d.Lo = new(big.Rat)
	sc.Declare(more, d)
	longer := calculus.Tidy(expr.Minus(expr.Sum(m.index, more), expr.Int(beyond)))
	return prove(expr.Substitute(p.left, end, longer), expr.Substitute(p.right, end, longer), sc)
}

// widest returns the range that holds all in which the one index is taken to lie that anything is known of, and the letter that it
// ends at, or ends beyond by a number.
func (p *pair) widest() (m membership, end *expr.Symbol, beyond int64, ok bool) {
	for _, next := range p.assumed {
		letters := expr.Symbols(next.hi)
		if len(letters) != 1 || len(letters[0].Index) > 0 || end != nil && !expr.Equal(end, letters[0]) || ok && !expr.Equal(next.index, m.index) {
			return m, nil, 0, false
		}
		over, whole := wholeNumber(expr.Minus(next.hi, letters[0]))
		if !whole {
			return m, nil, 0, false
		}
		if !ok || over > beyond {
			m, end, beyond, ok = next, letters[0], over, true
		}
	}
	return m, end, beyond, ok
}

// knownRanges returns the ranges in which free indices are taken to lie, each index once.
func (p *pair) knownRanges() []algebra.Range {
	if p.proofless {
		return nil
	}
	var known []algebra.Range
	for _, m := range p.assumed {
		if !slices.ContainsFunc(known, func(k algebra.Range) bool { return expr.Equal(k.Letter, m.index) }) {
			known = append(known, algebra.Range{Letter: m.index, Lo: m.lo, Hi: m.hi})
		}
	}
	return known
}

func declared(sc *scope.Scope, s *expr.Symbol) bool {
	_, is := sc.Domain(s)
	return is
}
