package check

import (
	"chainrule/lessons"
	"chainrule/lessons/grade"
)

func (k *checker) lab(q *lessons.Lab) {
	model := q.Accept[0]
	for i, a := range q.Accept {
		if i > 0 {
			k.equal(a, model.Tree, q.Scope, "this right answer")
		}
		k.accepted(a, func() *grade.Attempt { return k.start(q, 0, 0) }, "the right answer", "correct it", grade.Right)
	}
	k.wrongs(q.Wrong, model.Tree, q)
	k.hints(&q.Asked, q.Accept...)
}
