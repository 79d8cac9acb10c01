package review

import (
	"slices"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
)

// An item is a question of the course, or a family of questions, with what the record says of it.
type item struct {
	id       string
	screen   *lessons.Screen // nil for a family
	family   *lessons.Family // nil for a question
	kind     kind
	lesson   int // the place of its lesson in the course
	practice bool
	unread   bool  // it can be asked of one who has not read its lesson
	rows     int   // how many draws of values there are; 1 where nothing varies
	asks     []int // its skills
	repeats  []repeat

	times int
	last  []float64 // when each row was asked last; never is -1
	alone []float64 // when each row was asked last outside its lesson; never is -1
	faded bool      // it was derived without help, at least some of its lines

	next       uint64             // the first seed of a family that was not asked
	difficulty lessons.Difficulty // of a family: the one that suits the learner
	inRow      int                // successes of a family in a row at that difficulty

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
		id: screen.ID, screen: screen, kind: kindOf(screen.Question), lesson: lesson, practice: practice, rows: 1, headline: slices.Contains(s.course.Headlines, screen.ID),
		unread: practice || slices.Contains(s.course.Placing, screen.ID),
	}
	if q, ok := screen.Question.(*lessons.Number); ok {
		it.rows = max(1, len(q.Rows))
	}
	for range it.rows {
		it.last, it.alone = append(it.last, -1), append(it.alone, -1)
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

// kindNames are the kinds of blocks that families draw.
var kindNames = map[string]kind{"formula": formula, "number": number, "choice": choice, "derive": derive, "spot": spot}

func (s *State) newFamily(f *lessons.Family, lesson int) *item {
	it := &item{
		id: f.ID, family: f, kind: kindNames[f.Kind], lesson: lesson, practice: true, rows: 1, last: []float64{-1}, alone: []float64{-1}, difficulty: lessons.Easy,
	}
	for _, id := range f.Skills {
		if k, ok := s.ids[id]; ok {
			it.asks = append(it.asks, k)
		}
	}
	for _, u := range s.course.RepeatedByFamily(f) {
		if k, ok := s.ids[u.Skill]; ok {
			it.repeats = append(it.repeats, repeat{k, u.Weight})
		}
	}
	return it
}

// families returns the families of the course. The lessons whose letters they use are not read for it.
func (s *State) families() []*item {
	if s.drawn == nil {
		s.drawn = []*item{}
		for _, f := range s.course.Families() {
			s.drawn = append(s.drawn, s.newFamily(f, s.lessonAt(f.Lesson)))
		}
	}
	return s.drawn
}

// adapt takes down how a draw of a family went. Two in a row without help make the next ones harder; a slip, or something shown,
// makes them easier, and a hint begins the row anew.
func (it *item) adapt(d lessons.Draw, r fsrs.Rating, slipped bool) {
	const row = 2
	it.next = max(it.next, d.Seed+1)
	switch {
	case r == fsrs.Again || slipped:
		it.difficulty, it.inRow = max(min(it.difficulty, d.Difficulty)-1, lessons.Easy), 0
	case r != fsrs.Good:
		it.inRow = 0
	case d.Difficulty >= it.difficulty:
		if it.inRow++; it.inRow == row {
			it.difficulty, it.inRow = min(d.Difficulty+1, lessons.Hard), 0
		}
	}
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

// item returns the question on a screen of a lesson, or the family of a draw, nil where there is none.
func (s *State) item(lesson, screen string) *item {
	if d, ok := lessons.ParseDraw(screen); ok {
		if i := slices.IndexFunc(s.families(), func(it *item) bool { return it.id == d.Family }); i >= 0 {
			return s.drawn[i]
		}
		return nil
	}
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

// variant returns which variant of the question an attempt was about. Each draw of a family is one.
func (it *item) variant(screen string, seed uint64, level string) variant {
	if it.family != nil {
		return variant{screen, 0, level}
	}
	return variant{it.id, int(seed % uint64(it.rows)), level}
}

// note takes down that the question was asked, in its lesson or for a task.
func (it *item) note(v variant, r fsrs.Rating, now float64, task bool) {
	it.times++
	it.last[v.row] = now
	if task {
		it.alone[v.row] = now
	}
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
		// otherValues is what a draw is worth where its family was asked just now.
		otherValues = 0.1
	)
	at := it.last[it.row()]
	switch age := now - at; {
	case at < 0:
		return 1
	case it.family != nil: // its values are new each time, the way is not
		return max(otherValues, age/(age+halfway))
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
	if it.kind != derive {
		return lessons.Worked
	}
	free := (it.faded || it.headline && it.back) && !faded
	if it.screen != nil {
		d, ok := it.screen.Question.(*lessons.Derive)
		free = free || ok && d.Least == lessons.Free
	}
	if free {
		return lessons.Free
	}
	return lessons.Faded
}
