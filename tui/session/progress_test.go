package session_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestProgress reads records of all sorts. It fails when the map, a lesson or the plain lines would tell of another screen
// than the one the learner was at, or count one that is not done.
func TestProgress(t *testing.T) {
	const (
		here  = `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"open","lesson":"slope","screen":"slope/%d"}`
		done  = `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"done","lesson":"slope","screen":"slope/%d"}`
		other = `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"open","lesson":"gone","screen":"slope/2"}`
	)
	for _, row := range []struct {
		events string // of the screens of the lesson, by number
		want   string
	}{
		{"", "at -1, begun false, 0 done"},
		{"open 2", "at 1, begun true, 0 done"},
		{"open 1, done 1, open 2", "at 1, begun true, 1 done"},
		{"open 1, done 1, done 1", "at 0, begun true, 1 done"},
		{"open 99", "at -1, begun true, 0 done"}, // a screen that is no more
		{"other", "at -1, begun false, 0 done"},
	} {
		var text strings.Builder
		for event := range strings.SplitSeq(row.events, ", ") {
			kind, number, _ := strings.Cut(event, " ")
			line := map[string]string{"open": here, "done": done, "other": other}[kind]
			if number != "" {
				line = strings.ReplaceAll(line, "%d", number)
			}
			text.WriteString(line + "\n")
		}
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		if err := os.WriteFile(record, []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		s := openSession(t, record)
		lesson, _ := s.Course.Entry("slope")
		p := s.Progress(lesson)
		if got := fmt.Sprintf("at %d, begun %v, %d done", p.At, p.Begun, p.Count()); got != row.want {
			t.Errorf("after %q: %s, want %s", row.events, got, row.want)
		}
		if p.Count()+len(p.Open()) != len(lesson.Screens) || p.Finished() {
			t.Errorf("after %q: open are %v of %d", row.events, p.Open(), len(lesson.Screens))
		}
	}
}

// TestOverview goes on with the lesson that was studied last, and past the end of it with the first that is open.
func TestOverview(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	s := openSession(t, record)
	if len(s.Course.Lessons) < 2 {
		t.Fatal("the course has too few lessons to choose from")
	}
	last, err := s.Course.Lessons[len(s.Course.Lessons)-1].Lesson()
	if err != nil {
		t.Fatal(err)
	}
	current := func() int { _, at := s.Overview(); return at }
	first := s.Course.First()
	if at := current(); at != first {
		t.Errorf("before the first step lesson %d is pointed at", at)
	}
	for _, page := range last.Screens {
		keep(t, s.Begin(page))
		if at := current(); at != len(s.Course.Lessons)-1 {
			t.Errorf("while the last lesson is studied, lesson %d is pointed at", at)
		}
		keep(t, s.Finish(page))
	}
	all, at := s.Overview()
	if at != first || !all[len(all)-1].Finished() || all[first].Finished() {
		t.Errorf("after the last lesson lesson %d is pointed at; all: %+v", at, all)
	}
}

// TestHelp asks for help on a question until there is none: three hints, then the answer, and all of it in the record.
func TestHelp(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	s := openSession(t, record)
	a := s.Attempt(screen(t, s, "slope/4"))
	for rung := 1; rung <= 3; rung++ {
		help, save := a.Help()
		keep(t, save)
		if help.Hint == nil || help.Hint.Rung != rung || help.Shown != nil || help.Rule != nil {
			t.Fatalf("hint %d is %+v", rung, help)
		}
		if e := lastEvent(t, record); e.Kind != "hint" || e.Rung != rung || e.Screen != "slope/4" || e.Lesson != "slope" {
			t.Errorf("hint %d is kept as %+v", rung, e)
		}
	}
	help, save := a.Help()
	keep(t, save)
	if help.Shown == nil || a.Last() != help.Shown || !a.State().Finished {
		t.Fatalf("after the last hint comes %+v", help)
	}
	if e := lastEvent(t, record); e.Kind != "reveal" || e.Verdict != "revealed" || e.Shown != 0 {
		t.Errorf("the answer is kept as %+v", e)
	}
	if help, save := a.Help(); help.Rule != nil || help.Hint != nil || help.Shown != nil || save != nil {
		t.Errorf("after the answer comes %+v", help)
	}
}
