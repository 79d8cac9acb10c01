package check

import (
	"fmt"
	"math/big"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
)

func (k *checker) start(q lessons.Question, seed int, level lessons.Level) *grade.Attempt {
	return grade.New(k.course, q, grade.Options{Seed: uint64(seed), Level: level})
}

func (k *checker) expression(q *lessons.Expression) {
	model := q.Accept[0]
	if q.From.Tree != nil {
		k.equal(model, q.From.Tree, q.Scope, "the answer")
	}
	for _, a := range q.Accept {
		k.equal(a, model.Tree, q.Scope, "this right answer")
		if f := k.start(q, 0, 0).Judge(a.Source); f.Kind != grade.Right {
			k.fault(a.Place, "correct it or the form", "the right answer %s is graded %s", a.Source, f.Kind)
		}
	}
	for _, w := range q.Wrong {
		if k.different(w.Term, model.Tree, q.Scope, "this wrong answer") {
			k.wrong(k.start(q, 0, 0), w, w.Source)
		}
	}
	k.hints(&q.Asked, model.Tree)
}

func (k *checker) number(q *lessons.Number) {
	for seed, row := range q.Rows {
		put := func(n expr.Node) expr.Node {
			for i, s := range q.Vary {
				n = expr.Substitute(n, s, expr.Rational(row.Values[i]))
			}
			return n
		}
		answer, ok := decimal(put(q.Answer.Tree), q)
		if !ok {
			k.fault(q.Answer.Place, "correct it or the values", "the answer has no value at %v", row.Texts)
			continue
		}
		right := answer.FloatString(q.Places)
		if f := k.start(q, seed, 0).Judge(right); f.Kind != grade.Right {
			k.fault(q.Answer.Place, "correct it", "the answer %s is graded %s", right, f.Kind)
		}
		for _, w := range q.Wrong {
			value, ok := decimal(put(w.Tree), q)
			if !ok {
				k.fault(w.Place, "take it out", "this wrong answer has no value at %v", row.Texts)
				continue
			}
			k.wrong(k.start(q, seed, 0), w, value.FloatString(q.Places))
		}
	}
}

// decimal returns the value of a constant expression, near enough for rounding.
func decimal(n expr.Node, q *lessons.Number) (*big.Rat, bool) {
	const bits = 128
	n, ok := judge.Prepare(n, q.Scope)
	if !ok {
		return nil, false
	}
	program, ok := eval.Compile(n, nil)
	if !ok {
		return nil, false
	}
	e := program.EncloseBig(nil, bits)
	if e.Status != eval.Defined || e.Lo.IsInf() {
		return nil, false
	}
	value, _ := e.Lo.Rat(nil)
	return value, true
}

func (k *checker) choice(q *lessons.Choice) {
	a := k.start(q, 0, 0)
	rights := 0
	for i := range q.Options {
		if a.Judge(fmt.Sprint(i+1)).Kind == grade.Right {
			rights++
		}
	}
	if rights != 1 {
		k.fault(q.Place, "keep one", "%d options are right", rights)
	}
}

func (k *checker) derive(q *lessons.Derive) {
	above := q.From.Tree
	for i, l := range q.Lines {
		k.equal(l.Term, above, q.Scope, fmt.Sprintf("line %d", i+1))
		if expr.Alike(l.Tree, above) {
			k.fault(l.Place, "take it out or make a step", "line %d repeats the line above", i+1)
		}
		above = l.Tree
	}
	for _, t := range q.Also {
		k.equal(t, q.From.Tree, q.Scope, "this line off the path")
		if f := k.start(q, 0, lessons.Free).Judge(t.Source); f.Kind != grade.Step && f.Kind != grade.Right {
			k.fault(t.Place, "correct it", "the true line %s is graded %s", t.Source, f.Kind)
		}
	}
	for _, w := range q.Wrong {
		if k.different(w.Term, q.From.Tree, q.Scope, "this wrong answer") {
			k.wrong(k.start(q, 0, lessons.Free), w, w.Source)
		}
	}
	k.play(q, lessons.Worked, 0, func(i int) string { return q.Lines[i].Rules[0] })
	k.play(q, lessons.Free, 0, func(i int) string { return q.Lines[i].Source })
	k.play(q, lessons.Faded, 0, func(i int) string { return q.Lines[q.Blank[i]].Source })
}

// play answers a derivation from the model until it is finished.
func (k *checker) play(q *lessons.Derive, level lessons.Level, seed int, answer func(i int) string) {
	if level == lessons.Faded && len(q.Blank) == 0 {
		return
	}
	a := k.start(q, seed, level)
	for i := 0; i < len(q.Lines) && !a.State().Finished; i++ {
		text := answer(i)
		if f := a.Answer(text); f.Kind != grade.Step && f.Kind != grade.Right {
			k.fault(q.Place, "correct the lines", "the %s derivation stops at %s: %s", level, text, f.Kind)
			return
		}
	}
	if !a.State().Finished {
		k.fault(q.Place, "correct the lines or the form", "the %s derivation does not reach its goal", level)
	}
}

func (k *checker) spot(q *lessons.Spot) {
	above := q.From.Tree
	for i, l := range q.Lines {
		if i == q.False {
			k.different(l.Term, above, q.Scope, "the false line")
			k.equal(q.Repair.Term, above, q.Scope, "the repaired line")
		} else {
			k.equal(l.Term, above, q.Scope, fmt.Sprintf("line %d", i+1))
		}
		above = l.Tree
	}
	a := k.start(q, 0, 0)
	for _, text := range []string{fmt.Sprint(q.False + 1), q.Repair.Source} {
		if f := a.Answer(text); f.Kind != grade.Step && f.Kind != grade.Right {
			k.fault(q.Place, "correct the lines", "%s is graded %s", text, f.Kind)
		}
	}
	if !a.State().Finished {
		k.fault(q.Place, "correct the repair", "the spot cannot be finished")
	}
}

// plot demands that each mark lies on a curve, as exactly as it is written.
func (k *checker) plot(p *lessons.Plot) {
	const tolerance = 0.6e-4
	for _, m := range p.Marks {
		near := false
		for _, c := range p.Curves {
			y := c.Program.Float([]float64{m.X})
			near = near || y-m.Y < tolerance && m.Y-y < tolerance
		}
		if !near && len(p.Curves) > 0 {
			k.fault(p.Curves[0].Place, "correct the mark", "the mark (%g, %g) lies on no curve", m.X, m.Y)
		}
	}
}
