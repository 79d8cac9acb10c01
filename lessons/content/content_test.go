package content_test

import (
	"testing"

	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestCourse proves and plays the whole course: nothing may be to mend, and nothing left that could not be checked.
func TestCourse(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range append(faults, remarks...) {
		t.Error(f)
	}
}

// TestPictures fails when a lesson has no picture for the map, or the same as another.
func TestPictures(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for _, e := range course.Lessons {
		l, err := e.Lesson()
		if err != nil || e.Optional {
			continue
		}
		if l.Plot == nil {
			t.Errorf("%s has no picture: write a plot before its first screen", l.ID)
			continue
		}
		formula := l.Plot.Curves[0].Source
		if other, taken := of[formula]; taken {
			t.Errorf("%s and %s have the same picture, %s", other, l.ID, formula)
		}
		of[formula] = l.ID
	}
}
