package transcript_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
)

// put takes an event down at a question that asks for no derivation.
func (e *evening) put(screen *lessons.Screen, seed uint64, event journal.Event) {
	e.t.Helper()
	event.Lesson, event.Screen, event.Seed = screen.Lesson, screen.ID, seed
	if err := e.j.Append(event); err != nil {
		e.t.Fatal(err)
	}
}

// replies returns the answers of the record, the latest first.
func (e *evening) replies() *transcript.Document {
	e.t.Helper()
	s := session.New(e.course, e.j)
	var told *account.Account
	_ = s.Look(func(state *journal.State) {
		told = account.Of(e.course, state, review.New(e.course), time.Date(2026, 3, 15, 12, 0, 0, 0, time.UTC))
	})
	d := &transcript.Document{Title: "My answers"}
	for _, r := range s.Replies() {
		p, err := transcript.OfReply(s, told, &r)
		if err != nil {
			e.t.Fatal(err)
		}
		d.Parts = append(d.Parts, p)
	}
	return d
}

// TestReplies writes down each question of the course that asks for no derivation, answered after a hostile answer or with the
// answer shown, in all formats.
func TestReplies(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	e := begin(t, course)
	asked := 0
	for _, entry := range course.Lessons {
		l, err := entry.Lesson()
		if err != nil {
			t.Fatal(err)
		}
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			e.put(screen, 1, journal.Event{Kind: journal.Opened})
			if _, derives := screen.Question.(*lessons.Derive); !derives && screen.Question != nil {
				asked++
				e.put(screen, 1, journal.Event{Kind: journal.Answered, Text: hostile[asked%len(hostile)], Verdict: "wrong"})
				if asked%3 == 0 {
					e.put(screen, 1, journal.Event{Kind: journal.Revealed})
				} else {
					e.put(screen, 1, journal.Event{Kind: journal.Answered, Text: "2", Verdict: "right"})
				}
			}
			e.put(screen, 1, journal.Event{Kind: journal.Finished, Aided: true})
		}
	}
	d := e.replies()
	if len(d.Parts) != asked || asked < 100 {
		t.Fatalf("%d answers are told of %d", len(d.Parts), asked)
	}
	latex, html, markdown := written(transcript.LaTeX, d), written(transcript.HTML, d), written(transcript.Markdown, d)
	wellFormed(t, html)
	compiles(t, latex)
	if n := strings.Count(markdown, "- my answer: ") + strings.Count(markdown, "- shown to me: "); n < asked {
		t.Errorf("%d answers stand there of %d", n, asked)
	}
	if *keep != "" {
		for name, text := range map[string]string{"replies.tex": latex, "replies.html": html, "replies.md": markdown} {
			if err := os.WriteFile(filepath.Join(*keep, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestReply: an answer tells the values and the option of its time, the last one counts, and one that was shown takes the place of
// none of one's own. A question that waits for its answer, and a screen that is only read, tell nothing.
func TestReply(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	e := begin(t, course)
	screen := func(id string) *lessons.Screen {
		s, err := course.Screen(id)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	values, choice, spot, slope := screen("sigmoid/values"), screen("sigmoid/whose-name"), screen("sigmoid/false-line"), screen("entropy/read-slope")
	done := func(s *lessons.Screen, seed uint64, shown bool, texts ...string) {
		for _, text := range texts {
			text, verdict, _ := strings.Cut(text, "|")
			e.put(s, seed, journal.Event{Kind: journal.Answered, Text: text, Verdict: verdict})
		}
		if shown {
			e.put(s, seed, journal.Event{Kind: journal.Revealed})
		}
		e.put(s, seed, journal.Event{Kind: journal.Finished})
	}
	const seed = 1
	options := grade.New(course, choice.Question, grade.Options{Seed: seed}).State()
	done(values, 0, false, "0.1|right")
	done(values, seed, false, "0.7|wrong", "0.9985|right")
	done(values, 2, true)
	done(choice, seed, false, strconv.Itoa(options.Right+1)+"|right")
	done(spot, 0, false, "4|wrong", "3|step", "1/(1+e^x)|right")
	done(slope, 0, true)
	e.put(slope, 0, journal.Event{Kind: journal.Answered, Text: "7", Verdict: "wrong"})
	got := written(transcript.Markdown, e.replies())
	for _, want := range []string{
		"What is `g(6.5)`? Give four decimal places.\n\n- my answer: `0.9985` (right)\n\nOn the way:\n\n1. 14 March 2026, 18:03, `0.7`: not right\n",
		"- my answer: `3` (the false line)\n- my answer: `1/(1+e^x)` (right)\n",
		"- 1: `1 - 1/(1 + e^(-x))` (given)\n", "- shown to me: The answer: ", "the answer was shown\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q does not stand in\n%s", want, got)
		}
	}
	for _, not := range []string{"`0.1`", "`7`", "- my answer: `" + strconv.Itoa(options.Right+1) + "`"} {
		if strings.Contains(got, not) {
			t.Errorf("%s stands in\n%s", not, got)
		}
	}
	if n := strings.Count(got, "\n## "); n != 4 {
		t.Errorf("%d answers are told", n)
	}
}
