package cli

import (
	"strings"
	"testing"
)

// TestMeant: what was typed -> the word that is asked for.
func TestMeant(t *testing.T) {
	words := []string{"check", "derive", "diff", "plot", "lint", "progress", "new", "sigmoid", "sigmoid-derivative", "entropy"}
	for typed, want := range map[string]string{
		"chekc": "check", "chck": "check", "cehck": "check", "derieve": "derive", "dif": "diff", "lnit": "lint", "pogres": "progress",
		"sigmiod": "sigmoid", "sigmoid-derivatve": "sigmoid-derivative", "Entropy": "entropy",
		"": "", "x": "", "ne": "", "zzzz": "", "nosuch": "", strings.Repeat("check", 30): "",
	} {
		if want != "" {
			want = " (did you mean " + want + "?)"
		}
		if got := didYouMean(typed, words); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
