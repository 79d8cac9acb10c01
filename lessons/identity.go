package lessons

import (
	"fmt"
	"slices"
	"strings"
)

// named splits a heading as ## Symmetry {#symmetry} into title and name.
func named(heading string) (title, name string, ok bool) {
	title, rest, ok := strings.Cut(heading, "{#")
	name, closed := strings.CutSuffix(rest, "}")
	if !ok || !closed {
		return heading, "", false
	}
	return strings.TrimSpace(title), name, true
}

// name gives the screen being read its ID; fail takes what is wrong with the name.
func (r *reader) name(name string, fail func(what, do string)) {
	switch {
	case !isName(name):
		fail(fmt.Sprintf("the ID %q of a screen is no plain name", name), "use small letters, digits and hyphens, a letter first")
		return
	case r.names[name]:
		fail(fmt.Sprintf("the ID %q is taken by an earlier screen of the lesson", name), "give each screen an ID of its own")
		return
	}
	if r.names == nil {
		r.names = map[string]bool{}
	}
	r.names[name] = true
	r.screen.ID, r.screen.Named = r.made.ID+"/"+name, true
}

// isName reports whether a text can be the name of a screen, which no number is.
func isName(text string) bool { return plainID(text) && text[0] >= 'a' && text[0] <= 'z' }

// numbersFile tells which screens records mean by numbers.
const numbersFile = "numbers.toml"

// A promise is what numbers.toml holds: the names of the screens that had numbers once, and what follows from them.
type promise struct {
	Retired []string
	Lesson  []struct {
		ID              string
		Screens, Review []string
	}

	draw map[string]string // the numbers that screens had, by their IDs
}

// numbers reads which screens had numbers once.
func (l *loader) numbers() error {
	p := &l.promised
	t, ok, err := l.optional(numbersFile, p)
	if err != nil || !ok {
		return err
	}
	l.numbered, l.course.Numbered, p.draw = t, map[string]string{}, map[string]string{}
	p.each(func(_, id, number string) {
		l.course.Numbered[number] = id
		p.draw[id] = number
	})
	return nil
}

// each goes through the screens that had numbers: where the name stands in the file, the ID and the number.
func (p *promise) each(do func(path, id, number string)) {
	for i, of := range p.Lesson {
		for k, name := range of.Screens {
			do(fmt.Sprintf("lesson[%d].screens[%d]", i, k), of.ID+"/"+name, screenNumber(of.ID, k))
		}
		for k, name := range of.Review {
			do(fmt.Sprintf("lesson[%d].review[%d]", i, k), of.ID+"/"+name, variantNumber(of.ID, k))
		}
	}
}

// promises demands that each name that records may know is still that of a screen, or is among those retired.
func (l *loader) promises() {
	t := l.numbered
	if t == nil || slices.ContainsFunc(l.course.Lessons, func(e *Entry) bool { return e.text.faulty() }) {
		return
	}
	here := map[string]bool{}
	for _, e := range l.course.Lessons {
		for _, h := range slices.Concat(e.Screens, e.Review) {
			here[h.ID] = true
		}
	}
	for i, id := range l.promised.Retired {
		if here[id] {
			t.failAt(fmt.Sprintf("retired[%d]", i), 0, fmt.Sprintf("the ID %s is retired, and a screen has it", id), "give that screen another ID")
		}
	}
	for i, of := range l.promised.Lesson {
		if _, here := l.course.Entry(of.ID); !here {
			t.failAt(fmt.Sprintf("lesson[%d]", i), 0, fmt.Sprintf("there is no lesson %q", of.ID), "IDs of lessons are never changed")
		}
	}
	l.promised.each(func(path, id, _ string) {
		lesson, _, _ := strings.Cut(id, "/")
		if _, listed := l.course.Entry(lesson); listed && !here[id] && !slices.Contains(l.promised.Retired, id) {
			t.failAt(path, 0, fmt.Sprintf("there is no screen %s, and records know it", id),
				"give the screen the ID that it had; if it is gone for good, list the ID in retired")
		}
	})
	l.faults = append(l.faults, t.sorted()...)
}
