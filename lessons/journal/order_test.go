package journal_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chainrule/lessons/journal"
)

// told returns all that a record amounts to, in a form that can be compared.
func told(s *journal.State, screens []string) string {
	var b strings.Builder
	fmt.Fprintln(&b, "last", s.LastLesson(), "level", s.Level())
	for _, e := range s.Ends() {
		fmt.Fprintf(&b, "end %+v\n", e)
	}
	for _, task := range []string{"", "review"} {
		for _, screen := range screens {
			key := journal.Place(task, screen)
			seed, level, lines, ok := s.Running(key)
			fmt.Fprintln(&b, key, s.Finished(key), s.Attempts(key), seed, level, lines, ok)
			for _, e := range s.Events(key) {
				fmt.Fprintf(&b, "  %+v\n", e)
			}
		}
	}
	for _, lesson := range []string{"a", "b"} {
		at, ok := s.Resume(lesson)
		fmt.Fprintln(&b, lesson, at, ok)
	}
	return b.String()
}

var someScreens = []string{"a/one", "a/two", "b/one"}

// someEvent draws what a learner may do.
func someEvent(t *rapid.T) journal.Event {
	screen := rapid.SampledFrom(someScreens).Draw(t, "screen")
	e := journal.Event{
		Kind: rapid.SampledFrom([]journal.Kind{
			journal.Opened, journal.Answered, journal.Hinted, journal.Revealed, journal.Leveled, journal.Undone, journal.Finished, journal.Reviewed,
		}).Draw(t, "kind"),
		Lesson: screen[:1], Screen: screen, Seed: rapid.Uint64Range(0, 3).Draw(t, "seed"),
		Text:  rapid.SampledFrom([]string{"", "x", "é\"\\"}).Draw(t, "text"),
		Level: rapid.SampledFrom([]string{"", "free"}).Draw(t, "level"), Verdict: rapid.SampledFrom([]string{"", "step", "wrong"}).Draw(t, "verdict"),
		Slip: rapid.SampledFrom([]string{"", "sign"}).Draw(t, "slip"), Rung: rapid.IntRange(0, 3).Draw(t, "rung"),
		Aided: rapid.Bool().Draw(t, "aided"),
	}
	if rapid.Bool().Draw(t, "task") {
		e.Task = "review"
	}
	if e.Kind == journal.Finished || e.Kind == journal.Reviewed {
		e.Skills = []string{"p", "q"}[:rapid.IntRange(0, 2).Draw(t, "skills")]
	}
	return e
}

// TestReplay does things in some windows after each other, with a clock that goes as it likes: what is read again is what
// the last window knew.
func TestReplay(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n), "journal.jsonl")
		now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
		live := ""
		for range rapid.IntRange(1, 4).Draw(t, "sittings") {
			j := journal.Open(path, func() time.Time { return now }, nil)
			if was := told(j.State(), someScreens); live != "" && was != live {
				t.Errorf("known\n%s\nread\n%s", live, was)
			}
			for range rapid.IntRange(0, 12).Draw(t, "events") {
				now = now.Add(time.Duration(rapid.IntRange(-50, 50).Draw(t, "hours")) * time.Hour)
				if err := j.Append(someEvent(t)); err != nil {
					t.Fatal(err)
				}
			}
			live = told(j.State(), someScreens)
			if err := j.Close(); err != nil {
				t.Error(err)
			}
		}
		if read := told(journal.Read(path, nil).State(), someScreens); read != live {
			t.Errorf("known\n%s\nread\n%s", live, read)
		}
	})
}

// TestInterleaved mixes what windows wrote at the same time in many ways, and writes some of it twice: the record amounts to
// the same.
func TestInterleaved(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n), "journal.jsonl")
		now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
		var open []*journal.Journal
		for range rapid.IntRange(2, 4).Draw(t, "windows") {
			j := journal.Open(path, func() time.Time { return now }, nil)
			defer func() { _ = j.Close() }()
			open = append(open, j)
			for range rapid.IntRange(0, 12).Draw(t, "events") {
				now = now.Add(time.Minute)
				if err := rapid.SampledFrom(open).Draw(t, "window").Append(someEvent(t)); err != nil {
					t.Fatal(err)
				}
			}
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Skip("nothing was written")
		}
		want := told(journal.Read(path, nil).State(), someScreens)
		windows, order := map[string][]string{}, []string{}
		for line := range strings.Lines(string(text)) {
			var e journal.Event
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatal(err)
			}
			windows[e.Window] = append(windows[e.Window], line)
			order = append(order, e.Window)
		}
		next := map[string]int{}
		var mixed strings.Builder
		for _, window := range rapid.Permutation(order).Draw(t, "order") {
			line := windows[window][next[window]]
			next[window]++
			mixed.WriteString(line)
			if rapid.IntRange(0, 9).Draw(t, "twice") == 0 {
				mixed.WriteString(line)
			}
		}
		other := filepath.Join(dir, fmt.Sprint(n), "mixed.jsonl")
		if err := os.WriteFile(other, []byte(mixed.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := told(journal.Read(other, nil).State(), someScreens); got != want {
			t.Errorf("as it was written\n%s\nmixed\n%s", want, got)
		}
	})
}

// TestOrder reads records by hand: the texts of the answers tell in which order they count.
func TestOrder(t *testing.T) {
	const rest = `"at":"2026-01-02T03:04:05Z","kind":"answer","lesson":"a","screen":"a/1","text":`
	mark := func(sitting int, window string, count int, text string) string {
		return fmt.Sprintf(`{"v":1,"sitting":%d,"window":%q,"count":%d,%s%q}`, sitting, window, count, rest, text)
	}
	old := func(text string) string { return fmt.Sprintf(`{"v":1,%s%q}`, rest, text) }
	for _, row := range []struct {
		lines []string
		want  string
		why   string
	}{
		{[]string{old("x"), old("y"), old("z")}, "x y z", "without marks, by line"},
		{[]string{mark(2, "a", 1, "x"), mark(1, "a", 1, "y")}, "y x", "by sitting"},
		{[]string{mark(1, "b", 1, "x"), mark(1, "a", 1, "y")}, "y x", "then by window"},
		{[]string{mark(1, "a", 2, "x"), mark(1, "a", 1, "y")}, "y x", "then by count"},
		{[]string{mark(1, "b", 1, "x"), mark(1, "a", 1, "y"), mark(1, "b", 2, "z"), mark(2, "a", 1, "w")}, "y x z w", "windows open together"},
		{[]string{mark(1, "a", 1, "x"), mark(2, "b", 1, "y"), mark(1, "a", 2, "z")}, "x z y", "a window that stayed open"},
		{[]string{old("x"), mark(1, "a", 1, "y")}, "x y", "an old record goes on"},
		{[]string{mark(1, "a", 1, "x"), old("y"), mark(2, "a", 1, "z")}, "x y z", "an old program writes between"},
		{[]string{mark(2, "a", 1, "x"), old("y"), mark(1, "a", 1, "z")}, "z x y", "and stays behind what it came after"},
		{[]string{mark(1, "a", 1, "x"), mark(1, "a", 2, "y"), mark(1, "a", 1, "x"), mark(1, "a", 2, "y")}, "x y", "twice is once"},
		{[]string{mark(1, "a", 1, "x"), mark(1, "a", 3, "z"), mark(1, "a", 2, "y"), mark(1, "a", 4, "w")}, "x y z w", "a line that the disk had lost"},
	} {
		path := filepath.Join(t.TempDir(), "journal.jsonl")
		if err := os.WriteFile(path, []byte(strings.Join(row.lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		j := journal.Read(path, nil)
		var got []string
		for _, e := range j.State().Events("a/1") {
			got = append(got, e.Text)
		}
		if all := strings.Join(got, " "); all != row.want || len(j.Notices()) > 0 {
			t.Errorf("%s: %s, want %s", row.why, all, row.want)
		}
	}
}

// TestNewer reads what a newer program may write: fields and kinds that are not known. Nothing is set aside, and what is known
// counts.
func TestNewer(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	const of = `"at":"2026-01-02T03:04:05Z","lesson":"sigmoid","screen":"sigmoid/1"`
	text := `{"v":1,"sitting":1,"window":"a","count":1,` + of + `,"kind":"dance","steps":[1,2]}
{"v":1,"sitting":1,"window":"a","count":2,"at":"2026-01-02T03:04:05Z","kind":"placed","skills":["p"]}
{"v":1,"sitting":1,"window":"a","count":3,` + of + `,"kind":"done","skills":["p"],"mood":{"good":true}}
`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	j := open(t, path)
	if said := j.Notices(); len(said) > 0 || !j.State().Finished("sigmoid/1") || len(j.State().Ends()) != 1 {
		t.Errorf("notices %q, ends %v", said, j.State().Ends())
	}
	add(t, j, event(journal.Opened, "", ""))
	if after, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(after), text+`{"v":1,"sitting":2,"window":"`) {
		t.Errorf("the record is %s", after)
	}
}

// TestTask asks a screen for a review while its derivation is under way in the lesson: neither disturbs the other.
func TestTask(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	add(t, j, event(journal.Opened, "", ""), event(journal.Answered, "x", "step"))
	other := journal.Event{Kind: journal.Opened, Lesson: "entropy", Screen: "entropy/coin"}
	add(t, j, other)
	for _, e := range []journal.Event{
		event(journal.Opened, "", ""), event(journal.Answered, "y", "wrong"), event(journal.Hinted, "", ""), event(journal.Reviewed, "", ""),
	} {
		e.Task, e.Seed, e.Aided = "review", 5, true
		switch e.Kind {
		case journal.Answered:
			e.Slip = "sign"
		case journal.Hinted:
			e.Rung = 2
		case journal.Reviewed:
			e.Skills = []string{"exp-algebra"}
		case journal.Opened, journal.Revealed, journal.Leveled, journal.Undone, journal.Finished, journal.Erased, journal.Tried, journal.Placed, journal.Examined:
		}
		add(t, j, e)
	}
	s := j.State()
	if _, _, lines, ok := s.Running("sigmoid/4"); !ok || !reflect.DeepEqual(lines, []string{"x"}) || s.Finished("sigmoid/4") || s.LastLesson() != "entropy" {
		t.Errorf("the lesson was disturbed: %v %v, last %s", lines, ok, s.LastLesson())
	}
	key := journal.Place("review", "sigmoid/4")
	if s.Attempts(key) != 1 || !s.Finished(key) || len(s.Events(key)) != 2 {
		t.Errorf("the review is lost: %v", s.Events(key))
	}
	want := journal.End{
		At: clock().Truncate(time.Millisecond), Lesson: "sigmoid", Screen: "sigmoid/4", Task: "review", Seed: 5, Level: "free", Skills: []string{"exp-algebra"},
		Aided: true, Rung: 2, Slips: []string{"sign"},
	}
	if ends := s.Ends(); len(ends) != 1 || !reflect.DeepEqual(ends[0], want) {
		t.Errorf("ends %+v, want %+v", ends, want)
	}
}

// TestSlipsOfEnds finds the false line of somebody else, which has a slip in it, and mends it wrongly: only that slip is the
// learner's.
func TestSlipsOfEnds(t *testing.T) {
	j := open(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	for _, e := range []journal.Event{
		{Kind: journal.Opened},
		{Kind: journal.Answered, Text: "2", Verdict: "step", Slip: "chain-factor"},
		{Kind: journal.Answered, Text: "-x", Verdict: "wrong", Slip: "sign"},
		{Kind: journal.Answered, Text: "x", Verdict: "right", Slip: "sum-part"},
		{Kind: journal.Finished},
	} {
		e.Lesson, e.Screen = "sigmoid", "sigmoid/false-line"
		add(t, j, e)
	}
	if ends := j.State().Ends(); len(ends) != 1 || !reflect.DeepEqual(ends[0].Slips, []string{"sign"}) {
		t.Errorf("ends %+v", ends)
	}
}
