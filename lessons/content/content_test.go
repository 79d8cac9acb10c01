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
	for _, f := range check.Course(course) {
		t.Error(f)
	}
}
