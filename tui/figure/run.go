package figure

import (
	"fmt"
	"math"
	"strconv"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Run draws run k of a lab as far as it has gone: where the parameters are beside the published fit, and the loss at
// each step beside that at the fit.
func Run(q *lessons.Lab, t *grade.Trial, r *lab.Run, k int, state string, s *kit.Styles) *widget.Plot {
	steps := stepAxis(q.Runs[k], r)
	losses := r.Losses()
	up := levelAxis(losses, q.Least)
	p := &widget.Plot{Var: "step", From: 0, To: steps.to, Low: up.low, High: &up.high, Across: steps.label, Up: up.label, Ticks: steps.ticks}
	p.Curves = []widget.Curve{
		{Label: q.Called + " at each step", At: func(x float64) float64 { return up.level(along(losses, steps.step(x))) }},
		{Label: q.Called + " at the published fit", At: func(float64) float64 { return up.level(q.Least) }},
	}
	p.Head = func(width, height int) []string {
		const roomy = 16
		if height < roomy {
			return briefly(q, t, r, k, state, width, s)
		}
		return append(beside(q, t, r, k, state, width, s), "")
	}
	return p
}

// along returns the loss between two steps; NaN beyond the last one.
func along(losses []float64, step float64) float64 {
	k := int(math.Floor(step + 1e-9))
	switch {
	case k < 0 || k >= len(losses) || k == len(losses)-1 && step > float64(k)+1e-6:
		return math.NaN()
	case k == len(losses)-1:
		return losses[k]
	}
	share := max(step-float64(k), 0)
	return losses[k] + share*(losses[k+1]-losses[k])
}

// A stepping says where a step stands on the axis: evenly, or by its powers of ten.
type stepping struct {
	to    float64
	ticks int // 0 if any will do
	step  func(x float64) float64
	label func(x float64) string
}

func stepAxis(run lessons.Run, r *lab.Run) stepping {
	count := func(step float64) string { return strconv.Itoa(int(math.Round(step))) }
	if run.Log && !r.Stopped() {
		return powers(float64(r.Limit()), count)
	}
	end := r.Limit()
	if r.Stopped() {
		end = roundSteps(r.Steps())
	}
	return stepping{float64(end), 0, func(x float64) float64 { return x }, count}
}

// powers is the axis 0, 1, 10, 100 … last, in even steps.
func powers(last float64, count func(float64) string) stepping {
	ticks := []float64{0}
	for power := 1.0; power < last/3; power *= 10 {
		ticks = append(ticks, power)
	}
	ticks = append(ticks, last)
	step := func(x float64) float64 {
		k := min(max(int(x), 0), len(ticks)-2)
		share := x - float64(k)
		if k == 0 {
			return share * ticks[1]
		}
		return ticks[k] * math.Pow(ticks[k+1]/ticks[k], share)
	}
	return stepping{float64(len(ticks) - 1), len(ticks) - 1, step, func(x float64) string { return count(step(x)) }}
}

// roundSteps returns a number of steps that divides well and holds n.
func roundSteps(n int) int {
	for power := 1; ; power *= 10 {
		for _, digit := range []int{2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 18} {
			if digit*power >= n {
				return digit * power
			}
		}
	}
}

// A leveling says how high a loss stands: as it is, or by its logarithm where it runs through many powers of ten.
type leveling struct {
	level func(loss float64) float64
	label func(level float64) string
	low   *float64 // the lowest level, nil if any will do
	high  float64
}

func levelAxis(losses []float64, least float64) leveling {
	const (
		steep = 30  // times the least loss: what is told of the last steps would be flat
		wild  = 1e4 // times the first loss
	)
	high := least
	for _, l := range losses {
		if !math.IsInf(l, 0) {
			high = max(high, l)
		}
	}
	if losses[0] < steep*least && high < wild*losses[0] {
		return leveling{level: func(loss float64) float64 { return loss }, high: high}
	}
	low, top := decades(least, high)
	return leveling{low: &low, high: top, label: decade, level: func(loss float64) float64 {
		if !(loss > 0) {
			return math.NaN()
		}
		return math.Log10(loss)
	}}
}

// decades returns powers of ten around two numbers, so that a few even steps of whole decades lead from the one to the other.
func decades(least, most float64) (low, high float64) {
	const steps = 4
	low = math.Floor(math.Log10(least))
	span := max(math.Ceil(math.Log10(most))-low, 1)
	step := math.Ceil(span / steps)
	return low, low + step*math.Ceil(span/step)
}

// decade labels a power of ten; what lies between two has no label.
func decade(level float64) string {
	const small, large = -3, 4
	whole := math.Round(level)
	switch {
	case math.Abs(level-whole) > 1e-6:
		return ""
	case whole < small || whole > large:
		return fmt.Sprintf("1e%d", int(whole))
	}
	return strconv.FormatFloat(math.Pow(10, whole), 'f', -1, 64)
}

// beside sets the parameters beside the published fit.
func beside(q *lessons.Lab, t *grade.Trial, r *lab.Run, k int, state string, width int, s *kit.Styles) []string {
	n := r.Steps()
	rows := [][3]string{{"", "now", "published"}}
	for j, v := range r.Shown(n) {
		rows = append(rows, [3]string{typeset.Line(q.Model.Parameters[j]), t.Parameter(v), t.Parameter(q.Fit[j])})
	}
	rows = append(rows, [3]string{q.Called, t.Loss(r.Losses()[n]), t.Loss(q.Least)})
	lines := []string{
		s.Strong.Render(s.Say("Run: "+q.Runs[k].Name)) + s.Say(", α = "+grade.Alpha(r.Rate())),
		s.Say(fmt.Sprintf("Step %d of %d  ", n, r.Limit())) + s.Muted.Render(s.Say(state)),
	}
	for i, row := range rows {
		line := fmt.Sprintf("%-8s%14s%14s", s.Say(row[0]), s.Say(row[1]), s.Say(row[2]))
		if i == 0 {
			line = s.Muted.Render(line)
		}
		lines = append(lines, line)
	}
	for i, l := range lines {
		lines[i] = kit.Cut(l, width)
	}
	return lines
}

// briefly tells the same in as few lines as can be, where there is no room for more.
func briefly(q *lessons.Lab, t *grade.Trial, r *lab.Run, k int, state string, width int, s *kit.Styles) []string {
	n := r.Steps()
	var parts []string
	for j, v := range r.Shown(n) {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", typeset.Line(q.Model.Parameters[j]), t.Parameter(v), t.Parameter(q.Fit[j])))
	}
	parts = append(parts, fmt.Sprintf("%s %s (%s)", q.Called, t.Loss(r.Losses()[n]), t.Loss(q.Least)))
	head := s.Say(fmt.Sprintf("%s, α = %s, step %d of %d ", q.Runs[k].Name, grade.Alpha(r.Rate()), n, r.Limit()))
	if rest := width - lipgloss.Width(head); rest > 0 {
		head += s.Muted.Render(kit.Cut(s.Say(state), rest))
	}
	lines := []string{kit.Cut(head, width), ""}
	for _, p := range parts {
		last := &lines[len(lines)-1]
		switch p = s.Say(p); {
		case *last == "":
			*last = kit.Cut(p, width)
		case lipgloss.Width(*last)+2+lipgloss.Width(p) <= width:
			*last += "  " + p
		default:
			lines = append(lines, kit.Cut(p, width))
		}
	}
	return lines
}
