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
				if isWhole(calculus.Tidy(expr.Substitute(q.Node, place.Symbol, place.Value)), counters, nil) {
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
	for _, s := range expr.Symbols(n) {
		if d, declared := c.sc.Domain(s); declared && !d.Whole && !d.Finite() {
			return false
		} else if !declared && !c.isIndex(s) {
			return false
		}
	}
	return true
}

func (c *collector) isIndex(s *expr.Symbol) bool {
	for _, i := range c.bound {
		if expr.Equal(i, s) {
			return true
		}
	}
	return len(s.Index) == 0 && len(s.Name) == 1 && s.Name[0] >= 'i' && s.Name[0] <= 'n'
}

func (c *collector) power(n *expr.Pow) {
	if expr.IsE(n.Base) {
		return
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
	if c.isWhole(n.Exp) || len(expr.Symbols(n.Exp)) > 0 && c.counts(n.Exp) {
		return
	}
	c.note(Edge, n.Base, nil)
	if e, ok := Enclosed(n.Exp, c.sc); ok && math.Floor(e.Lo) == math.Floor(e.Hi) && e.Lo > math.Floor(e.Lo) {
		return // never whole
	}
	if !c.open && !c.holdsVariable(n.Exp) {
		c.note(Count, n.Exp, n.Base)
	}
}

func (c *collector) isWhole(n expr.Node) bool { return isWhole(n, c.sc, c.bound) }
