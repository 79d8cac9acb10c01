package review

import (
	"cmp"
	"slices"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// slipped is how often a slip was made, and in which skills.
type slipped struct {
	times  int
	last   float64
	skills map[int]int
}

// A stretch is a quarter of an hour in which something came to its end: time zones differ by no less.
type stretch struct {
	quarter   int64 // quarters of an hour since 1970
	questions int
}

const quarter = 15 * 60 // seconds

// study takes down when something was done, and the slips that were made.
func (s *State) study(e *journal.End) {
	if !e.At.IsZero() {
		at := e.At.Unix() / quarter
		if n := len(s.studied); n == 0 || s.studied[n-1].quarter != at {
			s.studied = append(s.studied, stretch{quarter: at})
		}
		if len(e.Skills) > 0 && !e.Presumed {
			s.studied[len(s.studied)-1].questions++
		}
	}
	for _, id := range e.Slips {
		one := s.slips[id]
		if one == nil {
			one = &slipped{skills: map[int]int{}}
			s.slips[id] = one
		}
		one.times++
		one.last = s.clock.days
		for _, skill := range e.Skills {
			if k, ok := s.ids[skill]; ok {
				one.skills[k]++
			}
		}
	}
}

// A Day is a day of study.
type Day struct {
	// Date is its midnight, in the zone that was asked for.
	Date time.Time
	// Questions counts the questions that came to their end; on a day of reading it is 0.
	Questions int
}

// Days returns the days of study in a time zone, in order. They are those that the computer's calendar told.
func (s *State) Days(zone *time.Location) []Day {
	var all []Day
	for _, one := range s.studied {
		y, m, d := time.Unix(one.quarter*quarter, 0).In(zone).Date()
		all = append(all, Day{time.Date(y, m, d, 0, 0, 0, 0, zone), one.questions})
	}
	slices.SortStableFunc(all, func(a, b Day) int { return a.Date.Compare(b.Date) })
	var days []Day
	for _, one := range all {
		if n := len(days); n > 0 && days[n-1].Date.Equal(one.Date) {
			days[n-1].Questions += one.Questions
		} else {
			days = append(days, one)
		}
	}
	return days
}

// A Slip is a slip of the catalogue that was made.
type Slip struct {
	lessons.Slip

	// Times is how often it was made, in questions that came to their end; Last, when that was last.
	Times int
	Last  time.Time
	// Skills are the IDs of those whose questions it was made in, the most frequent first.
	Skills []string
}

// Slips returns the slips that were made, the most frequent first; of two as frequent, the one that was made later. A wrong
// answer without a slip of the catalogue is not among them.
func (s *State) Slips(now time.Time) []Slip {
	var all []Slip
	for _, of := range s.course.Slips {
		made := s.slips[string(of.ID)]
		if made == nil {
			continue
		}
		one := Slip{Slip: of, Times: made.times, Last: s.clock.date(made.last, now)}
		var in []int
		for k := range s.skills {
			if made.skills[k] > 0 {
				in = append(in, k)
			}
		}
		slices.SortStableFunc(in, func(a, b int) int { return cmp.Compare(made.skills[b], made.skills[a]) })
		for _, k := range in {
			one.Skills = append(one.Skills, s.course.Skills[k].ID)
		}
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b Slip) int {
		return cmp.Or(cmp.Compare(b.Times, a.Times), cmp.Compare(s.slips[string(b.ID)].last, s.slips[string(a.ID)].last))
	})
	return all
}

// A Stage says how far a lesson has come.
type Stage uint8

// The progresses, in their order.
const (
	NotBegun Stage = iota
	Begun
	Finished // each of its screens was finished once
	Mastered // and each of its skills is known
)

// String returns the name.
func (p Stage) String() string {
	return [...]string{"not begun", "begun", "finished", "all known"}[p]
}

// A Lesson is what the record says of a lesson at some time.
type Lesson struct {
	*lessons.Entry

	Progress Stage
	// Done counts the screens that were finished.
	Done int
	// Known counts the skills that are known, of those that the lesson trains.
	Known int
	// PassedOver tells that it is not finished, and that the skills it teaches first are known or presumed to be, some of them
	// presumed.
	PassedOver bool
	// Due are the IDs of the skills that are due, of those that no earlier lesson trains: so each counts once in the course.
	Due []string
}

// Lessons returns what the record says of each lesson, in the order of the course.
func (s *State) Lessons(now time.Time) []Lesson {
	at := s.clock.until(now)
	all := make([]Lesson, len(s.course.Lessons))
	for i, l := range s.course.Lessons {
		one := Lesson{Entry: l}
		presumed, met := false, true // of the skills that no earlier lesson teaches
		for _, screen := range l.Screens {
			if s.ended[screen.ID] {
				one.Done++
			}
		}
		for _, id := range l.Skills {
			k, ok := s.ids[id]
			if !ok {
				continue
			}
			mastery := s.skills[k].mastery()
			if mastery == Known {
				one.Known++
			}
			if s.home[k] == l.ID {
				presumed, met = presumed || mastery == Presumed, met && mastery >= Presumed
			}
			if s.skills[k].due(at) && s.home[k] == l.ID {
				one.Due = append(one.Due, id)
			}
		}
		switch {
		case one.Done == len(l.Screens) && one.Known == len(l.Skills):
			one.Progress = Mastered
		case one.Done == len(l.Screens):
			one.Progress = Finished
		case one.Done > 0 || s.begun[l.ID]:
			one.Progress = Begun
		}
		one.PassedOver = presumed && met && one.Done < len(l.Screens)
		all[i] = one
	}
	return all
}
