package session_test

import (
	"path/filepath"
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// TestEarlier fails when what was typed in earlier sittings cannot be called back, or the numbers of options can.
func TestEarlier(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	for _, sitting := range []struct {
		screen  string
		level   lessons.Level
		answers []string
	}{
		{"slope/2", lessons.Worked, []string{"x^2", "x"}},
		{"slope/3", lessons.Worked, []string{"7", "0.16"}},
		{"slope/4", lessons.Worked, []string{"1"}},
		{"slope/5", lessons.Free, []string{"x", "-(1+e^-x)^-2 * d/dx(1+e^-x)"}},
		{"slope/5", lessons.Worked, []string{"2"}},
	} {
		s := openSession(t, record)
		a := s.Fresh(screen(t, s, sitting.screen))
		keep(t, a.Begin())
		if a.Derives() {
			keep(t, a.Level(sitting.level))
		}
		for _, text := range sitting.answers {
			_, save := a.Answer(text)
			keep(t, save)
		}
		keep(t, a.Finish())
	}
	s := openSession(t, record)
	for id, want := range map[string][]string{
		"slope/2": {"x", "-(1+e^-x)^-2 * d/dx(1+e^-x)", "x^2", "x"},
		"slope/3": {"7", "0.16"},
		"slope/5": {"x^2", "x", "x", "-(1+e^-x)^-2 * d/dx(1+e^-x)"},
	} {
		if got := s.Fresh(screen(t, s, id)).Earlier(); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
	task := s.Task("review", review.Task{Screen: screen(t, s, "slope/2")})
	if got := task.Earlier(); len(got) > 0 {
		t.Errorf("a review offers %q, the answer among them", got)
	}
}
