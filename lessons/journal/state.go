package journal

import (
	"maps"
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
	answers map[string][]Said // the texts that were answered in each lesson, the last ones
	placing map[string]*Placing
	tried   []Tryout
}

// A Tryout is something that was tried out, and what was said to it.
type Tryout struct {
	At         time.Time
	Text, Said string
}

// Said is a text that was answered at a screen, whatever it was asked for there.
type Said struct {
	Screen, Text string
	// Level is that of the derivation, empty elsewhere.
	Level string
}

// saidLimit is how many answers of a lesson are remembered. Twice as many are kept until the older half goes.
const saidLimit = 64

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
	// Presumed tells that no question came to its end here: the skills are presumed known from now on. Asked are the screens that
	// found that out.
	Presumed bool
	Asked    []string
	// GivenUp tells that the derivation was given up before its end.
	GivenUp bool
}

// progress is what happened on one screen.
type progress struct {
	lesson, screen string

	finished bool
	attempts int // finished ones
	running  bool
	seed     uint64
	level    string
	lines    []string
	events   []Event // of the attempt in progress, or else of the last one
	derived  []Event // of the last question that came to its end; one in which all was shown takes the place of no other
	own      bool    // there was something to be found in it
}

func newState() State {
	return State{
		opened: map[string]string{}, screens: map[string]*progress{}, answers: map[string][]Said{}, placing: map[string]*Placing{},
	}
}

// allShown is the level of derivations in which there is no line to find.
const allShown = "worked"

// keptVerdicts are those of answers that take a derivation further.
var keptVerdicts = []string{"step", "right"}

func (s *State) apply(e *Event) {
	if e.Kind == Erased {
		s.erase(e.Lesson, e.Screen)
		return
	}
	if e.Kind == Tried {
		s.tried = append(s.tried, Tryout{e.At, e.Text, e.Said})
		return
	}
	if e.Kind == Placed {
		s.place(e)
		if e.Screen == "" {
			return
		}
	}
	key := Place(e.Task, e.Screen)
	p := s.screens[key]
	if p == nil {
		p = &progress{lesson: e.Lesson, screen: e.Screen}
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
		s.remember(e)
	case Leveled:
		if e.Task == "" { // a task has the level that suits it, and another one there is meant for it alone
			s.level = e.Level
		}
		p.level, p.lines = e.Level, p.lines[:0]
	case Undone:
		if k := len(p.lines); k > 0 {
			p.lines = p.lines[:k-1]
		}
	case Finished, Reviewed, Examined:
		s.ends = append(s.ends, p.finish(e))
	case Placed:
		p.finished, p.running = true, false
		p.attempts++
	case Hinted, Revealed, Erased, Tried:
	}
	p.note(e)
}

// remember keeps what was answered.
func (s *State) remember(e *Event) {
	all := s.answers[e.Lesson]
	if len(all) >= 2*saidLimit {
		all = append(all[:0], all[saidLimit:]...)
	}
	s.answers[e.Lesson] = append(all, Said{e.Screen, e.Text, e.Level})
}

// Answers returns what was answered in a lesson last, in order.
func (s *State) Answers(lesson string) []Said {
	all := s.answers[lesson]
	return slices.Clone(all[max(len(all)-saidLimit, 0):])
}

// finish brings the attempt to its end, and keeps what was derived in it.
func (p *progress) finish(e *Event) End {
	end := p.end(e)
	if own := e.Level != allShown && (e.Level != "" || !end.Shown); !end.GivenUp && (own || !p.own) {
		p.derived, p.own = slices.Clone(p.events), own
	}
	p.finished, p.running = true, false
	p.attempts++
	return end
}

// end returns what the event that ends an attempt and those before it amount to.
func (p *progress) end(e *Event) End {
	end := End{
		At: e.At, Lesson: e.Lesson, Screen: e.Screen, Task: e.Task, Seed: e.Seed, Level: e.Level, Skills: e.Skills, Aided: e.Aided,
		Shown: e.Shown > 0, GivenUp: e.Kind == Examined && e.Verdict == Given,
	}
	end.Shown = end.Shown || end.GivenUp
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
	if e.Kind != Opened && e.Kind != Finished && e.Kind != Reviewed && e.Kind != Examined && e.Kind != Placed {
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

// Tried returns what was tried out, in order. What is returned must not be changed; later trials are added behind it.
func (s *State) Tried() []Tryout { return slices.Clip(s.tried) }

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

// Derived returns what was done, in order, in the derivation or other question that came to its end last at a place, whatever was
// begun there since. One in which all lines, or the answer, were shown takes the place of no other.
func (s *State) Derived(place string) []Event {
	if p, ok := s.screens[place]; ok {
		return slices.Clone(p.derived)
	}
	return nil
}

// erase forgets what was done in a lesson, or at one screen of it, for tasks as well.
func (s *State) erase(lesson, screen string) {
	gone := func(l, at string) bool { return l == lesson && (screen == "" || at == screen) }
	maps.DeleteFunc(s.screens, func(_ string, p *progress) bool { return gone(p.lesson, p.screen) })
	s.ends = slices.DeleteFunc(slices.Clone(s.ends), func(e End) bool { return gone(e.Lesson, e.Screen) })
	if screen != "" {
		return
	}
	delete(s.opened, lesson)
	if s.last == lesson {
		s.last = ""
	}
}
