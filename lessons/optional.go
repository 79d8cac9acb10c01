package lessons

import (
	"fmt"
	"slices"
)

// optionals takes the IDs of the lessons that nobody has to do.
func (l *loader) optionals(t *table, ids, listed []string) {
	l.spare = map[string]bool{}
	for i, id := range ids {
		if !slices.Contains(listed, id) {
			t.failAt(fmt.Sprintf("optional[%d]", i), 0, fmt.Sprintf("%q is not among the lessons", id), "list it there, too")
		}
		l.spare[id] = true
	}
}

// count returns how many lessons have a number.
func (c *Course) count() int {
	n := 0
	for _, e := range c.Lessons {
		n = max(n, e.Number)
	}
	return n
}

// Numbering returns the lesson with a number; 0 is the first that is optional.
func (c *Course) Numbering(n int) (*Entry, bool) {
	return find(c.Lessons, func(e *Entry) bool { return e.Number == n })
}

// First returns the place of the first lesson that everybody does; 0 where all are optional.
func (c *Course) First() int {
	return max(slices.IndexFunc(c.Lessons, func(e *Entry) bool { return !e.Optional }), 0)
}

// Refresher returns the first screen of an optional lesson that asks for a skill: where one can go to who fails with it. It
// reads no lesson but optional ones.
func (c *Course) Refresher(skill string) (*Screen, bool) {
	for _, e := range c.Lessons {
		if !e.Optional || !slices.Contains(e.Skills, skill) {
			continue
		}
		l, err := e.Lesson()
		if err != nil {
			continue // it is told where the lesson is opened
		}
		if s, ok := find(l.Screens, func(s *Screen) bool {
			return s.Question != nil && slices.Contains(s.Question.About().Skills, skill)
		}); ok {
			return s, true
		}
	}
	return nil, false
}
