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

// numbers reads the names of the screens that had numbers once. Names are promises, so each must still be that of a screen,
// or be among those retired.
func (l *loader) numbers() error {
	var raw struct {
		Retired []string
		Lesson  []struct {
			ID              string
			Screens, Review []string
		}
	}
	t, ok, err := l.optional(numbersFile, &raw)
	if err != nil || !ok {
		return err
	}
	l.course.Numbered = map[string]string{}
	for i, id := range raw.Retired {
		if s, ok := l.course.Screen(id); ok && s.ID == id {
			t.failAt(fmt.Sprintf("retired[%d]", i), 0, fmt.Sprintf("the ID %s is retired, and a screen has it", id), "give that screen another ID")
		}
	}
	for i, of := range raw.Lesson {
		at := fmt.Sprintf("lesson[%d]", i)
		if _, here := l.course.Lesson(of.ID); !here {
			t.failAt(at, 0, fmt.Sprintf("there is no lesson %q", of.ID), "IDs of lessons are never changed")
			continue
		}
		number := func(list string, names []string, numbered func(lesson string, i int) string) {
			for k, name := range names {
				id := of.ID + "/" + name
				s, ok := l.course.Screen(id)
				if ok = ok && s.ID == id; ok && s.Question != nil {
					s.Question.About().Draw = numbered(of.ID, k)
				}
				if !ok && !slices.Contains(raw.Retired, id) {
					t.failAt(fmt.Sprintf("%s.%s[%d]", at, list, k), 0, fmt.Sprintf("there is no screen %s, and records know it", id),
						"give the screen the ID that it had; if it is gone for good, list the ID in retired")
				}
				l.course.Numbered[numbered(of.ID, k)] = id
			}
		}
		number("screens", of.Screens, screenNumber)
		number("review", of.Review, variantNumber)
	}
	l.faults = append(l.faults, t.sorted()...)
	return nil
}
