package play

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/notebook"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// zoom draws the curve over a range that is so much wider, around the point.
func (p *Screen) zoom(by float64) tea.Cmd {
	if p.stop != nil {
		return nil
	}
	x := p.plot.X
	return p.work(p.book.Type(notebook.Ranging(x-(x-p.plot.From)*by, x+(p.plot.To-x)*by)), false, false)
}

// drawn reports whether the curve is seen.
func (p *Screen) drawn() bool { return p.plot != nil && (p.view == plot || p.wide()) }

// moves reports whether the arrows move the point of the plot.
func (p *Screen) moves() bool { return p.field.Empty() && p.drawn() && p.view != rules }

// inPlot moves the point, and reports whether the key meant that.
func (p *Screen) inPlot(msg tea.KeyMsg) bool {
	switch {
	case key.Matches(msg, Keys.MoveLeft):
		p.plot.Move(-1)
	case key.Matches(msg, Keys.MoveRight):
		p.plot.Move(+1)
	case key.Matches(msg, Keys.PageLeft):
		p.plot.Page(-1)
	case key.Matches(msg, Keys.PageRight):
		p.plot.Page(+1)
	case key.Matches(msg, Keys.MoveFirst):
		p.plot.MoveTo(p.plot.From)
	case key.Matches(msg, Keys.MoveLast):
		p.plot.MoveTo(p.plot.To)
	default:
		return false
	}
	return true
}

// picture draws the curve, or says why there is none.
func (p *Screen) picture(width, height int) []string {
	if p.plot == nil {
		return widget.WrapText(p.study.NoPicture, p.styles.Text, min(width, prose.Measure), p.styles)
	}
	return p.plot.Lines(width, height, p.styles)
}
