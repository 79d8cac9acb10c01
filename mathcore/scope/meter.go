package scope

import "chainrule/mathcore/budget"

// A scope goes wherever an expression is computed with, so it takes the meter of the computation along: no function in
// between has to hand it on, and none can forget to.

// Under returns s for one computation, which draws on the meter. It must not be declared in; Clone it for that.
func (s *Scope) Under(m *budget.Meter) *Scope {
	if s == nil {
		s = &Scope{}
	}
	under := *s
	under.meter = m
	return &under
}

// Metered returns s with the meter that it has, or with a new one of that many units: a computation inside another draws
// on the same. A nil scope is the empty one.
func (s *Scope) Metered(units int64) *Scope {
	if s.Meter() != nil {
		return s
	}
	return s.Under(budget.New(units, nil))
}

// Meter returns the meter of the computation that s is used for, nil where nothing is counted.
func (s *Scope) Meter() *budget.Meter {
	if s == nil {
		return nil
	}
	return s.meter
}
