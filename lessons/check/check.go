// Package check tells an author what is wrong with a lesson, by proving it and by playing it.
//
// What can be seen by reading alone the loader has said already. The package changes nothing and teaches nobody.
package check

import (
	"fmt"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// Course returns the faults of all lessons: lines that do not follow, wrong answers that are right or do not get their
// own words, questions that cannot be played to their end.
func Course(c *lessons.Course) lessons.Faults {
	var all lessons.Faults
	for _, l := range c.Lessons {
		all = append(all, Lesson(c, l)...)
	}
	return all
}

// Lesson returns the faults of one lesson of the course.
func Lesson(c *lessons.Course, l *lessons.Lesson) lessons.Faults {
	k := &checker{course: c}
	for _, list := range [][]*lessons.Screen{l.Screens, l.Review} {
		for _, s := range list {
			if s.Plot != nil {
				k.plot(s.Plot)
			}
			if s.Question != nil {
				k.question(s.Question)
			}
		}
	}
	return k.faults
}

// A checker gathers faults.
type checker struct {
	course *lessons.Course
	faults lessons.Faults
}

func (k *checker) fault(at lessons.Place, do, what string, args ...any) {
	k.faults = append(k.faults, at.Fault(fmt.Sprintf(what, args...), do))
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
	}
}

// equal demands that two terms are proved equal.
func (k *checker) equal(of lessons.Term, above expr.Node, sc *scope.Scope, what string) {
	v := judge.Compare(of.Tree, above, sc)
	switch v.Relation {
	case judge.Equal:
	case judge.Different:
		left, right := v.Witness.Decimals()
		k.fault(of.Place, "correct it", "%s is not equal to what stands before it: %s against %s at %s", what, left, right, point(v.Witness))
	case judge.Undefined:
		k.fault(of.Place, "correct it or the domains", "%s has no value where what stands before it has one", what)
	case judge.Unsure:
		k.fault(of.Place, "write a smaller step between", "%s could not be proved equal to what stands before it", what)
	}
}

// different demands that a wrong answer is shown to be wrong.
func (k *checker) different(of lessons.Term, from expr.Node, sc *scope.Scope, what string) bool {
	switch judge.Compare(of.Tree, from, sc).Relation {
	case judge.Different:
		return true
	case judge.Equal:
		k.fault(of.Place, "take it out", "%s is right", what)
	case judge.Undefined:
		k.fault(of.Place, "take it out or narrow the domains", "%s has no value here", what)
	case judge.Unsure:
		k.fault(of.Place, "take it out", "%s could not be shown to be wrong", what)
	}
	return false
}

func point(w *judge.Witness) string {
	if len(w.Point) == 0 {
		return "every point"
	}
	values := make([]string, len(w.Point))
	for i, v := range w.Point {
		values[i] = v.Symbol.Name + " = " + v.Is.RatString()
	}
	return strings.Join(values, ", ")
}

// wrong demands that a listed wrong answer is refused with its own words.
func (k *checker) wrong(a *grade.Attempt, w lessons.Wrong, typed string) {
	f := a.Judge(typed)
	switch {
	case f.Kind != grade.Wrong:
		k.fault(w.Place, "take it out", "the wrong answer %s is graded %s", typed, f.Kind)
	case len(f.Say) == 0 || f.Say[0].Plain() != w.Say.Plain():
		k.fault(w.Place, "put this one before the other, or take one out", "the wrong answer %s does not get its own words", typed)
	}
}

// hints demands that the first two rungs do not give the answer away.
func (k *checker) hints(q *lessons.Asked, answer expr.Node) {
	const small = 3 // a number or a letter alone may stand in a hint
	if expr.Size(answer) <= small {
		return
	}
	for i, h := range q.Hints[:min(2, len(q.Hints))] {
		for _, part := range h {
			if part.Formula != nil && gives(part.Formula, answer) {
				k.fault(q.Place, "say less", "hint %d gives the answer away", i+1)
			}
		}
	}
}

func gives(f *lessons.Formula, answer expr.Node) bool {
	for _, p := range f.Parts {
		if expr.Alike(p, answer) {
			return true
		}
	}
	return false
}
