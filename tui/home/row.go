package home

import (
	"fmt"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// A row is one lesson on the map, before it is set in columns.
type row struct{ label, cells, state string }

// list draws the lessons: number and title, a cell for each screen where there is room for them, and how far it is in words.
func (m *Map) list(width int) []string {
	width = min(width, listWidth) // far from their titles nobody reads the cells of a row
	rows := make([]row, len(m.rows))
	var widest struct{ label, cells, state int }
	for i := range rows {
		rows[i] = row{m.label(i), widget.Cells(m.rows[i].Done, m.at(i), m.styles), m.state(i)}
		widest.label = max(widest.label, ansi.StringWidth(rows[i].label))
		widest.cells = max(widest.cells, len(m.rows[i].Done))
		widest.state = max(widest.state, ansi.StringWidth(rows[i].state))
	}
	const gap = 2
	celled := widest.label+widest.cells+widest.state+2*gap <= width
	lines := make([]string, len(rows))
	for i, r := range rows {
		right := kit.Pad(r.state, widest.state)
		if celled {
			right = kit.Pad(r.cells, widest.cells+gap) + right
		}
		lines[i] = kit.Between(r.label, right, width)
	}
	room := m.listRoom()
	first := max(min(m.cursor-room/2, len(lines)-room), 0)
	return lines[first : first+room]
}

func (m *Map) label(i int) string {
	s := m.styles
	mark, style, text := " ", s.Muted, s.Text
	if i == m.cursor {
		mark, style, text = s.Marks.Current, s.Selected, s.Selected
	}
	l := m.session.Course.Lessons[i]
	return style.Render(fmt.Sprintf("%s %d ", mark, l.Number)) + text.Render(s.Say(l.Title))
}

// at is the screen of a lesson where the learner is, -1 where nobody is in the midst of it.
func (m *Map) at(i int) int {
	if m.rows[i].Finished() {
		return -1
	}
	return m.rows[i].At
}

// state tells by a sign and in words how far a lesson is.
func (m *Map) state(i int) string {
	s, r := m.styles, &m.rows[i]
	here := m.seen && i == m.current
	if !r.Begun && !here && r.Due == 0 && !r.Optional && !r.PassedOver && !r.Known {
		return "" // the cells tell it
	}
	mark, style := s.Marks.Todo, s.Muted
	switch {
	case r.Finished():
		mark, style = s.Marks.Done, s.Right
	case here:
		mark, style = s.Marks.Arrow, s.Prompt
	case r.Begun:
		mark = s.Marks.Open
	}
	signs := ansi.StringWidth(s.Marks.Arrow) + 1 // columns of the widest sign
	said := s.Muted.Render(s.Say(r.Say(here)))
	if here {
		said = s.Text.Render(s.Say(r.Say(here)))
	}
	return style.Render(kit.Pad(mark, signs)) + said
}
