package figure

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"chainrule/mathcore/decimal"

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
	p := &widget.Plot{Var: "step", From: 0, To: steps.to, Low: up.low, High: &up.high, Across: steps.label, Up: up.label}
	level := func(k int) float64 { return up.level(losses[k]) }
	p.Curves = []widget.Curve{
		{Label: q.Called + " at each step", At: func(x float64) float64 { return steps.along(len(losses), level, x) }},
		{Label: q.Called + " at the published fit", At: func(float64) float64 { return up.level(q.Least) }},
	}
	p.Head = func(width, height int) []string {
		const roomy = 20
		if height < roomy {
			return briefly(q, t, r, k, state, width, s)
		}
		return append(beside(q, t, r, k, state, width, s), "")
	}
	p.With = model(q, r, s)
	return p
}

// model draws the data of a lab with what the model says to them, as far as the run has gone and at the published fit; nil where
// the lab does not tell what it says.
func model(q *lessons.Lab, r *lab.Run, s *kit.Styles) *widget.Plot {
	if _, ok := q.Predicted(q.Fit, 0); !ok {
		return nil
	}
	at := func(parameters []float64) func(x float64) float64 {
		return func(x float64) float64 {
			y, _ := q.Predicted(parameters, x)
			return y
		}
	}
	set := widget.Charset(s)
	p := &widget.Plot{Var: typeset.Inline(q.Along, set), Curves: []widget.Curve{
		{Label: "your formula, now", At: at(r.Shown(r.Steps()))},
		{Label: "the published fit", At: at(q.Fit)},
	}}
	low, high := math.Inf(1), math.Inf(-1)
	p.From, p.To = low, high
	for _, row := range q.Model.Data {
		p.Data = append(p.Data, widget.Point{X: row[0], Y: row[1]})
		p.From, p.To = min(p.From, row[0]), max(p.To, row[0])
		low, high = min(low, row[1]), max(high, row[1])
	}
	p.From, p.To = beyond(p.From, p.To)
	low, high = beyond(low, high)
	p.Low, p.High = &low, &high // so that nothing jumps while the line turns
	return p
}

// beyond widens a range a little to both sides, to numbers of few digits.
func beyond(low, high float64) (from, to float64) {
	const share = 0.05
	if !(low < high) {
		return low - 1, high + 1
	}
	unit := math.Pow10(int(math.Floor(math.Log10(high-low))) - 1)
	return math.Floor((low-share*(high-low))/unit) * unit, math.Ceil((high+share*(high-low))/unit) * unit
}

// A stepping says where a step stands on the axis: evenly, or by its logarithm.
type stepping struct {
	to    float64
	place func(step float64) float64
	label func(place float64) string
}

// along returns the level at a place of the axis, from those of n steps: a straight line of the picture leads from each
// step to the next. It is NaN beyond the last one.
func (a stepping) along(n int, level func(k int) float64, x float64) float64 {
	const near = 1e-9
	next := sort.Search(n, func(k int) bool { return a.place(float64(k)) > x+near })
	switch {
	case next == 0 || next == n && x > a.place(float64(n-1))+near:
		return math.NaN()
	case next == n:
		return level(n - 1)
	}
	from, to := a.place(float64(next-1)), a.place(float64(next))
	share := max(x-from, 0) / (to - from)
	if share < near {
		return level(next - 1)
	}
	return level(next-1) + share*(level(next)-level(next-1))
}

func stepAxis(run lessons.Run, r *lab.Run) stepping {
	if run.Log && !r.Stopped() {
		return powers(float64(r.Limit()))
	}
	end := r.Limit()
	if r.Stopped() {
		end = roundSteps(r.Steps())
	}
	count := func(step float64) string { return strconv.Itoa(int(math.Round(step))) }
	return stepping{float64(end), func(step float64) float64 { return step }, count}
}

// powers is the axis of the steps 0, 1, 10, 100 … up to the last: from 1 on logarithmic, and 0 as far before 1 as 10 is
// behind it.
func powers(last float64) stepping {
	place := func(step float64) float64 {
		if step < 1 {
			return step
		}
		return 1 + math.Log10(step)
	}
	return stepping{place(max(last, 1)), place, func(x float64) string {
		if x < 1 {
			return "0"
		}
		return decade(x - 1)
	}}
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
	low := math.Log10(least)
	return leveling{low: &low, high: max(math.Log10(high), low+1), label: decade, level: func(loss float64) float64 {
		if !(loss > 0) {
			return math.NaN()
		}
		return math.Log10(loss)
	}}
}

// decade labels a power of ten; what lies between two has no label.
func decade(level float64) string {
	const small, large = -3, 4
	whole := math.Round(level)
	switch {
	case math.Abs(level-whole) > 1e-6:
		return ""
	case whole < small || whole > large:
		return decimal.PowerOfTen(int(whole))
	}
	return strconv.FormatFloat(math.Pow(10, whole), 'f', -1, 64)
}

// beside sets the parameters beside the published fit.
func beside(q *lessons.Lab, t *grade.Trial, r *lab.Run, k int, state string, width int, s *kit.Styles) []string {
	n := r.Steps()
	set := widget.Charset(s)
	say := func(number string) string { return s.Say(typeset.Numerals(number, set)) }
	rows := [][4]string{{"", "now", "published", "of the way"}}
	start := r.Shown(0)
	for j, v := range r.Shown(n) {
		rows = append(rows, [4]string{typeset.Inline(q.Model.Parameters[j], set), t.Parameter(v), t.Parameter(q.Fit[j]), way(start[j], v, q.Fit[j], s)})
	}
	losses := r.Losses()
	rows = append(rows, [4]string{q.Called, t.Loss(losses[n]), t.Loss(q.Least), way(losses[0], losses[n], q.Least, s)})
	lines := []string{
		s.Strong.Render(s.Say("Run: "+q.Runs[k].Name)) + s.Say(", α = "+grade.Alpha(r.Rate())),
		s.Say(fmt.Sprintf("Step %d of %d  ", n, r.Limit())) + s.Muted.Render(s.Say(state)),
	}
	for i, row := range rows {
		line := fmt.Sprintf("%-8s%14s%14s   ", s.Say(row[0]), say(row[1]), say(row[2]))
		if i == 0 {
			lines = append(lines, s.Muted.Render(line+row[3]))
			continue
		}
		lines = append(lines, line+row[3])
	}
	for i, l := range lines {
		lines[i] = kit.Cut(l, width)
	}
	return lines
}

// way draws how much of the way from its start to the published value a number has gone: none where it went the other way,
// all where it is there or beyond.
func way(from, now, to float64, s *kit.Styles) string {
	const long = 10
	share := (now - from) / (to - from)
	if math.IsNaN(share) {
		return ""
	}
	full := int(math.Round(long * min(max(share, 0), 1)))
	return s.Formula.Render(strings.Repeat(s.Marks.Full, full)) + s.Muted.Render(strings.Repeat(s.Marks.Empty, long-full))
}

// briefly tells the same in as few lines as can be, where there is no room for more.
func briefly(q *lessons.Lab, t *grade.Trial, r *lab.Run, k int, state string, width int, s *kit.Styles) []string {
	n, set := r.Steps(), widget.Charset(s)
	var parts []string
	for j, v := range r.Shown(n) {
		of := ""
		if j == 0 {
			of = "published " // as the others in brackets are
		}
		parts = append(parts, typeset.Numerals(fmt.Sprintf("%s %s (%s%s)", typeset.Inline(q.Model.Parameters[j], set), t.Parameter(v), of, t.Parameter(q.Fit[j])), set))
	}
	parts = append(parts, fmt.Sprintf("%s %s (%s)", q.Called, t.Loss(r.Losses()[n]), t.Loss(q.Least)))
	step := fmt.Sprintf("step %d of %d ", n, r.Limit())
	rate := "α = " + grade.Alpha(r.Rate()) + ", "
	head := s.Say(step)
	for _, more := range []string{q.Runs[k].Name + ", " + rate, rate} { // the most that leaves room for what becomes of it
		if full := s.Say(more + step); lipgloss.Width(full)+lipgloss.Width(s.Say(state)) <= width {
			head = full
			break
		}
	}
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
