package check

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/lab"
	"chainrule/mathcore/typeset"
)

// run demands that a gradient in a lab does what is said of it, by letting it run.
func (k *checker) run(c *lessons.RunClaim) {
	q := c.Lab
	types := c.Types
	if types.Source == "" {
		types = q.Accept[0]
	}
	if types.Tree == nil {
		return
	}
	r := k.runOf(c, types)
	if r == nil {
		k.fault(c.Place, "type a formula of the data and the parameters", "%s cannot be run", types.Source)
		return
	}
	k.goes(c, r, c.Falls, "falls", func(before, after float64) bool { return after < before })
	k.goes(c, r, c.Rises, "rises", func(before, after float64) bool { return after > before })
	for _, s := range c.At {
		k.stands(c, r, s)
	}
	o := r.Result(q.Fit, q.Places)
	if c.Reaches > 0 && (o.Ending != lab.Reached || o.Step != c.Reaches) {
		k.fault(c.Place, "correct it", "the run does not reach the fit at step %s: it ends %s at step %s", strconv.Itoa(c.Reaches), o.Ending.String(), strconv.Itoa(o.Step))
	}
	if c.Ending != "" && c.Ending != o.Ending.String() {
		k.fault(c.Place, "correct it", "the run does not end %s, but %s", c.Ending, o.Ending.String())
	}
}

// runOf returns the run that a claim is about, gone to its end. Several claims may be about the same.
func (k *checker) runOf(c *lessons.RunClaim, types lessons.Term) *lab.Run {
	given := c.Lab.Runs[c.Run]
	step, steps := given.Step, given.Steps
	if c.Step > 0 {
		step = c.Step
	}
	if c.Steps > 0 {
		steps = c.Steps
	}
	key := fmt.Sprint(c.Lab.ID, " ", types.Source, " ", c.Run, " ", step, " ", steps)
	if r, ok := k.runs[key]; ok {
		return r
	}
	machine, stuck := c.Lab.Model.Ready(types.Tree, given.Centred)
	if stuck != nil {
		return nil
	}
	r := machine.Start(c.Lab.Start, step, steps).Finish()
	if k.runs == nil {
		k.runs = map[string]*lab.Run{}
	}
	k.runs[key] = r
	return r
}

// goes demands that each step between two changes the loss as is said.
func (k *checker) goes(c *lessons.RunClaim, r *lab.Run, span []int, does string, so func(before, after float64) bool) {
	if len(span) == 0 {
		return
	}
	losses := r.Losses()
	for step := span[0] + 1; step <= span[1]; step++ {
		if step >= len(losses) {
			k.fault(c.Place, "correct it", "the run has stopped before step %s", strconv.Itoa(step))
			return
		}
		if !so(losses[step-1], losses[step]) {
			k.fault(c.Place, "correct it, or name the steps between which it does", "at step %s the loss does not do what is said, that it %s: it was %s and is %s",
				strconv.Itoa(step), does, digits(losses[step-1]), digits(losses[step]))
			return
		}
	}
}

// digits writes a loss so that a small change shows.
func digits(v float64) string {
	const shown = 10
	return strconv.FormatFloat(v, 'g', shown, 64)
}

// stands demands that loss and parameters after a step are what is said.
func (k *checker) stands(c *lessons.RunClaim, r *lab.Run, s lessons.StepClaim) {
	if s.Step > r.Steps() {
		k.fault(c.Place, "correct it", "the run has stopped before step %s", strconv.Itoa(s.Step))
		return
	}
	differs := func(what, text string, v float64) {
		if text != "" && !roundsTo(v, text) {
			k.fault(c.Place, "correct it", "after step %s %s is not %s: it is %s", strconv.Itoa(s.Step), what, text, strconv.FormatFloat(v, 'f', 6, 64))
		}
	}
	differs("the loss "+c.Lab.Called, s.Loss, r.Losses()[s.Step])
	shown := r.Shown(s.Step)
	for j, text := range s.Parameters {
		differs(typeset.Line(c.Lab.Model.Parameters[j]), text, shown[j])
	}
}

// roundsTo reports whether a computed number rounds to one that is written out.
func roundsTo(v float64, text string) bool {
	text = strings.Replace(text, "−", "-", 1)
	said, err := strconv.ParseFloat(text, 64)
	_, after, _ := strings.Cut(text, ".")
	const half = 0.5000001
	return err == nil && math.Abs(v-said) <= half*math.Pow(10, -float64(len(after)))
}
