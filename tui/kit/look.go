package kit

import (
	"strconv"
	"time"

	"github.com/charmbracelet/lipgloss"
)

// A Look is what decides about the appearance. Looks can be compared: what was drawn for one holds for an equal one.
type Look struct {
	ASCII      bool // characters of ASCII only
	Typed      bool // formulas on one line as they are typed, e^(-x), and not as books print them, e⁻ˣ
	Background Background
	Colours    Colours
	// Pause is the time after the last key until something is remarked on a line that is being typed; with 0 it is at once.
	Pause time.Duration
	// Cursor tells that the terminal's own cursor stands where something is typed.
	Cursor bool
	// Twins tells that the terminal may keep function keys for itself: the footer names the other keys then.
	Twins bool
	// Frame is the time between two pictures of something that moves; with 0 it is shown as it ends.
	Frame time.Duration
}

// A Background is what is behind the text. As a message it tells the root what the terminal answered.
type Background int

// The backgrounds. Until it is known only what can be read on dark and light is used; on one in the middle no colour is.
const (
	BackgroundUnknown Background = iota
	Dark
	Light
	Middling
)

// Colours are how many colours may be used.
type Colours int

// The numbers of colours. The first sixteen look different in every terminal, and the other 240 the same in all.
const (
	NoColours Colours = iota
	SixteenColours
	ManyColours
)

// An ink is how one meaning is written: a colour in the numbers of the terminal's 256, where 0 is that of all text,
// and what holds without any colour.
type ink struct {
	colour        int
	bold, reverse bool
}

// on returns the style that writes so on what r draws on.
func (i ink) on(r *lipgloss.Renderer) lipgloss.Style {
	s := r.NewStyle()
	if i.colour > 0 {
		s = s.Foreground(lipgloss.Color(strconv.Itoa(i.colour)))
	}
	if i.bold {
		s = s.Bold(true)
	}
	if i.reverse {
		s = s.Reverse(true)
	}
	return s
}

// A palette is one choice of inks. Text of each can be read on the background it is for.
type palette struct {
	formula, prompt, selected, right, wrong, hint, notice, muted ink
	curves                                                       []int
	pointer, axis                                                int
}

// paletteOf returns the inks for a look.
func paletteOf(l Look) palette {
	switch {
	case l.Background == Middling:
		return attributes
	case l.Colours == ManyColours && l.Background == Dark:
		return manyOnDark
	case l.Colours == ManyColours && l.Background == Light:
		return manyOnLight
	case l.Colours == ManyColours:
		return manyOnBoth
	case l.Colours == SixteenColours && l.Background == Dark:
		return sixteenOnDark
	case l.Colours == SixteenColours && l.Background == Light:
		return sixteenOnLight
	}
	return attributes
}

// The palettes of 256 colours name only those from 16 on. Their red, green and blue are the same in every terminal.
var (
	manyOnDark = palette{
		formula: ink{colour: 116}, prompt: ink{111, true, false}, selected: ink{111, true, false},
		right: ink{114, true, false}, wrong: ink{210, true, false},
		hint: ink{colour: 222}, notice: ink{colour: 222}, muted: ink{colour: 247},
		curves: []int{117, 215, 114, 183}, pointer: 231, axis: 247,
	}
	manyOnLight = palette{
		formula: ink{colour: 24}, prompt: ink{25, true, false}, selected: ink{25, true, false},
		right: ink{22, true, false}, wrong: ink{124, true, false},
		hint: ink{colour: 94}, notice: ink{colour: 94}, muted: ink{colour: 241},
		curves: []int{25, 160, 22, 127}, pointer: 16, axis: 241,
	}
	// Six colours of the 256 have 4.5 : 1 on black and on white alike, and these are they.
	manyOnBoth = palette{
		formula: ink{colour: 63}, prompt: ink{98, true, false}, selected: ink{98, true, false},
		right: ink{29, true, false}, wrong: ink{131, true, false},
		hint: ink{colour: 163}, notice: ink{colour: 163}, muted: ink{colour: 243},
		curves: []int{63, 131, 29, 98}, pointer: 163, axis: 243,
	}
)

// The palettes of 16 colours name only those that can be read in the usual themes, which are few. Many terminals show
// bold text of the first eight in the brighter eight, so those are never bold; where no colour is left, bold has to do.
var (
	sixteenOnDark = palette{
		formula: ink{colour: 14}, prompt: ink{14, true, false}, selected: ink{14, true, false},
		right: ink{bold: true}, wrong: ink{bold: true},
		hint: ink{colour: 11}, notice: ink{colour: 11},
		curves: []int{6, 3, 14, 7}, pointer: 11,
	}
	sixteenOnLight = palette{
		formula: ink{colour: 4}, prompt: ink{bold: true}, selected: ink{bold: true, reverse: true},
		right: ink{bold: true}, wrong: ink{colour: 1},
		hint: ink{colour: 5}, notice: ink{colour: 5},
		curves: []int{4, 1, 5}, pointer: 5,
	}
	attributes = palette{
		prompt: ink{bold: true}, selected: ink{bold: true, reverse: true}, right: ink{bold: true}, wrong: ink{bold: true},
		notice: ink{bold: true},
	}
)
