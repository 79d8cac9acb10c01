package session

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// WarmingUp is what a task before a lesson is asked for, as the record calls it.
const WarmingUp = "warm-up"

// WarmUp returns the tasks that are offered before a lesson: none before the first of the course or an optional one, nor once it was begun. Like
// Ready, it is for commands.
func (s *Session) WarmUp(e *lessons.Entry) []review.Task {
	if e.Optional || slices.Index(s.Course.Lessons, e) <= 0 || s.Progress(e).Begun {
		return nil
	}
	var ready []review.Task
	for _, t := range s.Plan(review.WarmUp(e.ID)) {
		if t, ok := s.Ready(t); ok { // else its family has no draw that may be asked
			ready = append(ready, t)
		}
	}
	return ready
}

// WarmUpSays tells what comes before a lesson.
func WarmUpSays(tasks int) string {
	if tasks == 1 {
		return "First a question from an earlier lesson, so that it is not forgotten. It may be passed."
	}
	return fmt.Sprintf("First %d questions from earlier lessons, so that they are not forgotten. They may be passed.", tasks)
}

// From names the place in the course that a question comes from: its screen or, of one that is asked in practice only, its
// lesson. Of one that was drawn it also tells how hard it is.
func (s *Session) From(screen *lessons.Screen) string {
	e, ok := s.Course.Entry(screen.Lesson)
	if !ok {
		return screen.Title
	}
	if draw, ok := lessons.ParseDraw(screen.ID); ok {
		return fmt.Sprintf("%d %s, drawn: %s, %s", e.Number, e.Title, lowered(screen.Title), draw.Difficulty)
	}
	if slices.ContainsFunc(e.Screens, func(h lessons.Heading) bool { return h.ID == screen.ID }) {
		return fmt.Sprintf("%d.%d %s", e.Number, screen.Number, screen.Title)
	}
	return fmt.Sprintf("%d %s, a question for practice", e.Number, e.Title)
}

// lowered returns a title as a part of a sentence.
func lowered(title string) string {
	first, size := utf8.DecodeRuneInString(title)
	return string(unicode.ToLower(first)) + title[size:]
}
