package eval

import (
	"math"
	"math/big"

	"chainrule/mathcore/expr"
)

// A choice holds the two cases of where(c, a, b). Each is a program of its own, which only runs where the condition lets
// it: the other case need have no value there.
type choice struct{ then, otherwise *Program }

// where compiles a choice: the condition here, the cases apart.
func (c *compiler) where(n *expr.Call) (int32, bool) {
	condition, ok := c.node(n.Args[0])
	if !ok {
		return 0, false
	}
	then, ok := c.apart(n.Args[1])
	if !ok {
		return 0, false
	}
	otherwise, ok := c.apart(n.Args[2])
	if !ok {
		return 0, false
	}
	c.choices = append(c.choices, choice{then, otherwise})
	return c.emit(ins{op: opWhere, a: condition, b: int32(len(c.choices) - 1)})
}

// apart compiles n as a program of its own, which counts for the length of the whole.
func (c *compiler) apart(n expr.Node) (*Program, bool) {
	inner := compiler{
		meter: c.meter, vars: c.vars, order: c.order, code: make([]ins, 0, 16), left: c.left, depth: c.depth, aside: c.aside + len(c.code),
	}
	root, ok := inner.node(n)
	if !ok {
		return nil, false
	}
	c.left, c.aside = inner.left, inner.aside+len(inner.code)-len(c.code)
	return inner.program(root), true
}

// float returns the value of the case that the condition picks. Between 0 and 1 there is none.
func (d choice) float(condition float64, at []float64) float64 {
	switch condition {
	case 1:
		return d.then.Float(at)
	case 0:
		return d.otherwise.Float(at)
	}
	return math.NaN()
}

// choose encloses the case that the condition picks, or both where it is open.
func (r *report) choose(d choice, condition Interval, at []Interval) Interval {
	switch {
	case condition == point(1):
		return r.take(d.then.Enclose(at))
	case condition == point(0):
		return r.take(d.otherwise.Enclose(at))
	}
	a, b := d.then.Enclose(at), d.otherwise.Enclose(at)
	switch {
	case a.Status == Undefined && b.Status == Undefined:
		return r.take(a)
	case a.Status == Undefined:
		r.perhaps(a.Fault)
		return r.take(b)
	case b.Status == Undefined:
		r.perhaps(b.Fault)
		return r.take(a)
	}
	x, y := r.take(a), r.take(b)
	return Interval{min(x.Lo, y.Lo), max(x.Hi, y.Hi)}
}

// take hands on what is known of a case.
func (r *report) take(e Enclosure) Interval {
	switch e.Status {
	case Undefined:
		r.undefined(e.Fault)
	case Perhaps:
		r.perhaps(e.Fault)
	case Defined:
	}
	return e.Interval
}

// choose runs the case that the condition picks. Where that is open nothing is known.
func (m *machine) choose(d choice, condition value, at []*big.Rat) value {
	switch {
	case condition.is(1):
		return m.run(d.then, at)
	case condition.is(0):
		return m.run(d.otherwise, at)
	}
	return m.stop(OutOfDomain)
}
