package plain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
	"chainrule/mathcore/typeset"
)

// lastRun is the run that was told last.
type lastRun struct {
	trial *grade.Trial
	run   *lab.Run
	which int
}

// descend lets a formula run and tells it as a table of steps, then what it came to.
func (c *conversation) descend(trial *grade.Trial, which int, alpha float64) {
	q := trial.Lab()
	r := trial.Start(which, alpha).Finish()
	c.ran = &lastRun{trial, r, which}
	c.say("", fmt.Sprintf("Run %d of %d: %s, step size α = %s, at most %d steps.",
		which+1, len(q.Runs), q.Runs[which].Name, grade.Alpha(alpha), r.Limit()))
	header := []string{"step", q.Called}
	published := []string{"published", trial.Loss(q.Least)}
	for j, p := range q.Model.Parameters {
		header, published = append(header, typeset.Line(p)), append(published, trial.Parameter(q.Fit[j]))
	}
	rows := [][]string{header}
	for _, step := range stepsToTell(r, trial.Result(r), q.Runs[which].Log) {
		row := []string{strconv.Itoa(step), trial.Loss(r.Losses()[step])}
		for _, v := range r.Shown(step) {
			row = append(row, trial.Parameter(v))
		}
		rows = append(rows, row)
	}
	c.columns(append(rows, published))
	c.text(0, "", trial.Tell(r))
}

// stepsToTell chooses the steps that are stepsToTell: 0, 1, 10, 100 … or 0, 1, 2, 5, 10 …, the one that reached the fit, the last one;
// of a run that jumps the last two.
func stepsToTell(r *lab.Run, o lab.Result, log bool) []int {
	const few = 8
	n := r.Steps()
	steps := []int{0, n, o.Step}
	if o.Ending == lab.Jumping {
		steps = append(steps, n-1)
	}
	for k := 1; k < n; k *= 10 {
		steps = append(steps, k)
		if !log {
			steps = append(steps, 2*k, 5*k)
		}
	}
	if n <= few {
		for k := range n {
			steps = append(steps, k)
		}
	}
	slices.Sort(steps)
	return slices.DeleteFunc(slices.Compact(steps), func(k int) bool { return k > n })
}

// columns says rows as columns, set to the right.
func (c *conversation) columns(rows [][]string) {
	if c.speak {
		c.rows(rows)
		return
	}
	wide := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			wide[i] = max(wide[i], len([]rune(c.styles.Say(cell))))
		}
	}
	for _, r := range rows {
		var b strings.Builder
		for i, cell := range r {
			cell = c.styles.Say(cell)
			b.WriteString("   " + strings.Repeat(" ", wide[i]-len([]rune(cell))) + cell)
		}
		c.say(b.String())
	}
}

// runAgain runs the last formula of the lab in another run, or with another step size: ":run 2", ":run centred" or ":run 1 0.05".
func (c *conversation) runAgain(screen *lessons.Screen, rest string) {
	q, ok := screen.Question.(*lessons.Lab)
	if !ok || c.ran == nil || c.ran.trial.Lab() != q {
		c.say("There is no formula to run. In a lab, type one first.")
		return
	}
	which := c.ran.which
	step := rest
	if rest != "" {
		n, behind, found := chosenRun(q, rest)
		if !found {
			c.say(fmt.Sprintf("Which run? Type :run and a number from 1 to %d, or the name of a run, and a step size after it if you like, as in :run 1 0.02.",
				len(q.Runs)))
			return
		}
		which, step = n, behind
	}
	alpha := q.Runs[which].Step
	if step != "" {
		size, err := strconv.ParseFloat(step, 64)
		if err != nil || !(size > 0 && size <= mostAlpha) {
			c.say(fmt.Sprintf("The step size is a number above 0 and at most %.0f, as in :run 1 0.02.", mostAlpha))
			return
		}
		alpha = size
	}
	c.descend(c.ran.trial, which, alpha)
}

// chosenRun finds the run that words begin with, by its number or its name, and returns what stands behind it.
func chosenRun(q *lessons.Lab, words string) (which int, rest string, found bool) {
	number, behind, _ := strings.Cut(words, " ")
	if n, err := strconv.Atoi(number); err == nil {
		return n - 1, strings.TrimSpace(behind), n >= 1 && n <= len(q.Runs)
	}
	for i, r := range q.Runs {
		if len(words) >= len(r.Name) && strings.EqualFold(words[:len(r.Name)], r.Name) {
			if behind := words[len(r.Name):]; behind == "" || behind[0] == ' ' {
				return i, strings.TrimSpace(behind), true
			}
		}
	}
	return 0, "", false
}

// mostAlpha bounds the step size: beyond it there is nothing to see.
const mostAlpha = 1e6
