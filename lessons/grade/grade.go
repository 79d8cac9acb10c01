// Package grade is one attempt at one question: answer, hint, reveal -> feedback.
//
// It knows no screen, keeps no record, looks at no clock and draws no lots: what varies is decided by a seed.
package grade

import (
	"hash/fnv"
	"math/rand/v2"
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/budget"
)

// Options say how an attempt begins.
type Options struct {
	// Seed picks the numbers of a varied question and the order of options.
	Seed uint64
	// Level is that of a derivation.
	Level lessons.Level
	// Unaided leaves untold how far a derivation is on its way, as in an exam.
	Unaided bool
	// Lines are answers that were accepted before, in order, when an attempt is taken up again.
	Lines []string
}

// An Attempt is one try at a question, from the first look to the right answer. It belongs to one goroutine, except
// that Judge may run beside methods that only read.
type Attempt struct {
	course   *lessons.Course
	question lessons.Question
	seed     uint64
	unaided  bool
	grader   grader
	hints    []Hint // at the present place
	tries    int
	wrongs   int
	taken    int // hints
	finished bool
	revealed bool // something was, and nothing is left to be done
	shown    int  // lines of a derivation that were shown
}

// A grader is the part of an attempt in which the kinds of question differ.
type grader interface {
	// judge changes nothing.
	judge(a answer) Feedback
	// under returns the grader with its computations on a meter, for one call of judge or compute.
	under(m *budget.Meter) grader
	// take records a Step or a Right.
	take(f Feedback)
	show(s *State)
	// rung returns the n-th hint at the present place, from 1.
	rung(n int) Hint
	// reveal shows the solution, or of a derivation the next line; then it tells whether that was the last.
	reveal() Feedback
}

// A stepper is a grader that goes line by line: a line can be taken back, and shown alone.
type stepper interface {
	grader
	// undo takes back the last line, or all lines of a chain. It reports whether there was one.
	undo() bool
}

// A Hint is one rung. Line is set where the hint is the line itself.
type Hint struct {
	Rung int
	Say  lessons.Text
	Line *lessons.Term
}

// New begins an attempt at a question of the course.
func New(course *lessons.Course, q lessons.Question, o Options) *Attempt {
	a := &Attempt{course: course, question: q, seed: o.Seed, unaided: o.Unaided}
	a.grader = a.newGrader(o.Level)
	for _, line := range o.Lines {
		if !a.finished {
			a.Answer(line)
		}
	}
	return a
}

func (a *Attempt) newGrader(level lessons.Level) grader {
	switch q := a.question.(type) {
	case *lessons.Expression:
		return &expression{q: q, course: a.course}
	case *lessons.Number:
		return newNumber(q, a.seed)
	case *lessons.Choice:
		return &choice{q: q, order: shuffled(len(q.Options), a.seed, q.Draw)}
	case *lessons.Derive:
		return a.newDerive(q, level)
	case *lessons.Spot:
		return &spot{q: q, course: a.course}
	case *lessons.Lab:
		return &laboratory{q: q, course: a.course, scope: q.Scope}
	}
	panic("grade: unknown kind of question")
}

// Answer judges an answer and records what came of it.
func (a *Attempt) Answer(text string) Feedback {
	f := a.Judge(text)
	a.Take(f)
	return f
}

// Judge tells what an answer is worth. It changes nothing.
func (a *Attempt) Judge(text string) Feedback { return a.JudgeUntil(nil, text) }

// Take records a feedback of Judge.
func (a *Attempt) Take(f Feedback) {
	if a.finished {
		return
	}
	if f.Aside {
		a.takeRule(f)
		return
	}
	a.tries++
	switch f.Kind {
	case Wrong:
		a.wrongs++
	case Right, Step:
		a.grader.take(f)
		a.hints = nil
		a.finished = f.Finished
	case Repeat, Form, Undefined, Unsure, Unreadable, Revealed:
	}
}

// Hint returns the next rung at the present place, or false if there is none.
func (a *Attempt) Hint() (Hint, bool) {
	if a.finished || len(a.hints) == lessons.Rungs {
		return Hint{}, false
	}
	h := a.grader.rung(len(a.hints) + 1)
	h.Rung = len(a.hints) + 1
	a.hints = append(a.hints, h)
	a.taken++
	return h, true
}

// Reveal gives the solution away and finishes the attempt; of a derivation it shows the next line, and that goes on. It
// does nothing before the last rung.
func (a *Attempt) Reveal() Feedback {
	if a.finished || len(a.hints) < lessons.Rungs {
		return Feedback{Kind: Repeat, Finished: a.finished, Say: say("First take the hints.")}
	}
	return a.reveal()
}

func (a *Attempt) reveal() Feedback {
	f := a.grader.reveal()
	f.Kind = Revealed
	if _, lines := a.grader.(stepper); lines {
		a.shown++
	} else {
		f.Finished = true
	}
	a.finished, a.revealed = f.Finished, f.Finished
	if !a.finished {
		a.hints = nil
	}
	return f
}

// RevealAll gives all that is left away and finishes the attempt.
func (a *Attempt) RevealAll() Feedback {
	var f Feedback
	for !a.finished {
		if d := a.derivation(); d != nil {
			d.asked = nil
		}
		f = a.reveal()
	}
	return f
}

// Shown returns how many lines of a derivation were shown.
func (a *Attempt) Shown() int { return a.shown }

// Skills returns the skills that a finished attempt counts for: none where blanks were closed that nobody filled in.
func (a *Attempt) Skills() []string {
	if d, ok := a.grader.(*faded); ok && slices.ContainsFunc(d.passed, func(n int) bool { return n > 0 }) {
		return nil
	}
	return a.question.About().Skills
}

// SetLevel changes the level of a derivation and begins it anew. Other questions have no level.
func (a *Attempt) SetLevel(level lessons.Level) {
	if q, ok := a.question.(*lessons.Derive); ok && !a.finished {
		asks := a.derivation().asks
		a.grader, a.hints = a.newDerive(q, level), nil
		a.derivation().asks = asks
	}
}

// Undo takes back the last line of a derivation, or all lines of a chain. It reports whether there was one.
func (a *Attempt) Undo() bool {
	s, ok := a.grader.(stepper)
	if !ok || a.finished || !s.undo() {
		return false
	}
	d := a.derivation()
	d.asked, d.aid, a.hints = nil, nil, nil
	return true
}

// Unaided reports whether the question was finished without a wrong answer, a hint or anything shown.
func (a *Attempt) Unaided() bool {
	return a.finished && a.wrongs == 0 && a.taken == 0 && !a.revealed && a.shown == 0
}

// shuffled returns the numbers below n in an order that seed and name decide.
func shuffled(n int, seed uint64, name string) []int {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(seed, h.Sum64())).Perm(n)
}
