package lessons

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"chainrule/lessons/printable"
)

// A Fault is what an author did wrong, where, and what to do about it. Line and Column count from 1, columns in
// characters; a fault of a whole file has Line 0.
type Fault struct {
	File         string
	Line, Column int
	What, Do     string
}

// Error returns the fault as file:line:column: what; what to do.
func (f Fault) Error() string {
	var b strings.Builder
	b.WriteString(printable.Line(f.File))
	if f.Line > 0 && f.Line < math.MaxInt {
		fmt.Fprintf(&b, ":%d:%d", f.Line, f.Column)
	}
	fmt.Fprintf(&b, ": %s", f.What)
	if f.Do != "" {
		fmt.Fprintf(&b, "; %s", f.Do)
	}
	return b.String()
}

// Faults are all faults that were found, in the order of the files.
type Faults []Fault

// Error returns the faults, one a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, one := range f {
		lines[i] = one.Error()
	}
	return strings.Join(lines, "\n")
}

// A Position is a place in a lesson's file.
type Position struct {
	File         string
	Line, Column int
}

// Fault returns the fault at this place.
func (p Position) Fault(what, do string) Fault { return Fault{p.File, p.Line, p.Column, what, do} }

// A source is the text of a file together with the faults found in it.
type source struct {
	file   string
	text   []byte
	faults Faults
	lines  []int // where each line begins, once a place was asked for
}

// faultsLimit bounds the faults that are told of one file, stretchLimit the bytes between two blank lines: the Markdown
// parser compares the marks of a paragraph with each other.
const (
	faultsLimit  = 100
	stretchLimit = 16 << 10
)

// newSource returns the text of a file in UTF-8 with line feeds, or with the fault that keeps it from being read.
func newSource(file string, text []byte) *source {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	s := &source{file: file, text: text}
	at, odd := printable.Find(text)
	switch zero := bytes.IndexByte(text, 0); {
	case len(text) > FileLimit:
		s.fault(0, "the file is larger than 1 MB", "make it several lessons")
	case zero >= 0:
		s.fault(zero, "the file is not a text: it holds a zero byte", "save it as plain text in UTF-8")
	case at >= 0 && broken(text[at:]):
		s.fault(at, "the file is not UTF-8 text from here on", "save it as UTF-8")
	case at >= 0:
		s.fault(at, "here stands "+odd, "leave it out: a terminal could take it as a command")
	default:
		s.stretches()
	}
	return s
}

// broken reports whether text begins with a byte that is no UTF-8.
func broken(text []byte) bool {
	r, size := utf8.DecodeRune(text)
	return r == utf8.RuneError && size <= 1
}

// stretches demands that there are blank lines now and then.
func (s *source) stretches() {
	start := 0
	for stretch := range strings.SplitSeq(string(s.text), "\n\n") {
		if len(stretch) > stretchLimit {
			s.fault(start, "from here on there are 16 KB without a blank line", "make it several paragraphs")
			return
		}
		start += len(stretch) + 2
	}
}

// at returns the place of a byte offset.
func (s *source) at(offset int) Position {
	offset = min(max(offset, 0), len(s.text))
	if s.lines == nil {
		s.lines = []int{0}
		for i, c := range s.text {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	line, begins := slices.BinarySearch(s.lines, offset)
	if begins {
		line++
	}
	return Position{s.file, line, 1 + utf8.RuneCount(s.text[s.lines[line-1]:offset])}
}

// fault records what is wrong at a byte offset.
func (s *source) fault(offset int, what, do string) {
	switch {
	case len(s.faults) < faultsLimit:
		s.faults = append(s.faults, s.at(offset).Fault(what, do))
	case len(s.faults) == faultsLimit:
		s.faults = append(s.faults, Fault{File: s.file, Line: math.MaxInt, What: "there are more faults", Do: "mend these first"})
	}
}

// sorted returns the faults in the order of their places.
func (s *source) sorted() Faults {
	slices.SortStableFunc(s.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return s.faults
}
