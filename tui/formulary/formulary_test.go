package formulary_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/mathcore/typeset"
	"chainrule/tui/account"
	"chainrule/tui/formulary"
	"chainrule/tui/session"
)

func now() time.Time { return time.Date(2026, 3, 14, 15, 9, 26, 0, time.UTC) }

func sitting(t *testing.T) *session.Session {
	t.Helper()
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), now, c.Numbered)
	t.Cleanup(func() { _ = j.Close() })
	return session.New(c, j)
}

// derive brings a derivation to its end by its own lines.
func derive(t *testing.T, s *session.Session, id string) {
	t.Helper()
	screen, err := s.Course.Screen(id)
	if err != nil {
		t.Fatal(err)
	}
	a := s.Attempt(screen)
	a.Begin()()
	if save := a.Level(lessons.Free); save != nil {
		save()
	}
	for _, l := range screen.Question.(*lessons.Derive).Lines {
		_, save := a.Answer(typeset.Line(l.Tree))
		if save != nil {
			save()
		}
	}
	if !a.State().Finished {
		t.Fatalf("%s was not finished by its own lines", id)
	}
	a.Finish()()
}

// TestCard reads the card of each lesson: each has letters, each rule its formula, and a derivation stands on it once it is done.
func TestCard(t *testing.T) {
	s := sitting(t)
	for _, e := range s.Course.Lessons {
		c := formulary.Of(s, e.ID)
		if c.Lesson != e.Title || len(c.Groups) == 0 || c.Groups[0].Title != "Letters of this lesson" {
			t.Errorf("%s has no letters on its card", e.ID)
		}
		for _, g := range c.Groups {
			for _, r := range g.Rows {
				if r.Says == "" || r.Name == "" && len(r.Sides) == 0 || strings.HasPrefix(g.Title, "Rules") && r.Formula == "" {
					t.Errorf("%s, %s: %+v tells nothing", e.ID, g.Title, r)
				}
			}
		}
	}
	if rows := formulary.Results(s, account.Read(s)); len(rows) != 0 {
		t.Errorf("before anything was derived there are %d results", len(rows))
	}
	derive(t, s, "sigmoid/symmetry")
	rows := formulary.Results(s, account.Read(s))
	if len(rows) != 1 || rows[0].Line(typeset.Unicode) == "" || !strings.Contains(rows[0].Says, "by lines of your own, 14 March 2026") {
		t.Fatalf("the result is told as %+v", rows)
	}
	found := formulary.Of(s, "sigmoid").Among("symmetry")
	if len(found.Groups) != 1 || found.Groups[0].Title != "What you have derived" {
		t.Errorf("the result is not found on the card: %+v", found.Groups)
	}
}

// TestPrinted prints the card: without a record it has no rule and counts what is to come, with all it has them, and what was derived
// stands in front.
func TestPrinted(t *testing.T) {
	s := sitting(t)
	empty := formulary.Printed(s, account.Read(s), false)
	if strings.Contains(empty, "## ") || !strings.Contains(empty, "Still to come") {
		t.Errorf("an empty card is\n%s", empty)
	}
	if all := formulary.Printed(s, account.Read(s), true); !strings.Contains(all, "| quotient rule |") || !strings.Contains(all, "## Letters: Softmax") || strings.Contains(all, "Still to come") {
		t.Errorf("the whole card is\n%s", all)
	}
	derive(t, s, "sigmoid/symmetry")
	some := formulary.Printed(s, account.Read(s), false)
	if !strings.Contains(some, "## What you have derived") || !strings.Contains(some, "## Letters: The sigmoid") || strings.Contains(some, "## Letters: Softmax") {
		t.Errorf("after one derivation the card is\n%s", some)
	}
}

// TestWords says the sentence of a word in the notation of the screen, and as it is typed.
func TestWords(t *testing.T) {
	for _, g := range formulary.Of(sitting(t), "sigmoid-derivative").Groups {
		for _, r := range g.Rows {
			if r.Name != "vanishing gradients" {
				continue
			}
			book, typed := r.Words(typeset.Book), r.Words(typeset.Unicode)
			if !strings.Contains(book, "(1/4)⁵") || !strings.Contains(typed, "(1/4)^5") || typed != r.Says {
				t.Errorf("it says %q and %q", book, typed)
			}
			return
		}
	}
	t.Error("the word is not on the card")
}
