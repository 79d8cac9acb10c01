package session_test

import (
	"path/filepath"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// TestOptional goes through a course with an optional lesson: it is never the one to begin with or to go on with, but while
// somebody is in the midst of it; and the course is finished without it.
func TestOptional(t *testing.T) {
	c, err := content.Course()
	check(t, err)
	open := func() *session.Session {
		now := time.Date(2026, 3, 14, 20, 0, 0, 0, time.UTC)
		j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), func() time.Time { return now }, nil)
		t.Cleanup(func() { _ = j.Close() })
		return session.New(c, j)
	}
	finish := func(d *session.Session, e *lessons.Entry) {
		l, err := e.Lesson()
		check(t, err)
		for _, s := range l.Screens {
			keep(t, d.Finish(s))
		}
	}
	extra, ok := c.Numbering(0)
	if !ok || c.First() != 1 {
		t.Fatal("the course has no optional lesson before the first")
	}
	d := open()
	all, at := d.Overview()
	if at != 1 || all[0].Say(false) != "optional" || all[1].Say(true) != "next" {
		t.Errorf("at the start lesson %d is pointed at; the first two are %s and %s", at, all[0].Say(false), all[1].Say(true))
	}
	if r, err := d.Report(extra); err != nil || r.Number != 0 || r.Next != extra {
		t.Errorf("before it was finished the optional lesson goes on with %v: %v", r.Next, err)
	}
	l, err := extra.Lesson()
	check(t, err)
	keep(t, d.Begin(l.Screens[0]))
	if _, at := d.Overview(); at != 0 {
		t.Errorf("in the midst of it lesson %d is pointed at", at)
	}
	finish(d, extra)
	if r, err := d.Report(extra); err != nil || r.Next == nil || r.NextNumber != 1 {
		t.Errorf("after the optional lesson comes lesson %d: %v", r.NextNumber, err)
	}
	if _, at := d.Overview(); at != 1 {
		t.Errorf("after the optional lesson lesson %d is pointed at", at)
	}
	d = open()
	for _, e := range c.Lessons[1:] {
		finish(d, e)
	}
	r, err := d.Report(c.Lessons[len(c.Lessons)-1])
	if err != nil || r.Next != nil {
		t.Errorf("after all other lessons comes %v: %v", r.Next, err)
	}
	if _, at := d.Overview(); at != 1 {
		t.Errorf("after all other lessons lesson %d is pointed at", at)
	}
	if tasks := d.WarmUp(extra); len(tasks) > 0 {
		t.Errorf("before the optional lesson there is a warm-up: %v", tasks)
	}
}

// TestRefresh fails twice with a skill of which the optional lesson has a screen: that is told, not after the first time, and no
// more once a question on the skill was right at once. It is told at the end of the lesson, and of the question.
func TestRefresh(t *testing.T) {
	c, err := content.Course()
	check(t, err)
	j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), time.Now, nil)
	t.Cleanup(func() { _ = j.Close() })
	d := session.New(c, j)
	entry, _ := c.Entry("sigmoid")
	told := func() string {
		r, err := d.Report(entry)
		check(t, err)
		if r.Refresh == nil {
			return ""
		}
		return r.Refresh.ID + ": " + r.Refresh.Where()
	}
	for _, row := range []struct {
		screen  string
		answers []string
		want    string
	}{
		{"sigmoid/add-and-take-away", []string{"?", "(1+u-1)/(1+u)", "1-1/(1+u)"}, ""},
		{"sigmoid/false-line", []string{"2", "3", "1/(1+e^x)"}, "fraction-algebra: Lesson 0 has a screen on this: 0.1 A common denominator."},
		{"sigmoid/inside-out", []string{"e^(-2x)/(1+e^(-2x))"}, ""},
	} {
		a := d.Task("review", review.Task{Screen: screen(t, d, row.screen), Level: lessons.Free})
		answer(t, a, row.answers...)
		if got := told(); got != row.want {
			t.Errorf("after %s it is told %q, want %q", row.screen, got, row.want)
		}
		at := ""
		if r := d.Refresh(a.Screen); r != nil {
			at = r.ID + ": " + r.Where()
		}
		if at != row.want {
			t.Errorf("at the end of %s it is told %q, want %q", row.screen, at, row.want)
		}
	}
}
