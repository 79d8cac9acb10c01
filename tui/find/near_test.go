package find_test

import (
	"strings"
	"testing"

	"chainrule/tui/find"
)

// TestNear: what was typed -> the word that is meant.
func TestNear(t *testing.T) {
	words := []string{"check", "derive", "diff", "plot", "lint", "progress", "new", "sigmoid", "sigmoid-derivative", "entropy"}
	for typed, want := range map[string]string{
		"chekc": "check", "chck": "check", "cehck": "check", "derieve": "derive", "dif": "diff", "lnit": "lint", "pogres": "progress",
		"sigmiod": "sigmoid", "sigmoid-derivatve": "sigmoid-derivative", "Entropy": "entropy",
		"": "", "x": "", "ne": "", "zzzz": "", "nosuch": "", strings.Repeat("check", 30): "",
	} {
		if got := find.Near(typed, words); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
