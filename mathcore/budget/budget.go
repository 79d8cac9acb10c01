// Package budget counts the work of one computation and ends it when there is nothing left to spend.
//
// It knows nothing of mathematics and looks at no clock: the same input spends the same on every machine, so it gets
// the same answer.
package budget

import "math"

// A Meter holds what is left of a budget. Work is paid for with Spend, which does not return when there is too little
// left: the computation ends there, and Within, inside which it ran, says so. Nobody in between has to ask.
//
// A unit is some 0.1 µs of work: a product of two terms, an instruction of a program, a node put in for a letter. What
// a block of work costs is spent before it is done, so that a size that comes from input is tested before anything of
// that size is made.
//
// A nil Meter counts nothing. Any other belongs to one goroutine.
type Meter struct {
	units  int64
	left   int64
	look   int64 // check is called when no more than this is left
	cancel <-chan struct{}
	ended  bool // from the end of a computation until Within has seen it
}

// lookEvery is how many units pass between two looks at the signal: about a millisecond.
const lookEvery = 1 << 13

// New returns a meter with that many units. The computation also ends soon after cancel is closed; nil never is.
func New(units int64, cancel <-chan struct{}) *Meter {
	return &Meter{units: units, left: units, look: units, cancel: cancel}
}

// exhausted is what Spend panics with. Within recovers it, and nobody else sees it.
type exhausted struct{}

// Spend takes n units. Where fewer are left, or the computation was given up, it does not return.
func (m *Meter) Spend(n int) {
	if m == nil {
		return
	}
	if m.left -= int64(n); m.left <= m.look {
		m.check()
	}
}

// check ends the computation if it has to end.
func (m *Meter) check() {
	select {
	case <-m.cancel:
		m.end()
	default:
	}
	if m.left < 0 {
		m.end()
	}
	m.look = max(m.left-lookEvery, -1)
}

// End ends the computation as if nothing were left: something that is not counted in units is too large. What was left
// stays for those who go on after Within. A nil Meter cannot be ended, since its Within would not see it.
func (m *Meter) End() { m.end() }

func (m *Meter) end() {
	m.look = math.MaxInt64 // whoever goes on without a fresh Within ends at the next step
	m.ended = true
	panic(exhausted{})
}

// Within does work on at most so many units, and no more than are left, and reports whether it came to its end. What it
// has written otherwise is unfinished. Computations within computations draw on the same meter.
func (m *Meter) Within(units int64, work func()) (ended bool) {
	if m == nil {
		work()
		return true
	}
	apart := max(m.left-units, 0)
	m.left -= apart
	defer func() {
		m.left = max(m.left, 0) + apart // the block for which too little was left was not done
		m.look = m.left
		if !ended && m.ended {
			_ = recover() // only what end began: any other panic goes its way
			m.ended = false
		}
	}()
	work()
	return true
}

// Spent returns how many units were spent.
func (m *Meter) Spent() int64 {
	if m == nil {
		return 0
	}
	return m.units - m.left
}

// Left returns how many units there are still.
func (m *Meter) Left() int64 {
	if m == nil {
		return math.MaxInt64
	}
	return m.left
}
