package content_test

import (
	"testing"

	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

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
