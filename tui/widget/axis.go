package widget

import (
	"math"

	"chainrule/mathcore/decimal"
)

// An axis is a range cut into cells, the rows or the columns of a graph, with ticks at the multiples of a round step.
type axis struct {
	low, high float64 // the values in the middle of the first cell and of the last
	last      int     // the number of the last cell; the first is 0
	step      float64
	sparse    bool // only every other tick has a label
}

// round are the leading digits of the steps that a person counts in.
var round = []float64{1, 2, 5}

// slack is the part of a step within which a value counts as a multiple of it.
const slack = 1e-6

// place returns where a value stands, in cells.
func (a axis) place(v float64) float64 { return (v - a.low) / (a.high - a.low) * float64(a.last) }

// ticks returns the values with a tick.
func (a axis) ticks() []float64 { return multiples(a.low, a.high, a.step) }

// named returns the values with a label.
func (a axis) named() []float64 {
	ticks := a.ticks()
	if !a.sparse {
		return ticks
	}
	even, odd := multiples(a.low, a.high, 2*a.step), []float64{}
	for i, v := range ticks {
		if len(even) == 0 || (i%2 == 0) != (math.Abs(ticks[0]-even[0]) < a.step/2) {
			odd = append(odd, v)
		}
	}
	if len(odd) > len(even) {
		return odd
	}
	return even
}

// exact reports whether each tick stands in the middle of a cell.
func (a axis) exact() bool {
	for _, v := range a.ticks() {
		if at := a.place(v); math.Abs(at-math.Round(at)) > 1e-6*float64(a.last) {
			return false
		}
	}
	return true
}

// label writes a value of the axis with the digits that its step needs.
func (a axis) label(v float64) string {
	const widest, mostDecimals = 1e6, 6
	if math.Abs(v) < a.step*slack {
		return "0"
	}
	span := max(math.Abs(a.low), math.Abs(a.high))
	decimals := max(0, -tens(a.step))
	if span < widest && decimals <= mostDecimals {
		return decimal.Fixed(v, decimals)
	}
	return decimal.Scientific(v, tens(v)-tens(a.step))
}

// tens returns the power of ten of the leading digit.
func tens(v float64) int { return int(math.Floor(math.Log10(math.Abs(v)) + 1e-9)) }

// multiples returns the multiples of a step from low to high.
func multiples(low, high, step float64) []float64 {
	const most = 1000
	first, last := math.Ceil(low/step-slack), math.Floor(high/step+slack)
	var all []float64
	for k := first; k <= last && len(all) < most; k++ {
		all = append(all, times(k, step))
	}
	return all
}

// times returns k steps, without what 3 * 0.1 has too much.
func times(k, step float64) float64 {
	if inverse := math.Round(1 / step); inverse >= 1 && math.Abs(1/step-inverse) < 1e-6 {
		return k / inverse
	}
	return k * step
}

// steps calls try with the round steps from about low to about high, the smallest first, until it returns false.
func steps(low, high float64, whole bool, try func(step float64) bool) {
	for power := tens(low); power <= tens(high)+1; power++ {
		for _, digit := range round {
			if whole && power < 0 {
				continue
			}
			if !try(digit * math.Pow10(power)) {
				return
			}
		}
	}
}

// roundStep returns the round number nearest above v.
func roundStep(v float64) float64 {
	best := v
	steps(v, v, false, func(step float64) bool {
		best = step
		return step < v*(1-1e-9)
	})
	return best
}

// An extent is what a vertical axis has to hold.
type extent struct {
	low, high float64
	fixed     bool // the ends are those that an author chose
	whole     bool // labels have a meaning at whole numbers only
}

// upright returns the axis that holds a height in so many rows, or in one row less where that fits better: each tick in
// the middle of a row, and few rows left over.
func upright(e extent, rows int) axis {
	span := e.high - e.low
	best, bestScore := axis{e.low, e.high, rows - 1, roundStep(span), false}, -1.0
	least := max(rows-1, leastRows)
	for n := rows; n >= least; n-- {
		last := n - 1
		steps(span/float64(last+1), span, e.whole, func(step float64) bool {
			perTick := int((float64(last)+2*e.beyond())*step/span + slack)
			for k := perTick; k >= max(perTick-2, 1); k-- {
				a, ok := e.cut(last, step, k)
				if !ok {
					continue
				}
				score := a.score(e, k)
				if n < rows {
					score *= 0.97
				}
				if score > bestScore+1e-9 {
					best, bestScore = a, score
				}
				break
			}
			return true
		})
	}
	return best
}

// beyond returns the part of a row by which the first and the last may be passed: a row stands for what lies half a row
// about it, but the ends that an author chose are kept.
func (e extent) beyond() float64 {
	if e.fixed {
		return 0
	}
	return 0.45
}

// cut returns the axis with k rows to a step, if it holds the extent.
func (e extent) cut(last int, step float64, k int) (axis, bool) {
	row := step / float64(k)
	first := math.Floor(e.low/row + e.beyond() + slack)
	spare := int(math.Floor(first + float64(last) + e.beyond() - e.high/row + slack))
	if spare < 0 {
		return axis{}, false
	}
	if half := float64(spare / 2); !e.fixed && (first < 0 || first >= half) {
		first -= half // but what is never negative gets no rows below 0
	}
	return axis{first * row, (first + float64(last)) * row, last, step, false}, true
}

// score says how well an axis with k rows to a step shows a height.
func (a axis) score(e extent, k int) float64 {
	score := min((e.high-e.low)/(a.high-a.low), 1)
	if e.fixed {
		score *= score
	}
	switch n := len(a.ticks()); {
	case n < 2:
		score *= 0.4
	case n < 3:
		score *= 0.75
	case k == 1 && a.last > 6, n > 11:
		score *= 0.8
	case n*10 < a.last:
		score *= 0.88
	case n*5 < a.last:
		score *= 0.95
	}
	return score
}

// across returns the axis from low to high in at most so many columns, with as many labels as have room, three at least
// where that can be. A few columns are given up if each tick then stands in the middle of one.
func across(low, high float64, columns int, whole bool, label func(a axis, v float64) string) axis {
	a := axis{low, high, columns - 1, roundStep(high - low), false}
	for _, try := range []struct {
		gap    int
		sparse bool
	}{{3, false}, {1, false}, {1, true}} {
		found := false
		a.sparse = try.sparse
		steps((high-low)/float64(columns), high-low, whole, func(step float64) bool {
			a.step = step
			found = a.roomy(try.gap, label)
			return !found
		})
		if found && len(a.named()) >= 3 {
			break
		}
	}
	for given := range max(columns/12, 2) + 1 {
		if b := (axis{low, high, a.last - given, a.step, a.sparse}); b.last > 0 && b.exact() {
			return b
		}
	}
	return a
}

// roomy reports whether the labels are not too many and have so many blanks between them.
func (a axis) roomy(gap int, label func(a axis, v float64) string) bool {
	const most = 12
	columns := a.step / (a.high - a.low) * float64(a.last)
	if columns*most < float64(a.last)*(1-slack) {
		return false
	}
	if a.sparse {
		columns *= 2
	}
	before := -1
	for _, v := range a.named() {
		width := columnsOf(label(a, v))
		if before >= 0 && columns < float64(before+width)/2+float64(gap) {
			return false
		}
		before = width
	}
	return true
}
