package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A slot is a place for an index: the first of x_ij, say.
type slot struct {
	name         string
	indices, pos int
}

// A span is what one sum runs through, and the slots in which its index stands.
type span struct {
	series *expr.Series
	slots  []slot
	// shifted tells that the index stands in a slot with something added, as in x_(k+1).
	shifted bool
}

// findRanges gives every sum without bounds an end. All sums over the slots of one family have one range, and so have
// those over slots that share an index: that of the sums with bounds among them, if there are any, else an unknown one.
func (p *pair) findRanges() {
	spans := p.spans()
	if !slices.ContainsFunc(spans, func(s span) bool { return !s.series.Bounded() }) {
		return
	}
	p.scope = p.scope.Clone()
	ranges := map[slot]membership{}
	sorted := newClasses(spans)
	for number, class := range sorted.all {
		lo, hi, known := rangeOf(class, spans)
		if !known && !slices.ContainsFunc(class, func(s span) bool { return s.series.Bounded() }) {
			lo, hi, known = p.listedRange(class)
		}
		if !known {
			end := expr.UnknownEnd(number + 1)
			p.scope.Declare(end, natural)
			lo, hi = expr.Int(1), end
			p.doubtful = p.doubtful || slices.ContainsFunc(class, func(s span) bool { return s.series.Bounded() })
		}
		p.doubtful = p.doubtful || slices.ContainsFunc(class, func(s span) bool { return s.shifted && !s.series.Bounded() })
		ranges[sorted.root(class[0].slots[0])] = membership{lo: lo, hi: hi}
	}
	p.each(func(n expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			s, ok := n.(*expr.Series)
			if !ok || s.Bounded() {
				return n
			}
			r := ranges[sorted.root(spanOf(s).slots[0])]
			return &expr.Series{Span: s.Span, Index: s.Index, Lo: r.lo, Hi: r.hi, Body: s.Body, Product: s.Product}
		})
	})
}

var natural = func() scope.Domain {
	d := scope.Interval(big.NewRat(1, 1), nil, false, true)
	d.Whole = true
	return d
}()

// spans returns what the sums of the pair run through, and those in lines that show it.
func (p *pair) spans() []span {
	var all []span
	look := func(n expr.Node, also func(*expr.Series) bool) {
		expr.Walk(n, func(n expr.Node) bool {
			if s, ok := n.(*expr.Series); ok && also(s) {
				p.scope.Meter().Spend(1 + expr.Size(s))
				all = append(all, spanOf(s))
			}
			return true
		})
	}
	for _, n := range p.lines() {
		look(n, func(*expr.Series) bool { return true })
	}
	if slices.ContainsFunc(all, func(s span) bool { return !s.series.Bounded() }) {
		for _, n := range p.scope.Shown() {
			look(n, (*expr.Series).Bounded)
		}
	}
	return all
}

// spanOf finds the slots of a sum. One whose index stands in no slot has the letter for one: it runs as far as others with
// that letter.
func spanOf(s *expr.Series) span {
	found := span{series: s}
	expr.Walk(s.Body, func(n expr.Node) bool {
		m, ok := n.(*expr.Symbol)
		if !ok {
			return true
		}
		for i, index := range m.Index {
			switch {
			case expr.Equal(index, s.Index):
				found.slots = append(found.slots, slot{m.Name, len(m.Index), i})
			case expr.Mentions(index, s.Index):
				found.shifted = true
			}
		}
		return false
	})
	if len(found.slots) == 0 {
		found.slots = []slot{letterSlot(s)}
	}
	return found
}

// letterSlot stands for the slots of a sum whose index stands in none.
func letterSlot(s *expr.Series) slot { return slot{name: s.Index.Name, pos: -1} }

// classes are spans sorted by what they share.
type classes struct {
	parent map[slot]slot
	all    [][]span
}

// newClasses sorts the spans: those that share a slot come together, and with one that has no slot all that have its
// letter.
func newClasses(spans []span) *classes {
	c := &classes{parent: map[slot]slot{}}
	lone := map[slot]bool{}
	for _, s := range spans {
		if s.slots[0].pos < 0 {
			lone[s.slots[0]] = true
		}
	}
	for _, s := range spans {
		for _, other := range s.slots {
			c.join(s.slots[0], other)
		}
		if letter := letterSlot(s.series); lone[letter] {
			c.join(s.slots[0], letter)
		}
	}
	number := map[slot]int{}
	for _, s := range spans {
		root := c.root(s.slots[0])
		at, known := number[root]
		if !known {
			at = len(c.all)
			number[root] = at
			c.all = append(c.all, nil)
		}
		c.all[at] = append(c.all[at], s)
	}
	return c
}

func (c *classes) root(s slot) slot {
	for {
		parent, ok := c.parent[s]
		if !ok {
			return s
		}
		if above, ok := c.parent[parent]; ok {
			c.parent[s] = above
		}
		s = parent
	}
}

func (c *classes) join(a, b slot) {
	if a, b = c.root(a), c.root(b); a != b {
		c.parent[b] = a
	}
}

// rangeOf returns the range of a class of sums: from 1, or from the lowest bound if that is less, to the one letter or
// number that stands above all that have bounds.
func rangeOf(class, all []span) (lo, hi expr.Node, known bool) {
	least := int64(1)
	for _, s := range class {
		if !s.series.Bounded() {
			continue
		}
		from, ok := wholeNumber(s.series.Lo)
		_, isLetter := s.series.Hi.(*expr.Symbol)
		_, isNumber := wholeNumber(s.series.Hi)
		if !ok || !isLetter && !isNumber || hi != nil && !expr.Equal(hi, s.series.Hi) {
			return nil, nil, false
		}
		least, hi = min(least, from), s.series.Hi
	}
	bound := slices.ContainsFunc(all, func(t span) bool { return hi != nil && expr.Equal(t.series.Index, hi) })
	return expr.Int(least), hi, hi != nil && !bound
}

// listedRange returns the range of a class whose members a lesson's definitions list, as s := e^(z_1)+e^(z_2)+e^(z_3) does:
// there are no others.
func (p *pair) listedRange(class []span) (lo, hi expr.Node, known bool) {
	if !p.scope.Strict {
		return nil, nil, false
	}
	most := int64(0)
	for _, s := range class {
		for _, slot := range s.slots {
			most = max(most, listed(p.scope.Shown(), slot))
		}
	}
	return expr.Int(1), expr.Int(most), most > 1
}

// listed returns how many members stand in the lines with the numbers 1, 2 and so on in the slot.
func listed(lines []expr.Node, in slot) int64 {
	numbers := map[int64]bool{}
	for _, n := range lines {
		expr.Walk(n, func(n expr.Node) bool {
			s, ok := n.(*expr.Symbol)
			if ok && s.Name == in.name && len(s.Index) == in.indices && in.pos >= 0 {
				if k, ok := wholeNumber(s.Index[in.pos]); ok {
					numbers[k] = true
				}
			}
			return !ok
		})
	}
	k := int64(0)
	for numbers[k+1] {
		k++
	}
	return k
}
