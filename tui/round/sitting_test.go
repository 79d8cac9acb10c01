package round_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/round"
	"chainrule/tui/session"
)

// TestSittings plays sittings of learners who are somewhere in the course, on several days: reviews, practice of a skill and of slips at
// the difficulties that there are, warm-ups, in any order, some after the questions that find out where to begin. No task of a sitting may ask what another of it asked.
func TestSittings(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	learners := 24
	if testing.Short() {
		learners = 3
	}
	for i := range learners {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			l := &learner{
				t: t, course: course, chance: rand.New(rand.NewPCG(uint64(i), 7)),
				now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), path: filepath.Join(t.TempDir(), "journal.jsonl"),
			}
			l.study(1 + i%len(course.Lessons))
			for range 4 {
				l.now = l.now.Add(time.Duration(12+l.chance.IntN(200)) * time.Hour)
				l.sit()
			}
			t.Logf("%d tasks in 4 sittings", l.tasks)
		})
	}
}

// A learner does what tasks ask, by chance rightly, with a hint or with the answer shown.
type learner struct {
	t      *testing.T
	course *lessons.Course
	chance *rand.Rand
	now    time.Time
	path   string
	tasks  int

	session *session.Session
	asked   map[string]string // what was asked in this sitting, and by which question
}

// open begins a sitting.
func (l *learner) open() {
	j := journal.Open(l.path, func() time.Time { return l.now }, l.course.Numbered)
	l.t.Cleanup(func() {
		if err := j.Close(); err != nil {
			l.t.Error(err)
		}
	})
	l.session, l.asked = session.New(l.course, j), map[string]string{}
}

// study does the first lessons of the course, or only half of the last of them.
func (l *learner) study(most int) {
	l.open()
	for n, e := range l.course.Lessons[:most] {
		lesson, err := l.course.Lesson(e.ID)
		if err != nil {
			l.t.Fatal(err)
		}
		screens := lesson.Screens
		if n == most-1 {
			screens = screens[:max(3, l.chance.IntN(len(screens)+1))]
		}
		for _, s := range screens {
			if s.Question == nil {
				l.keep(l.session.Begin(s))
				l.keep(l.session.Finish(s))
				continue
			}
			l.do(l.session.Attempt(s))
		}
		l.now = l.now.Add(30 * time.Hour)
	}
}

func (l *learner) keep(save session.Save) {
	if save == nil {
		return
	}
	if notice := save(); notice != "" {
		l.t.Fatal(notice)
	}
}

func (l *learner) do(a *session.Attempt) {
	l.now = l.now.Add(time.Minute)
	l.keep(a.Begin())
	for help := l.chance.IntN(8) - 4; help > 0; help-- {
		_, save := a.Help()
		l.keep(save)
	}
	l.keep(a.Finish())
}

// sit plays one sitting.
func (l *learner) sit() {
	l.open()
	if l.chance.IntN(2) == 0 {
		l.place()
	}
	for range 3 + l.chance.IntN(4) {
		switch l.chance.IntN(4) {
		case 0, 1:
			l.row(round.Review(l.session), 10)
		case 2:
			place := l.course.Skills[l.chance.IntN(len(l.course.Skills))].ID
			if l.chance.IntN(5) == 0 {
				place = round.Slips
			}
			r, err := round.Practice(l.session, round.At(place, lessons.Difficulty(l.chance.IntN(4))))
			if err != nil {
				l.t.Fatal(err)
			}
			l.row(r, 3+l.chance.IntN(20))
		case 3:
			for _, task := range l.session.WarmUp(l.course.Lessons[l.chance.IntN(len(l.course.Lessons))]) {
				l.take(session.WarmingUp, task)
			}
		}
	}
}

// place finds out where to begin.
func (l *learner) place() {
	for anew := true; ; anew = false {
		p, save := l.session.Place(nil, anew)
		l.keep(save)
		if p.Attempt == nil {
			return
		}
		l.note("place", review.Task{Screen: p.Attempt.Screen, Seed: 0})
		verdict := journal.NotTold
		if l.chance.IntN(2) == 0 {
			verdict = journal.Told
		}
		l.keep(p.Attempt.Place(verdict))
	}
}

func (l *learner) row(r *round.Round, most int) {
	for n := range most {
		task, ok := r.Next(n)
		if !ok {
			return
		}
		l.take(r.Name(), task)
	}
}

func (l *learner) take(name string, task review.Task) {
	l.note(name, task)
	l.do(l.session.Task(name, task))
}

// note takes down what a task asks, and that nothing else of the sitting asked it.
func (l *learner) note(name string, task review.Task) {
	l.tasks++
	what, id := session.Asks(task.Screen, task.Seed), fmt.Sprintf("%s seed %d of %s", task.Screen.ID, task.Seed, name)
	if before, ok := l.asked[what]; ok {
		l.t.Errorf("%s asks what %s asked: %s", id, before, what)
	}
	l.asked[what] = id
}

// TestSpent practises a skill of which no family draws questions: each question comes once, and then it is told that there is no other
// until a night has passed.
func TestSpent(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	l := &learner{
		t: t, course: course, chance: rand.New(rand.NewPCG(1, 7)),
		now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), path: filepath.Join(t.TempDir(), "journal.jsonl"),
	}
	l.study(3)
	l.open()
	begin := func() *round.Round {
		r, err := round.Practice(l.session, "sigmoid-symmetry")
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	const all = "Everything there is on this was asked in the last eight hours, and would be the same again. Practise another skill, or come back to this one after a night."
	r := begin()
	l.row(r, 100)
	if said := r.Result().Tally; l.tasks < 4 || l.tasks > 12 || !strings.HasSuffix(said, all) {
		t.Errorf("after %d questions: %s", l.tasks, said)
	}
	r = begin()
	if _, ok := r.Next(0); ok || r.Nothing() != all {
		t.Errorf("begun again: %v, %s", ok, r.Nothing())
	}
	l.now = l.now.Add(9 * time.Hour)
	l.open()
	if _, ok := begin().Next(0); !ok {
		t.Error("nothing comes after a night")
	}
	left := begin()
	one, _ := left.Next(0)
	other, ok := left.Next(1) // the first was left open
	if again, _ := left.Next(0); !ok || one.Screen == other.Screen && one.Seed == other.Seed || again.Screen != one.Screen {
		t.Errorf("after a question that was left open comes %s again", other.Screen.ID)
	}
}
