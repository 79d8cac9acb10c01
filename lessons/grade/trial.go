package grade

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chainrule/mathcore/decimal"

	"chainrule/lessons"
	"chainrule/lessons/lab"
	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
)

// A Trial is a formula in a lab made ready to run, and finds the words for what comes of it. It does not change.
type Trial struct {
	// Right tells that the formula was proved to be the gradient.
	Right    bool
	Measured lab.Measurement

	q        *lessons.Lab
	course   *lessons.Course
	unsure   bool           // nothing was proved of the formula, either way
	machines []*lab.Machine // one for each run of the lab
}

// longestRun bounds the instructions of one run: a few seconds of them.
const longestRun = 1 << 30

// newTrial makes a formula ready to run. What that costs is taken from the meter; the runs themselves are not.
func newTrial(q *lessons.Lab, course *lessons.Course, n expr.Node, right bool, m *budget.Meter) (*Trial, *lab.Stuck) {
	t := &Trial{Right: right, q: q, course: course}
	model := q.Model
	model.Scope = model.Scope.Under(m)
	given, stuck := model.Ready(n, false)
	if stuck != nil {
		return nil, stuck
	}
	m.Spend(given.Work())
	t.Measured = given.Measure(q.At, q.H)
	for _, run := range q.Runs {
		machine, stuck := model.Ready(n, run.Centred)
		if stuck != nil {
			return nil, stuck
		}
		if machine.Work() > longestRun/max(run.Steps, 1) {
			return nil, &lab.Stuck{}
		}
		t.machines = append(t.machines, machine)
	}
	return t, nil
}

// Lab returns the lab that the trial is for.
func (t *Trial) Lab() *lessons.Lab { return t.q }

// Start begins run k of the lab with a step size, which is that of the lab or the learner's own.
func (t *Trial) Start(k int, alpha float64) *lab.Run {
	return t.machines[k].Start(t.q.Start, alpha, t.q.Runs[k].Steps)
}

// Result tells what a run came to.
func (t *Trial) Result(r *lab.Run) lab.Result { return r.Result(t.q.Fit, t.q.Places) }

// Tell tells what a run came to in words.
func (t *Trial) Tell(r *lab.Run) lessons.Text {
	o := t.Result(r)
	words, _ := t.course.Run(o.Ending.String())
	said := words.Wrong
	if t.good() {
		said = words.Right
	}
	return lessons.Written(func(set typeset.Charset) lessons.Text { return lessons.Told(said, t.figures(r, o, set)) })
}

// good reports whether nothing is to be said against the formula.
func (t *Trial) good() bool { return t.Right || t.unsure && t.Measured.Match == lab.Same }

// Judge tells what the second judge finds: what the formula says at a point, and the slopes measured there.
func (t *Trial) Judge() lessons.Text {
	m := t.Measured
	words, _ := t.course.Run(m.Match.String())
	verdict := words.Wrong
	if t.good() && m.Match == lab.Same {
		verdict = words.Right
	}
	return lessons.Written(func(set typeset.Charset) lessons.Text {
		said := lessons.Told("The second judge, at {at}: your formula says {says}; the slope measured is {slope}. ", map[string]string{
			"at": t.point(m.At, lab.Decimal, set), "says": t.each(m.Says, set), "slope": t.each(m.Slope, set),
		})
		var agrees, differs []string
		for j, yes := range m.Agrees {
			if yes {
				agrees = append(agrees, t.name(j, set))
			} else {
				differs = append(differs, t.name(j, set))
			}
		}
		return append(said, lessons.Told(verdict, map[string]string{
			"J": t.q.Called, "factor": typeset.Numerals(ratio(m.Factor), set),
			"agrees": strings.Join(agrees, " and "), "differs": strings.Join(differs, " and "),
		})...)
	})
}

// figures are what stands for the names in braces.
func (t *Trial) figures(r *lab.Run, o lab.Result, set typeset.Charset) map[string]string {
	losses := r.Losses()
	const some = 3
	var first []string
	for k := 1; k <= min(some, r.Steps()-1); k++ {
		first = append(first, t.Loss(losses[k]))
	}
	stop := fmt.Sprintf("%s after %d steps", t.Loss(o.Last), r.Steps())
	switch {
	case o.Stopped && math.IsNaN(o.Last):
		stop = fmt.Sprintf("no number any more at step %d", r.Steps())
	case o.Stopped:
		stop = fmt.Sprintf("above 10⁹ at step %d", r.Steps())
	}
	between := "between " + t.Loss(o.Low) + " and " + t.Loss(o.High)
	if t.Loss(o.Low) == t.Loss(o.High) {
		between = "at " + t.Loss(o.Low)
	}
	return map[string]string{
		"J": t.q.Called, "alpha": Alpha(r.Rate()), "steps": strconv.Itoa(o.Step), "stop": stop,
		"first": t.Loss(o.First), "losses": strings.Join(first, ", "), "last": t.Loss(o.Last), "goal": t.Loss(t.q.Least),
		"between": between, "least": t.Loss(o.Least), "leastat": strconv.Itoa(o.LeastAt),
		"at": t.point(o.At, t.Parameter, set), "fit": t.point(t.q.Fit, t.Parameter, set), "slope": t.each(o.Slope, set),
	}
}

// point tells a value for each parameter, as in θ_0 = 1, θ_1 = 1.
func (t *Trial) point(at []float64, write func(float64) string, set typeset.Charset) string {
	parts := make([]string, len(at))
	for j, v := range at {
		parts[j] = t.name(j, set) + " = " + typeset.Numerals(write(v), set)
	}
	return strings.Join(parts, ", ")
}

// each tells a slope for each parameter, as in 2.4991 for θ_0 and 27.4909 for θ_1.
func (t *Trial) each(slope []float64, set typeset.Charset) string {
	parts := make([]string, len(slope))
	for j, v := range slope {
		parts[j] = typeset.Numerals(t.Parameter(v), set) + " for " + t.name(j, set)
	}
	return strings.Join(parts, " and ")
}

func (t *Trial) name(j int, set typeset.Charset) string {
	return typeset.Inline(t.q.Model.Parameters[j], set)
}

// Parameter writes the value of a parameter, to the places of the fit.
func (t *Trial) Parameter(v float64) string { return figure(v, t.q.Places) }

// Loss writes a loss.
func (t *Trial) Loss(v float64) string { return figure(v, t.q.Places) }

// Alpha writes a step size.
func Alpha(v float64) string { return ratio(v) }

// ratio writes a number with four digits at most.
func ratio(v float64) string {
	const digits, large, small = 4, 1e6, 1e-4
	if size := math.Abs(v); size >= large || size < small && v != 0 {
		return decimal.Scientific(v, digits-1)
	}
	return strconv.FormatFloat(v, 'g', digits, 64)
}

// figure writes a number with the places asked for, and a large one with fewer or as a power of ten.
func figure(v float64, places int) string {
	const large, huge = 1e3, 1e6
	switch size := math.Abs(v); {
	case math.IsNaN(v):
		return "no number"
	case math.IsInf(v, 0):
		return "beyond all bounds"
	case size >= huge:
		return decimal.Scientific(v, 1)
	case size >= large:
		return decimal.Fixed(v, 1)
	}
	return decimal.Fixed(v, places)
}

// sayStuck tells why a formula cannot run.
func (l *laboratory) sayStuck(s *expr.Symbol, set typeset.Charset) string {
	if s == nil {
		return "it is too large."
	}
	for k, index := range s.Index {
		letter, isLetter := index.(*expr.Symbol)
		switch {
		case isLetter && k == 0:
			return "outside of a sum over " + letter.Name + ", the index " + letter.Name + " means no example."
		case isLetter:
			return "the index " + letter.Name + " means nothing here. The parameter is counted by " + typeset.Inline(l.q.Model.Input.Index[k], set) + "."
		}
	}
	if len(s.Index) > 0 && expr.Is(s.Index[0], 0) {
		return "there is no " + typeset.Line(s) + " in the data: the examples count from 1."
	}
	if len(s.Index) > 0 {
		return "there is no " + typeset.Inline(s, set) + " in the data."
	}
	return typeset.Inline(s, set) + " stands for nothing in the data."
}
