package lessons

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"
)

// An Entry stands for a lesson in a course that was opened: it tells what the list of lessons needs, and reads the lesson
// when it is wanted.
type Entry struct {
	ID, Title, File string
	// Number is that of the lesson in the course, from 1. An optional lesson is not counted, and has 0.
	Number int
	// Optional lessons are there for those who want them: no other lesson counts on them.
	Optional bool
	// Needs are the IDs of the lessons that come before.
	Needs []string
	// Skills are the IDs of what is trained here.
	Skills []string
	// Screens and Review stand for those of the lesson, in its order.
	Screens, Review []Heading

	text *unread
}

// A Heading stands for a screen, or for a variant for practice, of a lesson that need not have been read. Its fields are
// those of the Screen.
type Heading struct {
	ID, Title string
	Named     bool
	Number    int
}

// Lesson returns the lesson, which is read when it is first asked for. Several may ask at once. The error is Faults.
func (e *Entry) Lesson() (*Lesson, error) {
	lesson, faults := e.text.parsed()
	if len(faults) > 0 {
		return nil, faults
	}
	return lesson, nil
}

// Whole returns the questions of which nothing is missing, although the lesson may have faults elsewhere.
func (e *Entry) Whole() []Question {
	lesson, _ := e.text.parsed()
	if lesson == nil || lesson.torn {
		return nil
	}
	var whole []Question
	for _, s := range slices.Concat(lesson.Screens, lesson.Review) {
		if s.Question != nil && !s.torn {
			whole = append(whole, s.Question)
		}
	}
	return whole
}

// An unread text is that of a lesson, parsed once.
type unread struct {
	once   sync.Once
	parse  func() (*Lesson, Faults)
	lesson *Lesson // nil if not even the front matter could be read
	faults Faults
}

func (u *unread) parsed() (*Lesson, Faults) {
	u.once.Do(func() {
		u.lesson, u.faults = u.parse()
		u.parse = nil // the text is needed no more
	})
	return u.lesson, u.faults
}

// faulty reports whether the text was parsed already, and has faults.
func (u *unread) faulty() bool { return u.parse == nil && len(u.faults) > 0 }

// listed returns the entry for the lesson in a file. What only the parser can tell is told by the parsed lesson, and what
// not even the front matter tells by the name of the file.
func listed(file string, text []byte, u *unread) *Entry {
	e, ok := scan(text)
	if !ok {
		e = &Entry{}
		if lesson, _ := u.parsed(); lesson != nil {
			e = entryOf(lesson)
		}
	}
	e.File, e.text = file, u
	if e.ID == "" {
		e.ID = stem(file)
	}
	if e.Title == "" {
		e.Title = e.ID
	}
	return e
}

// entryOf returns what the list says of a lesson that was read.
func entryOf(l *Lesson) *Entry {
	return &Entry{
		ID: l.ID, Title: l.Title, File: l.File, Needs: l.Needs, Skills: l.Skills, Screens: headingsOf(l.Screens), Review: headingsOf(l.Review),
	}
}

func headingsOf(screens []*Screen) []Heading {
	var all []Heading
	for _, s := range screens {
		all = append(all, Heading{s.ID, s.Title, s.Named, s.Number})
	}
	return all
}

// stem returns the ID of the lesson that a file holds.
func stem(file string) string { return strings.TrimSuffix(path.Base(file), ".md") }

// Entry returns the entry of the lesson called id.
func (c *Course) Entry(id string) (*Entry, bool) { return entryIn(c.Lessons, id) }

func entryIn(all []*Entry, id string) (*Entry, bool) {
	return find(all, func(e *Entry) bool { return e.ID == id })
}

// Lesson returns the lesson called id. The error is Faults where the lesson is there.
func (c *Course) Lesson(id string) (*Lesson, error) {
	e, ok := c.Entry(id)
	if !ok {
		return nil, fmt.Errorf("there is no lesson %q", id)
	}
	return e.Lesson()
}

// All returns all lessons. The error is Faults: those of all lessons.
func (c *Course) All() ([]*Lesson, error) {
	var all []*Lesson
	var faults Faults
	for _, e := range c.Lessons {
		lesson, of := e.text.parsed()
		all, faults = append(all, lesson), append(faults, of...)
	}
	if len(faults) > 0 {
		return nil, faults
	}
	return all, nil
}

// Screen returns the screen or practice variant at a place: an ID as sigmoid/symmetry, or a number as sigmoid/5 or
// sigmoid/review/2, counted as the lesson stands now. The error is Faults where the place is there.
func (c *Course) Screen(place string) (*Screen, error) {
	e, h, _ := at(c.Lessons, place)
	if h == nil {
		return nil, fmt.Errorf("there is no screen %q", place)
	}
	l, err := e.Lesson()
	if err != nil {
		return nil, err
	}
	return l.screen(h.ID)
}

// screen returns the screen or variant called id.
func (l *Lesson) screen(id string) (*Screen, error) {
	for _, s := range slices.Concat(l.Screens, l.Review) {
		if s.ID == id {
			return s, nil
		}
	}
	return nil, fmt.Errorf("there is no screen %q", id)
}

// Locate returns the lesson at a place, which may be one of its screens; the screen is nil where the place is the lesson.
// Variants for practice are no places to go to. No lesson is read for it.
func (c *Course) Locate(place string) (e *Entry, screen *Heading, ok bool) {
	if e, ok := c.Entry(place); ok {
		return e, nil, true
	}
	e, screen, variant := at(c.Lessons, place)
	if screen == nil || variant {
		return nil, nil, false
	}
	return e, screen, true
}

// at finds what stands at a place, by ID before number; the heading is nil where nothing does.
func at(all []*Entry, place string) (e *Entry, h *Heading, variant bool) {
	id, _, _ := strings.Cut(place, "/")
	e, ok := entryIn(all, id)
	if !ok {
		return nil, nil, false
	}
	numbered := func(h *Heading) bool { return screenNumber(e.ID, h.Number-1) == place }
	variantNumbered := func(h *Heading) bool { return variantNumber(e.ID, h.Number-1) == place }
	called := func(h *Heading) bool { return h.ID == place }
	for _, try := range []struct {
		in      []Heading
		is      func(*Heading) bool
		variant bool
	}{{e.Screens, called, false}, {e.Review, called, true}, {e.Screens, numbered, false}, {e.Review, variantNumbered, true}} {
		for i := range try.in {
			if try.is(&try.in[i]) {
				return e, &try.in[i], try.variant
			}
		}
	}
	return nil, nil, false
}
