package session

import (
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/place"
	"chainrule/lessons/review"
)

// What questions outside lessons are asked for, as the record calls it, where no help is given: to find out where to begin, in a
// course of one's own with the ID of its first lesson behind it; to pass a lesson over, whose ID comes behind it; and in the exam.
const (
	placing   = "place"
	passing   = "pass "
	Examining = "exam"
)

// alone reports whether a task is done without help.
func alone(task string) bool {
	return task == placing || strings.HasPrefix(task, placing+" ") || strings.HasPrefix(task, passing) || task == Examining
}

// A Placing is where the learner stands among the questions that find out where to begin, or by which a lesson can be passed
// over.
type Placing struct {
	// Lesson is the one to be passed over, nil where the whole course is meant.
	Lesson *lessons.Entry
	// Asked counts the questions that were answered; Most is how many there are at most.
	Asked, Most int
	// Attempt is at the question that comes now, nil where none does.
	Attempt *Attempt
	// Result tells what follows, once no question comes; nil before, and where the course has no such questions.
	Result *Placed
	// Again tells that this was found out before, and nothing was asked now.
	Again bool
}

// A Placed is what follows from the answers.
type Placed struct {
	// Passed tells that the lesson is passed over.
	Passed bool
	// Begin is the lesson to begin with, nil where all is presumed known.
	Begin *lessons.Entry
	// Known and Refresh are skills: those presumed known, and those that earlier lessons teach and that are not. Missed are those
	// of the questions that were not answered rightly.
	Known, Refresh, Missed []lessons.Skill
	// Tool is a screen of an optional lesson for the first of the skills missed that has one; nil where none does.
	Tool *lessons.Screen
	// Answers are all answers, with what was expected.
	Answers []Expected
}

// An Expected is an answer with what was expected.
type Expected struct {
	Screen *lessons.Screen
	Ask    lessons.Text
	// Typed is what was answered, empty where the learner did not know.
	Typed string
	Right bool
	// Expected are the words that tell the answer.
	Expected []lessons.Text
}

// model returns what the course is to the questions that find out what is known. It reads all lessons.
func (s *Session) model() *place.Model {
	s.modelOnce.Do(func() { s.placeModel = place.New(s.Course) })
	return s.placeModel
}

// Place goes on with the questions that find out where to begin or, with a lesson, whether that can be passed over. Where
// they came to their end before, it tells what came of it, or begins anew. It may take long: screens call it in a command.
func (s *Session) Place(lesson *lessons.Entry, anew bool) (*Placing, Save) {
	p := &Placing{Lesson: lesson, Most: place.Most}
	task := s.placing()
	if lesson != nil {
		task = passing + lesson.ID
		p.Most = 4
	}
	var past journal.Placing
	var lately []string
	_ = s.Know(func(k Knowledge) { past, lately = s.placingOf(k.Record, task), k.lately(task) })
	over := past.Verdict != "" && past.Verdict != journal.Declined
	switch {
	case over && anew, past.Verdict == journal.Declined:
		past.Answers = nil
	case over:
		p.Asked, p.Again = len(past.Answers), true
		p.Result = s.placed(lesson, past.Answers, uint64(max(past.Times-1, 0)))
		return p, nil
	}
	var saves []Save
	for {
		p.Asked = len(past.Answers)
		screen := s.nextPlaced(lesson, past.Answers, lately, uint64(past.Times))
		if screen == nil {
			break
		}
		a := s.Task(task, review.Task{Screen: screen, Seed: uint64(past.Times), Level: lessons.Free})
		verdict, done := a.told()
		if !done {
			p.Attempt = a
			saves = append(saves, a.Begin())
			return p, together(saves)
		}
		// The program ended between the answer and what it says.
		saves = append(saves, a.Place(verdict))
		past.Answers = append(past.Answers, a.placed(verdict))
	}
	if p.Asked == 0 {
		return p, nil
	}
	p.Result = s.placed(lesson, past.Answers, uint64(past.Times))
	return p, together(append(saves, s.settle(p, task)))
}

// placing is what the questions that find out where to begin are asked for in this course.
func (s *Session) placing() string {
	if s.Course.Own && len(s.Course.Lessons) > 0 {
		return placing + " " + s.Course.Lessons[0].ID
	}
	return placing
}

// placingOf returns what was asked for a task in this course. What the same learner was asked in another course, which was once asked
// for the same, is none of it.
func (s *Session) placingOf(state *journal.State, task string) journal.Placing {
	past := state.Placing(task)
	here := func(a journal.Answer) bool {
		_, ok := s.Course.Entry(a.Lesson)
		return ok
	}
	if len(past.Answers) > 0 && !slices.ContainsFunc(past.Answers, here) {
		return journal.Placing{Times: past.Times}
	}
	return past
}

// together returns a save that does several.
func together(saves []Save) Save {
	return func() (notice string) {
		for _, save := range saves {
			if said := save(); notice == "" {
				notice = said
			}
		}
		return notice
	}
}

// nextPlaced returns the question that comes after answers.
func (s *Session) nextPlaced(lesson *lessons.Entry, answers []journal.Answer, lately []string, seed uint64) *lessons.Screen {
	if lesson != nil {
		return s.model().NextToPass(lesson.ID, answersOf(answers), lately, seed)
	}
	return s.model().Next(answersOf(answers), lately, seed)
}

// lately returns the questions that came to their end less than a night ago, since a review that was just done is remembered and tells
// little. Those of the task are among them if it is over.
func (k Knowledge) lately(task string) []string {
	var all []string
	for _, e := range slices.Backward(k.Record.Ends()) {
		if k.Now.Sub(e.At) >= review.Night {
			break
		}
		if e.Task != task {
			all = append(all, e.Screen)
		}
		all = append(all, e.Asked...)
	}
	return all
}

func answersOf(answers []journal.Answer) []place.Answer {
	var all []place.Answer
	for _, a := range answers {
		all = append(all, place.Answer{Screen: a.Screen, Right: a.Verdict == journal.Told})
	}
	return all
}

// settle takes down what came of the questions.
func (s *Session) settle(p *Placing, task string) Save {
	e := journal.Event{Kind: journal.Placed, Task: task, Verdict: journal.Settled}
	switch {
	case p.Lesson == nil:
		if p.Result.Begin != nil {
			e.Lesson = p.Result.Begin.ID
		}
	case p.Result.Passed:
		e.Lesson, e.Verdict = p.Lesson.ID, journal.Passed
	default:
		e.Lesson, e.Verdict = p.Lesson.ID, journal.Failed
	}
	for _, k := range p.Result.Known {
		e.Skills = append(e.Skills, k.ID)
	}
	return s.keep(e)
}

// placed tells what follows from answers.
func (s *Session) placed(lesson *lessons.Entry, answers []journal.Answer, seed uint64) *Placed {
	r := &Placed{}
	var known, refresh, missed []string
	if lesson == nil {
		found := s.model().Result(answersOf(answers))
		r.Begin, known, refresh = found.Lesson, found.Presumed, found.Refresh
	} else {
		found := s.model().Pass(lesson.ID, answersOf(answers), seed)
		r.Passed, known = found.Passed, found.Presumed
		r.Begin = lesson
	}
	for _, a := range answers {
		screen := s.model().Screen(a.Screen)
		if screen == nil {
			continue // it is in the course no more
		}
		if a.Verdict != journal.Told {
			missed = append(missed, screen.Question.About().Skills...)
		}
		r.Answers = append(r.Answers, s.expected(screen, a))
	}
	r.Known, r.Refresh, r.Missed = s.skills(known), s.skills(refresh), s.skills(missed)
	for _, k := range r.Missed {
		if screen, ok := s.Course.Refresher(k.ID); ok && !slices.Contains(known, k.ID) {
			r.Tool = screen
			break
		}
	}
	return r
}

// skills returns skills by their IDs, each once, in the order of the course.
func (s *Session) skills(ids []string) []lessons.Skill {
	var all []lessons.Skill
	for _, k := range s.Course.Skills {
		if slices.Contains(ids, k.ID) {
			all = append(all, k)
		}
	}
	return all
}

// expected tells what was expected of an answer.
func (s *Session) expected(screen *lessons.Screen, a journal.Answer) Expected {
	attempt := grade.New(s.Course, screen.Question, grade.Options{Seed: a.Seed, Level: lessons.Free})
	state := attempt.State()
	e := Expected{Screen: screen, Ask: state.Prompt, Typed: a.Text, Right: a.Verdict == journal.Told}
	if a.Verdict == journal.NotTold {
		e.Typed = ""
	}
	e.Expected = attempt.RevealAll().Say
	return e
}

// told reports what an answer that was judged before says about what is known, if it says anything.
func (a *Attempt) told() (verdict string, done bool) {
	switch f := a.last; {
	case a.State().Finished:
		return journal.Told, true
	case f != nil && f.Kind == grade.Wrong:
		return journal.Missed, true
	}
	return "", false
}

// Told reports whether the last answer tells what is known, and takes that down: then the next question comes.
func (a *Attempt) Told() (Save, bool) {
	verdict, done := a.told()
	if !done {
		return nil, false
	}
	return a.Place(verdict), true
}

// NotTold takes down that the learner does not know.
func (a *Attempt) NotTold() Save { return a.Place(journal.NotTold) }

// Place takes down what an answer says about what is known.
func (a *Attempt) Place(verdict string) Save {
	p := a.placed(verdict)
	return a.keep(journal.Event{Kind: journal.Placed, Verdict: verdict, Text: p.Text})
}

func (a *Attempt) placed(verdict string) journal.Answer {
	text := ""
	switch {
	case verdict == journal.NotTold:
	case a.chosen != nil:
		text = a.chosen.Plain()
	case len(a.typed) > 0:
		text = a.typed[len(a.typed)-1]
	}
	return journal.Answer{Lesson: a.Screen.Lesson, Screen: a.Screen.ID, Seed: a.seed, Text: text, Verdict: verdict}
}
