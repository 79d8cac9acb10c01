package figure_test

import (
	"io"
	"math"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
)

// TestProved draws what each derivation of the course proves: both curves must have the same values wherever both have any, and
// there must be curves in half of the places at least.
func TestProved(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := c.All()
	if err != nil {
		t.Fatal(err)
	}
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	s := kit.NewStyles(r, kit.Look{})
	drawn := 0
	for _, l := range all {
		for _, screen := range l.Screens {
			d, ok := screen.Question.(*lessons.Derive)
			if !ok {
				continue
			}
			p := figure.Proved(d, &s)
			if p == nil {
				continue
			}
			drawn++
			const places = 200
			values := 0
			for i := range places + 1 {
				x := p.From + (p.To-p.From)*float64(i)/places
				a, b := p.Curves[0].At(x), p.Curves[1].At(x)
				if math.IsNaN(a) || math.IsNaN(b) {
					continue
				}
				values++
				if math.Abs(a-b) > 1e-9*(1+math.Abs(a)) {
					t.Errorf("%s: at %g the sides are %g and %g", screen.ID, x, a, b)
				}
			}
			if values < places/2 || p.Sketch(40, 5, &s) == nil {
				t.Errorf("%s: %d values, and the sketch is\n%q", screen.ID, values, p.Sketch(40, 5, &s))
			}
		}
	}
	if drawn < 5 {
		t.Errorf("%d derivations are drawn", drawn)
	}
	t.Logf("%d derivations are drawn", drawn)
}
