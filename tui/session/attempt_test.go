package session_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
	"chainrule/tui/session"
)

func openSession(t *testing.T, record string) *session.Session {
	t.Helper()
	c, err := lessons.Load(os.DirFS("../testdata/course"), nil)
	if err != nil {
		t.Fatal(err)
	}
	j := journal.Open(record, func() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }, nil)
	t.Cleanup(func() { _ = j.Close() })
	return session.New(c, j)
}

func screen(t *testing.T, d *session.Session, id string) *lessons.Screen {
	t.Helper()
	s, err := d.Course.Screen(id)
	if err != nil {
		t.Fatalf("there is no screen %s", id)
	}
	return s
}

// keep saves what was done, if there is something to save.
func keep(t *testing.T, save session.Save) {
	t.Helper()
	if save == nil {
		return
	}
	if notice := save(); notice != "" {
		t.Fatal(notice)
	}
}

// TestReplay plays attempts, leaves in the midst and comes back: everything must be as it was left, though hardly
// anything is judged again.
func TestReplay(t *testing.T) {
	for name, play := range map[string]struct {
		screen  string
		level   lessons.Level
		answers []string
	}{
		"free": {"slope/5", lessons.Free, []string{
			"-(1+e^-x)^-2 * d/dx(1+e^-x)", "x", "1/0", ")(", "-(1+e^-x)^-2 * d/dx(1+e^-x)", "-(1+e^-x)^-2 * (-e^-x)", "17",
		}},
		"faded": {"slope/5", lessons.Faded, []string{"x", "-1*(1+e^(-x))^(-2)*(e^(-x)*(-1))", "e^x"}},
		"readings": {"slope/5", lessons.Free, []string{
			"-(1+e^-x)^-2 * d/dx 1+e^-x", "-(1+e^-x)^-2 * (-e^-x) + ln 1/2", "ln 1/3", "e^-x * (1+e^-x)^-2 + ln 1/3", "x", "ln 1/2",
		}},
		"choice": {"slope/4", lessons.Worked, []string{"1", "9"}},
		"number": {"slope/3", lessons.Worked, []string{"7", "e", "0.16001"}},
		"spot":   {"slope/6", lessons.Worked, []string{"1", "3", "2", "-(1+e^(-x))^(-2)*e^(-x)"}},
	} {
		t.Run(name, func(t *testing.T) {
			record := filepath.Join(t.TempDir(), "journal.jsonl")
			d := openSession(t, record)
			s := screen(t, d, play.screen)
			a := d.Attempt(s)
			keep(t, a.Begin())
			if play.level != lessons.Worked {
				keep(t, a.Level(play.level))
			}
			for _, text := range play.answers {
				_, save := a.Answer(text)
				keep(t, save)
			}
			_, save := a.Help()
			keep(t, save)
			again := openSession(t, record)
			got := again.Attempt(screen(t, again, play.screen))
			if want, is := shown(a), shown(got); want != is {
				t.Errorf("left as\n%s\nfound as\n%s", want, is)
			}
			if !reflect.DeepEqual(got.Typed(), a.Typed()) {
				t.Errorf("typed %q, remembered %q", a.Typed(), got.Typed())
			}
		})
	}
}

// TestUndoForgets takes back a line after a wrong one. What was said to that one must be gone as it is when the attempt is taken up
// again, or a picture and another reading would be given of an answer to a line that stands there no more.
func TestUndoForgets(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	d := openSession(t, record)
	a := d.Attempt(screen(t, d, "slope/5"))
	keep(t, a.Begin())
	keep(t, a.Level(lessons.Free))
	for _, text := range []string{"-(1+e^-x)^-2 * d/dx(1+e^-x)", "x"} {
		_, save := a.Answer(text)
		keep(t, save)
	}
	if f := a.Last(); f == nil || f.Kind != grade.Wrong {
		t.Fatalf("what was said last is %+v", f)
	}
	save, ok := a.Undo()
	if !ok {
		t.Fatal("there is no line to take back")
	}
	keep(t, save)
	again := openSession(t, record)
	if want, is := shown(a), shown(again.Attempt(screen(t, again, "slope/5"))); want != is {
		t.Errorf("left as\n%s\nfound as\n%s", want, is)
	}
}

// shown writes what a learner sees of an attempt.
func shown(a *session.Attempt) string {
	s := a.State()
	var b strings.Builder
	fmt.Fprintf(&b, "next %v level %v tries %d wrong %d hints %d finished %v\n", s.Next, s.Level, s.Tries, s.Wrongs, s.HintsTaken, s.Finished)
	for _, l := range s.Lines {
		fmt.Fprintf(&b, "%v %s %v %v %s\n", l.Status, l.Source, l.Rules, l.Several, l.Note.Plain())
		if l.Tree != nil {
			fmt.Fprintln(&b, typeset.Line(l.Tree))
		}
	}
	for _, h := range s.Hints {
		fmt.Fprintf(&b, "hint %s\n", h.Say.Plain())
	}
	if f := a.Last(); f != nil {
		fmt.Fprintf(&b, "said %v %s as %s\n", f.Kind, f.Typed, f.Read)
	}
	return b.String()
}

// TestNothingIsJudgedAgain opens a derivation of many recorded lines that no judge would accept: they must stand there as
// they were found then, with their rules, and only the last answer may be judged once more.
func TestNothingIsJudgedAgain(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	var text strings.Builder
	const where = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope","screen":"slope/5","level":"free"`
	fmt.Fprintf(&text, `{%s,"kind":"open"}`+"\n"+`{%s,"kind":"level"}`+"\n", where, where)
	const lines = 3000
	for i := range lines {
		fmt.Fprintf(&text, `{%s,"kind":"answer","text":"x+%d","verdict":"step","rules":["collect"]}`+"\n", where, i)
	}
	fmt.Fprintf(&text, `{%s,"kind":"answer","text":"x+17.5","verdict":"wrong"}`+"\n", where)
	if err := os.WriteFile(record, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	d := openSession(t, record)
	a := d.Attempt(screen(t, d, "slope/5"))
	s := a.State()
	if len(s.Lines) != lines+1 || s.Tries != lines+1 || s.Wrongs != 1 {
		t.Fatalf("%d lines, %d tries, %d wrong", len(s.Lines), s.Tries, s.Wrongs)
	}
	if l := s.Lines[lines]; l.Source != fmt.Sprintf("x+%d", lines-1) || l.Status != grade.Own || !reflect.DeepEqual(l.Rules, []rule.ID{rule.Collect}) {
		t.Errorf("the last line is %+v", l)
	}
}

// TestOldReadings opens a record that does not tell in which way a line was read: it is read so that it is true.
func TestOldReadings(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	const where = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope","screen":"slope/5","level":"free"`
	text := `{` + where + `,"kind":"level"}
{` + where + `,"kind":"answer","text":"-(1+e^-x)^-2*(-e^-x) + ln 1/2","verdict":"step","rules":["collect"]}
{` + where + `,"kind":"answer","text":"-(1+e^-x)^-2*(-e^-x) + ln 2*0","verdict":"step","rules":["collect"]}
{` + where + `,"kind":"answer","text":"x","verdict":"wrong"}
`
	if err := os.WriteFile(record, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := openSession(t, record)
	s := d.Attempt(screen(t, d, "slope/5")).State()
	if len(s.Lines) != 3 {
		t.Fatalf("%d lines", len(s.Lines))
	}
	for i, want := range []string{"-(1 + e^(-x))^(-2)*(-e^(-x)) + ln(1)/2", "-(1 + e^(-x))^(-2)*(-e^(-x)) + ln(2)*0"} {
		if got := typeset.Line(s.Lines[i+1].Tree); got != want {
			t.Errorf("line %d is %s, want %s", i+1, got, want)
		}
	}
}

// TestStaysFinished comes back to a question that was answered rightly when its numbers were others: it must not be open again.
func TestStaysFinished(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	const where = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope","screen":"slope/3"`
	text := `{` + where + `,"kind":"open"}
{` + where + `,"kind":"answer","text":"0.123","verdict":"right"}
{` + where + `,"kind":"done"}
`
	if err := os.WriteFile(record, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := openSession(t, record)
	if found := d.Attempt(screen(t, d, "slope/3")); !found.State().Finished {
		t.Errorf("found as\n%s", shown(found))
	}
}
