package lesson

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/widget"
)

// plot returns the plot to show: that of an answer when asked for, else that of the screen.
func (v *Screen) plot() *widget.Plot {
	if q := v.question(); q != nil && q.Picture() != nil {
		return q.Picture()
	}
	return v.plots[v.at]
}

// canMove reports whether the point of a plot can be moved now.
func (v *Screen) canMove() bool {
	p, q := v.plot(), v.question()
	return p != nil && p.Movable && v.arranged.pictured && (q == nil || q.Idle() && q.Picture() == nil)
}

// moved moves the point of the plot, if a key asks for it.
func (v *Screen) moved(msg tea.KeyMsg) bool {
	p := v.plot()
	switch {
	case key.Matches(msg, Keys.MoveLeft):
		p.Move(-1)
	case key.Matches(msg, Keys.MoveRight):
		p.Move(+1)
	case key.Matches(msg, Keys.PageLeft):
		p.Page(-1)
	case key.Matches(msg, Keys.PageRight):
		p.Page(+1)
	case key.Matches(msg, Keys.MoveFirst):
		p.MoveTo(p.From)
	case key.Matches(msg, Keys.MoveLast):
		p.MoveTo(p.To)
	default:
		return false
	}
	return true
}

// resizeFigure makes the figure large, and back; in a small window a line stands for it then.
func (v *Screen) resizeFigure() {
	switch {
	case v.size != large:
		v.size = large
	case v.small():
		v.size = folded
	default:
		v.size = fitting
	}
}

// sizeForRun makes room for a run while it goes on; then what came of it is read.
func (v *Screen) sizeForRun(now bool) {
	v.size = fitting
	if now && !v.wide() {
		v.size = large
	}
}
