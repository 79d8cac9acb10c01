package judge

import (
	"slices"
	"strconv"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Sums are the same in whatever order their terms are taken, and whether ends or conditions tell which terms there are. So sums are
// compared by the sets of their indices, as far as differences of letters that count tell these: 1 ≤ l, l ≤ k, k ≤ n.

// The budget of comparing regions.
const (
	mostRegions = 24
	mostIndices = 3
)

// byRegions reports whether the sides are equal since their sums over each set of indices are. Where the set stays as it is while
// indices are exchanged, only the sum of the terms so exchanged counts. Where the sides take an index to lie in different ranges, it is
// proved for all.
func (p *pair) byRegions() bool {
	if p.depth > 0 || p.unranged.left == nil || len(p.scope.Conditions()) > 0 || len(p.kind) > 0 {
		return false
	}
	both := expr.Minus(p.unranged.left, p.unranged.right)
	if written := expr.ContentsOf(both); !written.Series() || written.Derivatives() || written.Applications() || written.Unseen() {
		return false
	}
	both = expr.Expressed(both)
	facts := p.ofDomains(both)
	return p.vanishesOver(both, facts) || len(p.assumed) > 0 && !p.proofless && !p.cut && p.vanishesOver(both, p.ofAssumed(facts))
}

// vanishesOver reports whether n is 0 since its sums over each set of indices are.
func (p *pair) vanishesOver(n expr.Node, facts lattice) bool {
	c := regions{p: p, facts: facts}
	return c.terms(n, region{}) && c.sums && (c.vanish() || len(c.all) > 1 && c.cut() && c.vanish())
}

// ofDomains returns what is known of the letters by their domains.
func (p *pair) ofDomains(n expr.Node) lattice {
	var facts lattice
	for _, s := range expr.Symbols(n) {
		if d, _ := p.scope.Domain(s); d.Whole && d.Lo != nil && d.Lo.IsInt() && d.Lo.Num().IsInt64() {
			facts.add(nil, s, d.Lo.Num().Int64())
		}
	}
	return facts
}

// ofAssumed returns the facts with the ranges in which indices are taken to lie.
func (p *pair) ofAssumed(facts lattice) lattice {
	facts = facts.clone()
	for _, m := range p.assumed {
		for _, ends := range [][2]expr.Node{{m.lo, m.index}, {m.index, m.hi}} {
			if from, to, by, ok := p.difference(expr.Minus(ends[1], ends[0]), nil); ok {
				facts.add(from, to, -by)
			}
		}
	}
	return facts
}

// vanish leaves out regions with the same set whose sum is 0, and reports whether these are all.
func (c *regions) vanish() bool {
	c.cancel()
	var left []region
	for len(c.all) > 0 {
		first := c.all[0]
		var alike, rest []region
		bodies := []expr.Node{first.body}
		for _, other := range c.all[1:] {
			if body, ok := other.over(first); ok {
				alike, bodies = append(alike, other), append(bodies, body)
			} else {
				rest = append(rest, other)
			}
		}
		if !c.vanishes(region{first.indices, first.set, expr.Sum(bodies...)}) {
			left = append(append(left, first), alike...)
		}
		c.all = rest
	}
	c.all = left
	return len(left) == 0
}

// cancel leaves out regions that are the negatives of each other as they are written.
func (c *regions) cancel() {
	for i := 0; i < len(c.all); i++ {
		opposite := calculus.Tidy(expr.Opposite(c.all[i].body))
		at := slices.IndexFunc(c.all[i+1:], func(r region) bool {
			body, ok := r.over(c.all[i])
			return ok && expr.Equal(calculus.Tidy(body), opposite)
		})
		if at >= 0 {
			c.all = slices.Delete(slices.Delete(slices.Clone(c.all), i+1+at, i+2+at), i, i+1)
			i--
		}
	}
}

// regions collects the regions of an expression.
type regions struct {
	p     *pair
	facts lattice // what is known of letters that no sum binds
	sums  bool    // there are sums among the terms
	all   []region
}

// terms adds the terms of n, each multiplied by the body, over the region that is there. It reports false where they are too many, or a
// sum runs over what is not told by differences.
func (c *regions) terms(n expr.Node, in region) bool {
	for _, t := range plainTerms(n) {
		if !c.term(t, in) {
			return false
		}
	}
	return true
}

func (c *regions) term(t expr.Node, in region) bool {
	c.p.scope.Meter().Spend(expr.Size(t))
	if s, times, ok := sumIn(t); ok {
		if len(in.indices) == mostIndices || s.Lo == nil || s.Hi == nil {
			return false
		}
		c.sums = true
		index := expr.Var("§" + strconv.Itoa(len(in.indices)))
		inside := region{append(slices.Clip(in.indices), index), in.set.clone(), in.body}
		var apart []expr.Node
		for _, end := range among(s.Lo, expr.Max) {
			apart = append(apart, expr.Minus(index, end))
		}
		for _, end := range among(s.Hi, expr.Min) {
			apart = append(apart, expr.Minus(end, index))
		}
		for _, n := range apart {
			from, to, by, ok := c.p.difference(n, inside.indices)
			if !ok {
				return false
			}
			inside.set.add(from, to, -by)
		}
		for _, f := range times {
			inside = inside.times(f)
		}
		return c.terms(expr.Substitute(s.Body, s.Index, index), inside)
	}
	bare, negative := expr.Unsigned(t)
	if negative {
		in = in.times(expr.Int(-1))
	}
	for _, f := range expr.Factors(bare) {
		in = in.times(f)
	}
	if in.body == nil {
		in.body = expr.Int(1)
	}
	in.set = in.set.with(c.facts)
	return c.put(in)
}

// put adds the region, cut wherever a condition or a δ in it changes. It reports false where there are too many.
func (c *regions) put(r region) bool {
	if r.set.empty() {
		return true
	}
	if g, in, ok := c.change(r); ok {
		c.p.scope.Meter().Spend(3 * expr.Size(r.body))
		at := func(value int64) expr.Node {
			return expr.Map(r.body, func(n expr.Node) expr.Node {
				if expr.Equal(n, in) {
					return expr.Int(value)
				}
				return n
			})
		}
		inside, outside := r.set.clone(), []gap{g.beyond()}
		inside.add(g.from, g.to, g.by)
		if isDelta(in) {
			back := gap{g.to, g.from, -g.by}
			inside.add(back.from, back.to, back.by)
			outside = append(outside, back.beyond())
		}
		if !c.put(region{r.indices, inside, at(1)}) {
			return false
		}
		for _, g := range outside {
			set := r.set.clone()
			set.add(g.from, g.to, g.by)
			if !c.put(region{r.indices, set, at(0)}) {
				return false
			}
		}
		return true
	}
	if r.body = calculus.Tidy(r.body); expr.Is(r.body, 0) {
		return true
	}
	c.all = append(c.all, r.determined())
	return len(c.all) <= mostRegions
}

// change returns a condition or a δ in the region, and the gap that is there where it is 1; of a δ one of two.
func (c *regions) change(r region) (g gap, in expr.Node, ok bool) {
	expr.Walk(r.body, func(n expr.Node) bool {
		if ok || isSeries(n) {
			return false
		}
		var apart expr.Node
		if d, is := n.(*expr.Call); is && d.Func == expr.Delta {
			apart = expr.Minus(d.Args[1], d.Args[0])
		} else if u, is := compared(n); is {
			apart = expr.Minus(u, expr.Int(1))
		} else {
			return true
		}
		var by int64
		g.from, g.to, by, ok = c.p.difference(apart, r.indices)
		g.by, in = -by, n
		return !ok
	})
	return g, in, ok
}

// cut cuts the regions with as many indices where one of them ends, so that each two have the same set or none in common. It reports
// false where that takes too many.
func (c *regions) cut() bool {
	for i := 0; i < len(c.all); i++ {
		for _, other := range c.all {
			r := c.all[i]
			if len(r.indices) != len(other.indices) {
				continue
			}
			c.p.scope.Meter().Spend(len(r.set.gaps) * len(other.set.gaps))
			g, ok := r.set.cutBy(other.set.named(other.indices, r.indices))
			if !ok {
				continue
			}
			c.all = slices.Delete(slices.Clone(c.all), i, i+1)
			for _, g := range []gap{g, g.beyond()} {
				set := r.set.clone()
				set.add(g.from, g.to, g.by)
				if !c.put(region{r.indices, set, r.body}) {
					return false
				}
			}
			i = -1
			break
		}
	}
	return true
}

// among returns what the greatest or the least is sought of, or n alone: an index is no more than the least of ends if it is no more than
// each.
func among(n expr.Node, f expr.Func) []expr.Node {
	if c, ok := n.(*expr.Call); ok && c.Func == f {
		return c.Args
	}
	return []expr.Node{n}
}

// difference returns the letters and the number of to - from + by, all of which count. A letter that is missing is nil. It reports false
// where n is something else.
func (p *pair) difference(n expr.Node, indices []*expr.Symbol) (from, to *expr.Symbol, by int64, ok bool) {
	for _, t := range plainTerms(calculus.Tidy(n)) {
		bare, negative := expr.Unsigned(t)
		number, isNumber := wholeNumber(t)
		s, isLetter := bare.(*expr.Symbol)
		switch {
		case isNumber:
			by += number
		case !isLetter || !holds(indices, s) && !p.isWhole(s):
			return nil, nil, 0, false
		case !negative && to == nil:
			to = s
		case negative && from == nil:
			from = s
		default:
			return nil, nil, 0, false
		}
	}
	if same(from, to) {
		from, to = nil, nil
	}
	return from, to, by, true
}

// isWhole reports whether the letter runs through whole numbers, as it is declared or as indices are called.
func (p *pair) isWhole(s *expr.Symbol) bool {
	if d, declared := p.scope.Domain(s); declared {
		return d.Whole
	}
	return p.scope.Counts(s)
}

// vanishes reports whether the region is 0: the sum of its body with the indices in all orders in which the set is the same is.
func (c *regions) vanishes(r region) bool {
	var bodies []expr.Node
	for order := range permutations(r.indices) {
		if set := r.set.named(r.indices, order); set.within(r.set) && r.set.within(set) {
			bodies = append(bodies, renamed(r.body, r.indices, order))
		}
	}
	r.body = expr.Sum(bodies...)
	for _, s := range r.set.letters() {
		r, _ = r.without(s)
	}
	if number := eval.Rational(r.body); number != nil {
		return number.Sign() == 0
	}
	sc := c.p.scope.Clone()
	for _, s := range r.indices {
		sc.Declare(s, scope.Domain{Whole: true})
	}
	return c.p.compareAt(r.body, expr.Int(0), sc).Relation == Equal
}
