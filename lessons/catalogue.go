package lessons

import (
	"fmt"
	"slices"

	"chainrule/mathcore/rule"
	"chainrule/mathcore/slip"
)

// placeless returns the skills of the course below: where they stand is nothing to this one.
func placeless(all []Skill) []Skill {
	all = slices.Clone(all)
	for i := range all {
		all[i].Place = Position{}
	}
	return all
}

// put adds an entry to a catalogue. One of the same ID, from the course below, gives way.
func put[T any](all []T, entry T, same func(T) bool) []T {
	if i := slices.IndexFunc(all, same); i >= 0 {
		all[i] = entry
		return all
	}
	return append(all, entry)
}

// catalogues reads the rules and the slips.
func (l *loader) catalogues() error {
	var rules struct {
		Rule []struct{ ID, Name, Formula, Say string }
	}
	seen := map[string]bool{}
	t, _, err := l.optional(rulesFile, &rules)
	if err != nil {
		return err
	}
	for i, r := range rules.Rule {
		at := fmt.Sprintf("rule[%d]", i)
		if seen["rule "+r.ID] || r.ID == "" {
			t.failAt(at, 0, fmt.Sprintf("the rule ID %q is empty or taken", r.ID), "give each rule an ID of its own")
		}
		seen["rule "+r.ID] = true
		made := Rule{rule.ID(r.ID), r.Name, r.Formula, t.sentence(at+".say", r.Say, nil)}
		l.course.Rules = put(l.course.Rules, made, func(old Rule) bool { return old.ID == made.ID })
	}
	var slips struct{ Slip []Slip }
	u, _, err := l.optional(slipsFile, &slips)
	if err != nil {
		return err
	}
	for i, s := range slips.Slip {
		if seen["slip "+string(s.ID)] || s.ID == "" || s.ID == OwnSlip {
			u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip ID %q is empty or taken", s.ID), "give each slip an ID of its own")
		}
		for _, piece := range s.Pieces() {
			if !slices.Contains(slip.Pieces(s.ID), piece) {
				u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip %s has no piece {%s}", s.ID, piece),
					"name no piece, or one of those that its words have in the course")
			}
		}
		seen["slip "+string(s.ID)] = true
		l.course.Slips = put(l.course.Slips, s, func(old Slip) bool { return old.ID == s.ID })
	}
	for _, t := range []*table{t, u} {
		if t != nil {
			l.faults = append(l.faults, t.sorted()...)
		}
	}
	return l.runs()
}

// list adds a lesson to the course, to be read later.
func (l *loader) list(name string, text []byte) {
	of := opened{course: l.course, known: l.known, before: l.course.Lessons, draw: l.promised.draw, spare: l.spare, single: l.fsys == nil}
	u := &unread{parse: func() (*Lesson, Faults) { return of.lesson(name, text) }}
	e := listed(name, text, u)
	if e.Optional = l.spare[e.ID]; !e.Optional {
		e.Number = l.course.count() + 1
	}
	l.course.Lessons = append(slices.Clip(l.course.Lessons), e)
}
