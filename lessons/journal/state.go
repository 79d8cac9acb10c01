package journal

import (
	"slices"
	"time"
)

// State is what the events so far amount to.
type State struct {
	last    string // lesson of the last event
	opened  map[string]string
	screens map[string]*progress
	level   string // of derivations, as it was chosen last
	ends    []End
}

// An End is an attempt that came to its end: the question answered, or its solution shown. A screen that is only read has
// ends, too, without skills.
type End struct {
	At             time.Time
	Lesson, Screen string
	// Task is what the screen was asked for, empty in a lesson.
	Task  string
	Seed  uint64
	Level string
	// Skills are those that it counts for.
	Skills []string
	// Aided tells that it took a wrong answer, a hint or something shown; Shown, that something was shown. Rung is the
	// highest rung of a hint that was taken.
	Aided, Shown bool
	Rung         int
	// Slips are those that wrong answers were explained by, in order.
	Slips []string
}

// progress is what happened on one screen.
type progress struct {
	finished bool
	attempts int // finished ones
	running  bool
	seed     uint64
	level    string
	lines    []string
	events   []Event // of the attempt in progress, or else of the last one
	derived  []Event // of the last derivation that came to its end
}

func newState() State {
	return State{opened: map[string]string{}, screens: map[string]*progress{}}
}

// keptVerdicts are those of answers that take a derivation further.
var keptVerdicts = []string{"step", "right"}

func (s *State) apply(e *Event) {
	key := Place(e.Task, e.Screen)
	p := s.screens[key]
	if p == nil {
		p = &progress{}
		s.screens[key] = p
	}
	if e.Task == "" {
		s.last, s.opened[e.Lesson] = e.Lesson, e.Screen
	}
	switch e.Kind {
	case Opened:
		if !p.running {
			p.begin(e)
		}
	case Answered:
		if !p.running {
			p.begin(e)
		}
		if slices.Contains(keptVerdicts, e.Verdict) {
			p.lines = append(p.lines, e.Text)
		}
	case Leveled:
		if e.Task == "" { // a task has the level that suits it, and another one there is meant for it alone
			s.level = e.Level
		}
		p.level, p.lines = e.Level, p.lines[:0]
	case Undone:
		if k := len(p.lines); k > 0 {
			p.lines = p.lines[:k-1]
		}
	case Finished, Reviewed:
		end := p.end(e)
		s.ends = append(s.ends, end)
		if e.Level != "" {
			p.derived = slices.Clone(p.events)
		}
		p.finished, p.running = true, false
		p.attempts++
	case Hinted, Revealed:
	}
	p.note(e)
}

// end returns what the event that ends an attempt and those before it amount to.
func (p *progress) end(e *Event) End {
	end := End{
		At: e.At, Lesson: e.Lesson, Screen: e.Screen, Task: e.Task, Seed: e.Seed, Level: e.Level, Skills: e.Skills, Aided: e.Aided,
		Shown: e.Shown > 0,
	}
	for i := range p.events {
		switch one := &p.events[i]; {
		case one.Kind == Revealed:
			end.Shown = true
		case one.Kind == Hinted:
			end.Rung = max(end.Rung, one.Rung)
		case one.Kind == Answered && one.Slip != "" && !slices.Contains(keptVerdicts, one.Verdict): // a false line that is found is nobody's slip
			end.Slips = append(end.Slips, one.Slip)
		}
	}
	return end
}

func (p *progress) begin(e *Event) {
	p.running, p.seed, p.level, p.lines, p.events = true, e.Seed, e.Level, p.lines[:0], p.events[:0]
}

// note keeps what was done in an attempt; that a screen came up or was finished is no part of it.
func (p *progress) note(e *Event) {
	if e.Kind != Opened && e.Kind != Finished && e.Kind != Reviewed {
		p.events = append(p.events, *e)
	}
}

// Place returns the name by which the methods of a State know what is done at a screen for a task. In a lesson, where the task
// is empty, it is the ID of the screen.
func Place(task, screen string) string {
	if task == "" {
		return screen
	}
	return task + " " + screen
}

// Ends returns the attempts that came to their end, in order. What is returned must not be changed; later ends are added
// behind it.
func (s *State) Ends() []End { return slices.Clip(s.ends) }

// LastLesson returns the lesson of the last event, or nothing.
func (s *State) LastLesson() string { return s.last }

// Resume returns the screen of the lesson where the learner was last.
func (s *State) Resume(lesson string) (screen string, ok bool) {
	screen, ok = s.opened[lesson]
	return screen, ok
}

// Finished reports whether the screen was ever finished.
func (s *State) Finished(screen string) bool {
	p, ok := s.screens[screen]
	return ok && p.finished
}

// Level returns the level of derivations that the learner chose last, or nothing.
func (s *State) Level() string { return s.level }

// Attempts returns how often the screen was finished.
func (s *State) Attempts(screen string) int {
	if p, ok := s.screens[screen]; ok {
		return p.attempts
	}
	return 0
}

// Running returns seed, level and kept answers of the attempt in progress at the screen, if there is one.
func (s *State) Running(screen string) (seed uint64, level string, lines []string, ok bool) {
	p, ok := s.screens[screen]
	if !ok || !p.running {
		return 0, "", nil, false
	}
	return p.seed, p.level, slices.Clone(p.lines), true
}

// Events returns what was done at the screen, in order: answers, hints, changes of level, lines taken back. They are
// those of the attempt in progress or, when none is, of the last one.
func (s *State) Events(screen string) []Event {
	if p, ok := s.screens[screen]; ok {
		return slices.Clone(p.events)
	}
	return nil
}

// Derived returns what was done, in order, in the derivation that came to its end last at a place, whatever was begun there since.
func (s *State) Derived(place string) []Event {
	if p, ok := s.screens[place]; ok {
		return slices.Clone(p.derived)
	}
	return nil
}
