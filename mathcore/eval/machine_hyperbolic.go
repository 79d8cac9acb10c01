package eval

func (m *machine) sinh(x value) value {
	if x.is(0) {
		return x
	}
	return m.orLarge(m.p.sinh(m.bounds(x)))
}

func (m *machine) cosh(x value) value {
	if x.is(0) {
		return exactInt(1)
	}
	return m.orLarge(m.p.cosh(m.bounds(x)))
}

func (m *machine) tanh(x value) value {
	if x.is(0) {
		return x
	}
	return m.between(m.p.tanh(m.bounds(x)))
}

func (m *machine) asinh(x value) value {
	if x.is(0) {
		return x
	}
	return m.between(m.p.asinh(m.bounds(x)))
}

func (m *machine) acosh(x value) value {
	if x.is(1) {
		return exactInt(0)
	}
	in := m.bounds(x)
	if x.rat != nil && x.rat.Cmp(unitRat) < 0 || in.hi.Cmp(unit.lo) < 0 {
		return m.fail(OutOfDomain)
	}
	if in.lo.Cmp(unit.lo) < 0 {
		if x.rat == nil {
			m.perhaps(OutOfDomain)
		}
		in.lo = unit.lo
	}
	return m.between(m.p.acosh(in))
}

func (m *machine) atanh(x value) value {
	if x.is(0) {
		return x
	}
	if !m.below1(x) {
		return nothing
	}
	return m.between(m.p.atanh(m.bounds(x)))
}
