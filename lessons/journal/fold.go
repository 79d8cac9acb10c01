package journal

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"os"
	"slices"
)

const (
	// lineLimit bounds a line: one that is longer is no event, and is not kept in memory.
	lineLimit = 1 << 16
	// asideLimit bounds what is set aside of one file, in bytes.
	asideLimit = 1 << 20
	// recent is how many lines back the first writing of a line may be that was written again.
	recent = 4096
)

// fold replays the events of a file in their order, and gathers the lines that are none.
func (j *Journal) fold(f io.ReaderAt, aside *unreadable) error {
	runs, err := j.survey(f)
	if err != nil {
		return err
	}
	events := reader{words: map[string]string{}}
	seen := newWindow()
	for _, r := range runs {
		if err := j.replay(io.NewSectionReader(f, r.start, r.end-r.start), &events, &seen, aside); err != nil {
			return err
		}
	}
	return nil
}

// replay applies the events of a stretch of the file, line by line.
func (j *Journal) replay(f io.Reader, events *reader, seen *window, aside *unreadable) error {
	lines := bufio.NewReaderSize(f, lineLimit)
	for {
		line, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			aside.count++
			aside.cut = true
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = lines.ReadSlice('\n')
			}
			line = nil
		}
		if line = bytes.TrimSpace(line); len(line) > 0 && !seen.copied(line) {
			if e, ok := events.decode(line); ok {
				j.take(&e)
			} else {
				aside.add(line)
			}
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return bare(err)
		}
	}
}

// take applies an event of the file. One that was taken already, since the file holds it twice, counts once.
func (j *Journal) take(e *Event) {
	if e.Count > 0 {
		if e.sameWindow(j.mark) && e.Count <= j.mark.Count {
			return
		}
		j.mark = e.Stamp
	}
	if id, had := j.numbered[e.Screen]; had {
		e.Screen = id
	}
	if e.Kind.known() {
		j.state.apply(e)
	}
}

// A window remembers the last lines by their hashes.
type window struct {
	seed maphash.Seed
	ring [recent]uint64
	next int
}

func newWindow() window { return window{seed: maphash.MakeSeed()} }

// copied reports whether the line was written again and its first writing is among the last lines.
func (w *window) copied(line []byte) bool {
	h := maphash.Bytes(w.seed, line)
	if first, again := bytes.CutSuffix(line, []byte(againMark+"}")); again {
		h = maphash.Bytes(w.seed, append(bytes.Clone(first), '}'))
		if slices.Contains(w.ring[:], h) {
			return true
		}
	}
	w.ring[w.next] = h
	w.next = (w.next + 1) % recent
	return false
}

// unreadable gathers the lines that are no events.
type unreadable struct {
	count int
	lines [][]byte
	size  int
	cut   bool // not all of them are in lines
}

func (u *unreadable) add(line []byte) {
	u.count++
	if u.size+len(line) > asideLimit {
		u.cut = true
		return
	}
	u.size += len(line)
	u.lines = append(u.lines, bytes.Clone(line))
}

func (u *unreadable) say() string {
	if u.count == 1 {
		return "1 line of the record cannot be read and is"
	}
	return fmt.Sprintf("%d lines of the record cannot be read and are", u.count)
}

// asideSuffix is added to the name of the journal for the file that keeps the lines set aside.
const asideSuffix = ".set-aside"

// setAside copies unreadable lines to a file of their own, those that are not there yet, and says so. They also stay
// in the journal, which is never rewritten: another window may be writing to it.
func (j *Journal) setAside(u *unreadable) {
	name := j.path + asideSuffix
	fresh, err := freshLines(name, u.lines)
	if err == nil && len(fresh) == 0 && !u.cut {
		return // they were told of before
	}
	if err == nil && len(fresh) > 0 {
		err = appendTo(name, fresh)
	}
	where := name
	if err != nil || u.cut {
		where = j.path
	}
	j.notice("%s left out. Nothing was deleted: see %s.", u.say(), where)
}

// freshLines returns the lines that are not yet in the file called name, each with its end.
func freshLines(name string, lines [][]byte) ([]byte, error) {
	known := map[string]bool{}
	f, err := openRegular(name, os.O_RDONLY)
	switch {
	case err == nil:
		kept, reading := io.ReadAll(io.LimitReader(f, 4*asideLimit))
		_ = f.Close() // it was only read
		if reading != nil {
			return nil, reading
		}
		for line := range bytes.Lines(kept) {
			known[string(bytes.TrimSpace(line))] = true
		}
	case !errors.Is(err, os.ErrNotExist):
		return nil, err
	}
	var fresh []byte
	for _, line := range lines {
		if !known[string(line)] {
			known[string(line)] = true
			fresh = append(append(fresh, line...), '\n')
		}
	}
	return fresh, nil
}

func appendTo(name string, text []byte) error {
	f, err := openRegular(name, os.O_CREATE|os.O_APPEND|os.O_WRONLY)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Close())
}
