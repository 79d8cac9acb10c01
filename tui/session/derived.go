package session

import (
	"slices"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// A Derivation is one that the learner brought to its end, as it was done last. One in which all lines were shown takes the place
// of no other, so that looking again costs nobody their own lines.
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
	seen, own := map[string]bool{}, map[string]bool{}
	for _, e := range record.Ends() {
		if level, ok := lessons.ParseLevel(e.Level); ok && level != lessons.Worked && !e.GivenUp {
			own[e.Screen] = true
		}
	}
	for _, e := range slices.Backward(record.Ends()) {
		level, ok := lessons.ParseLevel(e.Level)
		if !ok || seen[e.Screen] || e.GivenUp || level == lessons.Worked && own[e.Screen] {
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

// heading returns what the list of lessons says of a screen, those for practice and questions that were drawn included.
func heading(course *lessons.Course, lesson, screen string) (*lessons.Entry, lessons.Heading, bool) {
	entry, ok := course.Entry(lesson)
	if !ok {
		return nil, lessons.Heading{}, false
	}
	if draw, ok := lessons.ParseDraw(screen); ok {
		f, known := course.Family(draw.Family)
		if !known {
			return nil, lessons.Heading{}, false
		}
		return entry, lessons.Heading{ID: screen, Title: f.Title + ", " + draw.Difficulty.String(), Named: true}, true
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

// Working returns the lines of a derivation as they stood at its end. It reads the lesson, so it is for commands. What was
// accepted is not judged once more; the judge is asked for rules alone, where an old record does not tell them. The error is
// lessons.Faults.
func (s *Session) Working(d Derivation) ([]Line, error) {
	state, err := s.Ended(d)
	if err != nil {
		return nil, err
	}
	return s.Lines(state), nil
}

// Ended returns the state of a derivation at its end, as Working does.
func (s *Session) Ended(d Derivation) (grade.State, error) {
	screen, err := s.Screen(d.Screen.ID)
	if err != nil {
		return grade.State{}, err
	}
	return s.derived(screen, d.Task, d.seed, d.Level, d.past), nil
}

// Past returns what was done in a derivation, in order. It must not be changed.
func (d Derivation) Past() []journal.Event { return slices.Clip(d.past) }

// derived returns a derivation at its end, where past was done in it.
func (s *Session) derived(screen *lessons.Screen, task string, seed uint64, level lessons.Level, past []journal.Event) grade.State {
	a := &Attempt{Screen: screen, session: s, task: task, seed: seed}
	if len(past) > 0 {
		if l, ok := lessons.ParseLevel(past[0].Level); ok {
			level = l
		}
	}
	a.begin(level)
	a.replayed(past, -1)
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
			if e.Level != lessons.Worked.String() && kept(e.Verdict) {
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
		case journal.Opened, journal.Hinted, journal.Finished, journal.Reviewed, journal.Erased, journal.Tried, journal.Placed, journal.Examined:
		}
	}
	return all
}
