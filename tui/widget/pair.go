package widget

import (
	"slices"

	"chainrule/tui/kit"
)

// The least room for a plot and the one with it: columns side by side, lines one above the other; and the blank columns between.
const (
	pairWidth  = 72
	pairHeight = 26
	pairGap    = 3
)

// both draws the picture with this one, and this one below or beside it where there is room.
func (p *Plot) both(width, height int, s *kit.Styles) []string {
	alone := *p
	alone.Head, alone.With = nil, nil
	switch {
	case height >= pairHeight:
		above := p.With.Lines(width, height*11/20, s)
		return slices.Concat(above, []string{""}, alone.Lines(width, height-len(above)-1, s))
	case width >= pairWidth:
		left := (width - pairGap) / 2
		return kit.Beside(p.With.Lines(left, height, s), left, pairGap, alone.Lines(width-left-pairGap, height, s))
	}
	return p.With.Lines(width, height, s)
}

// needBoth is the height that both need where they stand side by side, or the one that is shown alone.
func (p *Plot) needBoth(width, rows int, s *kit.Styles) int {
	alone := *p
	alone.Head, alone.With = nil, nil
	need := p.With.Need(width, rows, s)
	if width >= pairWidth {
		left := (width - pairGap) / 2
		need = max(p.With.Need(left, rows, s), alone.Need(width-left-pairGap, rows, s))
	}
	return len(p.head(width, need)) + need
}
