package session

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// A Report is what a lesson came to. All of it follows from the record.
type Report struct {
	Lesson *lessons.Lesson
	// Number is that of the lesson in the course, from 1; 0 for one that is optional.
	Number   int
	Progress Progress
	// Questions counts those of the lesson that came to their end; Alone, those that were right at once and without help the
	// first time.
	Questions, Alone int
	Proofs           []Proof
	Slips            []Slipped
	Moves            []Move
	// Next is the lesson to go on with, this one until it is finished, nil where all are; NextNumber is its number.
	Next       *lessons.Entry
	NextNumber int
	// PassedOver tells that some lesson is passed over.
	PassedOver bool
	// Due counts the skills that are to be repeated now.
	Due int
	// Refresh is nil, or the screen of an optional lesson to go back to.
	Refresh *Refresh
}

// A Proof is a derivation of the lesson that was finished: that From equals To.
type Proof struct {
	Screen *lessons.Screen
	*lessons.Derive

	// Level and Lines are those of the last derivation in the lesson. There are none where the record does not tell them.
	Level lessons.Level
	Lines []Line
	// Own counts the lines that the learner typed, Named those whose rules the learner named. Wrong, Hints and Shown count the wrong answers, the hints and the lines shown
	// on the way.
	Own, Named, Wrong, Hints, Shown int
}

// A Slipped is a slip of the catalogue that was made in the lesson.
type Slipped struct {
	lessons.Slip

	// In are the IDs of the screens of the lesson in whose questions it was made, in order; Later those of all questions in
	// which it was made after the first of them, in the lesson or out of it.
	In, Later []string
	// Since counts the questions that came to their end after the last of these and ask for a skill that it was made in.
	Since int
}

// A Move is how far a skill of the lesson was learnt before it, and how far it is now.
type Move struct {
	lessons.Skill

	Before, Now review.Mastery
}

// Report returns what a lesson came to. The error is that of a lesson which cannot be read. Like Look, it is for commands.
func (s *Session) Report(e *lessons.Entry) (Report, error) {
	l, err := e.Lesson()
	if err != nil {
		return Report{}, err
	}
	r := Report{Lesson: l, Number: e.Number, Progress: s.Progress(e)}
	var ends []journal.End
	past := map[string][]journal.Event{}
	_ = s.Look(func(state *journal.State) {
		ends = state.Ends()
		for _, screen := range l.Screens {
			past[screen.ID] = state.Derived(screen.ID)
		}
	})
	r.count(ends)
	for i, screen := range l.Screens {
		if d, ok := screen.Question.(*lessons.Derive); ok && r.Progress.Done[i] {
			r.Proofs = append(r.Proofs, s.proof(screen, d, past[screen.ID]))
		}
	}
	r.Slips = s.slipped(l.ID, ends)
	before := review.New(s.Course)
	for _, end := range ends {
		if in(l.ID, &end) {
			break
		}
		before.Take(end)
	}
	_ = s.Know(func(k Knowledge) {
		r.Due = k.Due(k.Now)
		was, is := before.Skills(k.Now), k.Skills(k.Now)
		for i := range is {
			if slices.Contains(l.Skills, is[i].ID) {
				r.Moves = append(r.Moves, Move{is[i].Skill, was[i].Mastery, is[i].Mastery})
			}
		}
	})
	if !e.Optional {
		r.Refresh = s.refresh(l.Skills, ends)
	}
	all, _ := s.Overview()
	r.PassedOver = slices.ContainsFunc(all, func(p Progress) bool { return p.PassedOver })
	here := slices.Index(s.Course.Lessons, e)
	next := unfinished(all, here)
	if !r.Progress.Finished() {
		next = here
	}
	if next >= 0 {
		r.Next, r.NextNumber = s.Course.Lessons[next], s.Course.Lessons[next].Number
	}
	return r, nil
}

// in reports whether an attempt was one at a screen of the lesson, in it.
func in(lesson string, e *journal.End) bool { return e.Lesson == lesson && e.Task == "" }

// count takes down how the questions of the lesson went when each came to its end first.
func (r *Report) count(ends []journal.End) {
	asked := map[string]bool{} // not yet counted
	for _, screen := range r.Lesson.Screens {
		asked[screen.ID] = screen.Question != nil && screen.Question.About().Counts()
	}
	for _, e := range ends {
		if !in(r.Lesson.ID, &e) || !asked[e.Screen] {
			continue
		}
		asked[e.Screen] = false
		r.Questions++
		if !e.Aided {
			r.Alone++
		}
	}
}

func (s *Session) proof(screen *lessons.Screen, d *lessons.Derive, past []journal.Event) Proof {
	p := Proof{Screen: screen, Derive: d}
	if len(past) == 0 {
		return p
	}
	state := s.derived(screen, "", past[0].Seed, lessons.Worked, past)
	p.Level, p.Lines = state.Level, s.Lines(state)
	for _, l := range p.Lines {
		if l.Status == grade.Own {
			p.Own++
		}
	}
	for _, e := range past {
		switch {
		case e.Kind == journal.Answered && (e.Verdict == grade.Step.String() || e.Verdict == grade.Right.String()):
			p.Named++
		case e.Kind == journal.Leveled:
			p.Named = 0
		case e.Kind == journal.Answered && e.Verdict == grade.Wrong.String():
			p.Wrong++
		case e.Kind == journal.Hinted:
			p.Hints++
		case e.Kind == journal.Revealed:
			p.Shown++
		}
	}
	return p
}

// How tells in a sentence how the derivation was done.
func (p *Proof) How() string {
	if len(p.Lines) == 0 {
		return "The record does not tell how."
	}
	how := ""
	switch {
	case p.Own == 0 && p.Level == lessons.Worked && p.Named == 0:
		how = "The rules of its lines were shown"
	case p.Own == 0 && p.Level == lessons.Worked && p.Shown > 0:
		how = "You named the rules of " + counted(p.Named, "line")
	case p.Own == 0 && p.Level == lessons.Worked:
		how = "You named the rules of its lines"
	case p.Own == 0:
		how = "Its lines were shown"
	case p.Level == lessons.Free:
		how = "You derived it in " + counted(p.Own, "line") + " of your own"
	default:
		how = "You filled in " + counted(p.Own, "line")
	}
	var with []string
	for _, one := range []struct {
		n    int
		what string
	}{{p.Wrong, "wrong answer"}, {p.Hints, "hint"}, {p.Shown, "shown step"}} {
		if one.n > 0 {
			with = append(with, counted(one.n, one.what))
		}
	}
	switch k := len(with); {
	case k > 1:
		how += ", with " + strings.Join(with[:k-1], ", ") + " and " + with[k-1]
	case k == 1:
		how += ", with " + with[0]
	case p.Own > 0 || p.Level == lessons.Worked:
		how += ", without help"
	}
	return how + "."
}

// slipped returns the slips of the catalogue that were made in a lesson, in the order in which they were made first.
func (s *Session) slipped(lesson string, ends []journal.End) []Slipped {
	var all []Slipped
	for i, e := range ends {
		if !in(lesson, &e) {
			continue
		}
		for _, id := range e.Slips {
			of, ok := find(s.Course.Slips, id)
			if ok && !slices.ContainsFunc(all, func(one Slipped) bool { return one.ID == of.ID }) {
				all = append(all, following(of, lesson, ends[i:]))
			}
		}
	}
	return all
}

func find(slips []lessons.Slip, id string) (lessons.Slip, bool) {
	for _, s := range slips {
		if string(s.ID) == id {
			return s, true
		}
	}
	return lessons.Slip{}, false
}

// following follows a slip from the attempt in which it was made first.
func following(of lessons.Slip, lesson string, ends []journal.End) Slipped {
	one := Slipped{Slip: of}
	var skills []string
	for i, e := range ends {
		if e.Presumed {
			continue // nothing was asked
		}
		if !slices.Contains(e.Slips, string(of.ID)) {
			if slices.ContainsFunc(e.Skills, func(id string) bool { return slices.Contains(skills, id) }) {
				one.Since++
			}
			continue
		}
		one.Since = 0
		skills = append(skills, e.Skills...)
		if in(lesson, &e) && !slices.Contains(one.In, e.Screen) {
			one.In = append(one.In, e.Screen)
		}
		if i > 0 {
			one.Later = append(one.Later, e.Screen)
		}
	}
	return one
}

// Returned tells in a sentence whether the slip came back.
func (o *Slipped) Returned() string {
	since := ""
	if o.Since > 0 {
		since = "the one question on the same skills"
		if o.Since > 1 {
			since = counted(o.Since, "question") + " on the same skills"
		}
	}
	switch {
	case len(o.Later) == 0 && since == "":
		return "No question has asked for the same skills since."
	case len(o.Later) == 0:
		return "It has not come back in " + since + "."
	case since == "":
		return "It came back " + times(len(o.Later)) + "."
	}
	return "It came back " + times(len(o.Later)) + ", but not in " + since + " after that."
}

// AllDone tells that no lesson is left.
func (r *Report) AllDone() string {
	if r.PassedOver {
		return "the course is finished, some lessons passed over"
	}
	return "the course is finished"
}

// NoSlips tells that no slip of the catalogue was made.
const NoSlips = "No answer of yours was exactly what a known slip leads to."

// DueSays tells in a sentence how many skills are due.
func DueSays(n int) string {
	if n == 1 {
		return "1 skill is due to be repeated before it is forgotten."
	}
	return fmt.Sprintf("%d skills are due to be repeated before they are forgotten.", n)
}

// DueShort tells so in few words.
func DueShort(n int) string {
	if n == 1 {
		return "1 skill is due."
	}
	return fmt.Sprintf("%d skills are due.", n)
}

// Moved tells in a few words how the skill moved.
func (m Move) Moved() string {
	if m.Before == m.Now {
		return "still " + m.Now.String()
	}
	return "was " + m.Before.String() + ", now " + m.Now.String()
}

// Score tells in a sentence how the questions went.
func (r *Report) Score() string {
	return fmt.Sprintf("%d of %s right at once and without help.", r.Alone, counted(r.Questions, "question"))
}

// Told tells of a slip: where it was made, what it is, and whether it came back.
func (r *Report) Told(o *Slipped) string {
	var in []string
	for _, screen := range r.Lesson.Screens {
		if slices.Contains(o.In, screen.ID) {
			in = append(in, fmt.Sprintf("%d.%d", r.Number, screen.Number))
		}
	}
	return "In " + strings.Join(in, ", ") + ": " + o.Inside() + ". " + o.Returned()
}
