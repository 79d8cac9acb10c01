package session_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/tui/session"
)

// gone are the questions that are retired: they asked in letters that the course has no more.
var gone = []string{"linear-regression/penalty", "whole-way/penalty"}

// TestNumbered reads testdata/numbered.jsonl, a record from the time when screens had numbers, in which every screen of the
// course was opened and every question answered once, most of them rightly. It must be found again at the same screens when
// the screens of all lessons stand in another order.
func TestNumbered(t *testing.T) {
	here, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	turned, err := lessons.Load(turnedRound(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	events := numberedEvents(t)
	now, moved := recalled(t, here), recalled(t, turned)
	at := map[string]string{}
	for i, e := range events {
		id, known := here.Numbered[e.Screen]
		if !known {
			t.Fatalf("%s has no ID", e.Screen)
		}
		at[e.Lesson] = id
		if slices.Contains(gone, id) {
			if _, err := here.Screen(id); err == nil {
				t.Fatalf("%s is here", id)
			}
			continue
		}
		was, err := here.Screen(id)
		is, also := turned.Screen(id)
		if err != nil || also != nil || was.ID != id || is.Title != was.Title {
			t.Fatalf("%s is lost as %s", e.Screen, id)
		}
		var finished, finishedMoved bool
		_ = now.Look(func(s *journal.State) { finished = s.Finished(id) })
		_ = moved.Look(func(s *journal.State) { finishedMoved = s.Finished(id) })
		if finished != finishedMoved || e.Kind == journal.Finished && !finished {
			t.Errorf("%s: finished %v, when it was moved %v", e.Screen, finished, finishedMoved)
		}
		again := func(later journal.Event) bool { return later.Kind == journal.Opened && later.Screen == e.Screen }
		if e.Kind != journal.Answered || slices.ContainsFunc(events[i:], again) {
			continue
		}
		a, b := now.Attempt(was), moved.Attempt(is)
		if a.Last() == nil || a.Last().Typed != e.Text || shown(a) != shown(b) {
			t.Errorf("%s was answered %q; it is found as\n%s\nwhen it was moved as\n%s", e.Screen, e.Text, shown(a), shown(b))
		}
		if good := []string{"right", "step"}; slices.Contains(good, e.Verdict) && !slices.Contains(good, b.Last().Kind.String()) {
			t.Errorf("%s was answered %s; now that is %s", e.Screen, e.Verdict, b.Last().Kind)
		}
	}
	all, err := turned.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		if at[l.ID] == "" {
			continue // it came later
		}
		var resumed string
		_ = moved.Look(func(s *journal.State) { resumed, _ = s.Resume(l.ID) })
		if s, err := turned.Screen(at[l.ID]); err != nil || resumed != at[l.ID] || s.ID != resumed {
			t.Errorf("%s goes on at %q, want %q", l.ID, resumed, at[l.ID])
		}
	}
}

func numberedEvents(t *testing.T) []journal.Event {
	t.Helper()
	text, err := os.ReadFile("testdata/numbered.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var all []journal.Event
	for line := range strings.Lines(string(text)) {
		var e journal.Event
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// recalled sits down to a course with a copy of the record.
func recalled(t *testing.T, c *lessons.Course) *session.Session {
	t.Helper()
	text, err := os.ReadFile("testdata/numbered.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(record, text, 0o600); err != nil {
		t.Fatal(err)
	}
	j := journal.Open(record, func() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }, c.Numbered)
	t.Cleanup(func() { _ = j.Close() })
	return session.New(c, j)
}

var question = regexp.MustCompile("(?ms)^```(formula|number|choice|derive|spot|lab)\n.*?^```\n")

// turnedRound returns the course with the screens of each lesson in the reverse order, and its questions for practice too.
func turnedRound(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(content.Files, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(content.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, ".md") {
			text = []byte(turn(claims.ReplaceAllString(string(text), "")))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return files
}

// claims are what proves the words of a screen. They may speak of labs on screens before it.
var claims = regexp.MustCompile("(?ms)^```claims\n.*?^```\n")

func turn(lesson string) string {
	body, review, _ := strings.Cut(lesson, "\n# Review\n")
	screens := strings.Split(body, "\n## ")
	slices.Reverse(screens[1:])
	var variants []string
	from := 0
	for _, at := range question.FindAllStringIndex(review, -1) {
		variants = append(variants, review[from:at[1]])
		from = at[1]
	}
	slices.Reverse(variants)
	return fmt.Sprintf("%s\n\n# Review\n%s\n", strings.Join(screens, "\n\n## "), strings.Join(variants, "\n"))
}
