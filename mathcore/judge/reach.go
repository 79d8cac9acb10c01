package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
)

// A reach says that a sum is taken to reach a number: that of the variable in d/dw_2 of the sum over k of w_k².
type reach struct {
	number int64
	lo, hi expr.Node
}

// reaches notes that a sum reaches the number that an index is, unless it surely does not.
func (c *collector) reaches(index expr.Node, s *expr.Series, around []*expr.Series) {
	number, ok := wholeNumber(index)
	if !ok || slices.ContainsFunc(around, func(t *expr.Series) bool { return expr.Mentions(s.Lo, t.Index) || expr.Mentions(s.Hi, t.Index) }) {
		return
	}
	lo, okLo := wholeNumber(s.Lo)
	hi, okHi := wholeNumber(s.Hi)
	if okLo && number < lo || okHi && number > hi {
		return
	}
	c.meter.Spend(1)
	c.reached = append(c.reached, reach{number, s.Lo, s.Hi})
}

// proveReached tries a proof with the letter that ends the sums that are taken to reach a number as the least that it can be and a
// number more.
func (p *pair) proveReached() Evidence {
	if len(p.reached) == 0 || p.proofless {
		return None
	}
	var end *expr.Symbol
	var least int64
	for _, r := range p.reached {
		letters := expr.Symbols(r.hi)
		if len(letters) != 1 || len(letters[0].Index) > 0 || end != nil && !expr.Equal(end, letters[0]) {
			return None
		}
		over, whole := wholeNumber(expr.Minus(r.hi, letters[0]))
		if !whole {
			return None
		}
		if at := r.number - over; end == nil || at > least {
			least = at
		}
		end = letters[0]
	}
	if domain, ok := p.scope.Domain(end); !ok || !domain.Whole {
		return None
	}
	more := expr.Fresh(expr.Var("d"), p.left, p.right)
	sc := p.scope.Clone()
	d := natural
	d.Lo = new(big.Rat)
	sc.Declare(more, d)
	longer := expr.Sum(more, expr.Int(least))
	return prove(expr.Substitute(p.left, end, longer), expr.Substitute(p.right, end, longer), sc)
}
