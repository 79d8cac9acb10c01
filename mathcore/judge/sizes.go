package judge

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// holdsAtSizes reports whether the sides are proved for all small numbers in the place of the letters that end ranges and of free
// indices, so that no index is anywhere taken to lie where it does not.
func (p *pair) holdsAtSizes() bool {
	const size, mostLetters = 3, 4
	bounds, indices := counters(expr.Minus(p.left, p.right), p.scope)
	letters := append(bounds, indices...)
	if len(letters) == 0 || len(letters) > mostLetters {
		return false
	}
	fixed := make([]Value, len(letters))
	var holds func(next int) (some, all bool)
	holds = func(next int) (some, all bool) {
		if next == len(letters) {
			for _, c := range p.concretion(p.left, p.right, fixed) {
				some = true
				if len(c.examples) > 0 || prove(c.left, c.right, p.scope) == None {
					return some, false
				}
			}
			return some, true
		}
		for k := int64(1); k <= size; k++ {
			fixed[next] = Value{Symbol: letters[next], Is: big.NewRat(k, 1)}
			found, proved := holds(next + 1)
			if some = some || found; !proved {
				return some, false
			}
		}
		return some, true
	}
	found, all := holds(0)
	return found && all
}
