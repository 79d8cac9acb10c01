// Package lessons is the course as data: documents, questions and their loader.
//
// A course is a list of lessons, each of which is read when it is opened. A lesson that was read is complete and never
// changes: every formula is a tree, every reference was resolved. The package grades no answer, keeps no record and knows
// no screen.
package lessons

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// A Course is a sequence of lessons with the catalogues that they refer to. Its lessons are read when they are opened.
type Course struct {
	Title   string
	Own     bool // it is of somebody's own, and rests on another course
	Lessons []*Entry
	Skills  []Skill
	Rules   []Rule
	Slips   []Slip
	Runs    []RunWords
	// Headlines are the IDs of the screens whose derivations the course is about: they are asked for again by themselves.
	Headlines []string
	// Placing are the IDs of the questions that find out where to begin: they can be understood without their lessons.
	Placing []string
	// Numbered gives the IDs of screens by the numbers that records called them by before they had IDs.
	Numbered map[string]string

	families *families // nil where there is no file of them
}

// A Lesson teaches one result. Its ID is a promise to saved progress.
type Lesson struct {
	ID, Title, File string
	// Needs are the IDs of the lessons that come before.
	Needs []string
	// Skills are the IDs of what is trained here.
	Skills     []string
	Objectives []Text
	Symbols    []Symbol
	Scope      *scope.Scope
	// Intro is the prose before the first screen.
	Intro []Block
	// Plot stands for the whole lesson, on the map; it is nil where there is none.
	Plot    *Plot
	Screens []*Screen
	// Review holds the variants for practice, as screens of their own.
	Review []*Screen

	torn bool // a letter or a definition has a fault, and any question may be about it
}

// A Symbol is a letter that the lesson introduces. An entry without Domain explains a name that is defined, such as g(x).
// Role is what the letter stands for in a model; most have none.
type Symbol struct{ Name, Domain, Role, Means string }

// A Screen is one idea and one thing to do.
type Screen struct {
	// ID is the lesson's ID and a name, as in sigmoid/symmetry. It is a promise to saved progress: never changed, never used
	// again. Where the author gave no name it is the place, as in sigmoid/4 or sigmoid/review/2.
	ID, Lesson string
	Named      bool
	// Number is that of the screen in its list, from 1.
	Number int
	Title  string
	Place  Position
	// Prose stands before the question; the key claim comes first.
	Prose []Block
	// Plot is nil where there is none.
	Plot *Plot
	// Question is nil on a screen that is only read.
	Question Question
	// After is shown once the question is finished.
	After []Block
	// Claims hold what proves the words of the screen. They are for the author's check alone.
	Claims []*Claims

	torn bool // a block of the screen has a fault that leaves something of it unread
}

// Alone returns the screen with its question alone: without its words and its picture, and without what proves them.
func (s *Screen) Alone() *Screen {
	alone := *s
	alone.Prose, alone.Plot, alone.After, alone.Claims = nil, nil, nil, nil
	return &alone
}

// A Rule is a step that a derivation may take: differentiating or rewriting.
type Rule struct {
	ID   rule.ID
	Name string
	// Formula is the rule in symbols, for people only.
	Formula string
	Say     Text
}

// RunWords are what is said of a run in a lab that ended in a certain way, or of how a formula stands to the slopes
// measured: when the formula is wrong, and when it is right. In braces stand the names of figures.
type RunWords struct{ ID, Wrong, Right string }

// OwnSlip is the slip ID of a listed wrong answer to which no slip of the catalogue belongs.
const OwnSlip = "own"

// screenNumber and variantNumber call the screens of a lesson by their places, from 0.
func screenNumber(lesson string, i int) string  { return fmt.Sprintf("%s/%d", lesson, i+1) }
func variantNumber(lesson string, i int) string { return fmt.Sprintf("%s/review/%d", lesson, i+1) }

// Rule returns the rule called id.
func (c *Course) Rule(id rule.ID) (Rule, bool) {
	return find(c.Rules, func(r Rule) bool { return r.ID == id })
}

// RuleOrID returns the rule called id. The checker knows rules that the course has no words for: they go by their ID.
func (c *Course) RuleOrID(id rule.ID) Rule {
	if r, ok := c.Rule(id); ok {
		return r
	}
	return Rule{ID: id, Name: strings.ReplaceAll(string(id), "-", " ")}
}

// RuleNames names rules in a row.
func (c *Course) RuleNames(ids []rule.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = c.RuleOrID(id).Name
	}
	return strings.Join(names, ", ")
}

// RulesUpTo returns the rules by which lines follow in the lessons up to the one of a question, that included. What an optional
// lesson brings is left out elsewhere, since nobody need have met it.
func (c *Course) RulesUpTo(q Question) []rule.ID {
	var all []rule.ID
	for _, e := range c.Lessons {
		l, err := e.Lesson()
		if err != nil {
			continue // nobody can have met its rules
		}
		screens := slices.Concat(l.Screens, l.Review)
		at := slices.IndexFunc(screens, func(s *Screen) bool { return s.Question == q })
		if e.Optional {
			screens = screens[:at+1] // nobody who goes there need know what comes later in it
		}
		for _, s := range screens {
			if d, ok := s.Question.(*Derive); ok {
				for _, line := range d.Lines {
					all = append(all, line.Rules...)
				}
			}
		}
		if at >= 0 {
			break
		}
	}
	return all
}

// Slip returns the slip called id.
func (c *Course) Slip(id slip.ID) (Slip, bool) {
	return find(c.Slips, func(s Slip) bool { return s.ID == id })
}

// Run returns the words for the ending or the match called id.
func (c *Course) Run(id string) (RunWords, bool) {
	return find(c.Runs, func(w RunWords) bool { return w.ID == id })
}

// Skill returns the skill called id.
func (c *Course) Skill(id string) (Skill, bool) {
	return find(c.Skills, func(s Skill) bool { return s.ID == id })
}

func find[T any](all []T, is func(T) bool) (T, bool) {
	for _, t := range all {
		if is(t) {
			return t, true
		}
	}
	var none T
	return none, false
}
