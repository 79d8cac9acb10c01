package journal_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"chainrule/lessons/journal"
)

func clock() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 6e6, time.UTC) }

func open(t *testing.T, path string) *journal.Journal {
	t.Helper()
	j := journal.Open(path, clock, nil)
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	return j
}

func event(kind journal.Kind, text, verdict string) journal.Event {
	return journal.Event{Kind: kind, Lesson: "sigmoid", Screen: "sigmoid/4", Seed: 3, Level: "free", Text: text, Verdict: verdict}
}

func add(t *testing.T, j *journal.Journal, events ...journal.Event) {
	t.Helper()
	for _, e := range events {
		if err := j.Append(e); err != nil {
			t.Fatal(err)
		}
	}
}

func TestResume(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "journal.jsonl")
	add(t, open(t, path),
		event(journal.Opened, "", ""),
		event(journal.Answered, "1/(1+1/e^x)", "step"),
		event(journal.Answered, "1+e^x", "wrong"),
		event(journal.Answered, "e^x/e^x", "step"),
		event(journal.Undone, "", ""),
	)
	s := open(t, path).State()
	seed, level, lines, ok := s.Running("sigmoid/4")
	if !ok || seed != 3 || level != "free" || !reflect.DeepEqual(lines, []string{"1/(1+1/e^x)"}) {
		t.Errorf("running: %v %v %v %v", seed, level, lines, ok)
	}
	if at, ok := s.Resume("sigmoid"); !ok || at != "sigmoid/4" {
		t.Errorf("resume at %q %v", at, ok)
	}
	if s.Finished("sigmoid/4") || s.LastLesson() != "sigmoid" || len(s.Events("sigmoid/4")) != 4 {
		t.Errorf("state: %+v", s)
	}
}

// TestAttempts finishes a screen again and again: each end counts, with what it says of skills, and none is left running.
func TestAttempts(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	done := event(journal.Finished, "", "")
	done.Skills = []string{"exp-algebra"}
	for i := range 6 {
		done.Aided = i%2 == 0
		add(t, j, done)
	}
	s := j.State()
	if _, _, _, running := s.Running("sigmoid/4"); running || !s.Finished("sigmoid/4") || s.Attempts("sigmoid/4") != 6 {
		t.Error("a finished screen still runs")
	}
	for i, e := range s.Ends() {
		if e.Aided != (i%2 == 0) || len(e.Skills) != 1 {
			t.Errorf("end %d is %+v", i, e)
		}
	}
	if len(s.Ends()) != 6 {
		t.Errorf("%d ends", len(s.Ends()))
	}
}

// TestOpening goes on with a record that is still being read: what was done before comes first, and nothing is lost.
func TestOpening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	j := open(t, path)
	for range 2000 {
		add(t, j, event(journal.Finished, "", ""))
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = journal.Opening(path, clock, nil)
	add(t, j, event(journal.Opened, "", ""), event(journal.Answered, "e^x", "step"))
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*journal.State{"in memory": j.State(), "in the file": open(t, path).State()} {
		_, _, lines, running := s.Running("sigmoid/4")
		if s.Attempts("sigmoid/4") != 2000 || !running || len(lines) != 1 {
			t.Errorf("%s: %d attempts, running %v with %q", name, s.Attempts("sigmoid/4"), running, lines)
		}
	}
}

// TestNumbers reads a record that calls screens by number, and goes on with it by ID.
func TestNumbers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	add(t, open(t, path), event(journal.Opened, "", ""), event(journal.Answered, "e^x/e^x", "step"))
	numbered := map[string]string{"sigmoid/4": "sigmoid/forms", "sigmoid/5": "sigmoid/symmetry"}
	j := journal.Open(path, clock, numbered)
	if at, ok := j.State().Resume("sigmoid"); !ok || at != "sigmoid/forms" {
		t.Errorf("goes on at %q", at)
	}
	e := event(journal.Answered, "1/(1+e^(-x))", "right")
	e.Screen = "sigmoid/forms"
	add(t, j, e)
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	s := journal.Read(path, numbered).State()
	if len(s.Events("sigmoid/forms")) != 2 || len(s.Events("sigmoid/4")) != 0 {
		t.Errorf("%d answers by ID, %d by number", len(s.Events("sigmoid/forms")), len(s.Events("sigmoid/4")))
	}
	if s := journal.Read(path, nil).State(); len(s.Events("sigmoid/4")) != 1 || len(s.Events("sigmoid/forms")) != 1 {
		t.Error("the record itself was changed")
	}
}

const good = `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"done","lesson":"sigmoid","screen":"sigmoid/1"}`

func TestTornAndForeignLines(t *testing.T) {
	for _, bad := range []string{
		`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"answ`,
		`hello`,
		`{"v":2,"at":"2026-01-02T03:04:05Z","kind":"done","lesson":"a","screen":"a/1"}`,
		`{"v":1,"at":"2026-01-02T03:04:05Z","kind":"done","lesson":"a"}`,
		`[1,2]`, `{}`, `null`, "\x00\x00\x00", good + good,
	} {
		path := filepath.Join(t.TempDir(), "journal.jsonl")
		before := good + "\n" + bad
		if err := os.WriteFile(path, []byte(before), 0o600); err != nil {
			t.Fatal(err)
		}
		j := open(t, path)
		notices := j.Notices()
		if len(notices) != 1 || !strings.HasPrefix(notices[0], "1 line of the record cannot be read") {
			t.Errorf("%q: notices %q", bad, notices)
		}
		if !j.State().Finished("sigmoid/1") {
			t.Errorf("%q: the good line was lost", bad)
		}
		add(t, j, event(journal.Opened, "", ""))
		after, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(after), before+"\n{") {
			t.Errorf("%q: the file was rewritten: %q", bad, after)
		}
		if aside, _ := os.ReadFile(path + ".set-aside"); string(aside) != bad+"\n" {
			t.Errorf("%q: set aside %q", bad, aside)
		}
		again := open(t, path)
		if n := again.Notices(); len(n) != 0 {
			t.Errorf("%q: said twice: %q", bad, n)
		}
		if _, _, _, running := again.State().Running("sigmoid/4"); !running {
			t.Errorf("%q: what came after it was lost", bad)
		}
	}
}

func TestUnwritable(t *testing.T) {
	dir := t.TempDir()
	blocked := filepath.Join(dir, "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(blocked, "journal.jsonl"), dir, "/dev/full"} {
		if _, err := os.Stat(path); err != nil && path == "/dev/full" {
			continue // no device here that is always full
		}
		j := journal.Open(path, clock, nil)
		first := j.Append(event(journal.Opened, "", ""))
		second := j.Append(event(journal.Answered, "x", "step"))
		if second != nil {
			t.Errorf("%s: the second failure is told again: %v (first %v)", path, second, first)
		}
		said := strings.Join(j.Notices(), "\n")
		if !strings.Contains(said, "Progress is not being saved: "+path) || strings.Count(said, "not being saved") != 1 {
			t.Errorf("%s: notices %q", path, said)
		}
		if _, _, lines, ok := j.State().Running("sigmoid/4"); !ok || len(lines) != 1 {
			t.Errorf("%s: the session does not go on", path)
		}
	}
}

func TestSavedLate(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(blocked, "journal.jsonl")
	j := journal.Open(path, clock, nil)
	_ = j.Append(event(journal.Opened, "", ""))
	_ = j.Append(event(journal.Answered, "x", "step"))
	if j.Saved() {
		t.Error("said to be saved where nothing can be")
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if err := j.Append(event(journal.Answered, "y", "step")); err != nil || !j.Saved() {
		t.Errorf("saved %v, error %v after the way was free", j.Saved(), err)
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if _, _, lines, _ := open(t, path).State().Running("sigmoid/4"); len(lines) != 2 {
		t.Errorf("lines in the file: %q, want x and y", lines)
	}
}

func TestTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	const windows, each = 4, 50
	var wg sync.WaitGroup
	for w := range windows {
		j := open(t, path)
		wg.Go(func() {
			for range each {
				if err := j.Append(event(journal.Answered, strings.Repeat(strconv.Itoa(w), 3000), "wrong")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	j := open(t, path)
	if n := len(j.State().Events("sigmoid/4")); n != windows*each || len(j.Notices()) != 0 {
		t.Errorf("%d events of %d", n, windows*each)
	}
}

func TestLongTextIsCut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	add(t, open(t, path), event(journal.Answered, strings.Repeat("é", 1<<20), "unreadable"))
	kept := open(t, path).State().Events("sigmoid/4")[0].Text
	if kept != strings.Repeat("é", 2048) {
		t.Errorf("kept %d bytes", len(kept))
	}
}

func TestPath(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_DATA_HOME", dir)
	if got := journal.Path(); got != filepath.Join(dir, "chainrule", "journal.jsonl") {
		t.Error(got)
	}
}

// TestReadings keeps which way an answer was read, but not a part of it.
func TestReadings(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	j := open(t, path)
	for _, read := range []string{"ln(1)/2", `ln(x)/"`, "σ(x)/2", "", strings.Repeat("x", 5000)} {
		e := event(journal.Answered, "ln 1/2", "wrong")
		e.Read = read
		add(t, j, e)
	}
	var got []string
	for _, e := range open(t, path).State().Events("sigmoid/4") {
		got = append(got, e.Read)
	}
	if want := []string{"ln(1)/2", `ln(x)/"`, "σ(x)/2", "", ""}; !reflect.DeepEqual(got, want) {
		t.Errorf("kept %q, want %q", got, want)
	}
}

// TestTried keeps what was tried out, in order, and lets it disturb no lesson; a program that knows no such event passes it over.
func TestTried(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	j := open(t, path)
	add(t, j,
		event(journal.Opened, "", ""),
		journal.Event{Kind: journal.Tried, Text: "x^2", Said: "d/dx(x^2) = 2x"},
		event(journal.Answered, "1", "wrong"),
		journal.Event{Kind: journal.Tried, Text: "a := 2"},
	)
	s := open(t, path).State()
	tried := s.Tried()
	if len(tried) != 2 || tried[0].Text != "x^2" || tried[0].Said != "d/dx(x^2) = 2x" || tried[1].Text != "a := 2" {
		t.Errorf("tried was %+v", tried)
	}
	if s.LastLesson() != "sigmoid" || len(s.Events("sigmoid/4")) != 1 || s.Attempts("") != 0 {
		t.Errorf("the lesson was disturbed: %+v", s)
	}
}
