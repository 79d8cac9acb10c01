package terminal

import (
	"bytes"
	"fmt"
	"os"
	"sync/atomic"
)

// An Output is a terminal whose own cursor stands where something is typed, so that whatever follows the cursor finds it: a
// magnifier, a Braille display. Bubble Tea keeps the cursor hidden and leaves it at the foot of each picture; it begins each
// from the upper left corner, so the cursor may be elsewhere in between.
type Output struct {
	*os.File
	cursor atomic.Pointer[cell]
}

// What Bubble Tea begins a picture with, and how the cursor is hidden and shown.
const (
	pictureBegins = "\x1b[H"
	hideCursor    = "\x1b[?25l"
	showCursor    = "\x1b[?25h"
)

// A cell is where the cursor is wanted, from 0; nil where it is wanted nowhere.
type cell struct{ column, line int }

// NewOutput returns the output to a terminal, whose cursor is hidden.
func NewOutput(f *os.File) *Output { return &Output{File: f} }

// Put says where the cursor belongs from the next picture on, or that it is hidden.
func (o *Output) Put(column, line int, shown bool) {
	if !shown {
		o.cursor.Store(nil)
		return
	}
	o.cursor.Store(&cell{column, line})
}

// Write writes what Bubble Tea writes. Behind a picture the cursor is put to its place.
func (o *Output) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(p, []byte(pictureBegins)) {
		return o.File.Write(p)
	}
	all := append([]byte(hideCursor), p...)
	if at := o.cursor.Load(); at != nil {
		all = append(all, fmt.Sprintf("\x1b[%d;%dH"+showCursor, at.line+1, at.column+1)...)
	}
	n, err := o.File.Write(all)
	return max(min(n-len(hideCursor), len(p)), 0), err
}
