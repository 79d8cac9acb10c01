package session_test

import (
	"path/filepath"
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// TestDerivations brings a derivation to its end twice, with a line taken back and one shown, and begins it a third time: it must be
// told once, as it was done the second time, with what the learner typed apart from what was shown.
func TestDerivations(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	d := openSession(t, record)
	s := screen(t, d, "slope/5")
	if _, ok := d.Derivation(s.ID); ok {
		t.Error("a derivation that was never done is told")
	}
	a := d.Attempt(s)
	keep(t, a.Begin())
	keep(t, a.Level(lessons.Free))
	_, save := a.Answer("-(1+e^-x)^-2 * (-e^-x)")
	keep(t, save)
	finish(t, a, "e^-x/(1+e^-x)^2")
	b := d.Task("review", review.Task{Screen: s, Seed: 5, Level: lessons.Free})
	keep(t, b.Begin())
	_, save = b.Answer("-(1+e^-x)^-2 * (d/dx 1 + d/dx e^-x)")
	keep(t, save)
	undo, ok := b.Undo()
	if !ok {
		t.Fatal("no line to take back")
	}
	keep(t, undo)
	for len(b.State().Lines) < 2 {
		_, save = b.Help()
		keep(t, save)
	}
	_, save = b.Answer("-(1+e^-x)^-2 * (-e^-x)")
	keep(t, save)
	finish(t, b, "e^-x/(1+e^-x)^2")
	want, err := d.Working(derivation(t, d, s))
	check(t, err)
	keep(t, d.Task("review", review.Task{Screen: s, Seed: 6, Level: lessons.Faded}).Begin())

	d = openSession(t, record)
	one := derivation(t, d, s)
	if one.Task != "review" || one.Level != lessons.Free || !one.Shown || !one.Aided || one.Screen.ID != s.ID || one.Lesson.ID != "slope" {
		t.Errorf("told as %+v", one)
	}
	var typed []string
	for _, l := range one.Typed() {
		typed = append(typed, l.Text)
	}
	if wanted := []string{"-(1+e^-x)^-2 * (-e^-x)", "e^-x/(1+e^-x)^2"}; !slices.Equal(typed, wanted) {
		t.Errorf("typed %q, want %q", typed, wanted)
	}
	lines, err := d.Working(one)
	check(t, err)
	statuses := make([]grade.LineStatus, len(lines))
	for i, l := range lines {
		statuses[i] = l.Status
		if l.By == "" && i > 0 || i < len(want) && l.By != want[i].By {
			t.Errorf("line %d is by %q", i, l.By)
		}
	}
	if wanted := []grade.LineStatus{grade.Start, grade.Model, grade.Own, grade.Own}; !slices.Equal(statuses, wanted) {
		t.Errorf("lines are %v, want %v", statuses, wanted)
	}
}

func derivation(t *testing.T, d *session.Session, s *lessons.Screen) session.Derivation {
	t.Helper()
	one, ok := d.Derivation(s.ID)
	if !ok {
		t.Fatal("the derivation is not told")
	}
	return one
}

// finish gives the last line of a derivation.
func finish(t *testing.T, a *session.Attempt, text string) {
	t.Helper()
	_, save := a.Answer(text)
	keep(t, save)
	if !a.State().Finished {
		t.Fatalf("not finished by %s", text)
	}
	keep(t, a.Finish())
}

// TestDerivationIsKept looks again at a derivation of one's own with all lines shown: its own lines must still be told.
func TestDerivationIsKept(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	d := openSession(t, record)
	s := screen(t, d, "slope/5")
	a := d.Attempt(s)
	keep(t, a.Begin())
	keep(t, a.Level(lessons.Free))
	_, save := a.Answer("-(1+e^-x)^-2 * (-e^-x)")
	keep(t, save)
	finish(t, a, "e^-x/(1+e^-x)^2")
	b := d.Fresh(s)
	keep(t, b.Begin())
	keep(t, b.Level(lessons.Worked))
	for range 40 {
		if b.State().Finished {
			break
		}
		_, save := b.Help()
		keep(t, save)
	}
	if !b.State().Finished {
		t.Fatal("the derivation with all lines shown does not end")
	}
	keep(t, b.Finish())
	for _, again := range []*session.Session{d, openSession(t, record)} {
		one := derivation(t, again, s)
		if one.Level != lessons.Free || len(one.Typed()) != 2 {
			t.Errorf("told is one on level %v with %d lines of one's own", one.Level, len(one.Typed()))
		}
	}
}
