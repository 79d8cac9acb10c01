package session

import (
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
)

// A Line is a line of a working as it is told to the learner.
type Line struct {
	grade.Shown
	Number int    // 0 where it has none: at the start, and in the place of a false line
	By     string // the rules by which it follows, with a note on them; empty where that is not known, or not to be told
	book   string // the same as books print it
}

// ByIn returns the rules by which a line follows in a charset.
func (l Line) ByIn(set typeset.Charset) string {
	if set == typeset.Book {
		return l.book
	}
	return l.By
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
			lines[i].By, lines[i].book = s.by(l, typeset.Unicode), s.by(l, typeset.Book)
		}
	}
	return lines
}

func (s *Session) by(l grade.Shown, set typeset.Charset) string {
	if len(l.Rules) == 0 {
		return ""
	}
	by := s.Course.RuleNames(l.Rules)
	if l.Several {
		by = "several steps: " + by
	}
	if note := noted(l.Note, set); note != "" {
		by += ": " + note
	}
	return by
}

// noted writes a note in one line. As books print them its formulas are kept whole where lines are broken.
func noted(note lessons.Text, set typeset.Charset) string {
	if set != typeset.Book {
		return note.In(set)
	}
	var b strings.Builder
	for _, i := range note {
		words := i.In(set)
		if i.Formula != nil {
			words = strings.ReplaceAll(words, " ", "\u00a0")
		}
		b.WriteString(words)
	}
	return b.String()
}
