package session

import (
	"fmt"
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// An Exam is where the learner stands in the exam: the derivations that the course is about, on blank pages and without help.
type Exam struct {
	Parts []Part
	// Skills are those that the derivations ask for, in the order of the course.
	Skills []Examined
}

// A Part is a derivation of the exam.
type Part struct {
	Screen *lessons.Screen
	*lessons.Derive

	// Proved tells that it was brought to its end; GivenUp, that it was given up when it was tried last, and was never proved.
	Proved, GivenUp bool
	// Running tells that it was begun and is open; then Lines counts the lines that stand.
	Running bool
	Lines   int
	// Refuted counts the lines that were refuted on the way, where it is proved.
	Refuted int
	// Seed is that of the attempt that comes, or runs.
	Seed uint64
}

// An Examined is a skill with what the exam says of it.
type Examined struct {
	lessons.Skill

	// Proved and All count the derivations that ask for it.
	Proved, All int
}

// Proved counts the derivations that were proved.
func (e *Exam) Proved() int {
	n := 0
	for i := range e.Parts {
		if e.Parts[i].Proved {
			n++
		}
	}
	return n
}

// Passed reports whether all were.
func (e *Exam) Passed() bool { return len(e.Parts) > 0 && e.Proved() == len(e.Parts) }

// Exam returns where the learner stands in the exam. It reads lessons, and like Look, it is for commands.
func (s *Session) Exam() *Exam {
	e := &Exam{}
	for _, id := range s.Course.Headlines {
		screen, err := s.Course.Screen(id)
		if err != nil {
			continue // it is told where the lesson is opened
		}
		if d, ok := screen.Question.(*lessons.Derive); ok {
			e.Parts = append(e.Parts, Part{Screen: screen, Derive: d})
		}
	}
	_ = s.Look(func(state *journal.State) {
		ends := state.Ends()
		for i := range e.Parts {
			e.Parts[i].follow(state, ends)
		}
	})
	e.bySkill(s.Course)
	return e
}

// follow takes what the record says of a derivation of the exam.
func (p *Part) follow(state *journal.State, ends []journal.End) {
	place := journal.Place(Examining, p.Screen.ID)
	for _, end := range ends {
		if end.Task != Examining || end.Screen != p.Screen.ID {
			continue
		}
		p.Proved = p.Proved || !end.GivenUp
		p.GivenUp = end.GivenUp && !p.Proved
	}
	seed, _, lines, running := state.Running(place)
	p.Running, p.Lines, p.Seed = running, len(lines), uint64(state.Attempts(place))
	if running {
		p.Seed = seed
	}
	for _, e := range state.Derived(place) {
		if e.Kind == journal.Answered && e.Verdict == grade.Wrong.String() {
			p.Refuted++
		}
	}
}

// bySkill counts for each skill the derivations that ask for it.
func (e *Exam) bySkill(course *lessons.Course) {
	for _, k := range course.Skills {
		one := Examined{Skill: k}
		for i := range e.Parts {
			if !slices.Contains(e.Parts[i].Skills, k.ID) {
				continue
			}
			if one.All++; e.Parts[i].Proved {
				one.Proved++
			}
		}
		if one.All > 0 {
			e.Skills = append(e.Skills, one)
		}
	}
}

// Task returns the derivation as a task.
func (p *Part) Task() review.Task {
	return review.Task{Screen: p.Screen, Seed: p.Seed, Level: lessons.Free}
}

// GiveUp takes down that a derivation of the exam is given up. It may be tried again.
func (a *Attempt) GiveUp() Save {
	return a.keep(journal.Event{Kind: journal.Examined, Verdict: journal.Given, Skills: a.Screen.Question.About().Skills, Aided: true})
}

// Certificate returns the derivations of an exam as they were proved in it, in the order of the course; those that were not
// are left out. Like Look, it is for commands.
func (s *Session) Certificate() []Derivation {
	var all []Derivation
	_ = s.Look(func(state *journal.State) {
		for _, id := range s.Course.Headlines {
			past := state.Derived(journal.Place(Examining, id))
			for _, e := range slices.Backward(state.Ends()) {
				if e.Task != Examining || e.Screen != id || e.GivenUp {
					continue
				}
				if entry, heading, ok := heading(s.Course, e.Lesson, id); ok {
					all = append(all, Derivation{
						Lesson: entry, Screen: heading, Task: e.Task, At: e.At, Level: lessons.Free, Aided: e.Aided, Shown: e.Shown, seed: e.Seed, past: past,
					})
				}
				break
			}
		}
	})
	return all
}

// The words about the exam.
const (
	ExamSays = "The derivations that this course is about, each from its first line to its goal on a blank page. There are no hints, no options and no answers; a line stands once it is proved. One sitting will do, or several: each line is kept."
	NoExam   = "This course names no derivations for an exam."
	// ExamPassed tells what to do with the certificate, which is asked for on the command line as well.
	ExamPassed = "All of it is proved. The certificate is the transcript: your own lines, with the rules that were found in them. chainrule exam --certificate writes it down."
)

// Stands tells how many derivations are proved.
func (e *Exam) Stands() string {
	if e.Passed() {
		return "All derivations are proved"
	}
	return fmt.Sprintf("%d of %s proved", e.Proved(), counted(len(e.Parts), "derivation"))
}

// Stands tells how far the derivation is.
func (p *Part) Stands() string {
	switch {
	case p.Running && p.Proved:
		return "proved; begun again"
	case p.Running:
		return "open, " + counted(p.Lines, "line") + " so far"
	case p.Proved && p.Refuted > 0:
		return "proved, after " + counted(p.Refuted, "refuted line")
	case p.Proved:
		return "proved"
	case p.GivenUp:
		return "given up"
	}
	return "not begun"
}
