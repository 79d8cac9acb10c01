package home

import (
	"fmt"
	"slices"

	"chainrule/tui/kit"
	"chainrule/tui/session"
)

func (m *Map) total() string {
	done, all, counted := 0, 0, 0
	for i, l := range m.session.Course.Lessons {
		if l.Optional {
			continue
		}
		counted++
		done += m.rows[i].Count()
		all += len(l.Screens)
	}
	said := fmt.Sprintf("%d of %d screens done", done, all)
	if done == 0 {
		said = fmt.Sprintf("%d lessons", counted)
	}
	return m.styles.Muted.Render(said)
}

// headLines is how many lines the head takes, with the blank one below it. Where the line of the offer is taken, one more is spared
// in a high window.
func (m *Map) headLines() int {
	const least, high = 3, 30
	if m.seen && m.offer != session.NoOffer && m.height >= high {
		return least + 1
	}
	return least
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
		key := Keys.Review.Help().Key + " reviews."
		said := session.DueSays(n) + " " + key
		if len(said) > width {
			said = session.DueShort(n) + " " + key
		}
		return s.Notice.Render(kit.Cut(said, width))
	case m.begun():
		return s.Muted.Render(kit.Cut("Nothing is due for review now.", width))
	case m.seen:
		return s.Say(kit.Cut("Derive it yourself: a line counts once it is proved.", width))
	}
	return ""
}

// offered is the line below that: the offer of finding out where to begin, where there is one.
func (m *Map) offered(width int) string {
	s, said := m.styles, ""
	switch {
	case !m.seen:
	case m.offer == session.FirstOffer:
		said = "Some of it known? " + Keys.Place.Help().Key + " finds where to begin; esc declines."
	case m.offer == session.GoOn:
		said = "You were finding your place: " + Keys.Place.Help().Key + " goes on."
	}
	return s.Notice.Render(kit.Cut(s.Say(said), width))
}
