package session

import (
	"fmt"
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// A Refresh is a skill that failed twice running, and the screen of an optional lesson that asks for it.
type Refresh struct {
	lessons.Skill

	Screen *lessons.Screen
	Number int // of its lesson
}

// refresh returns the first of the skills whose last two questions each took help or a second answer, and of which an optional
// lesson has a screen; nil if there is none.
func (s *Session) refresh(skills []string, ends []journal.End) *Refresh {
	const running = 2
	for _, id := range skills {
		failed := 0
		for _, e := range slices.Backward(ends) {
			if !slices.Contains(e.Skills, id) {
				continue
			}
			if !e.Aided {
				break
			}
			if failed++; failed == running {
				break
			}
		}
		skill, ok := s.Course.Skill(id)
		if failed < running || !ok {
			continue
		}
		if screen, ok := s.Course.Refresher(id); ok {
			of, _ := s.Course.Entry(screen.Lesson)
			return &Refresh{skill, screen, of.Number}
		}
	}
	return nil
}

// Refresh tells where one can go back to whose question on a screen just came to its end with help or a second answer, as the one
// before did on the same skill; nil if there is nothing to go back to, or one is there. Like Look, it is for commands.
func (s *Session) Refresh(screen *lessons.Screen) *Refresh {
	if e, ok := s.Course.Entry(screen.Lesson); !ok || e.Optional {
		return nil
	}
	var ends []journal.End
	_ = s.Look(func(state *journal.State) { ends = state.Ends() })
	if len(ends) == 0 || !ends[len(ends)-1].Aided || ends[len(ends)-1].Screen != screen.ID {
		return nil
	}
	return s.refresh(screen.Question.About().Skills, ends)
}

// Why tells in a sentence why there is something to go back to.
func (r *Refresh) Why() string {
	return "In each of the last two questions on one skill an answer was not right, or there was help: " + r.Say + "."
}

// Where tells in a sentence where one can go back to.
func (r *Refresh) Where() string {
	return fmt.Sprintf("Lesson %d has a screen on this: %d.%d %s.", r.Number, r.Number, r.Screen.Number, r.Screen.Title)
}
