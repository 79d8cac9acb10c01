package home

import (
	"fmt"
	"slices"

	"chainrule/tui/kit"
	"chainrule/tui/session"
)

func (m *Map) total() string {
	done, all := 0, 0
	for i, l := range m.session.Course.Lessons {
		done += m.rows[i].Count()
		all += len(l.Screens)
	}
	said := fmt.Sprintf("%d of %d screens done", done, all)
	if done == 0 {
		said = fmt.Sprintf("%d screens", all)
	}
	return m.styles.Muted.Render(said)
}

// due counts the skills that are to be repeated.
func (m *Map) due() int {
	due := 0
	for _, r := range m.rows {
		due += r.Due
	}
	return due
}

// begun reports whether some lesson was begun.
func (m *Map) begun() bool {
	return slices.ContainsFunc(m.rows, func(r session.Progress) bool { return r.Begun })
}

// told is the line below the title: what is due, or at the beginning what one does here.
func (m *Map) told(width int) string {
	s := m.styles
	switch n := m.due(); {
	case n > 0:
		return s.Notice.Render(kit.Cut(session.DueSays(n)+" "+Keys.Review.Help().Key+" reviews.", width))
	case m.begun():
		return s.Muted.Render(kit.Cut("Nothing is due for review now.", width))
	case m.seen:
		return s.Say(kit.Cut("Derive it yourself: every line that you type is proved or refuted.", width))
	}
	return ""
}
