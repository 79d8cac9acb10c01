package content_test

import (
	"testing"

	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// mostRemarks is how many remarks the course may have: they are to become fewer.
const mostRemarks = 4

func TestCourse(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range faults {
		t.Error(f)
	}
	if len(remarks) > mostRemarks {
		t.Errorf("%d remarks, no more than %d were there:\n%s", len(remarks), mostRemarks, remarks.Error())
	}
}
