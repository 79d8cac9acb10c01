package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/budget"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// The budget of a trial.
const (
	firstPoints = 3  // points tried before a proof
	showPoints  = 12 // further points among which the witness is chosen that shows the difference best
	sharpPoints = 4  // points at which more digits are computed
	lowestBits  = 128
	highestBits = 2048
	sharpBudget = 1 << 17 // work on more digits, in the unit of Program.Cost
)

// unitsOfWitness is what it costs to see whether the difference can be seen: both values are written in decimals.
const unitsOfWitness = 100

// A trial compares two expressions at points.
type trial struct {
	a, b      expr.Node
	pair      *pair
	solved    []bond // letters that side conditions determine
	instances []instance
	both      int // points at which both sides have a value
	left      int // points at which the left side has one, or may have one
	right     int
	perhaps   bool // at some point it could not be decided whether there is a value
	leftFault eval.Fault
	fault     eval.Fault
	sharp     []place // points at which both sides are defined and their enclosures meet
	tried     int
}

// An instance is the pair with concrete bounds of sums and concrete functions, ready to be evaluated.
type instance struct {
	pair        concretion
	left, right *eval.Program
	grid        grid
	guards      []guard
	open        []*eval.Program // at the zeros of which a derivative may have another value, or none
	divisors    []expr.Node     // where one of them is 0 a derivative has no value
	meter       *budget.Meter
}

// A place is a point of an instance.
type place struct {
	of    *instance
	point []*big.Rat
}

func newTrial(p *pair) *trial {
	t := &trial{a: p.kindly(guarded(p.shownLeft, p.guards.left)), b: p.kindly(guarded(p.shownRight, p.guards.right)), pair: p}
	var ok bool
	if t.solved, ok = bonds(p.scope); !ok {
		t.perhaps = true
		return t
	}
	a, b := t.freed()
	t.add(concretions(a, b, p))
	return t
}

// freed returns both sides without the letters that side conditions determine.
func (t *trial) freed() (a, b expr.Node) {
	a, b = t.a, t.b
	for _, s := range t.solved {
		a, b = expr.Substitute(a, s.symbol, s.value), expr.Substitute(b, s.symbol, s.value)
	}
	return a, b
}

// add makes instances of the concretions.
func (t *trial) add(all []concretion) {
	sc := t.pair.scope
	for _, c := range all {
		divisors := t.pair.divisorsAt(c)
		vars := variables(c, t.solved, divisors)
		left, okA := eval.CompileUnder(sc.Meter(), c.left, vars)
		right, okB := eval.CompileUnder(sc.Meter(), c.right, vars)
		guards, okG := guardsOf(t.solved, vars, sc)
		if !okA || !okB || !okG {
			t.perhaps = true
			continue
		}
		t.instances = append(t.instances, instance{
			pair: c, left: left, right: right, grid: newGrid(vars, sc), guards: guards, open: t.pair.openAt(c, vars),
			divisors: divisors, meter: sc.Meter(),
		})
	}
}

// variables returns the symbols of both sides, of what side conditions determine and of what is divided by.
func variables(c concretion, solved []bond, divisors []expr.Node) []*expr.Symbol {
	all := append([]expr.Node{c.left, c.right}, divisors...)
	for _, s := range solved {
		all = append(all, s.value)
	}
	return expr.Symbols(all...)
}

// first tries the friendliest points. It decides only when a point tells the two apart.
func (t *trial) first() (Verdict, bool) {
	for i := range t.instances {
		in := &t.instances[i]
		for k := range min(firstPoints, in.grid.size()) {
			if w := t.try(in, in.grid.at(k)); w != nil {
				return t.different(w, in, k+1), true
			}
		}
	}
	return Verdict{}, false
}

// try encloses both sides at the point and returns a witness when the enclosures do not meet.
func (t *trial) try(in *instance, point []*big.Rat) *Witness {
	in.meter.Spend(4 + 2*len(point))
	var short [8]eval.Interval
	box := short[:0]
	for _, r := range point {
		box = append(box, eval.Around(r))
	}
	for _, g := range in.guards {
		if !g.admits(box, in.grid.vars, point) {
			return nil
		}
	}
	if !t.admits(in, point) {
		return nil
	}
	t.tried++
	l, r := in.left.Enclose(box), in.right.Enclose(box)
	t.count(l.Status, r.Status, l.Fault, r.Fault)
	if l.Status == eval.Undefined || r.Status == eval.Undefined {
		return nil
	}
	if l.Status == eval.Defined && r.Status == eval.Defined {
		if l.Apart(r.Interval) && in.trusted(point) {
			return t.witness(in, point, boundsOf(l.Interval), boundsOf(r.Interval))
		}
	}
	if len(t.sharp) < sharpPoints {
		t.sharp = append(t.sharp, place{in, point})
	}
	return nil
}

func (t *trial) count(l, r eval.Status, leftFault, rightFault eval.Fault) {
	if l == eval.Defined && r == eval.Defined {
		t.both++
	}
	if l == eval.Undefined {
		t.leftFault = leftFault
	} else {
		t.left++
	}
	if r == eval.Undefined {
		t.fault = rightFault
	} else {
		t.right++
	}
	if l == eval.Perhaps || r == eval.Perhaps {
		t.perhaps = true
		if leftFault == eval.TooLarge || rightFault == eval.TooLarge {
			t.fault = eval.TooLarge
		}
	}
}

func (t *trial) witness(in *instance, point []*big.Rat, l, r Bounds) *Witness {
	in.meter.Spend(unitsOfWitness)
	w := &Witness{Left: l, Right: r, Examples: in.pair.examples}
	w.Point = append(w.Point, in.pair.fixed...)
	for i, v := range in.grid.vars {
		w.Point = append(w.Point, Value{Symbol: v, Is: point[i]})
	}
	return w
}

// different looks at a few more points, from k on, for one where the difference can be seen better.
func (t *trial) different(w *Witness, in *instance, k int) Verdict {
	for ; !w.visible() && k < min(showPoints, in.grid.size()); k++ {
		if better := t.try(in, in.grid.at(k)); better != nil && better.visible() {
			w = better
		}
	}
	return Verdict{Relation: Different, Evidence: Witnessed, Witness: w}
}

// provedEqual says equal, unless no point is found at which both sides have a value: then nothing was equal.
func (t *trial) provedEqual(evidence Evidence, sc *scope.Scope) Verdict {
	for i := range t.instances {
		t.seekValues(&t.instances[i], firstPoints)
	}
	if shown := len(t.instances); t.both == 0 {
		a, b := t.freed()
		t.add(moreConcretions(a, b, t.pair))
		for i := range t.instances[shown:] {
			t.seekValues(&t.instances[shown+i], 0)
		}
	}
	if t.both == 0 && expr.Alike(t.pair.standing.left, t.pair.standing.right) { // a point may be one by itself: here that is enough
		t.at(t.meeting(sc))
	}
	if v, nowhere := t.nowhere(sc); nowhere {
		return v
	}
	return Verdict{Relation: Equal, Evidence: evidence}
}

// nowhere says undefined when no point was found at which both sides have a value. That is presumed where it was certain at each
// point tried, and certain where it is proved.
func (t *trial) nowhere(sc *scope.Scope) (v Verdict, certain bool) {
	side := Neither
	if written := t.pair.standing.contents(); written.Derivatives() && mayLackRoom(written) {
		side = sideOf(t.pair.lacksSlope(t.pair.standing.left), t.pair.lacksSlope(t.pair.standing.right))
	}
	switch {
	case side != Neither:
		return Verdict{Relation: Undefined, Side: side, Fault: eval.SinglePoints}, true
	case t.both > 0:
		return Verdict{}, false
	}
	proved, why := t.provedNowhere(sc)
	switch {
	case !t.perhaps && t.tried > 0:
		v = t.undefined()
		v.presumed, v.throughout = !proved, proved && why.throughout
		return v, true
	case proved:
		return why, true
	}
	return Verdict{}, false
}

// sideWithoutValue names the sides that are proved to have a value nowhere.
func (t *trial) sideWithoutValue(sc *scope.Scope) Side {
	return sideOf(algebra.NoValue(t.a, sc), algebra.NoValue(t.b, sc))
}

func (t *trial) undefined() Verdict {
	v := Verdict{Relation: Undefined}
	switch {
	case t.left == 0 && t.right == 0:
		v.Side, v.Fault = Both, t.leftFault
	case t.left == 0:
		v.Side, v.Fault = Left, t.leftFault
	case t.right == 0:
		v.Side, v.Fault = Right, t.fault
	}
	return v
}

// rest tries all points, then more and more digits.
func (t *trial) rest(sc *scope.Scope) Verdict {
	a, b := t.freed()
	shown := len(t.instances) // those at which the first points were tried
	t.add(moreConcretions(a, b, t.pair))
	for i := range t.instances {
		in := &t.instances[i]
		in.grid.widen()
		first := firstPoints
		if i >= shown {
			first = 0
		}
		for k := first; k < in.grid.size(); k++ {
			if w := t.try(in, in.grid.at(k)); w != nil {
				return t.different(w, in, k+1)
			}
		}
		for _, point := range in.breaks() {
			if w := t.try(in, point); w != nil {
				return t.different(w, in, in.grid.size())
			}
		}
	}
	if v, decided := t.at(algebra.Suspects(t.a, t.b, sc)); decided {
		return v
	}
	both, sharp := t.both, t.sharp
	if v, decided := t.at(t.meeting(sc)); decided {
		return v
	}
	t.both, t.sharp = both, sharp              // a point at the edges of what is asked for may be one by itself
	if v, found := t.pair.byPieces(t); found { // this costs less than digits
		if w, nowhere := t.nowhere(sc); nowhere && v.Relation == Undefined && !w.presumed {
			return w // which tells why
		}
		return v
	}
	if w := t.sharpen(); w != nil {
		return Verdict{Relation: Different, Evidence: Witnessed, Witness: w}
	}
	if v, nowhere := t.nowhere(sc); nowhere {
		return v
	}
	return Verdict{Relation: Unsure, Fault: t.fault}
}

// at tries points at which some letters have certain values.
func (t *trial) at(points []algebra.Point) (Verdict, bool) {
	for _, point := range points {
		for i := range t.instances {
			in := &t.instances[i]
			if w := t.try(in, in.grid.moved(point)); w != nil {
				return t.different(w, in, in.grid.size()), true
			}
		}
	}
	return Verdict{}, false
}

// sharpen computes both sides with more and more digits at the points where float64 could not tell them apart.
func (t *trial) sharpen() *Witness {
	budget := sharpBudget
	for bits := uint(lowestBits); bits <= highestBits; bits *= 2 {
		for _, p := range t.sharp {
			if budget -= p.of.left.Cost(bits) + p.of.right.Cost(bits); budget < 0 {
				return nil
			}
			l := p.of.left.EncloseBig(p.point, bits)
			r := p.of.right.EncloseBig(p.point, bits)
			if l.Status == eval.Defined && r.Status == eval.Defined {
				t.both++
				if (l.Hi.Cmp(r.Lo) < 0 || r.Hi.Cmp(l.Lo) < 0) && p.of.trusted(p.point) {
					return t.witness(p.of, p.point, Bounds{l.Lo, l.Hi}, Bounds{r.Lo, r.Hi})
				}
			}
		}
	}
	return nil
}
