package session_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// TestWarmUp finishes the first two lessons and asks on the next evenings what is offered before the third: two tasks of earlier
// lessons, a headline among them with lines left out; the same to whoever opens the same record at the same time; and none
// before the first lesson, nor once the third was begun.
func TestWarmUp(t *testing.T) {
	c, err := content.Course()
	check(t, err)
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	now := time.Date(2026, 3, 14, 20, 0, 0, 0, time.UTC)
	open := func() *session.Session {
		j := journal.Open(record, func() time.Time { return now }, nil)
		t.Cleanup(func() { _ = j.Close() })
		return session.New(c, j)
	}
	d := open()
	for _, e := range c.Lessons[c.First() : c.First()+2] {
		l, err := e.Lesson()
		check(t, err)
		for _, screen := range l.Screens {
			if screen.Question == nil {
				keep(t, d.Finish(screen))
			} else {
				keep(t, d.Task("", review.Task{Screen: screen, Level: lessons.Faded}).Finish())
			}
		}
	}
	third := c.Lessons[c.First()+2]
	for range 3 {
		now = now.Add(40 * time.Hour)
		tasks := d.WarmUp(third)
		if len(tasks) != 2 || tasks[0].Screen.ID != c.Headlines[0] || tasks[0].Level != lessons.Faded || tasks[0].Screen == tasks[1].Screen {
			t.Errorf("at %s: %+v", now, tasks)
		}
		if again := open().WarmUp(third); !reflect.DeepEqual(again, tasks) {
			t.Errorf("at %s another program offers %+v, this one %+v", now, again, tasks)
		}
	}
	if tasks := d.WarmUp(c.Lessons[c.First()]); len(tasks) > 0 {
		t.Errorf("before the first lesson: %+v", tasks)
	}
	l, err := third.Lesson()
	check(t, err)
	keep(t, d.Begin(l.Screens[0]))
	if tasks := d.WarmUp(third); len(tasks) > 0 {
		t.Errorf("after the lesson was begun: %+v", tasks)
	}
}
