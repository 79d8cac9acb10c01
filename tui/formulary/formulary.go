// Package formulary is the card of a lesson: its letters, the rules with their formulas, the results that the learner has
// reached, and the words of the field, as values and as Markdown.
//
// Screens, plain lines and a command share it. It draws nothing.
package formulary

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/review"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/account"
	"chainrule/tui/find"
	"chainrule/tui/session"
)

// A Card is what there is to look up at a place of the course.
type Card struct {
	// Lesson is the title of the lesson that it is for.
	Lesson string
	Groups []Group
}

// A Group is a part of a card.
type Group struct {
	Title string
	Rows  []Row
}

// A Row is one thing to look up: a name or a formula, and words about it.
type Row struct {
	// Name is what it is called: a rule, a word, a screen. It is empty where the formula is all.
	Name string
	// Sides is a formula, one expression or two that are equal; nil where there is none.
	Sides []expr.Node
	// Formula is that of a rule, for people only.
	Formula string
	Says    string

	word *find.Word // whose sentence it says; nil where it says something else
}

// Words returns what it says in a charset.
func (r *Row) Words(set typeset.Charset) string {
	if r.word != nil {
		return r.word.In(set)
	}
	return r.Says
}

// Of returns the card of the lesson called id; of the lesson that the learner is in where there is none. It reads lessons and the
// record, so it is for commands.
func Of(s *session.Session, id string) *Card {
	entry := entryOf(s, id)
	c := &Card{}
	if entry == nil {
		return c
	}
	c.Lesson = entry.Title
	l, err := entry.Lesson()
	if err != nil {
		return c
	}
	here := rulesOf(l)
	c.add("Letters of this lesson", letters(l))
	c.add("Rules of this lesson", ruleRows(s.Course, here))
	c.add("What you have derived", Results(s, account.Read(s)))
	c.add("Words of this lesson", words(l))
	before, wordsBefore := []rule.ID{}, []Row{}
	for _, e := range s.Course.Lessons {
		if e == entry {
			break
		}
		if m, err := e.Lesson(); err == nil {
			for _, r := range rulesOf(m) {
				if !slices.Contains(here, r) && !slices.Contains(before, r) {
					before = append(before, r)
				}
			}
			wordsBefore = append(wordsBefore, words(m)...)
		}
	}
	c.add("Rules of lessons before", ruleRows(s.Course, before))
	c.add("Words of lessons before", wordsBefore)
	return c
}

func (c *Card) add(title string, rows []Row) {
	if len(rows) > 0 {
		c.Groups = append(c.Groups, Group{title, rows})
	}
}

// entryOf returns the lesson of an ID or of a place in it, or the one that the learner is in.
func entryOf(s *session.Session, id string) *lessons.Entry {
	if e, _, ok := s.Course.Locate(id); ok && id != "" {
		return e
	}
	if len(s.Course.Lessons) == 0 {
		return nil
	}
	_, current := s.Overview()
	return s.Course.Lessons[current]
}

// rulesOf returns the rules by which lines of a lesson follow, in the order in which they are met.
func rulesOf(l *lessons.Lesson) []rule.ID {
	var all []rule.ID
	for _, s := range l.Screens {
		for _, id := range find.RulesOf(s) {
			if !slices.Contains(all, id) {
				all = append(all, id)
			}
		}
	}
	return all
}

func ruleRows(c *lessons.Course, ids []rule.ID) []Row {
	var rows []Row
	for _, id := range ids {
		r := c.RuleOrID(id)
		rows = append(rows, Row{Name: r.Name, Formula: r.Formula, Says: r.Say.Plain()})
	}
	return rows
}

// letters returns the letters of a lesson with what they mean, and what is defined.
func letters(l *lessons.Lesson) []Row {
	var rows []Row
	for _, s := range l.Symbols {
		row := Row{Says: s.Means}
		if tree := find.Tree(l, s.Name); tree != nil {
			row.Sides = []expr.Node{tree}
		} else {
			row.Name = s.Name
		}
		if d, err := scope.ParseDomain(s.Domain); err == nil && s.Domain != "" && s.Domain != "real" {
			row.Says += " [" + where(d) + "]"
		}
		rows = append(rows, row)
	}
	for _, d := range l.Scope.Definitions() {
		if d.Body != nil {
			rows = append(rows, Row{Sides: []expr.Node{defined(d), d.Body}, Says: "as defined here"})
		}
	}
	return rows
}

// where writes a domain for readers.
func where(d scope.Domain) string {
	switch {
	case d.Finite():
		return "one of " + strings.Trim(d.String(), "{}")
	case d.Whole && d.Lo == nil && d.Hi == nil:
		return "a whole number"
	}
	said := ""
	if d.Whole {
		said = "a whole number, "
	}
	switch {
	case d.Lo != nil && d.Hi != nil:
		return said + "in " + strings.Replace(d.String(), ",", ", ", 1)
	case d.Lo != nil && d.LoOpen:
		return said + "above " + d.Lo.RatString()
	case d.Lo != nil:
		return said + "at least " + d.Lo.RatString()
	case d.Hi != nil && d.HiOpen:
		return said + "below " + d.Hi.RatString()
	case d.Hi != nil:
		return said + "at most " + d.Hi.RatString()
	}
	return "any real number"
}

// defined writes the name that a definition explains.
func defined(d scope.Definition) expr.Node {
	index := slices.Clone(d.Of)
	for _, i := range d.Index {
		index = append(index, i)
	}
	if len(d.Params) == 0 {
		return expr.Var(d.Name, index...)
	}
	args := make([]expr.Node, len(d.Params))
	for i, p := range d.Params {
		args[i] = p
	}
	return &expr.Apply{Name: d.Name, Index: index, Args: args}
}

func words(l *lessons.Lesson) []Row {
	var rows []Row
	for _, w := range find.Words(l) {
		rows = append(rows, Row{Name: w.Term, Says: w.Sentence, word: &w})
	}
	return rows
}

// Results returns what the learner's finished derivations came to, start = goal, the headlines of the course first. It reads lessons
// and the record, so it is for commands.
func Results(s *session.Session, a *account.Account) []Row {
	var headlines, others []Row
	for i := range a.Derivations {
		d := &a.Derivations[i]
		screen, err := s.Course.Screen(d.Screen.ID)
		if err != nil {
			continue
		}
		q, ok := screen.Question.(*lessons.Derive)
		if !ok || d.Shown {
			continue // somebody else has derived it
		}
		row := Row{Sides: []expr.Node{q.From.Tree, q.To.Tree}, Name: a.Derivation(d), Says: how(d, a)}
		if lines, err := s.Working(*d); err == nil && len(lines) > 1 && lines[0].Tree != nil && lines[len(lines)-1].Tree != nil {
			row.Sides = []expr.Node{lines[0].Tree, lines[len(lines)-1].Tree}
		}
		if slices.Contains(s.Course.Headlines, d.Screen.ID) {
			headlines = append(headlines, row)
		} else {
			others = append(others, row)
		}
	}
	return append(headlines, others...)
}

func how(d *session.Derivation, a *account.Account) string {
	by := "by lines of your own"
	switch d.Level {
	case lessons.Worked:
		by = "line by line, naming the rules"
	case lessons.Faded:
		by = "with some lines given"
	case lessons.Free:
	}
	return by + ", " + a.Date(d.At)
}

// Among returns the card with the rows alone that a query finds.
func (c *Card) Among(typed string) *Card {
	q := find.Ask(typed)
	if len(q) == 0 {
		return c
	}
	found := &Card{Lesson: c.Lesson}
	for _, g := range c.Groups {
		found.add(g.Title, slices.DeleteFunc(slices.Clone(g.Rows), func(r Row) bool {
			return !q.In(r.Name, r.Formula, r.Says, r.Line(typeset.Unicode), r.Line(typeset.Book))
		}))
	}
	return found
}

// Line writes the formula of a row on one line; it is empty where there is none.
func (r Row) Line(set typeset.Charset) string {
	var parts []string
	for _, side := range r.Sides {
		parts = append(parts, typeset.Inline(side, set))
	}
	return strings.Join(parts, " = ")
}

// Spoken returns the formula in words, for a voice.
func (r Row) Spoken() string {
	var parts []string
	for _, side := range r.Sides {
		parts = append(parts, typeset.Words(side))
	}
	return strings.Join(parts, ", equals ")
}

// Printed writes the card of the whole course as Markdown: the letters of each lesson that was begun, what was derived, and the
// rules of the skills that are known; all of them are written where all is set. What is still to come is counted.
func Printed(s *session.Session, a *account.Account, all bool) string {
	var b strings.Builder
	b.WriteString("# " + escaped(s.Course.Title) + ": formulas\n")
	known := map[string]bool{}
	begun := map[string]bool{}
	for _, l := range a.Lessons {
		for _, k := range l.Skills {
			known[k.ID] = k.Mastery == review.Known || k.Mastery == review.Fresh
			begun[k.Lesson] = begun[k.Lesson] || k.Asked > 0
		}
	}
	write(&b, "What you have derived", Results(s, a))
	var ruled []rule.ID
	later := 0
	for _, r := range s.Course.Rules {
		if k, trained := s.Course.SkillOf(r.ID); all || trained && known[k.ID] {
			ruled = append(ruled, r.ID)
		} else if trained {
			later++
		}
	}
	write(&b, "Rules", ruleRows(s.Course, ruled))
	if later > 0 {
		fmt.Fprintf(&b, "\nStill to come as you get to know the skills: %d more. `chainrule card --all` prints every rule.\n", later)
	}
	for _, e := range s.Course.Lessons {
		if l, err := e.Lesson(); err == nil && (all || begun[e.ID]) {
			write(&b, "Letters: "+e.Title, letters(l))
		}
	}
	return b.String()
}

// write writes rows as a table.
func write(b *strings.Builder, title string, rows []Row) {
	if len(rows) == 0 {
		return
	}
	b.WriteString("\n## " + escaped(title) + "\n\n| | | |\n|---|---|---|\n")
	for _, r := range rows {
		formula := escaped(r.Formula)
		if len(r.Sides) > 0 {
			formula = "`" + strings.ReplaceAll(r.Line(typeset.Unicode), "|", `\|`) + "`"
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", formula, escaped(r.Name), escaped(r.Says))
	}
}

// escaped writes words so that Markdown shows them as they are.
func escaped(words string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`, "|", `\|`, "\n", " ").Replace(words)
}
