package journal

import "slices"

// State is what the events so far amount to.
type State struct {
	last     string // lesson of the last event
	opened   map[string]string
	screens  map[string]*progress
	outcomes map[string][]bool // per skill: whether each success was unaided
	level    string            // of derivations, as it was chosen last
}

// progress is what happened on one screen.
type progress struct {
	finished bool
	shown    bool // it was finished last with something shown
	attempts int  // finished ones
	running  bool
	seed     uint64
	level    string
	lines    []string
	events   []Event // of the attempt in progress, or else of the last one
}

func newState() State {
	return State{opened: map[string]string{}, screens: map[string]*progress{}, outcomes: map[string][]bool{}}
}

// keptVerdicts are those of answers that take a derivation further.
var keptVerdicts = []string{"step", "right"}

func (s *State) apply(e *Event) {
	p := s.screens[e.Screen]
	if p == nil {
		p = &progress{}
		s.screens[e.Screen] = p
	}
	s.last, s.opened[e.Lesson] = e.Lesson, e.Screen
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
		s.level = e.Level
		p.level, p.lines = e.Level, p.lines[:0]
	case Undone:
		if k := len(p.lines); k > 0 {
			p.lines = p.lines[:k-1]
		}
	case Finished:
		p.finished, p.running = true, false
		p.shown = e.Shown > 0 || slices.ContainsFunc(p.events, func(e Event) bool { return e.Kind == Revealed })
		p.attempts++
		for _, skill := range e.Skills {
			s.outcomes[skill] = append(s.outcomes[skill], !e.Aided)
		}
	case Hinted, Revealed:
	}
	p.note(e)
}

func (p *progress) begin(e *Event) {
	p.running, p.seed, p.level, p.lines, p.events = true, e.Seed, e.Level, p.lines[:0], p.events[:0]
}

// note keeps what was done in an attempt; that a screen came up or was finished is no part of it.
func (p *progress) note(e *Event) {
	if e.Kind != Opened && e.Kind != Finished {
		p.events = append(p.events, *e)
	}
}

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

// Returns reports whether the screen was finished last with a line or the answer shown: it has to come back.
func (s *State) Returns(screen string) bool {
	p, ok := s.screens[screen]
	return ok && p.shown
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

// Met reports whether a question for the skill was ever finished.
func (s *State) Met(skill string) bool { return len(s.outcomes[skill]) > 0 }

// Known reports whether the last two successes in the skill were without help.
func (s *State) Known(skill string) bool {
	all := s.outcomes[skill]
	k := len(all)
	return k >= 2 && all[k-1] && all[k-2]
}
