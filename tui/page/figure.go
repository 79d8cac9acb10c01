package page

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/widget"
)

// plot returns the plot to show: that of an answer when asked for, else that of the screen.
func (p *Page) plot() *widget.Plot {
	if q := p.content.Question; q != nil && q.Picture() != nil {
		return q.Picture()
	}
	return p.content.Plot
}

// canMove reports whether the point of a plot can be moved now.
func (p *Page) canMove() bool {
	fig, q := p.plot(), p.content.Question
	return fig != nil && fig.Movable && p.arranged.pictured && (q == nil || q.Idle() && q.Picture() == nil)
}

// moved moves the point of the plot, if a key asks for it.
func (p *Page) moved(msg tea.KeyMsg) bool {
	fig := p.plot()
	switch {
	case key.Matches(msg, Keys.MoveLeft):
		fig.Move(-1)
	case key.Matches(msg, Keys.MoveRight):
		fig.Move(+1)
	case key.Matches(msg, Keys.PageLeft):
		fig.Page(-1)
	case key.Matches(msg, Keys.PageRight):
		fig.Page(+1)
	case key.Matches(msg, Keys.MoveFirst):
		fig.MoveTo(fig.From)
	case key.Matches(msg, Keys.MoveLast):
		fig.MoveTo(fig.To)
	default:
		return false
	}
	return true
}

// resizeFigure makes the figure large, and back; in a small window a line stands for it then.
func (p *Page) resizeFigure() {
	switch {
	case p.size != large:
		p.size = large
	case p.small():
		p.size = folded
	default:
		p.size = fitting
	}
}

// sizeForRun makes room for a run while it goes on; then what came of it is read.
func (p *Page) sizeForRun(now bool) {
	p.size = fitting
	if now && !p.wide() {
		p.size = large
	}
}
