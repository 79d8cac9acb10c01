package round

import (
	"chainrule/lessons"
	"chainrule/tui/session"
)

// Letters tells what the letters of a question stand for, which is what it takes to understand it without the text of its lesson.
// It is empty where there is nothing to tell, and where that text is shown.
func Letters(s *session.Session, screen *lessons.Screen) lessons.Text {
	if HasText(screen) && !TextAside(screen) {
		return nil
	}
	var all lessons.Text
	for i, one := range s.Letters(screen) {
		if i > 0 {
			all = append(all, lessons.Inline{Text: " "})
		}
		all = append(all, one.Says(screen.Question)...)
	}
	return all
}

// HasText reports whether a lesson says something beside a question.
func HasText(screen *lessons.Screen) bool { return len(screen.Prose) > 0 || screen.Plot != nil }

// TextAside reports whether the text beside a question is shown on demand only, as it would help more than a review should. It
// stays where what is asked about may stand in it: a question that shows a formula to begin with needs nothing else.
func TextAside(screen *lessons.Screen) bool {
	shows := false
	switch q := screen.Question.(type) {
	case *lessons.Derive, *lessons.Spot:
		shows = true
	case *lessons.Expression:
		shows = q.From.Tree != nil
	case *lessons.Number, *lessons.Choice, *lessons.Lab:
	}
	return shows && HasText(screen)
}
