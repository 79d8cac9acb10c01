package review

import (
	"time"

	fsrs "github.com/open-spaced-repetition/go-fsrs/v3"

	"chainrule/lessons"
)

// A Mastery says how far a skill is learnt. Its names are kept by programs that read them.
type Mastery uint8

// The masteries, in their order.
const (
	Unmet    Mastery = iota // never asked for
	Met                     // asked for; the last answer took help, or a slip had to be mended
	Presumed                // most likely known, by questions that find out where to begin; a task of it comes in some weeks
	Fresh                   // the last answer was right at once and without help
	Known                   // and one on another variant was, at least a night before it or between
)

// String returns the name.
func (m Mastery) String() string { return [...]string{"new", "met", "presumed", "fresh", "known"}[m] }

// A variant is a question as it was asked: the screen, the values that were drawn, and of a derivation the level.
type variant struct {
	screen string
	row    int
	level  string
}

// A success is one answer that was right at once and without help.
type success struct {
	variant

	at float64
}

// skill is what is known of one skill.
type skill struct {
	Memory

	asked, slips int
	presumed     bool    // it was presumed known since it was asked for last
	placed       bool    // it ever was
	row          int     // successes since the last failure, each on another variant than the one before
	last         variant // of the last success
	first        success // the first of the row
	other        success // the first of the row on another variant than that, where row > 1
	known        bool
	look         bool // something that this skill rests on failed since it was asked for
}

// answered takes an answer to a question of the skill. The blame is the part of a failure that falls on it.
func (s *skill) answered(o *model, r fsrs.Rating, blame float64, v variant, now float64) {
	presumed := s.presumed
	s.presumed = false
	switch s.asked++; {
	case s.asked == 1 && (!presumed || r != fsrs.Good):
		s.Memory = o.fresh[r]
		s.Last = now
	case r == fsrs.Again:
		s.Memory = s.toward(o.rated(s.Memory, r, now), blame)
		s.Last = now // the answer was seen
	default:
		s.Memory = o.rated(s.Memory, r, now)
	}
	s.look = false
	if r != fsrs.Good {
		s.row, s.known = 0, false
		return
	}
	switch {
	case s.row == 0:
		s.row, s.first, s.other = 1, success{v, now}, success{}
	case v != s.last:
		s.row++
	}
	if s.row > 1 && s.other.screen == "" && v != s.first.variant {
		s.other = success{v, now}
	}
	s.last = v
	before := s.first
	if v == s.first.variant {
		before = s.other
	}
	s.known = s.known || s.row > 1 && now-before.at >= night
}

// presume takes the skill to be known, unless it was shown to be already.
func (s *skill) presume(m Memory, now float64) {
	if s.known || s.row > 0 {
		return
	}
	m.Last = now
	s.Memory, s.presumed, s.placed, s.look = m, true, true, false
}

// met reports whether there is a memory of the skill: it was asked for, or presumed known.
func (s *skill) met() bool { return s.asked > 0 || s.presumed }

// mastery returns how far the skill is learnt.
func (s *skill) mastery() Mastery {
	switch {
	case s.presumed:
		return Presumed
	case s.asked == 0:
		return Unmet
	case s.known:
		return Known
	case s.row > 0:
		return Fresh
	}
	return Met
}

// due reports whether the skill is to be repeated.
func (s *skill) due(now float64) bool { return s.met() && (s.look || s.Memory.due() <= now) }

// A Skill is what the record says of a skill at some time.
type Skill struct {
	lessons.Skill

	Mastery Mastery
	// Asked is how often a question of it came to its end, Slips how many wrong answers in these were explained by a slip.
	Asked, Slips int
	// Row is the number of successes in a row, each on another variant than the one before.
	Row int
	// Stability and Difficulty are those of its Memory, Recall how likely it is recalled now; all are 0 for a
	// new skill.
	Stability, Difficulty, Recall float64
	// Last is when it was repeated last, Due when it is to be repeated. Both are zero for a new skill.
	Last, Due time.Time
	// IsDue tells that it is to be repeated now; Look, that it is since something that it rests on had to be shown.
	IsDue, Look bool
	// Fading tells that it is not due yet, and that more than half of the time until then has passed.
	Fading bool
	// Lesson is the ID of the first lesson that trains it; empty where none does.
	Lesson string
}

// Skills returns what the record says of each skill of the course, in the order of the course.
func (s *State) Skills(now time.Time) []Skill {
	at := s.clock.until(now)
	all := make([]Skill, len(s.course.Skills))
	for i, of := range s.course.Skills {
		k := &s.skills[i]
		one := Skill{
			Skill: of, Mastery: k.mastery(), Asked: k.asked, Slips: k.slips, Row: k.row, Look: k.look, IsDue: k.due(at),
			Lesson: s.home[i],
		}
		if k.met() {
			one.Stability, one.Difficulty, one.Recall = k.Stability, k.Difficulty, s.model.recall(k.Memory, at)
			one.Last, one.Due = s.clock.date(k.Last, now), s.clock.date(k.Memory.due(), now)
			one.Fading = !one.IsDue && at-k.Last > k.Stability/2
			if k.look && one.Due.After(now) {
				one.Due = now
			}
		}
		all[i] = one
	}
	return all
}

// Skill returns what the record says of one skill.
func (s *State) Skill(id string, now time.Time) (Skill, bool) {
	for _, one := range s.Skills(now) {
		if one.ID == id {
			return one, true
		}
	}
	return Skill{}, false
}

// Due counts the skills that are to be repeated now.
func (s *State) Due(now time.Time) int {
	at, count := s.clock.until(now), 0
	for i := range s.skills {
		if s.skills[i].due(at) {
			count++
		}
	}
	return count
}

// comingDays is how far Coming looks ahead.
const comingDays = 14

// Coming counts the skills that become due on each of the next 14 days, in stretches of 24 hours from now; those that are due
// already are with the first. Nothing is repeated meanwhile.
func (s *State) Coming(now time.Time) [comingDays]int {
	var days [comingDays]int
	at := s.clock.until(now)
	for i := range s.skills {
		k := &s.skills[i]
		if !k.met() {
			continue
		}
		day := int(min(max(0, k.Memory.due()-at), comingDays))
		if k.look {
			day = 0
		}
		if day < comingDays {
			days[day]++
		}
	}
	return days
}
