package session_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// wholeCourse opens a record with the course that comes with the program.
func wholeCourse(t *testing.T, record string) *session.Session {
	t.Helper()
	course, err := content.Course()
	check(t, err)
	j := journal.Open(record, func() time.Time { return time.Date(2026, 3, 1, 19, 0, 0, 0, time.UTC) }, course.Numbered)
	t.Cleanup(func() { check(t, j.Close()) })
	return session.New(course, j)
}

// answerOf returns the lines with which a question is answered rightly.
func answerOf(t *testing.T, s *session.Session, a *session.Attempt, seed uint64) []string {
	t.Helper()
	switch q := a.Screen.Question.(type) {
	case *lessons.Expression:
		return []string{q.Accept[0].Source}
	case *lessons.Choice:
		at := slices.IndexFunc(a.State().Options, func(o lessons.Text) bool { return o.Plain() == q.Options[0].Text.Plain() })
		return []string{strconv.Itoa(at + 1)}
	case *lessons.Derive:
		var lines []string
		for _, l := range q.Lines {
			lines = append(lines, l.Source)
		}
		return lines
	case *lessons.Number:
		said := grade.New(s.Course, q, grade.Options{Seed: seed}).RevealAll().Say[0].Plain()
		return []string{said[strings.LastIndex(said, " ")+1:]}
	case *lessons.Spot, *lessons.Lab:
	}
	t.Fatalf("%s is no question for this", a.Screen.ID)
	return nil
}

// place goes through the questions, each answered as knows says, and returns the end.
func placeAll(t *testing.T, s *session.Session, lesson *lessons.Entry, knows func(n int, a *session.Attempt) bool) *session.Placing {
	t.Helper()
	for n := 0; ; n++ {
		p, save := s.Place(lesson, false)
		keep(t, save)
		if p.Attempt == nil {
			return p
		}
		if p.Asked != n || n > p.Most {
			t.Fatalf("after %d questions it tells of %d, at most %d", n, p.Asked, p.Most)
		}
		if !knows(n, p.Attempt) {
			keep(t, p.Attempt.NotTold())
			continue
		}
		for _, line := range answerOf(t, s, p.Attempt, 0) {
			_, save := p.Attempt.Answer(line)
			keep(t, save)
		}
		save, done := p.Attempt.Told()
		if !done {
			t.Fatalf("%s is answered by %q, and that tells nothing: %+v", p.Attempt.Screen.ID, answerOf(t, s, p.Attempt, 0), p.Attempt.Last())
		}
		keep(t, save)
	}
}

// TestPlaceNothing is a first evening of one who knows nothing: the first lesson is proposed, nothing is presumed, what was
// expected is told, and a tool of the optional lesson.
func TestPlaceNothing(t *testing.T) {
	s := wholeCourse(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	if s.Offers() != session.FirstOffer {
		t.Error("at the first start it is not offered")
	}
	p := placeAll(t, s, nil, func(int, *session.Attempt) bool { return false })
	r := p.Result
	if r == nil || r.Begin == nil || r.Begin.ID != "sigmoid" || len(r.Known) > 0 || p.Asked > 8 {
		t.Fatalf("one who knows nothing, after %d questions: %+v", p.Asked, r)
	}
	for _, e := range r.Answers {
		if e.Right || len(e.Expected) == 0 || e.Yours() != "You did not know." {
			t.Errorf("an answer is told as %+v", e)
		}
	}
	if r.Tool == nil || s.Offers() != session.NoOffer {
		t.Errorf("the tool is %v, the offer %v", r.Tool, s.Offers())
	}
}

// TestPlaceAll is a first evening of one who knows it all: nothing is left to begin with, lessons are passed over and never
// called finished, and the skills are presumed.
func TestPlaceAll(t *testing.T) {
	s := wholeCourse(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	p := placeAll(t, s, nil, func(int, *session.Attempt) bool { return true })
	if p.Result.Begin != nil || len(p.Result.Missed) > 0 {
		t.Fatalf("one who knows all is to begin with %v", p.Result.Begin)
	}
	all, _ := s.Overview()
	over := 0
	for i := range all {
		if all[i].Finished() || all[i].Known {
			t.Errorf("%s is finished by questions", s.Course.Lessons[i].ID)
		}
		if all[i].PassedOver {
			over++
			if said := all[i].Say(false); said != "passed over" {
				t.Errorf("a lesson that is passed over is %q on the map", said)
			}
		}
	}
	if over < 7 {
		t.Errorf("%d lessons are passed over", over)
	}
	check(t, s.Know(func(k session.Knowledge) {
		for _, known := range p.Result.Known {
			if one, _ := k.Skill(known.ID, k.Now); one.Mastery != review.Presumed || one.Asked != 0 {
				t.Errorf("%s is %v, asked %d times", known.ID, one.Mastery, one.Asked)
			}
		}
	}))
	if again, _ := s.Place(nil, false); !again.Again || again.Result.Begin != nil {
		t.Errorf("what was found is told otherwise the next time: %+v", again.Result)
	}
	if anew, _ := s.Place(nil, true); anew.Attempt == nil || anew.Asked != 0 {
		t.Error("it does not begin anew")
	}
}

// TestPlaceBroken ends the program after each line of a record: no answer that was kept is lost or counted twice, and what was
// judged before is taken down now.
func TestPlaceBroken(t *testing.T) {
	dir := t.TempDir()
	record := filepath.Join(dir, "journal.jsonl")
	whole := placeAll(t, wholeCourse(t, record), nil, func(n int, _ *session.Attempt) bool { return n%3 < 2 })
	text, err := os.ReadFile(record)
	check(t, err)
	lines := bytes.SplitAfter(text, []byte("\n"))
	step := 1
	if testing.Short() {
		step = 12
	}
	for k := 1; k < len(lines); k += step {
		part := filepath.Join(dir, strconv.Itoa(k), "journal.jsonl")
		check(t, os.MkdirAll(filepath.Dir(part), 0o700))
		check(t, os.WriteFile(part, bytes.Join(lines[:k], nil), 0o600))
		s := wholeCourse(t, part)
		kept := bytes.Count(bytes.Join(lines[:k], nil), []byte(`"kind":"placed"`))
		p, save := s.Place(nil, false)
		keep(t, save)
		if p.Asked < min(kept, whole.Asked) || p.Asked > kept+1 {
			t.Errorf("after %d lines with %d answers it stands at %d", k, kept, p.Asked)
		}
		if p.Result == nil {
			continue
		}
		if again, _ := wholeCourse(t, part).Place(nil, false); again.Result == nil || again.Asked != p.Asked {
			t.Errorf("after %d lines what followed is not kept", k)
		}
	}
}

// TestPassOver passes a lesson over, and fails another: the first counts as passed over, the second says which skills.
func TestPassOver(t *testing.T) {
	s := wholeCourse(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	entropy, _ := s.Course.Entry("entropy")
	p := placeAll(t, s, entropy, func(int, *session.Attempt) bool { return true })
	all, _ := s.Overview()
	at := slices.Index(s.Course.Lessons, entropy)
	if !p.Result.Passed || p.Asked < 3 || p.Asked > 4 || !all[at].PassedOver {
		t.Errorf("after %d right answers: passed %v, on the map %q", p.Asked, p.Result.Passed, all[at].Say(false))
	}
	softmax, _ := s.Course.Entry("softmax")
	p = placeAll(t, s, softmax, func(n int, _ *session.Attempt) bool { return n == 0 })
	all, _ = s.Overview()
	if p.Result.Passed || len(p.Result.Missed) == 0 || p.Result.Begin != softmax || all[slices.Index(s.Course.Lessons, softmax)].PassedOver {
		t.Errorf("after misses: %+v", p.Result)
	}
}

// TestExam proves the derivations of the exam by the authors' lines, gives one up before, and leaves one in the midst: no help
// is given, each line is kept, and the certificate holds them all.
func TestExam(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	s := wholeCourse(t, record)
	e := s.Exam()
	if len(e.Parts) != len(s.Course.Headlines) || e.Proved() != 0 || len(e.Skills) == 0 {
		t.Fatalf("the exam begins with %+v", e)
	}
	first := s.Task(session.Examining, e.Parts[0].Task())
	keep(t, first.Begin())
	if help, _ := first.Help(); help.Hint != nil || help.Shown != nil || first.State().CanHint || first.State().CanReveal {
		t.Errorf("the exam helps: %+v", help)
	}
	if f, save := first.Answer("17"); f.Kind != grade.Wrong || len(f.Say) != 1 || !strings.HasPrefix(f.Say[0].Plain(), "Refuted") {
		t.Errorf("a wrong line is told as %v", f.Say)
	} else {
		keep(t, save)
	}
	keep(t, first.GiveUp())
	if e = s.Exam(); !e.Parts[0].GivenUp || e.Parts[0].Proved || e.Parts[0].Running || len(s.Certificate()) != 0 {
		t.Errorf("given up, it is %+v", e.Parts[0])
	}
	for i := range e.Parts {
		a := s.Task(session.Examining, e.Parts[i].Task())
		keep(t, a.Begin())
		for k, line := range answerOf(t, s, a, 0) {
			if k == 1 { // another sitting
				s = wholeCourse(t, record)
				if part := s.Exam().Parts[i]; !part.Running || part.Lines != 1 {
					t.Errorf("%s is left with a line, and stands at %+v", part.Screen.ID, part)
				}
				a = s.Task(session.Examining, s.Exam().Parts[i].Task())
			}
			if !a.State().Finished {
				f, save := a.Answer(line)
				keep(t, save)
				for _, said := range f.Say {
					if strings.Contains(said.Plain(), "to go") {
						t.Errorf("%s: the exam tells the way: %s", a.Screen.ID, said.Plain())
					}
				}
			}
		}
		if !a.State().Finished {
			t.Fatalf("%s is not proved by its author's lines: %+v", a.Screen.ID, a.Last().Say)
		}
		keep(t, a.Finish())
	}
	e = wholeCourse(t, record).Exam()
	if !e.Passed() || len(s.Certificate()) != len(e.Parts) {
		t.Errorf("all is proved, and it says %s, with %d on the certificate", e.Stands(), len(s.Certificate()))
	}
	for _, k := range e.Skills {
		if k.Proved != k.All {
			t.Errorf("%s is proved in %d of %d", k.ID, k.Proved, k.All)
		}
	}
	if _, current := s.Overview(); current != s.Course.First() {
		t.Error("the exam moves the place in the lessons")
	}
}

// TestLettersOfPlacing: whoever has not read the lesson of a question is told each letter that its words hold, those of a slope
// dE/dx, too.
func TestLettersOfPlacing(t *testing.T) {
	c, err := content.Course()
	check(t, err)
	s := session.New(c, nil)
	for _, id := range c.Placing {
		screen, err := c.Screen(id)
		check(t, err)
		l, err := c.Lesson(screen.Lesson)
		check(t, err)
		told := s.Letters(screen)
		if len(told) > 7 {
			t.Errorf("%s: %d letters are explained", id, len(told))
		}
		for _, letter := range l.Letters(screen.Question) {
			shown := slices.ContainsFunc(screen.Question.About().Ask, func(i lessons.Inline) bool {
				return i.Formula != nil && strings.Contains(i.Formula.Source, strings.SplitN(letter.Name, "(", 2)[0])
			})
			if shown && !slices.ContainsFunc(told, func(k lessons.Letter) bool { return k.Name == letter.Name }) {
				t.Errorf("%s, %q: nobody says what %s is", id, screen.Question.About().Ask.Plain(), letter.Name)
			}
		}
	}
}

// ownCourse opens the same record with a lesson of somebody's own.
func ownCourse(t *testing.T, record string) *session.Session {
	t.Helper()
	course, err := content.Course()
	check(t, err)
	const lesson = "+++\nid = \"cubes\"\ntitle = \"Cubes\"\nskills = [\"diff-power\"]\n\n[[symbol]]\nname = \"x\"\ndomain = \"real\"\nmeans = \"a number\"\n+++\n\n# Cubes\n\n## Cube {#cube}\n\n" +
		"```formula\nask = \"Differentiate $x^3$.\"\nanswer = \"3x^2\"\nskills = [\"diff-power\"]\nhints = [\"a\", \"b\", \"c\"]\n```\n" +
		"\n# Review\n\n```formula\nid = \"fourth\"\nask = \"Differentiate $x^4$.\"\nanswer = \"4x^3\"\nskills = [\"diff-power\"]\nhints = [\"a\", \"b\", \"c\"]\n```\n"
	own, err := lessons.Open(fstest.MapFS{"cubes.md": {Data: []byte(lesson)}}, course)
	check(t, err)
	j := journal.Open(record, time.Now, own.Numbered)
	t.Cleanup(func() { check(t, j.Close()) })
	return session.New(own, j)
}

// TestPlaceElsewhere begins the questions that find out where to begin and then opens a course of one's own: that knows nothing of
// them, and they go on where they were begun.
func TestPlaceElsewhere(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	s := wholeCourse(t, record)
	p, save := s.Place(nil, false)
	keep(t, save)
	keep(t, p.Attempt.NotTold())
	if got := s.Offers(); got != session.GoOn {
		t.Errorf("the course offers %v, want to go on", got)
	}
	own := ownCourse(t, record)
	if got := own.Offers(); got != session.NoOffer {
		t.Errorf("a course of one's own offers %v", got)
	}
	if p, _ := own.Place(nil, false); p.Asked != 0 {
		t.Errorf("in a course of one's own %d questions were answered", p.Asked)
	}
	if p, _ := s.Place(nil, false); p.Asked != 1 {
		t.Errorf("in the course %d questions were answered, want 1", p.Asked)
	}
}

// TestPlaceTwice finds a place in the course, and then one in a course of one's own: each is told again, whatever came of the other.
func TestPlaceTwice(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	nothing := func(int, *session.Attempt) bool { return false }
	all := func(int, *session.Attempt) bool { return true }
	asked := placeAll(t, wholeCourse(t, record), nil, nothing).Asked
	own := placeAll(t, ownCourse(t, record), nil, all)
	if own.Asked == 0 || own.Result.Begin != nil {
		t.Errorf("in a course of one's own %d questions are asked, and one begins with %v", own.Asked, own.Result.Begin)
	}
	if p, _ := wholeCourse(t, record).Place(nil, false); !p.Again || p.Asked != asked || p.Result.Begin == nil || p.Result.Begin.ID != "sigmoid" {
		t.Errorf("what was found in the course is lost: %+v", p)
	}
	if p, _ := ownCourse(t, record).Place(nil, false); !p.Again || p.Asked != own.Asked {
		t.Errorf("what was found in a course of one's own is lost: %+v", p)
	}
}
