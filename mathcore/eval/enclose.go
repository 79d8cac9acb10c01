package eval

// An Enclosure is what is known of an expression on a box of points.
//
// Every value that the expression has at a point of the box lies in the Interval. If Status is Defined it has one at
// each of them; if Undefined it has none, and the Interval says nothing. Fault tells why not, unless Status is Defined.
type Enclosure struct {
	Interval
	Status Status
	Fault  Fault
}

// shortCode is the length of programs whose registers need no allocation.
const shortCode = 32

// Enclose encloses the values on the box of all points whose coordinates lie in at, in the order of the variables.
func (p *Program) Enclose(at []Interval) Enclosure {
	var short [shortCode]Interval
	regs := short[:]
	if len(p.code) > len(regs) {
		regs = make([]Interval, len(p.code))
	}
	p.meter.Spend(len(p.code))
	var r report
	var v Interval
	for k, i := range p.code {
		switch i.op {
		case opVar:
			v = r.variable(at[i.a])
		case opConst:
			v = p.consts[i.a].in
		case opPi:
			v = pi
		case opE:
			v = e
		case opNeg:
			v = neg(regs[i.a])
		case opAdd:
			v = add(regs[i.a], regs[i.b])
		case opSub:
			if v = sub(regs[i.a], regs[i.b]); i.a == i.b {
				v = point(0)
			}
		case opMul:
			v = mul(regs[i.a], regs[i.b])
		case opDiv:
			if v = r.div(regs[i.a], regs[i.b]); i.a == i.b {
				v = point(1)
			}
		case opPow:
			v = r.power(regs[i.a], regs[i.b])
		case opWhole:
			v = r.whole(regs[i.a], int64(i.b))
		case opCall:
			v = meanings[i.fn].wide(&r, regs[i.a])
		case opCall2:
			v = joinings[i.fn].wide(&r, regs[i.a], regs[i.b])
		case opWhere:
			v = r.choose(p.choices[i.b], regs[i.a], at)
		}
		if r.status == Undefined {
			return Enclosure{Whole, Undefined, r.fault}
		}
		regs[k] = v
	}
	return Enclosure{v, r.status, r.fault}
}

// variable returns the range of a variable; of what is no interval nothing is known.
func (r *report) variable(x Interval) Interval {
	if !(x.Lo <= x.Hi) {
		r.perhaps(OutOfDomain)
		return Whole
	}
	return x.finite()
}
