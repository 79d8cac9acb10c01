// Package place finds out what a learner knows already: where to begin in the course, and whether a lesson can be passed over.
//
// It chooses questions and tells what follows from the answers. It puts no question, judges no answer, keeps no record and
// looks at no clock; chance is decided by a seed.
package place

import (
	"fmt"
	"slices"

	"chainrule/lessons"
)

// Most is how many questions are asked at most to find out where to begin.
const Most = 15

// An Answer is what came of a question that was put, given by the ID of its screen.
type Answer struct {
	Screen string
	Right  bool
}

// A Model is a course as it is seen here: its skills with what they rest on, its lessons, and the questions that tell. It
// never changes, and may be used by several at once.
type Model struct {
	course  *lessons.Course
	lessons []*lessons.Entry // those that everybody does, in order
	below   [][]int          // of each skill those that it needs or uses, by their places in the course
	closed  []set            // of each skill itself and all that it rests on
	all     set
	home    []int // the place of the lesson that teaches it; -1 where none does
	items   []item
	byID    map[string]int
	ordered []int // the skills, each behind those that it rests on
	crowd   crowd
}

// An item is a question that may be asked.
type item struct {
	screen *lessons.Screen
	asks   []int
	needs  set // what one must know to answer it
	guess  float64
	worth  float64 // of what it tells, since it takes long
	able   []bool  // of each learner of the crowd whether all that it asks for is known
	key    string  // the same for questions that tell the same
	listed bool    // it is among the questions of placing
}

// What is assumed of answers: one who knows slips, and one who does not know guesses.
const (
	slips   = 0.05
	guesses = 0.10
)

// shortest is how many lines the model of a derivation has at most that is short enough to be asked.
const shortest = 3

// Suits reports whether the answer to a question tells what is known, so that it may be asked here.
func Suits(q lessons.Question) bool {
	if q == nil || len(q.About().Skills) == 0 {
		return false
	}
	switch q := q.(type) {
	case *lessons.Expression, *lessons.Number, *lessons.Choice:
		return true
	case *lessons.Derive:
		return len(q.Lines) <= shortest
	case *lessons.Spot, *lessons.Lab:
		return false
	}
	panic("place: unknown kind of question")
}

// New returns the model of a course, whose lessons are read for it. A lesson with faults has no questions.
func New(course *lessons.Course) *Model {
	m := &Model{course: course, byID: map[string]int{}}
	for _, e := range course.Lessons {
		if !e.Optional {
			m.lessons = append(m.lessons, e)
		}
	}
	m.graph()
	all := len(course.Placing) == 0
	for _, e := range course.Lessons {
		l, err := e.Lesson()
		if err != nil {
			continue // it is told where the lesson is opened
		}
		for i, s := range slices.Concat(l.Screens, l.Review) {
			practice := i >= len(l.Screens)
			listed := slices.Contains(course.Placing, s.ID) || all && practice
			if s.Question != nil && Suits(s.Question) && (practice || listed) {
				m.add(s, listed)
			}
		}
	}
	m.crowd = m.gather()
	for i := range m.items {
		m.items[i].able = m.crowd.able(m.items[i].needs)
	}
	return m
}

// graph takes the skills from the course.
func (m *Model) graph() {
	n := len(m.course.Skills)
	at := map[string]int{}
	for i, k := range m.course.Skills {
		at[k.ID] = i
	}
	m.below, m.closed, m.home, m.all = make([][]int, n), make([]set, n), make([]int, n), newSet(n)
	for i, k := range m.course.Skills {
		m.home[i] = slices.IndexFunc(m.lessons, func(e *lessons.Entry) bool { return slices.Contains(e.Skills, k.ID) })
		for _, id := range k.Below() {
			m.below[i] = append(m.below[i], at[id])
		}
	}
	var visit func(i int)
	visit = func(i int) {
		if m.closed[i] != nil {
			return
		}
		all := newSet(n)
		all.add(i)
		for _, b := range m.below[i] {
			visit(b)
			all.join(m.closed[b])
		}
		m.closed[i] = all
		m.all.add(i)
		m.ordered = append(m.ordered, i)
	}
	for i := range n {
		visit(i)
	}
}

// add adds a question.
func (m *Model) add(s *lessons.Screen, listed bool) {
	it := item{screen: s, guess: guesses, worth: 1, needs: newSet(len(m.below)), listed: listed}
	for i, k := range m.course.Skills {
		if slices.Contains(s.Question.About().Skills, k.ID) {
			it.asks = append(it.asks, i)
			it.needs.join(m.closed[i])
		}
	}
	if len(it.asks) == 0 {
		return
	}
	switch q := s.Question.(type) {
	case *lessons.Choice:
		it.guess = max(guesses, 1/float64(len(q.Options)))
	case *lessons.Derive:
		it.worth = 0.6
	case *lessons.Expression, *lessons.Number, *lessons.Spot, *lessons.Lab:
	}
	it.key = fmt.Sprint(it.needs, it.guess)
	m.byID[s.ID] = len(m.items)
	m.items = append(m.items, it)
}

// Screen returns the screen of a question, nil where it is none that may be asked.
func (m *Model) Screen(id string) *lessons.Screen {
	if i, ok := m.byID[id]; ok {
		return m.items[i].screen
	}
	return nil
}

// ids returns the IDs of skills, in the order of the course.
func (m *Model) ids(of func(i int) bool) []string {
	var all []string
	for i, k := range m.course.Skills {
		if of(i) {
			all = append(all, k.ID)
		}
	}
	return all
}
