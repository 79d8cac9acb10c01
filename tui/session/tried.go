package session

import (
	"slices"

	"chainrule/lessons/journal"
)

// Try takes down what was tried out, and what was said to it.
func (s *Session) Try(text, said string) Save {
	return s.keep(journal.Event{Kind: journal.Tried, Text: text, Said: said})
}

// Tried returns what was tried out so far, in all sittings, the earliest first, its times by the calendar here. Like Look, it is for
// commands.
func (s *Session) Tried() []journal.Tryout {
	var all []journal.Tryout
	_ = s.Look(func(state *journal.State) { all = slices.Clone(state.Tried()) })
	here := s.journal.Now().Location()
	for i := range all {
		all[i].At = all[i].At.In(here)
	}
	return all
}
