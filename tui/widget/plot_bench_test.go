package widget_test

import (
	"testing"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// BenchmarkPlot draws two curves on a large screen, and asks for their height.
func BenchmarkPlot(b *testing.B) {
	s := styles(kit.Look{})
	p := widget.Plot{From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}, {"g′(x)", slopeOf}}, Movable: true, Tangent: true}
	b.Run("lines", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			p.Move(1 - 2*(i%2))
			p.Lines(112, 50, s)
		}
	})
	b.Run("need", func(b *testing.B) {
		for b.Loop() {
			p.Need(112, 8, s)
		}
	})
}
