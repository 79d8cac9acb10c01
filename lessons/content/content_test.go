package content_test

import (
	"testing"

	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestCourse proves and plays the whole course: nothing may be to mend, and nothing left that could not be checked.
func TestCourse(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range append(faults, remarks...) {
		t.Error(f)
	}
}
