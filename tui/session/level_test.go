package session_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// TestLevelStays opens a derivation with records of all sorts: the level is the one that was chosen last, whatever is
// known, and what the record says of the skill is told as advice.
func TestLevelStays(t *testing.T) {
	const at = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope"`
	const met = `{` + at + `,"screen":"slope/1","kind":"done","skills":["SKILL"]}`
	const other = `{"v":1,"at":"2026-01-04T03:04:05Z","lesson":"slope","screen":"slope/3","kind":"done","skills":["SKILL"]}`
	const aided = `{` + at + `,"screen":"slope/1","kind":"done","skills":["SKILL"],"aided":true}`
	const shown = `{` + at + `,"screen":"slope/1","kind":"done","skills":["SKILL"],"aided":true,"shown":2}`
	const unskilled = `{` + at + `,"screen":"slope/1","kind":"done"}`
	chosen := func(level string) string {
		return `{` + at + `,"screen":"slope/2","kind":"level","level":"` + level + `"}`
	}
	for _, row := range []struct {
		record []string
		level  lessons.Level
		advice session.Advice
	}{
		{nil, lessons.Worked, session.NoAdvice},
		{[]string{unskilled, unskilled}, lessons.Worked, session.NoAdvice},
		{[]string{met}, lessons.Worked, session.TryFaded},
		{[]string{aided, aided}, lessons.Worked, session.TryFaded},
		{[]string{shown}, lessons.Worked, session.NoAdvice},
		{[]string{met, shown}, lessons.Worked, session.NoAdvice},
		{[]string{shown, met}, lessons.Worked, session.TryFaded},
		{[]string{met, met}, lessons.Worked, session.TryFaded},
		{[]string{met, other}, lessons.Worked, session.TryFree},
		{[]string{chosen("free")}, lessons.Free, session.NoAdvice},
		{[]string{chosen("free"), aided}, lessons.Free, session.NoAdvice},
		{[]string{met, other, chosen("faded")}, lessons.Faded, session.TryFree},
		{[]string{met, other, chosen("free")}, lessons.Free, session.NoAdvice},
		{[]string{met, chosen("free"), chosen("worked")}, lessons.Worked, session.TryFaded},
	} {
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		d := openSession(t, record)
		s := screen(t, d, "slope/5")
		text := strings.ReplaceAll(strings.Join(row.record, "\n")+"\n", "SKILL", s.Question.About().Skills[0])
		if err := os.WriteFile(record, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d = openSession(t, record)
		for name, a := range map[string]*session.Attempt{"opened": d.Attempt(s), "again": d.Fresh(s)} {
			if got := a.State().Level; got != row.level || a.Advice() != row.advice {
				t.Errorf("%s with %q: %v, %q; want %v, %q", name, row.record, got, a.Advice().Say(), row.level, row.advice.Say())
			}
		}
	}
}

// TestShownLines has lines shown on each level, and comes back: the derivation stands as it was left, and when it is
// finished the record knows that it has to come again.
func TestShownLines(t *testing.T) {
	for _, level := range []lessons.Level{lessons.Worked, lessons.Faded, lessons.Free} {
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		d := openSession(t, record)
		s := screen(t, d, "slope/5")
		a := d.Attempt(s)
		keep(t, a.Level(level))
		shownLines := 0
		for ; !a.State().Finished; shownLines++ {
			for help := (session.Help{}); help.Shown == nil; {
				var save session.Save
				help, save = a.Help()
				keep(t, save)
				if help.Hint == nil && help.Shown == nil {
					t.Fatalf("%v: there is no help after %d lines were shown", level, shownLines)
				}
			}
			again := openSession(t, record)
			if want, is := shown(a), shown(again.Attempt(screen(t, again, "slope/5"))); want != is {
				t.Errorf("%v: left as\n%s\nfound as\n%s", level, want, is)
			}
		}
		keep(t, a.Finish())
		if done := lastEvent(t, record); done.Kind != journal.Finished || !done.Aided || done.Shown != shownLines {
			t.Errorf("%v: after %d lines were shown the end is %+v", level, shownLines, done)
		}
		want := map[lessons.Level]string{lessons.Worked: "The rules of its lines were shown, with ", lessons.Faded: "Its lines were shown, with ", lessons.Free: "Its lines were shown, with "}
		entry, _ := d.Course.Entry("slope")
		if r, err := d.Report(entry); err != nil || !strings.HasPrefix(r.Proofs[0].How(), want[level]) {
			t.Errorf("%v: %v, it is told as %q", level, err, r.Proofs[0].How())
		}
		_ = openSession(t, record).Know(func(k session.Knowledge) {
			if skill, _ := k.Skill(s.Question.About().Skills[0], k.Now); skill.Mastery != review.Met || skill.Asked != 1 {
				t.Errorf("%v: it counts as %v, asked %d times", level, skill.Mastery, skill.Asked)
			}
		})
	}
}

// lastEvent reads the last line of a record.
func lastEvent(t *testing.T, record string) journal.Event {
	t.Helper()
	text, err := os.ReadFile(record)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	var e journal.Event
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// TestShownOfOld opens records in which the rest of a derivation was shown at once, and in which one was finished with lines
// that are taken otherwise now: both are finished.
func TestShownOfOld(t *testing.T) {
	const at = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope","screen":"slope/5","level":"faded",`
	hints := `{` + at + `"kind":"hint","rung":1}` + "\n" + `{` + at + `"kind":"hint","rung":2}` + "\n" + `{` + at + `"kind":"hint","rung":3}` + "\n"
	for name, text := range map[string]string{
		"shown": hints + `{` + at + `"kind":"reveal","verdict":"revealed"}`,
		"goal":  `{` + at + `"kind":"answer","text":"e^-x/(1+e^-x)^2","verdict":"step"}`,
	} {
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		text = `{` + at + `"kind":"level"}` + "\n" + text + "\n" + `{` + at + `"kind":"done","aided":true}` + "\n"
		if err := os.WriteFile(record, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d := openSession(t, record)
		a := d.Attempt(screen(t, d, "slope/5"))
		if s := a.State(); !s.Finished || s.Next != grade.Nothing || slices.ContainsFunc(s.Lines, func(l grade.Shown) bool { return l.Status == grade.Blank }) {
			t.Errorf("%s: %s", name, shown(a))
		}
	}
}
