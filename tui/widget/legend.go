package widget

import (
	"math"
	"strings"

	"chainrule/mathcore/decimal"

	"github.com/charmbracelet/lipgloss"

	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
)

// An entry of the legend is a sign, what it means, and how many columns are kept for it, so that the lines stay where
// they are while the point moves.
type entry struct {
	sign  string
	style lipgloss.Style
	text  string
	kept  int
}

// legend names each sign that is used, in as few lines as can be: what is most needed first.
func (p *Plot) legend(width int, s *kit.Styles) []string {
	entries := p.pointer(s)
	entries = append(entries, p.named(s)...)
	if p.Tangent && len(p.Curves) > 0 {
		entries = append(entries, p.tangentEntry(s))
	}
	if w := p.Witness; w != nil {
		entries = append(entries, entry{witnessChar(s), pointerStyle(s), s.Say(p.differing(w)), 0})
	}
	if p.Held != "" {
		entries = append(entries, entry{text: s.Say("with " + p.Held)})
	}
	if len(p.Data) > 0 {
		entries = append(entries, entry{dataChar(s), dataPaint.style(s), "data", 0})
	}
	if len(p.Data) > 0 && p.Residuals {
		entries = append(entries, entry{residualChar(s), helpPaint.style(s), "errors", 0})
	}
	if len(p.Marks) > 0 {
		entries = append(entries, entry{markChar(s), pointerStyle(s), s.Say(p.marked(width)), 0})
	}
	return flow(entries, width, s)
}

// pointer tells where the moving point is.
func (p *Plot) pointer(s *kit.Styles) []entry {
	if !p.Movable {
		return nil
	}
	const sign = 2
	widest := 0
	for _, x := range []float64{p.From, p.To, p.snap(p.From + p.step()), p.snap(p.To - p.step()), p.X} {
		widest = max(widest, columnsOf(s.Say(p.at(x))))
	}
	return []entry{{pointerChar(s), pointerStyle(s), s.Say(p.at(p.X)), sign + widest}}
}

// named names the curves beside a piece of each, with their values at the moving point.
func (p *Plot) named(s *kit.Styles) []entry {
	var entries []entry
	for i, c := range p.Curves {
		e := entry{sign: curveSample(i, s), style: curveStyle(i, s), text: s.Say(c.Label)}
		if p.Movable {
			if e.text != "" {
				e.text += " = "
			}
			e.text, e.kept = withValue(e.text, c.At(p.X), s)
		}
		if c.Label != "" || p.Movable {
			entries = append(entries, e)
		}
	}
	return entries
}

func (p *Plot) tangentEntry(s *kit.Styles) entry {
	e := entry{sign: tangentSample(s), style: helpPaint.style(s), text: "tangent"}
	if p.Movable {
		slope := p.slope(p.X)
		e.text, e.kept = withValue("tangent, slope ", slope, s)
		if math.IsNaN(slope) {
			e.text = "no slope here"
		}
	}
	return e
}

// withValue adds a value to a label, and tells the columns to keep for it with any value.
func withValue(label string, v float64, s *kit.Styles) (text string, kept int) {
	const sign, widest = 4, "no value"
	return label + s.Say(decimal.Places(v, places)), sign + columnsOf(label) + len(widest)
}

// differing tells where curves differ, and what they are there.
func (p *Plot) differing(w *Witness) string {
	var values []string
	for _, v := range w.Values {
		values = append(values, decimal.Places(v, places))
	}
	if len(values) == 0 {
		return "they differ at " + p.at(w.X)
	}
	return p.at(w.X) + ": " + strings.Join(values, " and ")
}

// marked tells what the marks are: the author's words, or the points themselves if they fit on a line.
func (p *Plot) marked(width int) string {
	if p.Marked != "" {
		return p.Marked
	}
	points := Points(p.Marks)
	const sign = 2
	if sign+columnsOf(points) > width {
		return "marked points"
	}
	return points
}

// Points writes points as pairs of numbers, their values to four places unless two do.
func Points(points []Point) string {
	pairs := make([]string, len(points))
	for i, m := range points {
		pairs[i] = "(" + decimal.Short(m.X) + ", " + decimal.Value(m.Y) + ")"
	}
	return strings.Join(pairs, " ")
}

func (p *Plot) at(x float64) string { return p.Name() + " = " + decimal.Short(x) }

// flow sets entries side by side, each on the first line where it fits. What is too long for a line is broken.
func flow(entries []entry, width int, s *kit.Styles) []string {
	const gap = 3
	var lines []string
	var used []int
	for _, e := range entries {
		e.text = typeset.Numerals(e.text, Charset(s))
		text, wide := e.text, columnsOf(e.text)
		if e.sign != "" {
			text, wide = e.style.Render(e.sign)+" "+e.text, columnsOf(e.sign)+1+wide
		}
		if wide > width {
			for _, l := range e.broken(width, s) {
				lines, used = append(lines, l), append(used, width)
			}
			continue
		}
		wide = max(wide, e.kept)
		at := 0
		for at < len(lines) && used[at]+gap+wide > width {
			at++
		}
		if at == len(lines) {
			lines, used = append(lines, text), append(used, wide)
			continue
		}
		lines[at] += strings.Repeat(" ", max(used[at]-columnsOf(lines[at]), 0)+gap) + text
		used[at] += gap + wide
	}
	for i, l := range lines {
		lines[i] = cut(l, width, s)
	}
	return lines
}

// broken returns an entry in several lines, its text indented below itself.
func (e entry) broken(width int, s *kit.Styles) []string {
	indent := 0
	if e.sign != "" {
		indent = columnsOf(e.sign) + 1
	}
	lines := WrapText(e.text, s.Text, max(width-indent, 1), s)
	for i := range lines {
		mark := strings.Repeat(" ", indent)
		if i == 0 && e.sign != "" {
			mark = e.style.Render(e.sign) + " "
		}
		lines[i] = mark + lines[i]
	}
	return lines
}

// places is how many decimal places a value beside a plot has, as in the prose of the course.
const places = 4
