package session

import (
	"slices"
	"strings"
	"unicode"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// earlier returns what was typed in a lesson before: formulas elsewhere, and then formulas or numbers at the screen itself. What
// was chosen from a list was typed by nobody.
func earlier(state *journal.State, screen *lessons.Screen) []string {
	_, number := screen.Question.(*lessons.Number)
	var here, elsewhere []string
	for _, s := range state.Answers(screen.Lesson) {
		digits := strings.Trim(s.Text, "0123456789") == ""
		switch {
		case s.Level == lessons.Worked.String():
		case s.Screen == screen.ID && (number || !digits):
			here = append(here, s.Text)
		case s.Screen != screen.ID && !number && strings.ContainsFunc(s.Text, unicode.IsLetter):
			elsewhere = append(elsewhere, s.Text)
		}
	}
	return slices.Concat(elsewhere, here)
}
