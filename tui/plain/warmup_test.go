package plain_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/lessons/journal"
)

// TestWarmUp begins the second lesson weeks after a derivation of the first: it is asked again with a line left out, and counts;
// :end and :skip lead to the lesson; what was begun is taken up; and a lesson that was begun has no warm-up.
func TestWarmUp(t *testing.T) {
	const old = `{"v":1,"sitting":1,"window":"abcdefghij","count":1,"at":"2026-01-02T20:00:00Z","kind":"done","lesson":"slope","screen":"slope/5","level":"free","skills":["diff-chain"]}` + "\n"
	const offer, lesson = "--- Warm-up 1 of 1, from 1.5 By the chain rule ---", "--- 1 of 1: Read ---"
	const line = "-(1+e^-x)^-2*(-e^-x)"
	for _, row := range []struct {
		lines []string
		says  []string
		never string
		tasks int
	}{
		{[]string{line, "", ""}, []string{offer, "line 1: left out", "the derivation is complete", lesson, "You have finished the lesson"}, "", 1},
		{[]string{":end", ""}, []string{offer, lesson, "You have finished the lesson"}, "complete", 0},
		{[]string{":skip", ""}, []string{offer, "Left open.", lesson}, "complete", 0},
		{[]string{"e^-x"}, []string{offer, "Not right.", "The input ended at the warm-up before What comes after."}, lesson, 0},
	} {
		s := sit(t, small(t))
		if err := os.WriteFile(s.record, []byte(old), 0o600); err != nil {
			t.Fatal(err)
		}
		out, _ := s.talk("second", row.lines...)
		for _, want := range row.says {
			if _, after, ok := strings.Cut(out, want); ok {
				out = after // they come in this order
			} else {
				t.Errorf("%q: %q is not said, or not there, in\n%s", row.lines, want, out)
			}
		}
		if row.never != "" && strings.Contains(out, row.never) {
			t.Errorf("%q: %q is said in\n%s", row.lines, row.never, out)
		}
		tasks := 0
		for _, e := range journal.Read(s.record, nil).State().Ends() {
			if e.Task == "warm-up" && e.Screen == "slope/5" && e.Level == "faded" {
				tasks++
			}
		}
		if tasks != row.tasks {
			t.Errorf("%q: %d tasks are in the record, want %d", row.lines, tasks, row.tasks)
		}
		if again, _ := s.talk("second", ":quit"); strings.Contains(again, offer) != (row.never == lesson) {
			t.Errorf("%q: the second time is said\n%s", row.lines, again)
		}
	}
}
