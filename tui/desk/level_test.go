package desk_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/tui/desk"
)

// TestLevelStays opens a derivation with records of all sorts: the level is the one that was chosen last, whatever is
// known, and what the record says of the skill is told as advice.
func TestLevelStays(t *testing.T) {
	const at = `"v":1,"at":"2026-01-02T03:04:05Z","lesson":"slope"`
	const met = `{` + at + `,"screen":"slope/1","kind":"done","skills":["SKILL"]}`
	const aided = `{` + at + `,"screen":"slope/1","kind":"done","skills":["SKILL"],"aided":true}`
	const unskilled = `{` + at + `,"screen":"slope/1","kind":"done"}`
	chosen := func(level string) string {
		return `{` + at + `,"screen":"slope/2","kind":"level","level":"` + level + `"}`
	}
	for _, row := range []struct {
		record []string
		level  lessons.Level
		advice desk.Advice
	}{
		{nil, lessons.Worked, desk.NoAdvice},
		{[]string{unskilled, unskilled}, lessons.Worked, desk.NoAdvice},
		{[]string{met}, lessons.Worked, desk.TryFaded},
		{[]string{aided, aided}, lessons.Worked, desk.TryFaded},
		{[]string{met, met}, lessons.Worked, desk.TryFree},
		{[]string{chosen("free")}, lessons.Free, desk.NoAdvice},
		{[]string{chosen("free"), aided}, lessons.Free, desk.NoAdvice},
		{[]string{met, met, chosen("faded")}, lessons.Faded, desk.TryFree},
		{[]string{met, met, chosen("free")}, lessons.Free, desk.NoAdvice},
		{[]string{met, chosen("free"), chosen("worked")}, lessons.Worked, desk.TryFaded},
	} {
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		d := sit(t, record)
		s := screen(t, d, "slope/5")
		text := strings.ReplaceAll(strings.Join(row.record, "\n")+"\n", "SKILL", s.Question.About().Skills[0])
		if err := os.WriteFile(record, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d = sit(t, record)
		for name, a := range map[string]*desk.Attempt{"opened": d.Attempt(s), "again": d.Fresh(s)} {
			if got := a.State().Level; got != row.level || a.Advice != row.advice {
				t.Errorf("%s with %q: %v, %q; want %v, %q", name, row.record, got, a.Advice.Say(), row.level, row.advice.Say())
			}
		}
	}
}

// TestShownLines has lines shown on each level, and comes back: the derivation stands as it was left, and when it is
// finished the record knows that it has to come again.
func TestShownLines(t *testing.T) {
	for _, level := range []lessons.Level{lessons.Worked, lessons.Faded, lessons.Free} {
		record := filepath.Join(t.TempDir(), "journal.jsonl")
		d := sit(t, record)
		s := screen(t, d, "slope/5")
		a := d.Attempt(s)
		a.SetLevel(level)
		keep(d.Keep(a.Event(journal.Event{Kind: journal.Leveled, Level: level.String()})))
		for shownLines := 1; !a.State().Finished; shownLines++ {
			for h, ok := a.Hint(); ok; h, ok = a.Hint() {
				keep(d.Keep(a.Event(journal.Event{Kind: journal.Hinted, Rung: h.Rung})))
			}
			f := a.Reveal()
			a.Last = &f
			keep(d.Keep(a.Revealed(&f)))
			if a.Shown() != shownLines {
				t.Fatalf("%v: %d lines are shown, want %d", level, a.Shown(), shownLines)
			}
			again := sit(t, record)
			if want, is := shown(a), shown(again.Attempt(screen(t, again, "slope/5"))); want != is {
				t.Errorf("%v: left as\n%s\nfound as\n%s", level, want, is)
			}
		}
		if done := a.Done(); !done.Aided || done.Shown != a.Shown() {
			t.Errorf("%v: the end is %+v", level, done)
		}
		keep(d.Keep(a.Done()))
		_ = sit(t, record).Look(func(state *journal.State) {
			if !state.Returns(s.ID) || state.Known(s.Question.About().Skills[0]) {
				t.Errorf("%v: it counts as known", level)
			}
		})
	}
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
		d := sit(t, record)
		a := d.Attempt(screen(t, d, "slope/5"))
		if s := a.State(); !s.Finished || s.Next != grade.Nothing || slices.ContainsFunc(s.Lines, func(l grade.Shown) bool { return l.Status == grade.Blank }) {
			t.Errorf("%s: %s", name, shown(a))
		}
	}
}
