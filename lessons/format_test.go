package lessons_test

import (
	"os"
	"regexp"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestFormatExample plays the lesson that the description of the format shows.
func TestFormatExample(t *testing.T) {
	page, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	example := regexp.MustCompile(`(?s)~~~markdown\n(.*)~~~`).FindSubmatch(page)
	if example == nil {
		t.Fatal("no example")
	}
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	course, err := lessons.LoadFile("squares.md", example[1], base)
	if err != nil {
		t.Fatal(err)
	}
	faults, remarks := check.Course(course)
	for _, f := range append(faults, remarks...) {
		t.Error(f)
	}
	if got := len(course.Lessons[0].Screens); got != 3 {
		t.Errorf("%d screens", got)
	}
}

// FuzzLoadFile demands that no text makes the loader panic or fail without a fault.
func FuzzLoadFile(f *testing.F) {
	f.Add(demo)
	f.Add("+++\n+++\n# \n##\n```plot\n```\n")
	f.Add("+++\nid=\"a\"\ntitle=\"b\"\n+++\n# b\n## c\n> x\n1. \n\n* $\n\n```number\nvary.x=[]\nask=\"{x}\"\n```\n")
	base, err := lessons.Load(files(demo), nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		course, err := lessons.LoadFile("fuzz.md", []byte(text), base)
		if (err == nil) != (course != nil) {
			t.Errorf("course %v, error %v", course, err)
		}
	})
}
