package plain_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/mathcore/expr"
	"chainrule/tui/plain"
)

func small(t *testing.T) *lessons.Course {
	t.Helper()
	c, err := lessons.Load(os.DirFS("../testdata/course"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A sitting talks on one record, as often as it is asked to.
type sitting struct {
	t      *testing.T
	course *lessons.Course
	record string
	ascii  bool
}

func sit(t *testing.T, c *lessons.Course) *sitting {
	t.Helper()
	return &sitting{t: t, course: c, record: filepath.Join(t.TempDir(), "journal.jsonl")}
}

// talk returns what is said to lines of input, and how it ended.
func (s *sitting) talk(start string, lines ...string) (string, error) {
	s.t.Helper()
	var out strings.Builder
	err := plain.Run(plain.Options{
		Course: s.course, Journal: s.open(), Start: start, ASCII: s.ascii, Out: &out,
		In: strings.NewReader(strings.Join(append(lines, ""), "\n")),
	})
	if strings.Contains(out.String(), "\x1b") {
		s.t.Errorf("there are codes for a terminal in %q", out.String())
	}
	return out.String(), err
}

func (s *sitting) open() *journal.Journal {
	j := journal.Open(s.record, time.Now, nil)
	s.t.Cleanup(func() { _ = j.Close() })
	return j
}

func (s *sitting) finished(lesson string) (done, all int) {
	l, _ := s.course.Lesson(lesson)
	state := s.open().State()
	for _, screen := range l.Screens {
		if state.Finished(screen.ID) {
			done++
		}
	}
	return done, len(l.Screens)
}

// answers answer the lesson on the derivative, none of them in the author's own words where another is as good.
var answers = []string{
	"e^x - 1",
	"-1/e^x",
	"quotient-rule", "constant", "exp rule", "collect",
	`-\frac{1}{(1+e^{-x})^2} \frac{d}{dx}(1+e^{-x})`, "-(1+e^-x)**-2 * (-np.exp(-x))", "(1+e^-x)^-2 · e⁻ˣ · 1",
	"np.exp(-x)/(1+np.exp(-x)) * 1/(1+e^-x)", "g(x)*(1-g(x))",
	"a", "b", "c", "d", // one of the options; the others count as wrong, and what is too many as answers further on
	"0.16",
	"1 - 2s",
	"0.25",
	"a g(a x+b)(1-g(a x+b))",
	"3", "e^-x / (1+e^-x)^2",
	"y - y**2",
}

// TestLessonToItsEnd pipes answers, with and without the empty lines that a person would type.
func TestLessonToItsEnd(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for name, between := range map[string]string{"bare": "", "with empty lines": "\n"} {
		t.Run(name, func(t *testing.T) {
			s := sit(t, c)
			out, err := s.talk("sigmoid-derivative", strings.Split(strings.Join(answers, "\n"+between), "\n")...)
			if err != nil {
				t.Fatalf("%v:\n%s", err, out)
			}
			if done, all := s.finished("sigmoid-derivative"); done != all {
				t.Errorf("%d of %d screens are finished:\n%s", done, all, out)
			}
			if !strings.Contains(out, "You have finished the lesson") {
				t.Errorf("the end is not told:\n%s", out)
			}
		})
	}
}

func TestEndOfInput(t *testing.T) {
	s := sit(t, small(t))
	out, err := s.talk("slope", "", "e^-x")
	if !errors.Is(err, plain.ErrUnfinished) {
		t.Errorf("the end of the input gives %v", err)
	}
	for _, want := range []string{
		"Not right. The inner function -x has the derivative -1.", "At x = 1 yours is 0.3679, the right answer is -0.3679.",
		`The input ended at The slope, screen 2 of 7, "The denominator".`, "saved",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said:\n%s", want, out)
		}
	}
	out, err = s.talk("slope", ":quit")
	if err != nil || !strings.Contains(out, "--- 2 of 7") || strings.Contains(out, "--- 1 of 7") {
		t.Errorf("it does not go on where it stopped: %v\n%s", err, out)
	}
}

func TestListOfLessons(t *testing.T) {
	s := sit(t, small(t))
	out, err := s.talk("", "nowhere", "2", "", ":quit")
	if err != nil || !strings.Contains(out, "There is no such lesson.") || !strings.Contains(out, "You have finished the lesson: What comes after.") {
		t.Errorf("%v\n%s", err, out)
	}
	if !strings.Contains(out, "2. What comes after (second): finished") {
		t.Errorf("the list does not tell what is done:\n%s", out)
	}
	if _, err := s.talk(""); !errors.Is(err, plain.ErrUnfinished) {
		t.Errorf("the end of the input gives %v", err)
	}
}

func TestASCII(t *testing.T) {
	s := sit(t, small(t))
	s.ascii = true
	out, _ := s.talk("slope", ":plot", "", "?", "-e⁻ˣ", ":skip", "1", ":skip", ":level free", "x", "?", ":skip", "2", ":quit")
	if i := strings.IndexFunc(out, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
		t.Errorf("not in ASCII: %q", out[max(i-40, 0):i+10])
	}
}

// TestHostileInput types what no learner would.
func TestHostileInput(t *testing.T) {
	s := sit(t, small(t))
	out, err := s.talk("slope/2", "\x1b[31mred\x1b[0m", strings.Repeat("(", 100_000), strings.Repeat("x", 1<<20), "1/0", "10^9^9^9^9", "\x00\xff\xfe", ":quit")
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	const most = 20_000
	if len(out) > most {
		t.Errorf("%d bytes are said", len(out))
	}
}

// TestLab plays a lab: a wrong gradient runs and is explained by what it does, a right one reaches the fit.
func TestLab(t *testing.T) {
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../testdata/lab.md")
	if err != nil {
		t.Fatal(err)
	}
	c, err := lessons.LoadFile("lab.md", text, base)
	if err != nil {
		t.Fatal(err)
	}
	s := sit(t, c)
	said, err := s.talk("regression", ":run", "1/m*sum(i=1..m,h_i-y_i)", ":run 1 0.05", ":run 3", ":run 1 x", ":run 1 1e9", ":run Centred 0.05", ":run centre",
		"(h_i-y_i) x_ij", "1/m*sum(i=1..m,(h_i-y_i)x_ij)", ":run 2", ":plot", "")
	if err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, want := range []string{
		"There is no formula to run.",
		"Not right. The factor x_ij is missing",
		"Run 1 of 2: as published, step size α = 0.01, at most 12000 steps.",
		"       12000    0.9381   0.7501   0.7501\n",
		"   published    0.6256   3.0001   0.5001\n",
		"The run stalls away from the fit",
		"The second judge, at θ_0 = 1, θ_1 = 1",
		"is right for θ_0 and wrong for",
		"step size α = 0.05",
		"Which run? Type :run and a number from 1 to 2",
		"The step size is a number above 0 and at most 1000000,",
		"The step size is a number above 0 and at most 1000000,",
		"Run 2 of 2: centred, step size α = 0.05,",
		"Which run?",
		"It cannot run: outside of a sum over i",
		"Right. This is the slope of J for every parameter.",
		"       10265    0.6256   3.0001   0.5001\n",
		"at step 10265",
		"The two agree.",
		"Run 2 of 2: centred, step size α = 0.1, at most 120 steps.",
		"-3.7507   0.5001",
		"at step 116",
		"J at each step",
		"You have finished the lesson",
	} {
		k := strings.Index(said[at:], want)
		if k < 0 {
			t.Errorf("%q is not said after\n%s", want, said[:at])
			continue
		}
		at += k
	}
	if t.Failed() {
		t.Log(said)
	}
	if done, all := s.finished("regression"); done != all {
		t.Errorf("%d of %d done", done, all)
	}
}

// TestTornLesson chooses a lesson of an own course that has a fault: it is told, and the list comes again.
func TestTornLesson(t *testing.T) {
	page := func(id, text string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\nid = \"" + id + "\"\ntitle = \"Lesson " + id + "\"\n+++\n\n# Lesson " + id + "\n\n## One {#one}\n\n" + text + "\n")}
	}
	c, err := lessons.Open(fstest.MapFS{"a.md": page("a", "See $1+$."), "b.md": page("b", "All is well.")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	said, err := sit(t, c).talk("", "a", "b", "")
	if err == nil {
		t.Error("the input ended in the list, and nothing is said of it")
	}
	for _, want := range []string{"1. Lesson a (a): next", "This lesson cannot be opened:\na.md:10:7: ", "All is well."} {
		if !strings.Contains(said, want) {
			t.Errorf("it does not say %q:\n%s", want, said)
		}
	}
	if said, err := sit(t, c).talk("a"); err == nil || !strings.HasPrefix(err.Error(), "a.md:10:7: ") {
		t.Errorf("asked for at the start, it says %v:\n%s", err, said)
	}
}

// TestRecord asks for the record before anything was done, after a derivation, and for that derivation: what is told must be what
// screens and commands tell, and the lines must be those that were typed.
func TestRecord(t *testing.T) {
	s := sit(t, small(t))
	out, _ := s.talk("", ":record", ":record 1")
	for _, want := range []string{"Your record is empty so far.", "1. The slope: not begun, 1 new skill\n", "There is no finished derivation yet"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said in\n%s", want, out)
		}
	}
	out, _ = s.talk("slope/5", ":level free", "-(1+e^-x)^-2 * (-e^-x)", "e^-x/(1+e^-x)^2", ":record", ":record 2", ":record one", ":record 1")
	for _, want := range []string{
		"Due now: 0 skills; then 1 in ", "\n   fresh  ", " %  in ", "\nStudy: 1 day, with", "   1. 1.5 By the chain rule: free, without help, ",
		":record NUMBER shows the lines of a derivation.", "Which derivation? :record 1 to :record 1, as :record numbers them.",
		"\n1.5 By the chain rule: free, without help, ", "\n  line 1: -(1 + e^(-x))^(-2)*(-e^(-x))\n      by: ", "\n  line 2: e^(-x)/(1 + e^(-x))^2   by: ",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not said in\n%s", want, out)
		}
	}
}

// TestSummary finishes a lesson in lines, goes on with the one that enter alone is, and asks later what the first came to.
func TestSummary(t *testing.T) {
	s := sit(t, small(t))
	out, _ := s.talk("", "1", "", "-e^-x", "", "0.16", "", ":map", ":summary 1", ":summary 9", ":summary", "", ":quit")
	for _, want := range []string{
		"1. The slope (slope): here, 3 of 7", "Which lesson? Number or name; enter alone is 1: ",
		"2 of 2 questions right at once and without help.", "- use the chain rule: still new.", "No answer of yours was exactly",
		"Next: lesson 1, The slope (slope).", "There is no such lesson.",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("it does not say %q:\n%s", want, out)
		}
	}
}

// TestWidth plays what has long lines: no line but code, pictures and certificates is longer than a terminal shows, help included.
func TestWidth(t *testing.T) {
	s := sit(t, small(t))
	out, _ := s.talk("slope/5", ":help", ":level free", "-(1+e^-x)^-2 * (-e^-x) * 1 * (1+e^-x) / (1+e^-x)", "", "", ":level worked", "e^-x/(1+e^-x)^2*(1+e^-x)^2/(1+e^-x)^2", ":map", ":foo", "foo")
	for line := range strings.SplitSeq(out, "\n") {
		if n := expr.Columns(line); n > 80 && !strings.HasPrefix(line, "> ") {
			t.Errorf("%d columns: %s", n, line)
		}
	}
	if !strings.Contains(out, "\n      by: ") {
		t.Errorf("no rules stand below their line:\n%s", out)
	}
}
