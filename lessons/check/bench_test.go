package check_test

import (
	"testing"

	"chainrule/lessons/check"
)

// BenchmarkCourse checks the course that comes with the program, as chainrule lint does.
func BenchmarkCourse(b *testing.B) {
	c := course(b)
	for b.Loop() {
		if faults, _ := check.Course(c); len(faults) > 0 {
			b.Fatal(faults)
		}
	}
}
