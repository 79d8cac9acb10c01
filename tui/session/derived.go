package session

import (
	"slices"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// A Derivation is one that the learner brought to its end, as it was done last.
type Derivation struct {
	Lesson *lessons.Entry
	Screen lessons.Heading
	// Task is what it was asked for, empty in its lesson.
	Task string
	At   time.Time
	// Level tells how many lines were shown from the start. On the level worked the learner named rules.
	Level lessons.Level
	// Aided tells that it took a wrong answer, a hint or a line shown; Shown, that a line was shown.
	Aided, Shown bool

	seed uint64
	past []journal.Event
}

// Derivations returns the derivations that came to their end, each screen once, the latest first. No lesson is read for it.
// What is no longer in the course is left out.
func Derivations(course *lessons.Course, record *journal.State) []Derivation {
	var all []Derivation
	seen := map[string]bool{}
	for _, e := range slices.Backward(record.Ends()) {
		level, ok := lessons.ParseLevel(e.Level)
		if !ok || seen[e.Screen] {
			continue
		}
		seen[e.Screen] = true
		entry, heading, ok := heading(course, e.Lesson, e.Screen)
		if !ok {
			continue
		}
		all = append(all, Derivation{
			Lesson: entry, Screen: heading, Task: e.Task, At: e.At, Level: level, Aided: e.Aided, Shown: e.Shown, seed: e.Seed,
			past: record.Derived(journal.Place(e.Task, e.Screen)),
		})
	}
	return all
}

// heading returns what the list of lessons says of a screen, those for practice included.
func heading(course *lessons.Course, lesson, screen string) (*lessons.Entry, lessons.Heading, bool) {
	entry, ok := course.Entry(lesson)
	if !ok {
		return nil, lessons.Heading{}, false
	}
	all := slices.Concat(entry.Screens, entry.Review)
	at := slices.IndexFunc(all, func(h lessons.Heading) bool { return h.ID == screen })
	if at < 0 {
		return nil, lessons.Heading{}, false
	}
	return entry, all[at], true
}

// Derivation returns the derivation that came to its end at a screen last. Like Look, it is for commands.
func (s *Session) Derivation(screen string) (d Derivation, ok bool) {
	_ = s.Look(func(state *journal.State) {
		all := Derivations(s.Course, state)
		if at := slices.IndexFunc(all, func(d Derivation) bool { return d.Screen.ID == screen }); at >= 0 {
			d, ok = all[at], true
		}
	})
	return d, ok
}

// Working returns the lines of a derivation as they stood at its end. It reads the lesson, and what the record does not tell
// of a line is judged again, so it is for commands. The error is lessons.Faults.
func (s *Session) Working(d Derivation) ([]Line, error) {
	screen, err := s.Course.Screen(d.Screen.ID)
	if err != nil {
		return nil, err
	}
	return s.Lines(s.derived(screen, d.Task, d.seed, d.Level, d.past)), nil
}

// derived returns a derivation at its end, where past was done in it.
func (s *Session) derived(screen *lessons.Screen, task string, seed uint64, level lessons.Level, past []journal.Event) grade.State {
	a := &Attempt{Screen: screen, session: s, task: task, seed: seed}
	if len(past) > 0 {
		if l, ok := lessons.ParseLevel(past[0].Level); ok {
			level = l
		}
	}
	a.begin(level)
	a.replay(past)
	return a.State()
}

// A Typed is a line of a derivation that the learner typed and that counted.
type Typed struct {
	Text string
	// Rules are the IDs of those by which it follows from the line above; empty where none are known.
	Rules []string
}

// Typed returns the lines that the learner typed and that stood at the end. On the level worked there are none.
func (d Derivation) Typed() []Typed {
	var all []Typed
	own := []bool{} // of each line that was added, whether the learner typed it
	for _, e := range d.past {
		switch e.Kind {
		case journal.Answered:
			if e.Level != lessons.Worked.String() && (e.Verdict == grade.Step.String() || e.Verdict == grade.Right.String()) {
				all, own = append(all, Typed{e.Text, e.Rules}), append(own, true)
			}
		case journal.Revealed:
			own = append(own, false)
		case journal.Leveled:
			all, own = nil, nil
		case journal.Undone:
			if n := len(own); n > 0 {
				if own[n-1] {
					all = all[:len(all)-1]
				}
				own = own[:n-1]
			}
		case journal.Opened, journal.Hinted, journal.Finished, journal.Reviewed:
		}
	}
	return all
}
