package session

import (
	"fmt"
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// WarmingUp is what a task before a lesson is asked for, as the record calls it.
const WarmingUp = "warm-up"

// WarmUp returns the tasks that are offered before a lesson: none before the first of the course, nor once it was begun. Like
// Plan, it is for commands.
func (s *Session) WarmUp(e *lessons.Entry) []review.Task {
	if slices.Index(s.Course.Lessons, e) <= 0 || s.Progress(e).Begun {
		return nil
	}
	return s.Plan(review.WarmUp(e.ID))
}

// WarmUpSays tells what comes before a lesson.
func WarmUpSays(tasks int) string {
	if tasks == 1 {
		return "First a question from an earlier lesson, so that it is not forgotten. It may be passed."
	}
	return fmt.Sprintf("First %d questions from earlier lessons, so that they are not forgotten. They may be passed.", tasks)
}

// From names the place in the course that a question comes from: its screen or, of one that is asked in practice only, its
// lesson.
func (s *Session) From(screen *lessons.Screen) string {
	e, ok := s.Course.Entry(screen.Lesson)
	if !ok {
		return screen.Title
	}
	number := slices.Index(s.Course.Lessons, e) + 1
	if slices.ContainsFunc(e.Screens, func(h lessons.Heading) bool { return h.ID == screen.ID }) {
		return fmt.Sprintf("%d.%d %s", number, screen.Number, screen.Title)
	}
	return fmt.Sprintf("%d %s, a question for practice", number, e.Title)
}
