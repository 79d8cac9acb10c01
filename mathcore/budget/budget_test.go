package budget_test

import (
	"testing"

	"chainrule/mathcore/budget"
)

// TestWithin checks that a computation ends where its units do, and that the one around it goes on with what is left.
func TestWithin(t *testing.T) {
	m := budget.New(100, nil)
	steps := 0
	ended := m.Within(1000, func() {
		if m.Within(30, func() {
			for range 50 {
				m.Spend(1)
				steps++
			}
		}) {
			t.Error("50 units were spent within 30")
		}
		if !m.Within(30, func() { m.Spend(20) }) {
			t.Error("20 units were not to be had within 30")
		}
		m.Spend(10)
	})
	if !ended || steps != 30 {
		t.Errorf("ended %t after %d steps, want true after 30", ended, steps)
	}
	if m.Spent() != 60 {
		t.Errorf("spent %d, want 60: 30 up to the step that was too much, 20 and 10", m.Spent())
	}
	if m.Within(1000, func() { m.Spend(41) }) {
		t.Error("41 units were spent of 40")
	}
}

// TestLargeBlock checks that a block that is not done for want of units takes only those that its computation had.
func TestLargeBlock(t *testing.T) {
	m := budget.New(100, nil)
	if !m.Within(100, func() {
		if m.Within(10, func() { m.Spend(1 << 40) }) {
			t.Error("a block was done that is beyond all budgets")
		}
		m.Spend(90)
	}) {
		t.Error("90 units were not to be had of 100 after 10 were in vain")
	}
	if m.Within(100, func() { m.Spend(1) }) {
		t.Error("a unit was spent of none")
	}
}

// TestEnd checks that a computation can be ended whatever is left, that this stays for others, and that only the meter
// that was ended sees it.
func TestEnd(t *testing.T) {
	outer, inner := budget.New(100, nil), budget.New(100, nil)
	steps := 0
	ended := outer.Within(100, func() {
		if inner.Within(100, func() { outer.Within(100, func() { inner.End() }) }) {
			t.Error("a computation that was ended came to its end")
		}
		steps++
		if !inner.Within(100, func() { inner.Spend(100) }) {
			t.Error("what was left when the computation was ended is gone")
		}
		outer.End()
		steps++
	})
	if ended || steps != 1 {
		t.Errorf("ended %t after %d steps, want false after 1", ended, steps)
	}
}

// TestCancel checks that a computation that was given up ends, and that nothing begins after that.
func TestCancel(t *testing.T) {
	cancel := make(chan struct{})
	m := budget.New(1<<40, cancel)
	if !m.Within(1<<40, func() { m.Spend(5) }) {
		t.Error("the computation ended before it was given up")
	}
	close(cancel)
	steps := 0
	endless := func() {
		for {
			m.Spend(1)
			steps++
		}
	}
	for range 2 {
		if m.Within(1<<40, endless) {
			t.Error("an endless computation came to its end")
		}
	}
	if steps != 0 {
		t.Errorf("%d steps were done after the computation was given up", steps)
	}
}

// TestForeignPanic checks that a broken invariant is not taken for a budget that is spent.
func TestForeignPanic(t *testing.T) {
	m := budget.New(10, nil)
	defer func() {
		if r := recover(); r != "broken" {
			t.Errorf("recovered %v, want the panic of the work", r)
		}
		if !m.Within(10, func() { m.Spend(10) }) {
			t.Error("the meter cannot be used after a panic")
		}
	}()
	m.Within(10, func() { panic("broken") })
}

// TestNil checks that no meter counts nothing.
func TestNil(t *testing.T) {
	var m *budget.Meter
	if !m.Within(1, func() { m.Spend(1 << 40) }) || m.Spent() != 0 || m.Left() <= 0 {
		t.Error("work without a meter was counted")
	}
}
