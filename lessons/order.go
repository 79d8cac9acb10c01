package lessons

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// order returns the lesson files of the course in their order.
func (l *loader) order() ([]string, error) {
	present, err := fs.Glob(l.fsys, "*.md")
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	present = slices.DeleteFunc(present, func(name string) bool {
		info, err := fs.Stat(l.fsys, name)
		return strings.EqualFold(name, "README.md") || err == nil && !info.Mode().IsRegular()
	})
	var raw struct {
		Title                                 string
		Lessons, Optional, Headlines, Placing []string
		Skill                                 []skill
	}
	t, ok, err := l.optional(courseFile, &raw)
	if err != nil {
		return nil, err
	}
	if t == nil {
		if len(present) == 0 {
			l.faults = append(l.faults, Fault{File: ".", What: "there is no lesson here", Do: "a lesson is a file NAME.md"})
		}
		return present, nil
	}
	if !ok {
		return nil, nil
	}
	l.course.Title, l.course.Headlines, l.course.Placing = raw.Title, raw.Headlines, raw.Placing
	l.course.train(t, raw.Skill)
	names := l.listed(t, raw.Lessons, present)
	l.optionals(t, raw.Optional, raw.Lessons)
	l.faults = append(l.faults, t.sorted()...)
	t.faults, l.named = nil, t
	return names, nil
}

// headlines demands that there is a screen for each headline, and a question for each that finds out where to begin. What
// kind of question it is only the parsed lesson tells.
func (l *loader) headlines() {
	for i, id := range l.course.Headlines {
		is := func(h Heading) bool { return h.ID == id }
		if !slices.ContainsFunc(l.course.Lessons, func(e *Entry) bool { return slices.ContainsFunc(e.Screens, is) }) {
			l.named.failAt(fmt.Sprintf("headlines[%d]", i), 0, fmt.Sprintf("there is no screen %q", id), "name a screen with a derivation, such as \"squares/differentiate\"")
		}
	}
	for i, id := range l.course.Placing {
		is := func(h Heading) bool { return h.ID == id }
		if !slices.ContainsFunc(l.course.Lessons, func(e *Entry) bool { return slices.ContainsFunc(e.Screens, is) || slices.ContainsFunc(e.Review, is) }) {
			l.named.failAt(fmt.Sprintf("placing[%d]", i), 0, fmt.Sprintf("there is no question %q", id), "name a screen or a variant for practice whose question can be understood without its lesson")
		}
	}
	if l.named != nil {
		l.faults = append(l.faults, l.named.sorted()...)
	}
}

// listed compares the lessons named in course.toml with the files that are present.
func (l *loader) listed(t *table, ids, present []string) []string {
	var names []string
	for i, id := range ids {
		name, at := id+".md", fmt.Sprintf("lessons[%d]", i)
		switch {
		case slices.Contains(names, name):
			t.failAt(at, 0, fmt.Sprintf("lesson %q is listed twice", id), "take one out")
		case !slices.Contains(present, name):
			t.failAt(at, 0, fmt.Sprintf("there is no file %s", name), "write it, or take the lesson off the list")
		default:
			names = append(names, name)
		}
	}
	for _, name := range present {
		if !slices.Contains(names, name) {
			l.faults = append(l.faults, Fault{File: name, What: "the lesson is not listed in " + courseFile, Do: "add it there"})
		}
	}
	return names
}
