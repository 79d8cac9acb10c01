package plain_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/review"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/tui/plain"
)

// TestEveryLesson plays each lesson from its first screen to its last with the author's own answers, reading what is asked as a
// learner does: no answer may be refused, and every screen must be finished. Where WALKS names a directory, what was said is
// kept there, to be read.
func TestEveryLesson(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range c.Lessons {
		t.Run(entry.ID, func(t *testing.T) {
			l, err := c.Lesson(entry.ID)
			if err != nil {
				t.Fatal(err)
			}
			s := sit(t, c)
			w := &walker{t: t, course: c, lesson: l}
			err = plain.Run(plain.Options{Course: c, Journal: s.open(), Start: l.ID, Out: w, In: w})
			said := w.said.String()
			if dir := os.Getenv("WALKS"); dir != "" {
				if err := os.WriteFile(filepath.Join(dir, l.ID+".txt"), []byte(said), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err != nil {
				t.Fatalf("%v:\n%s", err, said[max(0, len(said)-2000):])
			}
			for _, refusal := range []string{"Not right", "Not readable", "No value", "not judged", "Not that one"} {
				if at := strings.Index(said, "\n"+refusal); at >= 0 {
					t.Errorf("the author's answer is refused: %s", said[max(0, at-300):min(len(said), at+200)])
				}
			}
			if done, all := s.finished(l.ID); done != all || all != len(l.Screens) {
				t.Errorf("%d of %d screens are finished", done, all)
			}
		})
	}
}

// TestEveryTask asks each question of the course outside its lesson, those for practice included, with each of its values and,
// of derivations, at the levels that they come back at: the author's answers must be taken without help, and the end must
// stand in the record as one of the task.
func TestEveryTask(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, l := range all {
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			if screen.Question != nil && !screen.Question.About().Counts() {
				continue
			}
			for _, task := range tasksOf(screen) {
				asked++
				s := sit(t, c)
				w := &walker{t: t, course: c, task: screen.Question}
				err := plain.AskTask(plain.Options{Course: c, Journal: s.open(), Out: w, In: w}, task)
				ends := s.open().State().Ends()
				if err != nil || len(ends) != 1 || ends[0].Task != "practice" || ends[0].Screen != screen.ID || review.OutcomeOf(&ends[0]) != review.Unaided {
					t.Errorf("%s, seed %d, %s: %v, ends %+v:\n%s", screen.ID, task.Seed, task.Level, err, ends, w.said.String())
				}
			}
		}
	}
	if least := 170; asked < least {
		t.Errorf("only %d tasks were asked, there are at least %d questions", asked, least)
	}
}

// tasksOf returns the tasks that a screen may be: one for each of its values, or for each level; none where nothing is asked.
func tasksOf(screen *lessons.Screen) []review.Task {
	switch q := screen.Question.(type) {
	case nil:
		return nil
	case *lessons.Number:
		var all []review.Task
		for row := range max(1, len(q.Rows)) {
			all = append(all, review.Task{Screen: screen, Seed: uint64(row)})
		}
		return all
	case *lessons.Derive:
		free := review.Task{Screen: screen, Level: lessons.Free}
		if q.Least == lessons.Free {
			return []review.Task{free}
		}
		return []review.Task{{Screen: screen, Level: lessons.Faded}, free}
	case *lessons.Expression, *lessons.Choice, *lessons.Spot, *lessons.Lab:
	}
	return []review.Task{{Screen: screen}}
}

// A walker answers what is asked, from the author's lines.
type walker struct {
	t      *testing.T
	course *lessons.Course
	lesson *lessons.Lesson
	task   lessons.Question // what is asked outside a lesson
	said   bytes.Buffer
	lines  int
}

func (w *walker) Write(b []byte) (int, error) { return w.said.Write(b) }

// Read gives one line, the answer to what was asked last. No lesson takes more lines than most.
func (w *walker) Read(b []byte) (int, error) {
	const most = 200
	if w.lines++; w.lines > most {
		return 0, io.EOF
	}
	return copy(b, w.answer()+"\n"), nil
}

var (
	screenHead = regexp.MustCompile(`(?m)^--- (\d+) of \d+: `)
	marked     = regexp.MustCompile(`(?m)^  line (\d+): .*<- here$`)
)

func (w *walker) answer() string {
	said := w.said.String()
	if w.task != nil {
		if strings.HasSuffix(said, "Enter goes on: ") {
			return ""
		}
		return w.reply(w.task, said)
	}
	heads := screenHead.FindAllStringSubmatchIndex(said, -1)
	last := heads[len(heads)-1]
	number, _ := strconv.Atoi(said[last[2]:last[3]])
	said = said[last[0]:]
	if strings.HasSuffix(said, "Enter goes on: ") {
		return ""
	}
	return w.reply(w.lesson.Screens[number-1].Question, said)
}

// reply answers a question with the author's words for it.
func (w *walker) reply(q lessons.Question, said string) string {
	switch q := q.(type) {
	case *lessons.Expression:
		return q.Accept[0].Source
	case *lessons.Number:
		return w.number(q, said)
	case *lessons.Choice:
		return option(said, len(q.Options), q.Options[0].Text.Plain())
	case *lessons.Derive:
		return w.line(q, said[strings.LastIndex(said, "\n  start: "):])
	case *lessons.Spot:
		if strings.Contains(said, "Which line is false?") && !strings.Contains(said, "\n> "+strconv.Itoa(q.False+1)) {
			return strconv.Itoa(q.False + 1)
		}
		return q.Repair.Source
	case *lessons.Lab:
		return q.Accept[0].Source
	}
	w.t.Fatalf("nothing is asked: %s", said)
	return ""
}

// number computes the answer for the numbers that stand in the question.
func (w *walker) number(q *lessons.Number, said string) string {
	for _, row := range q.Rows {
		if !strings.Contains(oneLine(said), oneLine(row.Ask.Plain())) {
			continue
		}
		tree := q.Answer.Tree
		for i, s := range q.Vary {
			tree = expr.Substitute(tree, s, expr.Rational(row.Values[i]))
		}
		tree, _ = judge.Prepare(tree, q.Scope)
		program, ok := eval.Compile(tree, nil)
		if !ok {
			w.t.Fatalf("%s has no value", q.Answer.Source)
		}
		return strconv.FormatFloat(program.Float(nil), 'f', q.Places, 64)
	}
	w.t.Fatalf("none of its questions is asked: %s", said)
	return ""
}

// line answers for the marked line with one of its rules, or with the line itself; where no line is marked, with the next.
func (w *walker) line(q *lessons.Derive, working string) string {
	working = strings.ReplaceAll(working, "\n    ", " ") // a long line goes on there
	at := strings.Count(working, "\n  line ")
	if m := marked.FindStringSubmatch(working); m != nil {
		at, _ = strconv.Atoi(m[1])
		at--
	}
	if !strings.Contains(working, "Which rule leads to the marked line?") {
		return q.Lines[at].Source
	}
	for _, id := range q.Lines[at].Rules {
		r, _ := w.course.Rule(id)
		if n := option(working, 6, r.Name+":"); n != "" {
			return n
		}
	}
	w.t.Fatalf("no rule of the line is offered:\n%s", working)
	return ""
}

// option returns the number in front of an option, empty if there is none.
func option(said string, most int, begins string) string {
	for n := range most {
		if strings.Contains(oneLine(said), fmt.Sprintf(" %d. %s", n+1, oneLine(begins))) {
			return strconv.Itoa(n + 1)
		}
	}
	return ""
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
