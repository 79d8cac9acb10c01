// Package find looks for words: in the course, whose lessons, screens, skills, terms, letters and rules it lists, and in whatever
// else is to be narrowed by typing.
//
// It draws nothing and goes nowhere. Words match as they are spelled, whatever their case and accents, and a letter by its name.
package find

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/tui/kit"
)

// Fold writes text so that what is the same to a reader is the same: in lower case, without accents, Greek letters by their
// names.
func Fold(text string) string {
	return strings.ReplaceAll(strings.ToLower(kit.ASCII(text)), `\`, "")
}

// A Query is what is looked for, ready to be compared.
type Query []string

// Ask makes a query of what was typed: each of its words must be found.
func Ask(typed string) Query { return strings.Fields(Fold(typed)) }

// In reports whether each word of the query stands in one of the texts, which are folded here.
func (q Query) In(texts ...string) bool {
	return q.stands(Fold(strings.Join(texts, "\n")))
}

// stands reports whether each word stands in a text that is folded.
func (q Query) stands(text string) bool {
	return !slices.ContainsFunc(q, func(word string) bool { return !strings.Contains(text, word) })
}

// A Kind says what an entry of the index is, in a word for the reader.
type Kind string

// The kinds, in the order in which they are listed.
const (
	Lesson Kind = "lesson"
	Screen Kind = "screen"
	Term   Kind = "word"
	Letter Kind = "letter"
	Rule   Kind = "rule"
	Skill  Kind = "skill"
)

// An Entry is something in the course that can be gone to.
type Entry struct {
	Kind Kind
	// Name is what it is called, Says one line about it.
	Name, Says string
	// At is the title of the lesson that it leads to, empty where it is one.
	At    string
	Place kit.Place
	// Tree is the letter as a formula, nil of all else.
	Tree expr.Node

	ids        string
	name, full string // folded: the name, and all in which it is found
}

// Tree returns what the name of a letter of a lesson is as a formula; nil where it is none.
func Tree(l *lessons.Lesson, name string) expr.Node {
	line, complaint := parse.Read(name, l.Scope)
	if complaint != nil || line.Left != nil {
		return nil
	}
	return line.Right
}

// Index lists all that can be found in a course. It reads the lessons, so it is for commands; those that cannot be read are
// listed by their titles.
func Index(c *lessons.Course) []Entry {
	var all []Entry
	ruleAt := map[rule.ID]*lessons.Screen{}
	title := map[string]string{}
	for _, e := range c.Lessons {
		title[e.ID] = e.Title
		place := at(e.ID)
		all = append(all, Entry{Kind: Lesson, Name: fmt.Sprintf("%d %s", e.Number, e.Title), Place: place, ids: e.ID})
		for _, h := range e.Screens {
			all = append(all, Entry{Kind: Screen, Name: fmt.Sprintf("%d.%d %s", e.Number, h.Number, h.Title), At: e.Title, Place: at(h.ID), ids: h.ID})
		}
		l, err := e.Lesson()
		if err != nil {
			continue
		}
		for _, w := range Words(l) {
			all = append(all, Entry{Kind: Term, Name: w.Term, Says: w.Sentence, At: e.Title, Place: at(w.Screen)})
		}
		for _, s := range l.Symbols {
			all = append(all, Entry{Kind: Letter, Name: s.Name, Says: s.Means, At: e.Title, Place: place, Tree: Tree(l, s.Name)})
		}
		for _, s := range l.Screens {
			for _, id := range RulesOf(s) {
				if ruleAt[id] == nil {
					ruleAt[id] = s
				}
			}
		}
	}
	for _, r := range c.Rules {
		if s := ruleAt[r.ID]; s != nil {
			all = append(all, Entry{Kind: Rule, Name: r.Name + ": " + r.Formula, Says: r.Say.Plain(), At: title[s.Lesson], Place: at(s.ID), ids: string(r.ID)})
		}
	}
	for _, k := range c.Skills {
		all = append(all, Entry{Kind: Skill, Name: k.Say, Says: "practise it", Place: kit.Place{Kind: kit.Practice, ID: k.ID}, ids: k.ID})
	}
	for i := range all {
		e := &all[i]
		e.name, e.full = Fold(e.Name), Fold(e.Name+"\n"+e.Says+"\n"+e.ids)
	}
	return all
}

// at returns the place of a lesson or of a screen.
func at(id string) kit.Place { return kit.Place{Kind: kit.Lesson, ID: id} }

// RulesOf returns the rules by which the lines of a screen's derivation follow, each once.
func RulesOf(s *lessons.Screen) []rule.ID {
	var lines []lessons.Line
	switch q := s.Question.(type) {
	case *lessons.Derive:
		lines = q.Lines
	case *lessons.Spot:
		lines = q.Lines
	case *lessons.Expression, *lessons.Number, *lessons.Choice, *lessons.Lab:
	}
	var all []rule.ID
	for _, l := range lines {
		for _, id := range l.Rules {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

// Among returns the entries that a query finds, those whose names begin with it first, then those whose names hold it, then
// those that tell of it.
func Among(all []Entry, typed string) []Entry {
	q, whole := Ask(typed), strings.TrimSpace(Fold(typed))
	if len(q) == 0 {
		return all
	}
	var found [3][]Entry
	for _, e := range all {
		switch {
		case !q.stands(e.full):
		case strings.HasPrefix(strings.TrimLeft(e.name, "0123456789. "), whole) || strings.HasPrefix(e.name, whole):
			found[0] = append(found[0], e)
		case q.stands(e.name):
			found[1] = append(found[1], e)
		default:
			found[2] = append(found[2], e)
		}
	}
	return slices.Concat(found[0], found[1], found[2])
}
