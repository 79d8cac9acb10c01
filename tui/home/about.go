package home

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// tell says what the lesson pointed at is about, and where one would go on.
func (m *Map) tell(width int) []string {
	if len(m.rows) == 0 {
		return nil
	}
	s, l, r := m.styles, m.entry(), m.rows[m.cursor]
	lines := []string{s.Strong.Render(s.Say(l.Title)), ""}
	if r.At >= 0 && !r.Finished() {
		at := l.Screens[r.At]
		lines = append(lines, s.Prompt.Render(s.Marks.Arrow)+" "+kit.Cut(s.Say(fmt.Sprintf("You are at %d.%d: %s", m.cursor+1, at.Number, at.Title)), width-3), "")
	}
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

// tellText says what a lesson is about and what it is for.
func (m *Map) tellText(l *lessons.Lesson, width int) []string {
	s := m.styles
	var lines []string
	if len(l.Intro) > 0 {
		lines = append(append(lines, prose.Blocks(l.Intro, width, s)...), "")
	}
	if len(l.Objectives) > 0 {
		lines = append(lines, s.Strong.Render("Afterwards you can:"))
		for _, o := range l.Objectives {
			label := s.Marks.Bullet + " "
			for i, line := range prose.Text(o, s.Text, width-lipgloss.Width(label), s) {
				if i > 0 {
					label = strings.Repeat(" ", lipgloss.Width(label))
				}
				lines = append(lines, s.Muted.Render(label)+line)
			}
		}
	}
	return lines
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
