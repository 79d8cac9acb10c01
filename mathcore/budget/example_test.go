package budget_test

import (
	"fmt"

	"chainrule/mathcore/budget"
)

// Work is paid for before it is done. What does not fit ends there, and Within says so.
func ExampleMeter_Within() {
	m := budget.New(1000, nil)
	squares := 0
	ended := m.Within(500, func() {
		for {
			m.Spend(100)
			squares++
		}
	})
	fmt.Println("squares:", squares, "done:", ended, "left:", m.Left())
	// Output:
	// squares: 5 done: false left: 500
}
