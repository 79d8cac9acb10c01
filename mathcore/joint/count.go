package joint

import (
	"math"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

func isChoice(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Where
}

// oneForEachBase leaves one power of each base that may be negative: where it is, all its powers have whole exponents, and
// so that one has. It is the one that makes most of the others whole.
func oneForEachBase(parts []Part, sc *scope.Scope) []Part {
	var kept []Part
	var groups [][]Part
	for _, p := range parts {
		if p.Kind != Count || p.Bound {
			kept = append(kept, p)
			continue
		}
		base := ofSameSign(p.Base)
		at := slices.IndexFunc(groups, func(g []Part) bool { return expr.Equal(base, ofSameSign(g[0].Base)) })
		if at < 0 {
			at = len(groups)
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], p)
	}
	for _, g := range groups {
		kept = append(kept, mostTelling(g, sc))
	}
	return kept
}

// ofSameSign returns an expression that is negative at the same points as n: of an odd power its base, of a negative number
// -1.
func ofSameSign(n expr.Node) expr.Node {
	if r, ok := exactly(n); ok && r.Sign() < 0 {
		return expr.Int(-1)
	}
	if p, ok := n.(*expr.Pow); ok {
		if r, ok := expr.RationalOf(p.Exp); ok && r.IsInt() && r.Num().Bit(0) == 1 {
			return ofSameSign(p.Base)
		}
	}
	return n
}

// mostTelling returns the part whose whole exponents make the most of the others whole.
func mostTelling(group []Part, sc *scope.Scope) Part {
	best, most := group[0], -1
	for _, p := range group {
		if len(group) == 1 {
			break
		}
		places, all := p.Places(sc)
		if !all {
			continue
		}
		whole := len(group)
		for _, place := range places {
			counters := sc.Clone()
			if place.Counter != nil {
				counters.Declare(place.Counter, scope.Domain{Whole: true})
			}
			here := 0
			for _, q := range group {
				if IsWhole(calculus.Tidy(expr.Substitute(q.Node, place.Symbol, place.Value)), counters, nil) {
					here++
				}
			}
			whole = min(whole, here)
		}
		if whole > most || whole == most && expr.Size(p.Node) < expr.Size(best.Node) {
			best, most = p, whole
		}
	}
	return best
}

// counts reports whether all letters of n run through whole numbers, as those at indices do, or through a few values.
func (c *collector) counts(n expr.Node) bool {
	return !slices.ContainsFunc(expr.Symbols(n), func(s *expr.Symbol) bool {
		_, declared := c.sc.Domain(s)
		return (declared || !c.isBound(s)) && !c.sc.Counts(s)
	})
}

// surelyCounts is counts where nothing is known of letters that nobody declared: x^n may be any power.
func (c *collector) surelyCounts(n expr.Node) bool {
	return c.counts(n) && !slices.ContainsFunc(expr.Symbols(n), func(s *expr.Symbol) bool {
		_, declared := c.sc.Domain(s)
		return !declared && !c.isBound(s)
	})
}

func (c *collector) isBound(s *expr.Symbol) bool {
	return slices.ContainsFunc(c.bound, func(i *expr.Symbol) bool { return expr.Equal(i, s) })
}

func (c *collector) power(n *expr.Pow) {
	if expr.IsE(n.Base) {
		return
	}
	for _, v := range c.by {
		n = steadied(n, v, c.sc)
	}
	if r, ok := exactly(n.Exp); ok {
		if !r.IsInt() && (r.Sign() > 0 || c.open) {
			c.note(Edge, n.Base, nil)
		}
		return
	}
	if r, ok := expr.RationalOf(n.Base); ok && r.Sign() > 0 {
		return
	}
	if c.IsWhole(n.Exp) || len(expr.Symbols(n.Exp)) > 0 && c.surelyCounts(n.Exp) {
		return
	}
	c.note(Edge, n.Base, nil)
	if e, ok := Enclosed(n.Exp, c.sc); ok && math.Floor(e.Lo) == math.Floor(e.Hi) && e.Lo > math.Floor(e.Lo) {
		return // never whole
	}
	if c.open {
		return
	}
	moved := false
	for _, v := range c.by {
		if expr.Mentions(n.Exp, v) && !c.bends {
			c.standing(n, v)
		}
		moved = moved || holds(n.Exp, v)
	}
	if !moved {
		c.note(Count, n.Exp, n.Base)
	}
}

func (c *collector) IsWhole(n expr.Node) bool { return IsWhole(n, c.sc, c.bound) }
