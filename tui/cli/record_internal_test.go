package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"chainrule/lessons/content"
	"chainrule/lessons/journal"
)

// evening is when the records of the tests are looked at.
var evening = time.Date(2026, 1, 9, 20, 0, 0, 0, time.UTC)

func recordAt(t *testing.T, path string, now time.Time) recordJSON {
	t.Helper()
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	record := journal.Read(path, course.Numbered)
	if said := record.Notices(); len(said) > 0 {
		t.Errorf("%s: %q", path, said)
	}
	return recordOf(course, record.State(), now)
}

// TestRecord reads a record of a few evenings, half of it from before events had marks, and tells it to people and programs.
func TestRecord(t *testing.T) {
	const values = `"lesson":"sigmoid","screen":"sigmoid/values","seed":`
	const use = `"lesson":"sigmoid","screen":"sigmoid/use","seed":`
	text := strings.Join([]string{
		`{"v":1,"at":"2026-01-05T20:00:00Z","kind":"open","lesson":"sigmoid","screen":"sigmoid/squash"}`,
		`{"v":1,"at":"2026-01-05T20:01:00Z","kind":"done","lesson":"sigmoid","screen":"sigmoid/squash"}`,
		`{"v":1,"at":"2026-01-05T20:02:00Z","kind":"open",` + values + `0}`,
		`{"v":1,"at":"2026-01-05T20:03:00Z","kind":"answer",` + values + `0,"text":"0.0041","verdict":"right"}`,
		`{"v":1,"at":"2026-01-05T20:03:00Z","kind":"done",` + values + `0,"skills":["sigmoid-value"]}`,
		`{"v":1,"sitting":1,"window":"a","count":1,"at":"2026-01-06T20:00:00Z","kind":"open",` + use + `0}`,
		`{"v":1,"sitting":1,"window":"a","count":2,"at":"2026-01-06T20:01:00Z","kind":"answer",` + use + `0,"text":"-0.8808","verdict":"wrong","slip":"sign"}`,
		`{"v":1,"sitting":1,"window":"a","count":3,"at":"2026-01-06T20:02:00Z","kind":"answer",` + use + `0,"text":"0.1192","verdict":"right"}`,
		`{"v":1,"sitting":1,"window":"a","count":4,"at":"2026-01-06T20:02:00Z","kind":"done",` + use + `0,"skills":["sigmoid-symmetry"],"aided":true}`,
		`{"v":1,"sitting":2,"window":"a","count":1,"at":"2026-01-08T20:00:00Z","kind":"reviewed","task":"review",` + values + `1,"skills":["sigmoid-value"]}`,
	}, "\n") + "\n"
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r := recordAt(t, path, evening)
	lines := strings.Join(r.told.Lines(lineWidth), "\n") + "\n"
	var markdown strings.Builder
	r.markdown(&markdown)
	for _, want := range []string{
		"Due now: 1 skill; then 1 in 10 days.\n\n0. Tools: optional, 4 new skills\n1. The sigmoid: begun, 3 of 12 screens, 1 of 7 skills known, 1 due\n",
		"\n   met     79 %  due now            use g(−x) = 1 − g(x)\n" +
			"   new                              go from a probability back to the score\n",
		"\n   known   98 %  in 10 days         compute g at a number and judge its size in\n                                    advance\n",
		"\n2. Its derivative: not begun, 4 new skills\n",
		"\nStudy: 3 days, with the number of questions that came to their end.\n   week of 5 January 2026: Mon 1, Tue 1, Thu 1\n",
		"\nSlips, those that explained most wrong answers first:\n   once, last on 6 January 2026: a sign",
	} {
		if !strings.Contains(lines, want) {
			t.Errorf("the record is told as\n%s\nwithout\n%s", lines, want)
		}
	}
	if want := "\n\n- known, in 10 days: compute g at a number and judge its size in advance\n- met, due now: use g(−x) = 1 − g(x)\n"; !strings.HasSuffix(markdown.String(), want) {
		t.Errorf("as Markdown it ends with\n%s\nwant\n%s", markdown.String(), want)
	}
	out, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`{"due":1,"coming":[1,0,0,0,0,0,0,0,0,1,0,0,0,0],"lessons":[{"id":"tools","title":"Tools","finished":0,"screens":18,"optional":true,"resume":"","state":"not begun","skills":13,"known":0,"due":[]},{"id":"sigmoid","title":"The sigmoid","finished":3,"screens":12,"optional":false,"resume":"sigmoid/use","state":"begun","skills":7,"known":1,"due":["sigmoid-symmetry"]},`,
		`"state":"known","lesson":"sigmoid","asked":2,"row":2,"slips":0,"is_due":false,"look":false,"fading":false,"memory":{"recall":0.989,"stability":10.74,"difficulty":5.27,"last":"2026-01-08T20:00:00Z","due":"2026-01-19T13:`,
		`"state":"met","lesson":"sigmoid","asked":1,"row":0,"slips":1,"is_due":true,"look":false,"fading":false,"memory":{"recall":0.7`,
		`"state":"new","lesson":"sigmoid","asked":0,"row":0,"slips":0,"is_due":false,"look":false,"fading":false,"memory":null}`,
		`"times":1,"last":"2026-01-06T20:02:00Z","skills":["sigmoid-symmetry"]}]`,
		`"days":[{"date":"2026-01-05","questions":1},{"date":"2026-01-06","questions":1},{"date":"2026-01-08","questions":1}],"derivations":[]}`,
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("as JSON it is\n%s\nwithout\n%s", out, want)
		}
	}
}

// TestOldRecord reads the record of somebody who opened every screen when screens had numbers, and finished about half.
func TestOldRecord(t *testing.T) {
	r := recordAt(t, "../session/testdata/numbered.jsonl", evening)
	begun, done := 0, 0
	for _, l := range r.Lessons {
		if done += l.Finished; l.State != "not begun" {
			begun++
		}
	}
	if begun != 9 || done < 40 || len(r.Days) == 0 {
		t.Errorf("%d lessons begun, %d screens finished, %d days of study", begun, done, len(r.Days))
	}
}
