package check

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// A sign is what was found out of the sign of an expression on a range of its letters.
type sign struct {
	proved bool
	// at is a point at which the claim is false; nil where none was found.
	at []float64
}

// boxes bounds the boxes that a range is cut into for one proof.
const boxes = 1 << 13

// A region is a box of points. Ends that are open do not belong to it: there an expression may lack a value.
type region struct {
	box            []eval.Interval
	openLo, openHi []bool
}

// within returns the region in which letters lie.
func within(letters []*expr.Symbol, sc *scope.Scope) region {
	var r region
	for _, s := range letters {
		d, _ := sc.Domain(s)
		side := eval.Whole
		if d.Lo != nil {
			side.Lo = eval.Around(d.Lo).Lo
		}
		if d.Hi != nil {
			side.Hi = eval.Around(d.Hi).Hi
		}
		r.box = append(r.box, side)
		r.openLo, r.openHi = append(r.openLo, d.LoOpen), append(r.openHi, d.HiOpen)
	}
	return r
}

// short returns a box without those ends of the region that do not belong to it, and whether it had any.
func (r region) short(box []eval.Interval) (_ []eval.Interval, touched bool) {
	box = slices.Clone(box)
	for i := range box {
		if r.openLo[i] && box[i].Lo <= r.box[i].Lo {
			box[i].Lo, touched = math.Nextafter(box[i].Lo, math.Inf(1)), true
		}
		if r.openHi[i] && box[i].Hi >= r.box[i].Hi {
			box[i].Hi, touched = math.Nextafter(box[i].Hi, math.Inf(-1)), true
		}
	}
	return box, touched
}

// holds reports whether a point of the box belongs to the region.
func (r region) holds(at []float64) bool {
	for i, v := range at {
		if r.openLo[i] && v <= r.box[i].Lo || r.openHi[i] && v >= r.box[i].Hi {
			return false
		}
	}
	return true
}

// defined reports whether an expression has a value on all of a box, but for the open ends of the region.
func (r region) defined(p *eval.Program, box []eval.Interval, e eval.Enclosure) bool {
	if e.Status == eval.Defined {
		return true
	}
	inside, touched := r.short(box)
	return touched && e.Status == eval.Perhaps && p.Enclose(inside).Status == eval.Defined
}

// A demand is what is to be proved of the values of an expression.
type demand uint8

const (
	notNegative demand = iota
	above              // more than 0
	rising             // more than 0, as a slope: a single point at which it is 0 refutes nothing
)

// met reports whether all values in an enclosure are as is demanded.
func (d demand) met(e eval.Enclosure) bool { return e.Lo > 0 || d == notNegative && e.Lo == 0 }

// refuted reports whether the enclosure of one point shows that it is not so.
func (d demand) refuted(e eval.Enclosure) bool {
	return e.Status == eval.Defined && (e.Hi < 0 || d == above && e.Hi == 0)
}

// positive proves by enclosures that an expression is positive on a region, as is demanded. The region is cut into smaller
// boxes until each is decided, or there are too many.
func positive(p *eval.Program, r region, d demand) sign {
	if at := r.counterexample(p, d); at != nil {
		return sign{at: at}
	}
	todo := [][]eval.Interval{r.box}
	for tried := 0; len(todo) > 0; tried++ {
		box := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if e := p.Enclose(box); d.met(e) && r.defined(p, box, e) {
			continue
		}
		at := middle(box)
		if r.holds(at) && d.refuted(p.Enclose(points(at))) {
			return sign{at: at}
		}
		one, two, ok := halves(box, at)
		if !ok || tried >= boxes {
			return sign{}
		}
		todo = append(todo, two, one)
	}
	return sign{proved: true}
}

// counterexample looks at some points of the region first. What it does not find proves nothing.
func (r region) counterexample(p *eval.Program, d demand) []float64 {
	usual := [...]float64{-10, -3, -1, -0.25, 0, 0.25, 1, 3, 10} // where a side has no end
	const each, most = len(usual), 1 << 12
	total := 1
	for range r.box {
		if total *= each; total > most {
			return nil
		}
	}
	for k := range total {
		at, rest := middle(r.box), k
		for i, side := range r.box {
			if width := side.Hi - side.Lo; !math.IsInf(width, 1) {
				at[i] = side.Lo + width*float64(1+2*(rest%each))/float64(2*each)
			} else if v := usual[rest%each]; v > side.Lo && v < side.Hi {
				at[i] = v
			}
			rest /= each
		}
		if d.refuted(p.Enclose(points(at))) {
			return at
		}
	}
	return nil
}

// middle returns a point of a box. Of a side without end it is one that goes far out by and by.
func middle(box []eval.Interval) []float64 {
	at := make([]float64, len(box))
	for i, side := range box {
		switch low, high := math.IsInf(side.Lo, -1), math.IsInf(side.Hi, 1); {
		case low && high:
			at[i] = 0
		case low:
			at[i] = min(2*side.Hi, side.Hi-1)
		case high:
			at[i] = max(2*side.Lo, side.Lo+1)
		default:
			at[i] = side.Lo + (side.Hi-side.Lo)/2
		}
	}
	return at
}

func points(at []float64) []eval.Interval {
	box := make([]eval.Interval, len(at))
	for i, v := range at {
		box[i] = eval.Interval{Lo: v, Hi: v}
	}
	return box
}

// halves cuts a box at its widest side. It reports false where no side can be cut.
func halves(box []eval.Interval, at []float64) (one, two []eval.Interval, ok bool) {
	const far = 1e6
	widest, k := 0.0, -1
	for i, side := range box {
		if width := side.Hi - side.Lo; width > widest && at[i] > side.Lo && at[i] < side.Hi && math.Abs(at[i]) < far {
			widest, k = width, i
		}
	}
	if k < 0 {
		return nil, nil, false
	}
	one, two = slices.Clone(box), slices.Clone(box)
	one[k].Hi, two[k].Lo = at[k], at[k]
	return one, two, true
}

// A stretch is a part of the range of one letter, between two ends that are expressions without letters, or nil where the
// range has no end.
type stretch struct {
	letter *expr.Symbol
	sc     *scope.Scope
	lo, hi expr.Node
	// openLo and openHi tell that the end does not belong to it.
	openLo, openHi bool
}

// halvesOf returns the parts of the domain of a letter left and right of a point.
func halvesOf(letter *expr.Symbol, at expr.Node, sc *scope.Scope) (left, right stretch) {
	d, _ := sc.Domain(letter)
	return stretch{letter, sc, endOf(d.Lo), at, d.LoOpen, false}, stretch{letter, sc, at, endOf(d.Hi), false, d.HiOpen}
}

// endOf returns an end of a domain as an expression, nil where there is none.
func endOf(r *big.Rat) expr.Node {
	if r == nil {
		return nil
	}
	return expr.Rational(r)
}

// most is the order of the highest derivative that is looked at where an expression is 0 at an end.
const most = 4

// positive proves that an expression of the letter is positive between the ends of the stretch. Where it is 0 at an end,
// which is proved, its derivative is positive nearby: so it is proved without a value at a point standing for others.
func (s stretch) positive(n expr.Node, order int) sign {
	r, ok := s.region()
	p, compiled := s.program(n)
	if !ok || !compiled || order > most {
		return sign{}
	}
	zeroLo, zeroHi := s.zero(n, s.lo), s.zero(n, s.hi)
	if !zeroLo && !zeroHi {
		return positive(p, r, rising)
	}
	slope := &expr.Derivative{Var: s.letter, Body: n, Order: 1}
	const halvings = 24
	near := r.box[0]
	for k := 2; k < halvings; k++ {
		inner, reach := r, math.Min(near.Hi-near.Lo, 1)/math.Pow(2, float64(k))
		inner.box = []eval.Interval{near}
		if zeroLo {
			inner.box[0].Lo += reach
		}
		if zeroHi {
			inner.box[0].Hi -= reach
		}
		found := positive(p, inner, rising)
		if found.at != nil {
			return found
		}
		if found.proved && (!zeroLo || s.leaves(slope, reach, order)) && (!zeroHi || s.arrives(slope, reach, order)) {
			return sign{proved: true}
		}
	}
	return sign{}
}

// leaves proves that the slope is positive right of the lower end, as far as reach.
func (s stretch) leaves(slope expr.Node, reach float64, order int) bool {
	s.hi, s.openHi = beside(s.lo, reach), false
	return s.positive(slope, order+1).proved
}

// arrives proves that the slope is negative left of the upper end.
func (s stretch) arrives(slope expr.Node, reach float64, order int) bool {
	s.lo, s.openLo = beside(s.hi, -reach), false
	return s.positive(expr.Negative(slope), order+1).proved
}

// beside returns an end moved by a distance, and a little more so that nothing is left out between.
func beside(end expr.Node, by float64) expr.Node {
	const more = 1.0625
	distance := new(big.Rat).SetFloat64(by * more)
	return expr.Sum(end, expr.Rational(distance))
}

// zero proves that an expression is 0 at an end.
func (s stretch) zero(n, end expr.Node) bool {
	if end == nil {
		return false
	}
	n, ok := judge.Prepare(n, s.sc)
	if !ok {
		return false
	}
	return judge.Compare(expr.Substitute(n, s.letter, end), expr.Int(0), s.sc).Relation == judge.Equal
}

// region returns the numbers between the ends, and no fewer.
func (s stretch) region() (region, bool) {
	side := eval.Whole
	for _, end := range []struct {
		at    expr.Node
		lower bool
	}{{s.lo, true}, {s.hi, false}} {
		if end.at == nil {
			continue
		}
		n, ok := judge.Prepare(end.at, s.sc)
		if !ok {
			return region{}, false
		}
		p, ok := eval.Compile(n, nil)
		if !ok {
			return region{}, false
		}
		e := p.Enclose(nil)
		if e.Status != eval.Defined {
			return region{}, false
		}
		if end.lower {
			side.Lo = e.Lo
		} else {
			side.Hi = e.Hi
		}
	}
	return region{[]eval.Interval{side}, []bool{s.openLo}, []bool{s.openHi}}, side.Lo < side.Hi
}

// program makes an expression ready to be computed from the letter.
func (s stretch) program(n expr.Node) (*eval.Program, bool) {
	n, ok := judge.Prepare(n, s.sc)
	if !ok {
		return nil, false
	}
	return eval.Compile(n, []*expr.Symbol{s.letter})
}
