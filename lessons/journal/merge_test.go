package journal_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chainrule/lessons/journal"
)

// lines draws a record as it may stand in a file: sittings one after the other or at once, some of them of an older program that
// wrote no marks, with events of all kinds.
func lines(t *rapid.T) []string {
	now := time.Date(2026, 1, 1, 8, 0, 0, 0, time.UTC)
	var all []string
	for s := range rapid.IntRange(1, 6).Draw(t, "sittings") {
		old := s == 0 && rapid.Bool().Draw(t, "old")
		window := fmt.Sprintf("W%09d", rapid.IntRange(0, 999).Draw(t, "window"))
		if slices.ContainsFunc(all, func(l string) bool { return strings.Contains(l, window) }) {
			continue
		}
		sitting := 1 + s - rapid.IntRange(0, min(s, 1)).Draw(t, "at once")
		for i := range rapid.IntRange(1, 12).Draw(t, "events") {
			e := anyEvent(t)
			now = now.Add(time.Duration(rapid.IntRange(-5, 90).Draw(t, "minutes"))*time.Minute + time.Millisecond)
			e.Version, e.At = 1, now
			if !old {
				e.Stamp = journal.Stamp{Sitting: uint64(sitting), Window: window, Count: uint64(i + 1)}
			}
			line, err := json.Marshal(e)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, string(line))
		}
	}
	return all
}

// anyEvent draws an event without mark and time.
func anyEvent(t *rapid.T) journal.Event {
	lesson := rapid.SampledFrom([]string{"a", "b"}).Draw(t, "lesson")
	e := journal.Event{
		Kind: rapid.SampledFrom([]journal.Kind{
			journal.Opened, journal.Answered, journal.Answered, journal.Hinted, journal.Revealed, journal.Leveled, journal.Undone, journal.Finished,
			journal.Reviewed, journal.Erased, "of a newer program",
		}).Draw(t, "kind"),
		Lesson: lesson, Screen: lesson + "/" + rapid.SampledFrom([]string{"1", "2"}).Draw(t, "screen"),
		Text: rapid.SampledFrom([]string{"", "e^x", "\"\\", "ŷ", "<&>"}).Draw(t, "text"), Verdict: rapid.SampledFrom([]string{"step", "wrong", "right"}).Draw(t, "verdict"),
	}
	if e.Kind == journal.Reviewed {
		e.Task = "review"
	}
	if e.Kind == journal.Erased && rapid.Bool().Draw(t, "whole lesson") {
		e.Screen = ""
	}
	return e
}

func write(tb interface{ Fatal(...any) }, path string, all []string) {
	if err := os.WriteFile(path, []byte(strings.Join(append(slices.Clone(all), ""), "\n")), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// TestImports exports a record, cuts the copy into files that overlap and hold lines twice, and imports these in any order, some
// again: the state must be that of the record, and no event stand in the new one twice.
func TestImports(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		at := func(name string) string { return filepath.Join(dir, fmt.Sprint(n), name) }
		if err := os.MkdirAll(at(""), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, at("record"), lines(t))
		var copied bytes.Buffer
		events, left, err := journal.Export(at("record"), &copied)
		if err != nil || left > 0 {
			t.Fatalf("%d lines are left out: %v", left, err)
		}
		all := strings.Split(strings.TrimSuffix(copied.String(), "\n"), "\n")
		parts := [][]string{nil, nil, nil}
		for _, l := range all {
			first := rapid.IntRange(0, 2).Draw(t, "part")
			parts[first] = append(parts[first], l)
			if rapid.Bool().Draw(t, "also in another") {
				other := rapid.IntRange(0, 2).Draw(t, "other")
				parts[other] = append(parts[other], l)
			}
		}
		added := 0
		for _, i := range append(rapid.Permutation([]int{0, 1, 2}).Draw(t, "files"), 1) {
			part := rapid.Permutation(parts[i]).Draw(t, "lines")
			write(t, at("part"), part)
			m, err := journal.Import(at("new"), at("part"))
			if err != nil || m.Differing > 0 || m.Added+m.Had != len(part) {
				t.Fatalf("imported %+v of %d: %v", m, len(part), err)
			}
			added += m.Added
		}
		if added != events {
			t.Errorf("%d events were added, there are %d", added, events)
		}
		if want, got := amounts(at("record")), amounts(at("new")); want != got {
			t.Errorf("it amounts to\n%s, want\n%s", got, want)
		}
		again, _, err := exported(at("new"))
		if err != nil || again != copied.String() {
			t.Errorf("exported once more it is another: %v", err)
		}
	})
}

// amounts returns all that a record amounts to, but for the marks of its events.
func amounts(path string) string {
	return marks.ReplaceAllString(told(journal.Read(path, nil).State(), []string{"a/1", "a/2", "b/1", "b/2"}), "")
}

var marks = regexp.MustCompile(`Stamp:\{[^}]*\}`)

func exported(path string) (string, int, error) {
	var b strings.Builder
	_, left, err := journal.Export(path, &b)
	return b.String(), left, err
}

// TestImportOwn imports into a record what was exported from it, and the file itself as it is: nothing may be added.
func TestImportOwn(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		record, copied := filepath.Join(dir, "record"), filepath.Join(dir, "copy")
		write(t, record, lines(t))
		before, err := os.ReadFile(record)
		if err != nil {
			t.Fatal(err)
		}
		text, _, err := exported(record)
		if err != nil {
			t.Fatal(err)
		}
		write(t, copied, strings.Split(strings.TrimSuffix(text, "\n"), "\n"))
		for _, file := range []string{copied, record} {
			if m, err := journal.Import(record, file); err != nil || m.Added > 0 || m.Differing > 0 {
				t.Fatalf("imported %+v: %v", m, err)
			}
		}
		if after, err := os.ReadFile(record); err != nil || !bytes.Equal(before, after) {
			t.Errorf("the record was changed: %v", err)
		}
	})
}

// TestImportWorks goes on in a record after an import: the next event comes behind all of them.
func TestImportWorks(t *testing.T) {
	dir := t.TempDir()
	record, copied := filepath.Join(dir, "deep", "record"), filepath.Join(dir, "copy")
	write(t, copied, []string{`{"v":1,"sitting":9,"window":"A","count":1,"at":"2026-01-01T00:00:00Z","kind":"answer","lesson":"l","screen":"l/1","text":"one","verdict":"step"}`})
	if _, err := journal.Import(record, copied); err != nil {
		t.Fatal(err)
	}
	j := open(t, record)
	add(t, j, journal.Event{Kind: journal.Answered, Lesson: "l", Screen: "l/1", Text: "two", Verdict: "step"})
	if _, _, got, _ := open(t, record).State().Running("l/1"); !slices.Equal(got, []string{"one", "two"}) {
		t.Errorf("the lines are %q", got)
	}
}

// TestImportRefuses gives files that are none of ours: each is refused with the line and nothing is written.
func TestImportRefuses(t *testing.T) {
	const good = `{"v":1,"sitting":1,"window":"A","count":1,"at":"2026-01-01T00:00:00Z","kind":"open","lesson":"l","screen":"l/1"}`
	for _, row := range [][2]string{
		{`hello`, "this is no event of a record"},
		{`{"v":1}`, "this is no event of a record"},
		{`{"v":2,"kind":"open","screen":"l/1"}`, "the event is of a newer version of chainrule"},
		{good + good, "this is no event of a record"},
		{strings.Repeat("x", 1<<17), "the line is too long for an event"},
		{`{"v":1,"kind":"answer","lesson":"l","screen":"l/1","at":"2026-01-01T00:00:00Z","text":"` + strings.Repeat("x", 5000) + `"}`, "the answer in it is too long"},
		{strings.Replace(good, `"sitting":1`, `"sitting":18446744073709551615`, 1), "its place among the events (sitting, window, count) is none"},
		{strings.Replace(good, `"count":1`, `"count":999999999`, 1), "its place among the events (sitting, window, count) is none"},
		{strings.Replace(good, `"window":"A"`, `"window":"\u001b[2J"`, 1), "its place among the events (sitting, window, count) is none"},
		{strings.Replace(good, `"window":"A",`, ``, 1), "its place among the events (sitting, window, count) is none"},
	} {
		dir := t.TempDir()
		record, file := filepath.Join(dir, "record"), filepath.Join(dir, "copy")
		write(t, file, []string{good, "", row[0]})
		_, err := journal.Import(record, file)
		if want := file + ":3: " + row[1] + "; nothing was imported. "; err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.60s: %v, want %s", row[0], err, want)
		}
		if _, err := os.Stat(record); err == nil {
			t.Errorf("%.60s: a record was written", row[0])
		}
	}
}

// TestImportDiffers imports an event with the mark of another one: what stands in the record stays, and that is told.
func TestImportDiffers(t *testing.T) {
	dir := t.TempDir()
	record, file := filepath.Join(dir, "record"), filepath.Join(dir, "copy")
	const line = `{"v":1,"sitting":1,"window":"A","count":1,"at":"2026-01-01T00:00:00Z","kind":"open","lesson":"l","screen":"l/%d"}`
	write(t, record, []string{fmt.Sprintf(line, 1)})
	write(t, file, []string{fmt.Sprintf(line, 2), strings.Replace(fmt.Sprintf(line, 1), `"kind"`, ` "again":true, "kind"`, 1)})
	m, err := journal.Import(record, file)
	if want := (journal.Merged{Had: 1, Differing: 1}); err != nil || m != want {
		t.Errorf("imported %+v: %v", m, err)
	}
	if at, _ := journal.Read(record, nil).State().Resume("l"); at != "l/1" {
		t.Errorf("the place is %s", at)
	}
}

// TestTornRecord imports into a record whose last line has no end: it must spoil no other.
func TestTornRecord(t *testing.T) {
	dir := t.TempDir()
	record, file := filepath.Join(dir, "record"), filepath.Join(dir, "copy")
	if err := os.WriteFile(record, []byte(`{"v":1,"kind`), 0o600); err != nil {
		t.Fatal(err)
	}
	write(t, file, []string{`{"v":1,"kind":"open","lesson":"l","screen":"l/1","at":"2026-01-01T00:00:00Z"}`})
	if _, err := journal.Import(record, file); err != nil {
		t.Fatal(err)
	}
	if at, _ := journal.Read(record, nil).State().Resume("l"); at != "l/1" {
		t.Errorf("the place is %q", at)
	}
	if text, left, err := exported(record); err != nil || left != 1 || strings.Count(text, "\n") != 1 {
		t.Errorf("exported %q, %d left out: %v", text, left, err)
	}
}

// TestReset lets a lesson and one screen of another count as never done, their reviews included, and keeps what was there.
func TestReset(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	j := open(t, path)
	for _, at := range []string{"a/1", "a/2", "b/1", "b/2"} {
		lesson := at[:1]
		add(t, j, journal.Event{Kind: journal.Opened, Lesson: lesson, Screen: at}, journal.Event{Kind: journal.Finished, Lesson: lesson, Screen: at},
			journal.Event{Kind: journal.Reviewed, Lesson: lesson, Screen: at, Task: "review"})
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := journal.Reset(path, clock, nil, "b", "")
	if text, reading := os.ReadFile(kept); err != nil || reading != nil || !bytes.Equal(text, before) {
		t.Fatalf("kept as %s: %v, %v", kept, err, reading)
	}
	other, err := journal.Reset(path, clock, nil, "a", "a/2")
	if err != nil || other == kept {
		t.Fatalf("kept as %s: %v", other, err)
	}
	s := journal.Read(path, nil).State()
	var ends []string
	for _, e := range s.Ends() {
		ends = append(ends, e.Task+" "+e.Screen)
	}
	_, opened := s.Resume("b")
	if !slices.Equal(ends, []string{" a/1", "review a/1"}) || opened || s.LastLesson() != "" || s.Finished("b/1") || s.Finished("a/2") || !s.Finished("a/1") {
		t.Errorf("ends %q, opened %v, last %q", ends, opened, s.LastLesson())
	}
	all, err := journal.ResetAll(path, clock)
	if _, gone := os.Stat(path); err != nil || all == "" || !os.IsNotExist(gone) {
		t.Errorf("kept as %s: %v, %v", all, err, gone)
	}
	for _, reset := range []func() (string, error){
		func() (string, error) { return journal.Reset(path, clock, nil, "a", "") },
		func() (string, error) { return journal.ResetAll(path, clock) },
	} {
		if kept, err := reset(); kept != "" || err != nil {
			t.Errorf("without a record: %s, %v", kept, err)
		}
	}
}
