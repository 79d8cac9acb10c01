package home

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// tell says what the lesson pointed at is for, what it builds on, and then what it is about.
func (m *Map) tell(width int) []string {
	if len(m.rows) == 0 {
		return nil
	}
	s, l := m.styles, m.entry()
	var lines []string
	if needs := m.needs(l); needs != "" {
		lines = append(lines, widget.WrapText("Builds on: "+needs, s.Muted, width, s)...)
		lines = append(lines, "")
	}
	switch t := m.texts[m.cursor]; {
	case t.err != nil:
		lines = append(lines, s.Strong.Render("This lesson cannot be opened:"))
		for fault := range strings.SplitSeq(t.err.Error(), "\n") {
			lines = append(lines, widget.WrapText(fault, s.Text, width, s)...)
		}
	case t.lesson != nil:
		lines = append(lines, m.tellText(t.lesson, width)...)
	}
	return lines
}

// tellText says what a lesson is for and what it is about.
func (m *Map) tellText(l *lessons.Lesson, width int) []string {
	s := m.styles
	var lines []string
	if len(l.Objectives) > 0 {
		lines = append(lines, s.Strong.Render("Afterwards you can:"))
		for _, o := range l.Objectives {
			lines = append(lines, prose.Labelled(s.Marks.Bullet+" ", s.Muted, prose.Text(o, s.Text, width-2, s))...)
		}
		lines = append(lines, "")
	}
	return append(lines, prose.Blocks(l.Intro, width, s)...)
}

// place says where one would go on in the lesson pointed at; nothing where none of it was begun.
func (m *Map) place() string {
	r := m.rows[m.cursor]
	if r.At < 0 || r.Finished() {
		return ""
	}
	at := m.entry().Screens[r.At]
	return fmt.Sprintf("You are at %d.%d: %s", m.entry().Number, at.Number, at.Title)
}

func (m *Map) needs(l *lessons.Entry) string {
	var titles []string
	for _, id := range l.Needs {
		if other, ok := m.session.Course.Entry(id); ok {
			titles = append(titles, other.Title)
		}
	}
	return strings.Join(titles, ", ")
}
