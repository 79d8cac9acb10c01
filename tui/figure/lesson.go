// Package figure makes the pictures of the course: the plot of a screen, a wrong answer over what was wanted, a run of
// gradient descent.
//
// It says what is drawn, and leaves the drawing to tui/widget.
package figure

import (
	"chainrule/lessons"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Lesson makes the widget of a lesson's plot.
func Lesson(p *lessons.Plot, s *kit.Styles) *widget.Plot {
	w := &widget.Plot{
		From: p.From, To: p.To, Low: p.Low, High: p.High,
		Movable: p.Move != lessons.Still, Tangent: p.Move == lessons.MoveTangent,
	}
	if p.Var != nil {
		w.Var = typeset.Inline(p.Var, widget.Charset(s))
	}
	for _, c := range p.Curves {
		label := c.Label
		if label == "" {
			label = typeset.Inline(c.Tree, widget.Charset(s))
		}
		w.Curves = append(w.Curves, curve(label, c.Program))
	}
	if len(p.Curves) > 0 && p.Curves[0].Slope != nil {
		w.Slope = func(x float64) float64 { return p.Curves[0].Slope.Float([]float64{x}) }
	}
	w.Marks, w.Marked = points(p.Marks), p.Marked
	w.Data, w.Residuals = points(p.Points), p.Residuals
	w.Start()
	return w
}

func points(marks []lessons.Mark) []widget.Point {
	all := make([]widget.Point, len(marks))
	for i, m := range marks {
		all[i] = widget.Point{X: m.X, Y: m.Y}
	}
	return all
}
