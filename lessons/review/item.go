package review

import (
	"slices"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
)

// An item is a question of the course, with what the record says of it.
type item struct {
	screen   *lessons.Screen
	lesson   int // the place of its lesson in the course
	practice bool
	rows     int   // how many draws of values there are; 1 where nothing varies
	asks     []int // its skills
	repeats  []repeat

	times int
	last  []float64 // when each row was asked last; never is -1
	faded bool      // it was derived without help, at least some of its lines

	headline bool // it comes back by itself
	back     bool // it came back, with some lines left out or all
	free     bool // it came back with all of them left out
}

// A repeat is a skill that a question repeats by the way.
type repeat struct {
	skill  int
	weight float64
}

// kind tells how a question is answered, which is what changes between one task and the next.
type kind uint8

const (
	formula kind = iota
	number
	choice
	derive
	spot
	laboratory
)

func kindOf(q lessons.Question) kind {
	switch q.(type) {
	case *lessons.Expression:
		return formula
	case *lessons.Number:
		return number
	case *lessons.Choice:
		return choice
	case *lessons.Derive:
		return derive
	case *lessons.Spot:
		return spot
	case *lessons.Lab:
		return laboratory
	}
	panic("review: unknown kind of question")
}

func (s *State) newItem(screen *lessons.Screen, lesson int, practice bool) *item {
	it := &item{
		screen: screen, lesson: lesson, practice: practice, rows: 1, headline: slices.Contains(s.course.Headlines, screen.ID),
	}
	if q, ok := screen.Question.(*lessons.Number); ok {
		it.rows = max(1, len(q.Rows))
	}
	for range it.rows {
		it.last = append(it.last, -1)
	}
	for _, id := range screen.Question.About().Skills {
		if k, ok := s.ids[id]; ok {
			it.asks = append(it.asks, k)
		}
	}
	for _, u := range s.course.RepeatedBy(screen.Question) {
		if k, ok := s.ids[u.Skill]; ok {
			it.repeats = append(it.repeats, repeat{k, u.Weight})
		}
	}
	return it
}

// questions returns the questions of a lesson, which is read for them. One with faults has none.
func (s *State) questions(lesson int) []*item {
	if s.read[lesson] {
		return s.items[lesson]
	}
	s.read[lesson] = true
	l, err := s.course.Lessons[lesson].Lesson()
	if err != nil {
		return nil // it is told where the lesson is opened
	}
	for i, screen := range slices.Concat(l.Screens, l.Review) {
		if screen.Question != nil {
			it := s.newItem(screen, lesson, i >= len(l.Screens))
			s.byID[screen.ID] = it
			s.items[lesson] = append(s.items[lesson], it)
		}
	}
	return s.items[lesson]
}

// item returns the question on a screen of a lesson, nil where there is none.
func (s *State) item(lesson, screen string) *item {
	if it, ok := s.byID[screen]; ok {
		return it
	}
	if at := s.lessonAt(lesson); at >= 0 {
		s.questions(at)
	}
	return s.byID[screen]
}

// lessonAt returns the place of a lesson in the course, less than 0 where it has none.
func (s *State) lessonAt(id string) int {
	return slices.IndexFunc(s.course.Lessons, func(e *lessons.Entry) bool { return e.ID == id })
}

// variant returns which variant of the question an attempt was about.
func (it *item) variant(seed uint64, level string) variant {
	return variant{it.screen.ID, int(seed % uint64(it.rows)), level}
}

// note takes down that the question was asked, in its lesson or for a task.
func (it *item) note(v variant, r fsrs.Rating, now float64, task bool) {
	it.times++
	it.last[v.row] = now
	l, ok := lessons.ParseLevel(v.level)
	if !ok || l < lessons.Faded {
		return
	}
	it.faded = it.faded || r == fsrs.Good
	it.back = it.back || task
	it.free = it.free || task && l == lessons.Free
}

// returns reports whether it is a headline that was finished in its lesson, at least a night ago, and has not come back since.
func (it *item) returns(now float64) bool {
	return it.headline && !it.back && it.times > 0 && now-it.last[0] >= night
}

// row returns the values that were drawn longest ago, those that never were first.
func (it *item) row() int {
	longest := 0
	for i, at := range it.last {
		if at < it.last[longest] {
			longest = i
		}
	}
	return longest
}

// freshness returns what an item is worth for being new: 1 if the row to be asked was never asked; after it was, little at
// first, never more than a half again, and the less the oftener: so that each question has its turn, even beside one that
// repeats much more. A headline that never was derived freely after its lesson is new as long.
func (it *item) freshness(now float64) float64 {
	const (
		most    = 0.5
		halfway = 10.0 // days after which half of that is reached
		tooSoon = 0.01
	)
	at := it.last[it.row()]
	switch age := now - at; {
	case at < 0:
		return 1
	case age < night:
		return tooSoon / float64(max(1, it.times/it.rows))
	case it.headline && !it.free:
		return 1
	default:
		return max(tooSoon, most*age/(age+halfway)) / float64(max(1, it.times/it.rows))
	}
}

// level returns how much of a derivation is shown when it comes back: first some lines are left out, and when that went
// without help, all of them. Of a headline they all are the second time, however the first went.
func (it *item) level(faded bool) lessons.Level {
	d, ok := it.screen.Question.(*lessons.Derive)
	switch {
	case !ok:
		return lessons.Worked
	case (it.faded || it.headline && it.back) && !faded || d.Least == lessons.Free:
		return lessons.Free
	}
	return lessons.Faded
}
