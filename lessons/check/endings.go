package check

import (
	"fmt"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// demandForm is what to do where a line ends a derivation before its goal.
const demandForm = `write form = "…", the form in which the goal is wanted`

// endings demands that a derivation ends with its goal or what is as good, and not with a line on the way that lacks what
// the screen is about.
func (k *checker) endings(q *lessons.Derive) {
	begin := func() *grade.Attempt { return k.start(q, 0, lessons.Free) }
	for _, t := range q.Also {
		if k.equal(t, q.From.Tree, q.Scope, "this line off the path") {
			kind := k.accepted(t, q.Scope, begin, "the true line", "make it another step or take it out", grade.Step, grade.Right)
			if kind == grade.Right {
				k.remark(t.Place, demandForm+", or list the line in ends", "this line off the path is taken for the goal")
			}
		}
	}
	for _, t := range q.Ends {
		if k.equal(t, q.From.Tree, q.Scope, "this ending") {
			k.accepted(t, q.Scope, begin, "this ending", "correct it or the form", grade.Right)
		}
	}
	if q.Form.Kind() == form.Any {
		k.formless(q)
	}
}

// shapes are the forms that can be a point by themselves.
var shapes = []string{"single-fraction", "factored", "no-derivative"}

// formless demands a form where the last step makes one that no line had before.
func (k *checker) formless(q *lessons.Derive) {
	for _, name := range shapes {
		f, err := form.Parse(name)
		if err != nil || !f.Met(q.To.Tree, q.To.Tree) || f.Met(q.From.Tree, q.To.Tree) {
			continue
		}
		k.remark(q.To.Place, fmt.Sprintf("write form = %q, or as-goal", name), "the goal has the form %s, which is not demanded", name)
		return
	}
}

// trueOptions demands that no wrong option is right after all: the formula of the right one, or a relation that holds.
func (k *checker) trueOptions(q *lessons.Choice) {
	right := onlyFormula(q.Options[0].Text)
	if right == nil {
		return
	}
	for _, o := range q.Options[1:] {
		wrong := onlyFormula(o.Text)
		if wrong == nil || len(wrong.Parts) != len(right.Parts) {
			continue
		}
		switch {
		case len(right.Parts) == 1 && same(wrong.Parts[0], right.Parts[0], q.Scope):
			k.fault(o.Place, "make it wrong or take it out", "the option %s is right: it equals %s", wrong.Line(), right.Line())
		case len(right.Parts) == 2 && right.Relations[0] == "=" && wrong.Relations[0] == "=" && same(wrong.Parts[0], wrong.Parts[1], q.Scope):
			k.fault(o.Place, "make it wrong or take it out", "the option %s is true", wrong.Line())
		}
	}
}

// onlyFormula returns the formula that a text is, nil if there is more or less.
func onlyFormula(t lessons.Text) *lessons.Formula {
	if len(t) != 1 {
		return nil
	}
	return t[0].Formula
}

func same(a, b expr.Node, sc *scope.Scope) bool {
	return judge.Compare(a, b, sc).Relation == judge.Equal
}
