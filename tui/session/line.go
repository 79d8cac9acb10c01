package session

import "chainrule/lessons/grade"

// A Line is a line of a working as it is told to the learner.
type Line struct {
	grade.Shown
	Number int    // 0 where it has none: at the start, and in the place of a false line
	By     string // the rules by which it follows, with a note on them; empty where that is not known, or not to be told
}

// Lines returns the working of a state.
func (s *Session) Lines(state grade.State) []Line {
	lines := make([]Line, len(state.Lines))
	number := 0
	for i, l := range state.Lines {
		lines[i].Shown = l
		if l.Status != grade.Start && l.Status != grade.Repaired {
			number++
			lines[i].Number = number
		}
		if state.Next != grade.PickLine { // the false line has no rule, which would tell which it is
			lines[i].By = s.by(l)
		}
	}
	return lines
}

func (s *Session) by(l grade.Shown) string {
	if len(l.Rules) == 0 {
		return ""
	}
	by := s.Course.RuleNames(l.Rules)
	if l.Several {
		by = "several steps: " + by
	}
	if note := l.Note.Plain(); note != "" {
		by += ": " + note
	}
	return by
}
