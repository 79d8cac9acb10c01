package check

import (
	"math"
	"math/big"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
)

func (k *checker) lab(q *lessons.Lab) {
	model := q.Accept[0]
	for i, a := range q.Accept {
		if i > 0 && !k.equal(a, model.Tree, q.Scope, "this right answer") {
			continue
		}
		k.accepted(a, q.Scope, func() *grade.Attempt { return k.start(q, 0, 0) }, "the right answer", "correct it", grade.Right)
		if f := k.start(q, 0, 0).Judge(a.Source); f.Trial != nil {
			k.reaches(q, a, f.Trial)
		}
	}
	k.wrongs(q.Wrong, model.Tree, q)
	for _, w := range q.Wrong {
		k.shown(q, w)
	}
	k.hints(&q.Asked, q.Accept...)
}

// reaches demands that a right answer runs to the published fit, and that the second judge agrees with it.
func (k *checker) reaches(q *lessons.Lab, a lessons.Term, t *grade.Trial) {
	if t.Measured.Match != lab.Same {
		k.fault(a.Place, "correct the loss, the answer or h", "the slopes measured are not those of the answer %s: %s", a.Source, t.Judge().Plain())
		return
	}
	for i, run := range q.Runs {
		r := t.Start(i, run.Step).Finish()
		switch o := t.Result(r); {
		case o.Ending != lab.Reached:
			k.fault(run.Place, "correct the fit, the step size or the number of steps", "the answer %s does not reach the fit in this run: %s", a.Source, t.Tell(r).Plain())
		case !writtenAs(o.Last, q.Least):
			k.fault(q.FitAt, "write the loss with as many digits as are known", "at the fit the loss is %.8g, not %g", o.Last, q.Least)
		}
	}
}

// shown demands that something shows a wrong answer to be wrong: the first run, or the second judge.
func (k *checker) shown(q *lessons.Lab, w lessons.Wrong) {
	f := k.start(q, 0, 0).Judge(w.Source)
	if f.Trial == nil || f.Kind != grade.Wrong || f.Trial.Measured.Match != lab.Same {
		return
	}
	if o := f.Trial.Result(f.Trial.Start(0, q.Runs[0].Step).Finish()); o.Ending == lab.Reached {
		k.fault(w.Place, "take other data, or another point", "nothing shows that %s is wrong: it reaches the fit, and the slopes measured agree", w.Source)
	}
}

// writtenAs reports whether v rounds to the number as it was written.
func writtenAs(v, written float64) bool {
	exact, ok := new(big.Rat).SetString(lab.Decimal(written))
	if !ok {
		return false
	}
	places, _ := exact.FloatPrec()
	return math.Abs(v-written) <= 0.5000001*math.Pow(10, -float64(places))
}
