package notebook

import (
	"math"
	"slices"

	"chainrule/mathcore/scope"
)

// samples is how many steps a range is looked at in.
const samples = 240

// hull returns the first and the last place in a range at which some curve has a value.
func (p *Picture) hull(from, to float64) (lo, hi float64, ok bool) {
	for i := range samples + 1 {
		if x := from + (to-from)*float64(i)/samples; p.valuedAt(x) {
			if !ok {
				lo = x
			}
			hi, ok = x, true
		}
	}
	return lo, hi, ok
}

// valuedAt reports whether some curve has a value at a place.
func (p *Picture) valuedAt(x float64) bool {
	for c := range p.programs {
		if y := p.at(c, x); !math.IsNaN(y) && !math.IsInf(y, 0) {
			return true
		}
	}
	return false
}

func (p *Picture) valued() bool { _, _, ok := p.hull(p.From, p.To); return ok }

// choose takes the range from where the letter may lie and where there are values: six to both sides of 0 where nothing asks for
// another one.
func (p *Picture) choose(d scope.Domain) bool {
	lo, hi := d.Span()
	for _, reach := range []float64{6, 1, 60, 1000} {
		from, to := around(reach, lo, hi)
		a, b, ok := p.hull(from, to)
		if !ok {
			continue
		}
		step := (to - from) / samples
		const slack = 1e-6
		if a > from+step/2 {
			from = math.Floor(p.edge(a, a-step)*2+slack) / 2 // down to a half from where the values begin
		}
		if b < to-step/2 {
			to = math.Ceil(p.edge(b, b+step)*2-slack) / 2
		}
		p.From, p.To = max(from, lo), min(to, hi)
		if !(p.From < p.To) {
			p.From, p.To = a-1, a+1
		}
		p.trim(math.IsInf(lo, 0), math.IsInf(hi, 0))
		for p.swings() && p.To-p.From > 1e-3 {
			middle, half := (p.From+p.To)/2, (p.To-p.From)/4
			p.From, p.To = middle-half, middle+half
		}
		p.showWitness()
		return true
	}
	return false
}

// edge returns where the values end between a place with one and a place without.
func (p *Picture) edge(with, without float64) float64 {
	const halvings = 40
	for range halvings {
		middle := (with + without) / 2
		if p.valuedAt(middle) {
			with = middle
		} else {
			without = middle
		}
	}
	return with
}

// trim takes off an end of the range, where that may be, as long as a few values there make all the others look flat.
func (p *Picture) trim(left, right bool) {
	const flat, part, least = 50, 24, 6
	step := (p.To - p.From) / part
	for range part - least {
		all, first, last := p.heights()
		if len(all) < part {
			return
		}
		slices.Sort(all)
		low, high := all[0], all[len(all)-1]
		far := func(y float64) float64 { return math.Abs(y - all[len(all)/2]) }
		most, atEnd := max(far(low), far(high)), max(far(first), far(last))
		if high-low <= flat*(all[len(all)*3/4]-all[len(all)/4]) || atEnd < most { // what towers inside is no matter of the range
			return
		}
		switch {
		case left && (far(first) >= far(last) || !right):
			p.From += step
		case right:
			p.To -= step
		default:
			return
		}
	}
}

// heights returns the values of the curves over the range, and that of the first curve at both ends, 0 where it has none.
func (p *Picture) heights() (all []float64, first, last float64) {
	for i := range samples + 1 {
		for c := range p.programs {
			y := p.at(c, p.From+(p.To-p.From)*float64(i)/samples)
			if math.IsNaN(y) || math.IsInf(y, 0) {
				continue
			}
			if all = append(all, y); i == 0 {
				first = y
			}
			if i == samples {
				last = y
			}
		}
	}
	return all, first, last
}

// around returns a range of so much to both sides of 0, inside the bounds; where they are far from it, beside them.
func around(reach, lo, hi float64) (from, to float64) {
	switch {
	case !math.IsInf(lo, 0) && !math.IsInf(hi, 0) && hi > lo:
		return lo, hi
	case !math.IsInf(lo, 0):
		return lo, lo + 2*reach
	case !math.IsInf(hi, 0):
		return hi - 2*reach, hi
	}
	return -reach, reach
}

// swings reports whether the first curve goes up and down so often that a picture would only be a band.
func (p *Picture) swings() bool {
	const most, rounding = 24, 1e-9
	turns, last, before := 0, math.NaN(), 0.0
	for i := range 2 * samples {
		_, off := math.Modf(float64(i) * math.Phi) // in even steps a fast curve may look like a slow one
		y := p.at(0, p.From+(p.To-p.From)*(float64(i)+off)/(2*samples))
		by := y - last
		switch noise := rounding * max(math.Abs(y), math.Abs(last)); {
		case math.Abs(by) <= noise: // a constant such as sin(x)² + cos(x)² is not computed the same everywhere
		case by*before < 0:
			turns++
			before = by
		case !math.IsNaN(by):
			before = by
		}
		last = y
	}
	return turns > most
}
