package lessons_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"chainrule/lessons"
)

// halfGood returns a folder with a good lesson, and one whose formula is none.
func halfGood() fstest.MapFS {
	all := threeScreens("")
	all["torn.md"] = &fstest.MapFile{Data: []byte("+++\nid = \"torn\"\ntitle = \"Torn\"\nneeds = [\"three\"]\n+++\n\n# Torn\n\n## One {#one}\n\nSee $1+$.\n")}
	return all
}

// TestFaultsWhenOpened opens a course with a faulty lesson: it is listed, its fault is told when it is read, and the other
// can be read.
func TestFaultsWhenOpened(t *testing.T) {
	c, err := lessons.Open(halfGood(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if e, s, ok := c.Locate("torn/one"); !ok || e.Title != "Torn" || s.Title != "One" {
		t.Errorf("torn/one is not listed: %+v", e)
	}
	const fault = "torn.md:11:7: "
	for what, read := range map[string]func() error{
		"the lesson": func() error { _, err := c.Lesson("torn"); return err },
		"a screen":   func() error { _, err := c.Screen("torn/one"); return err },
		"all":        func() error { _, err := c.All(); return err },
		"Load":       func() error { _, err := lessons.Load(halfGood(), nil); return err },
	} {
		if faults, ok := errors.AsType[lessons.Faults](read()); !ok || len(faults) != 1 || !strings.HasPrefix(faults[0].Error(), fault) {
			t.Errorf("%s: %v, want one fault %s", what, faults, fault)
		}
	}
	if l, err := c.Lesson("three"); err != nil || len(l.Screens) != 3 {
		t.Errorf("the other lesson: %+v, %v", l, err)
	}
	for _, place := range []string{"none", "three/none", "three/4"} {
		if _, err := c.Screen(place); err == nil {
			t.Errorf("there is a screen %s", place)
		}
	}
}

// TestReadOnce has many ask for lessons at once: all must get the same.
func TestReadOnce(t *testing.T) {
	c, err := lessons.Open(files(demo), nil)
	if err != nil {
		t.Fatal(err)
	}
	const many = 8
	got := make([]*lessons.Lesson, many)
	var all sync.WaitGroup
	for i := range many {
		all.Go(func() { got[i], _ = c.Lesson("demo") })
	}
	all.Wait()
	for _, l := range got {
		if l == nil || l != got[0] {
			t.Errorf("%p and %p", l, got[0])
		}
	}
}
