package terminal

import (
	"strconv"
	"strings"

	"chainrule/tui/kit"
)

// An answer is what the terminal tells about a colour, after the number of the question:
//
//	;rgb:ffff/ffff/ffff   or   ;rgba:ffff/ffff/ffff/ffff
//
// with one to four digits for each amount of light. It ends with a bell or with ESC \.
type answer struct {
	about   byte // the last digit of the question: 1 for the background
	text    []byte
	escaped bool // ESC has come, and \ may follow
}

// feed takes a byte. It reports whether the byte belongs to the answer, and whether the answer is over.
func (a *answer) feed(b byte) (fits, over bool) {
	switch {
	case a.escaped:
		return b == '\\', true
	case !a.whole():
		if !a.goesOn(b) {
			return false, false
		}
	case b == bell, b == stringEnd:
		return true, true
	case b == escape:
		a.escaped = true
		return true, false
	case !a.goesOn(b):
		return false, false
	}
	a.text = append(a.text, b)
	return true, false
}

// goesOn reports whether b can come next.
func (a *answer) goesOn(b byte) bool {
	const head = ";rgb"
	n := len(a.text)
	if n < len(head) {
		return b == head[n]
	}
	name, digits, named := strings.Cut(string(a.text), ":")
	if !named {
		return b == ':' || b == 'a' && name == head
	}
	parts := strings.Split(digits, "/")
	last := parts[len(parts)-1]
	if b == '/' {
		return last != "" && len(parts) < a.parts()
	}
	return len(last) < 4 && isHex(b)
}

// parts is how many amounts the answer has.
func (a *answer) parts() int {
	if strings.HasPrefix(string(a.text), ";rgba") {
		return 4
	}
	return 3
}

// whole reports whether the answer may end here.
func (a *answer) whole() bool {
	_, digits, named := strings.Cut(string(a.text), ":")
	parts := strings.Split(digits, "/")
	return named && len(parts) == a.parts() && parts[len(parts)-1] != ""
}

func isHex(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'f' || b >= 'A' && b <= 'F'
}

// background reads the answer. On what is neither dark nor light the colours for both are hard to read.
func (a *answer) background() (kit.Background, bool) {
	if a.about != '1' || !a.whole() {
		return kit.BackgroundUnknown, false
	}
	_, digits, _ := strings.Cut(string(a.text), ":")
	var luminance float64
	for i, part := range strings.Split(digits, "/") {
		if i == 3 {
			break // how opaque it is
		}
		n, err := strconv.ParseUint(part, 16, 16)
		if err != nil {
			return kit.BackgroundUnknown, false
		}
		amount := float64(n) / float64(uint64(1)<<(4*len(part))-1)
		weights := [...]float64{0.2126, 0.7152, 0.0722}
		luminance += weights[i] * amount * amount // close enough to the gamma of a screen
	}
	const dark, light = 0.08, 0.45
	switch {
	case luminance <= dark:
		return kit.Dark, true
	case luminance >= light:
		return kit.Light, true
	}
	return kit.Middling, true
}
