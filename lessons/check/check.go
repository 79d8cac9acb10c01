// Package check tells an author what is wrong with a lesson, by proving it and by playing it.
//
// What can be seen by reading alone the loader has said already. The package changes nothing and teaches nobody. Where it
// cannot tell right from wrong it makes a remark, which an author may leave as it is.
package check

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// Course returns the faults of all lessons and of their order: lines that do not follow or do not follow by the rules they name, wrong
// answers that are right or do not get their own words, hints that give the answer away, questions that cannot be
// played to their end in every notation. The remarks are about what could not be checked.
func Course(c *lessons.Course) (faults, remarks lessons.Faults) {
	all, err := c.All()
	if unread, ok := errors.AsType[lessons.Faults](err); ok {
		return unread, nil
	}
	for _, l := range all {
		f, r := Lesson(c, l)
		faults, remarks = append(faults, f...), append(remarks, r...)
	}
	if len(all) > 1 { // a lesson alone builds on others
		remarks = append(remarks, Order(c)...)
	}
	return faults, remarks
}

// Order returns remarks about the order of lessons and screens: rules used before they are taught or too many at once, and
// skills that are asked for too seldom. Of a course with faults it has none.
func Order(c *lessons.Course) (remarks lessons.Faults) {
	k := &checker{course: c}
	all, _ := c.All()
	k.path(all)
	k.trained(all)
	return k.remarks
}

// Lesson returns the faults of one lesson of the course, and what could not be checked in it.
func Lesson(c *lessons.Course, l *lessons.Lesson) (faults, remarks lessons.Faults) {
	k := &checker{course: c}
	k.prose(l.Intro, l.Scope)
	if l.Plot != nil {
		k.plot(l.Plot)
	}
	for _, list := range [][]*lessons.Screen{l.Screens, l.Review} {
		for _, s := range list {
			k.named(s)
			k.prose(s.Prose, l.Scope)
			if s.Plot != nil {
				k.plot(s.Plot)
				k.facts(s.Plot.Notice, l.Scope)
			}
			if s.Question != nil {
				k.facts(s.Question.About().Ask, s.Question.About().Scope)
				k.question(s.Question)
			}
			k.prose(s.After, l.Scope)
			w := wordsOf(s)
			k.claims(s, w.plain())
			k.covered(s, w, l.Scope)
			k.spoken(l, w)
			k.pointing(l, s, w)
			k.twins(s)
			if s.Question != nil {
				k.asking(s)
				k.bounds(s.Question.About().Place, s.Question.About().Scope, termsOf(s.Question)...)
			}
		}
	}
	k.letters(l)
	return sorted(k.faults), sorted(k.remarks)
}

// Question returns the faults of a question that stands for itself, and what could not be checked in it.
func Question(c *lessons.Course, q lessons.Question) (faults, remarks lessons.Faults) {
	k := &checker{course: c}
	about := q.About()
	k.facts(about.Ask, about.Scope)
	k.question(q)
	k.asking(&lessons.Screen{Place: about.Place, Question: q})
	k.bounds(about.Place, about.Scope, termsOf(q)...)
	return sorted(k.faults), sorted(k.remarks)
}

// named demands that a screen has an ID, by which records know it wherever it stands.
func (k *checker) named(s *lessons.Screen) {
	switch {
	case s.Named:
	case s.Title == lessons.ReviewTitle:
		k.fault(s.Place, `write id = "…", a name of its own in the lesson`, "this question for practice has no ID")
	default:
		k.fault(s.Place, "write a name of its own behind the heading: "+fmt.Sprintf("## %s {#…}", s.Title), "the screen %q has no ID", s.Title)
	}
}

// sorted returns faults in the order of their places, each once.
func sorted(all lessons.Faults) lessons.Faults {
	slices.SortStableFunc(all, func(a, b lessons.Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(all)
}

// A checker gathers faults and remarks.
type checker struct {
	course          *lessons.Course
	faults, remarks lessons.Faults
	runs            map[string]*lab.Run // those that claims are about
}

func (k *checker) fault(at lessons.Position, do, what string, args ...any) {
	k.faults = append(k.faults, at.Fault(fmt.Sprintf(what, short(args)...), do))
}

func (k *checker) remark(at lessons.Position, do, what string, args ...any) {
	k.remarks = append(k.remarks, at.Fault(fmt.Sprintf(what, short(args)...), do))
}

// short cuts formulas that are too long for a line.
func short(args []any) []any {
	const longest = 240
	args = slices.Clone(args)
	for i, a := range args {
		if text, ok := a.(string); ok && utf8.RuneCountInString(text) > longest {
			args[i] = string([]rune(text)[:longest]) + "…"
		}
	}
	return args
}

func (k *checker) question(q lessons.Question) {
	switch q := q.(type) {
	case *lessons.Expression:
		k.expression(q)
	case *lessons.Number:
		k.number(q)
	case *lessons.Choice:
		k.choice(q)
	case *lessons.Derive:
		k.derive(q)
	case *lessons.Spot:
		k.spot(q)
	case *lessons.Lab:
		k.lab(q)
	}
}

// equal demands that two terms are proved equal, and reports whether they are.
func (k *checker) equal(of lessons.Term, above expr.Node, sc *scope.Scope, what string) bool {
	v := judge.Compare(of.Tree, above, sc)
	switch v.Relation {
	case judge.Equal:
		if v.Evidence != judge.Exact {
			k.remark(of.Place, "a smaller step between may be proved", "%s is equal by %s evidence, not by an exact proof", what, v.Evidence)
		}
	case judge.Different:
		left, right := v.Witness.Decimals()
		k.fault(of.Place, "correct it", "%s is not equal to what stands before it: %s against %s at %s", what, left, right, point(v.Witness))
	case judge.Undefined:
		k.fault(of.Place, "correct it or the domains", "%s has no value where what stands before it has one", what)
	case judge.Unsure, judge.Unreadable: // both are read
		k.fault(of.Place, "write a smaller step between", "%s could not be proved equal to what stands before it", what)
	}
	return v.Relation == judge.Equal
}

// different demands that a wrong answer is shown to be wrong.
func (k *checker) different(of lessons.Term, from expr.Node, sc *scope.Scope, what string) bool {
	switch judge.Compare(of.Tree, from, sc).Relation {
	case judge.Different:
		return true
	case judge.Equal:
		k.fault(of.Place, "make it wrong or take it out", "%s is right", what)
	case judge.Undefined:
		k.fault(of.Place, "take it out or narrow the domains", "%s has no value here", what)
	case judge.Unsure, judge.Unreadable:
		k.fault(of.Place, "make it plainly wrong or take it out", "%s could not be shown to be wrong", what)
	}
	return false
}

func point(w *judge.Witness) string {
	if len(w.Point) == 0 {
		return "every point"
	}
	values := make([]string, len(w.Point))
	for i, v := range w.Point {
		values[i] = typeset.Line(v.Symbol) + " = " + v.Written(typeset.Line)
	}
	return strings.Join(values, ", ")
}

// wrong demands that a listed wrong answer is refused with its own words. The values drawn are told by where.
func (k *checker) wrong(a *grade.Attempt, w lessons.Wrong, typed, where string) {
	f := a.Judge(typed)
	switch {
	case f.Kind != grade.Wrong:
		k.fault(w.Place, "make it wrong or take it out", "the wrong answer %s is graded %s%s", typed, f.Kind, where)
	case len(f.Say) == 0 || f.Say[0].Plain() != w.Say.Plain():
		k.fault(w.Place, "put this one before the other, or take one out", "the wrong answer %s does not get its own words%s", typed, where)
	}
}
