package session

import (
	"slices"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// A Reply is a question that asks for no derivation and came to its end, as it was answered last. One whose answer was shown takes
// the place of no other.
type Reply struct {
	Lesson *lessons.Entry
	Screen lessons.Heading
	// Task is what it was asked for, empty in its lesson.
	Task string
	At   time.Time
	// Aided tells that it took a wrong answer, a hint or the answer shown; Shown, that the answer was shown.
	Aided, Shown bool

	seed uint64
	past []journal.Event
}

// Replies returns the answers to questions that ask for no derivation, each screen once, the latest first. No lesson is read for
// it. What is no longer in the course is left out.
func Replies(course *lessons.Course, record *journal.State) []Reply {
	var all []Reply
	seen, own := map[string]bool{}, map[string]bool{}
	for _, e := range record.Ends() {
		own[e.Screen] = own[e.Screen] || !e.Shown && !e.Presumed && !e.GivenUp
	}
	for _, e := range slices.Backward(record.Ends()) {
		if e.Level != "" || e.Presumed || e.GivenUp || seen[e.Screen] || e.Shown && own[e.Screen] {
			continue
		}
		seen[e.Screen] = true
		r := Reply{Task: e.Task, At: e.At, Aided: e.Aided, Shown: e.Shown, seed: e.Seed, past: record.Derived(journal.Place(e.Task, e.Screen))}
		said := func(e journal.Event) bool { return e.Kind == journal.Answered || e.Kind == journal.Revealed }
		var ok bool
		if r.Lesson, r.Screen, ok = heading(course, e.Lesson, e.Screen); ok && slices.ContainsFunc(r.past, said) { // else it was only read
			all = append(all, r)
		}
	}
	return all
}

// Replies is the function of that name for this record. Like Look, it is for commands.
func (s *Session) Replies() []Reply {
	var all []Reply
	_ = s.Look(func(state *journal.State) { all = Replies(s.Course, state) })
	return all
}

// Past returns what was done at a question, in order. It must not be changed.
func (r Reply) Past() []journal.Event { return slices.Clip(r.past) }

// Asked returns the question of a reply as it was put, with the values and options of that time. It reads the lesson; the error is
// that of a lesson which cannot be read.
func (s *Session) Asked(r *Reply) (*grade.Attempt, error) {
	screen, err := s.Screen(r.Screen.ID)
	if err != nil {
		return nil, err
	}
	return grade.New(s.Course, screen.Question, grade.Options{Seed: r.seed}), nil
}
