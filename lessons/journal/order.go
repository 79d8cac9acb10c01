package journal

import (
	"bufio"
	"cmp"
	"crypto/rand"
	"errors"
	"io"
	"math"
	"slices"
)

// A Stamp tells where an event stands among all others. A sitting has a number above those of all sittings that were in the
// file when it began; windows that were open together may have the same, and their random names decide. Count is the number
// of the event in its window, from 1. The clock is not asked: it may be wrong, or be set.
type Stamp struct {
	Sitting uint64 `json:"sitting,omitempty"`
	Window  string `json:"window,omitempty"`
	Count   uint64 `json:"count,omitempty"`
}

// begin returns the mark before the first event of a new window, after a sitting.
func begin(after uint64) Stamp {
	const letters = 10 // 50 bits: two windows of one name will not be met
	return Stamp{Sitting: after + 1, Window: rand.Text()[:letters]}
}

func (m Stamp) compare(other Stamp) int {
	return cmp.Or(cmp.Compare(m.Sitting, other.Sitting), cmp.Compare(m.Window, other.Window), cmp.Compare(m.Count, other.Count))
}

// sameWindow reports whether two marks are of one window.
func (m Stamp) sameWindow(other Stamp) bool {
	return m.Sitting == other.Sitting && m.Window == other.Window
}

// A run is a stretch of the file that holds consecutive events of one window. Lines without a mark, as older programs wrote
// them, stay behind the line that they were written after.
type run struct {
	first, last Stamp
	start, end  int64
}

// survey goes through a file without decoding it, and returns the stretches of it in the order in which they are to be
// replayed. While one window is open at a time that is the whole file at once.
func (j *Journal) survey(f io.ReaderAt) ([]run, error) {
	lines := bufio.NewReaderSize(io.NewSectionReader(f, 0, math.MaxInt64), lineLimit)
	runs := []run{{}}
	at := int64(0)
	begins := true
	for {
		line, err := lines.ReadSlice('\n')
		if len(line) > 0 {
			j.torn = line[len(line)-1] != '\n'
		}
		now := &runs[len(runs)-1]
		if begins {
			if m, ok := markOf(line, now.last.Window); ok {
				if !m.sameWindow(now.last) || m.Count != now.last.Count+1 {
					runs = append(runs, run{first: m, start: at})
					now = &runs[len(runs)-1]
				}
				now.last = m
			}
		}
		at += int64(len(line))
		now.end = at
		begins = !errors.Is(err, bufio.ErrBufferFull)
		switch {
		case errors.Is(err, io.EOF):
			return ordered(runs), nil
		case err != nil && begins:
			return nil, bare(err)
		}
	}
}

// ordered returns runs in the order of their marks, those joined that stand behind each other in the file, too.
func ordered(runs []run) []run {
	slices.SortStableFunc(runs, func(a, b run) int { return a.first.compare(b.first) })
	joined := runs[:1]
	for _, r := range runs[1:] {
		if last := &joined[len(joined)-1]; last.end == r.start {
			last.end = r.end
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}

// markOf reads the mark of a line as Append writes it, in front of all but the version. The window is often that of the
// line before.
func markOf(line []byte, window string) (m Stamp, ok bool) {
	c := cursor{line}
	if !c.skip(`{"v":1,"sitting":`) {
		return m, false
	}
	if m.Sitting, ok = c.number(); !ok || !c.skip(`,"window":`) {
		return m, false
	}
	name, ok := c.text()
	if !ok || !c.skip(`,"count":`) {
		return m, false
	}
	if m.Window = window; string(name) != window {
		m.Window = string(name)
	}
	m.Count, ok = c.number()
	return m, ok && m.Count > 0
}
