// Package review knows what the learner knows: how well each skill is kept in mind, what is due, and which task comes next.
//
// All of it follows from the record and the course, and the time is given by the caller. The package asks no question, judges
// no answer, reads and writes no file and looks at no clock.
package review

import (
	"slices"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// A State is what a record amounts to. It belongs to one goroutine.
type State struct {
	course *lessons.Course
	model  *model
	clock  clock
	taken  int // ends of the record that were followed
	ids    map[string]int
	skills []skill // in the order of the course, as home and above
	home   []string
	// above holds for each skill those that fail with it.
	above   [][]int
	items   [][]*item // the questions of each lesson that was read
	read    []bool    // the lessons that were
	drawn   []*item   // the families, nil before they were asked for
	byID    map[string]*item
	begun   map[string]bool // by lesson
	ended   map[string]bool // screens of lessons, also those that are only read
	slips   map[string]*slipped
	studied []stretch
	recent  []asked // the last tasks outside lessons
	// placedBy holds when a screen was asked last to find out what is known.
	placedBy map[string]float64
}

// New returns the state of an empty record. It reads no lesson: that waits until the record or a plan needs it.
func New(course *lessons.Course) *State {
	s := &State{
		course: course, model: newModel(), ids: map[string]int{}, byID: map[string]*item{}, begun: map[string]bool{},
		ended: map[string]bool{}, slips: map[string]*slipped{}, placedBy: map[string]float64{}, skills: make([]skill, len(course.Skills)),
		home: make([]string, len(course.Skills)), above: make([][]int, len(course.Skills)),
		items: make([][]*item, len(course.Lessons)), read: make([]bool, len(course.Lessons)),
	}
	for i, k := range course.Skills {
		s.ids[k.ID] = i
	}
	s.graph()
	return s
}

// rests is the weight from which on a skill is said to rest on another: then it is looked at when that one fails.
const rests = 0.5

// graph fills in what lies above each skill, and where it is trained first.
func (s *State) graph() {
	for i, k := range s.course.Skills {
		for _, u := range k.Uses {
			if below, ok := s.ids[u.Skill]; ok && u.Weight >= rests {
				s.above[below] = append(s.above[below], i)
			}
		}
	}
	for _, optional := range []bool{false, true} { // a skill is at home where everybody learns it
		for _, l := range s.course.Lessons {
			for _, id := range l.Skills {
				if i, ok := s.ids[id]; ok && s.home[i] == "" && l.Optional == optional {
					s.home[i] = l.ID
				}
			}
		}
	}
}

// Follow takes what was added to the record since the last time. The record must be the same one each time.
func (s *State) Follow(record *journal.State) {
	for _, l := range s.course.Lessons {
		if _, ok := record.Resume(l.ID); ok {
			s.begun[l.ID] = true
		}
	}
	all := record.Ends()
	for _, e := range all[s.taken:] {
		s.Take(e)
	}
}

// Take follows one attempt that came to its end, as if it stood next in the record.
func (s *State) Take(e journal.End) {
	s.taken++
	now := s.clock.tick(e.At)
	s.study(&e)
	if e.Presumed {
		s.presume(e.Skills, now)
		for _, id := range e.Asked {
			s.placedBy[id] = now
		}
		return
	}
	if e.Task == "" {
		s.ended[e.Screen] = true
	}
	if len(e.Skills) == 0 {
		return
	}
	r := ratingOf(&e)
	v := variant{screen: e.Screen, level: e.Level}
	it := s.item(e.Lesson, e.Screen)
	if it != nil {
		v = it.variant(e.Screen, e.Seed, e.Level)
		it.note(v, r, now, e.Task != "")
		if d, ok := lessons.ParseDraw(e.Screen); ok {
			it.adapt(d, r, len(e.Slips) > 0)
		}
		if e.Task != "" {
			s.remember(asked{it, now})
		}
	}
	s.answered(&e, r, v, now)
	if it == nil || r != fsrs.Good {
		return
	}
	for _, u := range it.repeats {
		if k := &s.skills[u.skill]; k.met() && !slices.Contains(e.Skills, s.course.Skills[u.skill].ID) {
			k.Memory = s.model.credited(k.Memory, u.weight, now)
		}
	}
}

// presume takes skills to be known from now on.
func (s *State) presume(skills []string, now float64) {
	for _, id := range skills {
		if k, ok := s.ids[id]; ok {
			s.skills[k].presume(s.model.presumed, now)
		}
	}
}

// answered takes an answer to a question. What rests on a skill that most likely had to be shown is due for a look.
func (s *State) answered(e *journal.End, r fsrs.Rating, v variant, now float64) {
	var asks []int
	var recalls []float64
	for _, id := range e.Skills {
		if k, ok := s.ids[id]; ok && !slices.Contains(asks, k) {
			recall := 0.0
			if s.skills[k].met() {
				recall = s.model.recall(s.skills[k].Memory, now)
			}
			asks, recalls = append(asks, k), append(recalls, recall)
		}
	}
	blame := s.model.blame(recalls)
	for i, k := range asks {
		s.skills[k].answered(s.model, r, blame[i], v, now)
		s.skills[k].slips += len(e.Slips)
		if r != fsrs.Again || blame[i] < rests {
			continue
		}
		for _, a := range s.above[k] {
			if s.skills[a].met() && !slices.Contains(asks, a) {
				s.skills[a].look = true
			}
		}
	}
}
