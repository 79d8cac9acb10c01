package journal

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"
)

// What a file to be imported may hold. The bounds are far beyond any record, and keep what it says from doing harm.
const (
	importLimit  = 256 << 20 // bytes of the file
	sittingLimit = 100_000_000
	windowLimit  = 80 // bytes of the name of a window
)

// A Merged tells what Import did.
type Merged struct {
	Added int // events that the record did not have
	Had   int // events that it had
	// Differing counts events that have the mark of one in the record and say something else. Those of the record stay.
	Differing int
}

// Import adds the events of a file, as Export writes it, to the record at path: those that it has not. So a file can be imported
// twice, and files in any order. If one line of the file is no event nothing is added; the error tells which, and what to do.
func Import(path, file string) (Merged, error) {
	lines, err := readCopy(file)
	if err != nil {
		return Merged{}, err
	}
	j := newJournal(path, time.Now, nil)
	has, err := j.index()
	if err != nil {
		return Merged{}, fmt.Errorf("reading the record %s: %w", path, bare(err))
	}
	var done Merged
	var fresh []*copied
	for _, l := range lines {
		switch known := has.find(l); {
		case known == nil:
			fresh = append(fresh, l)
			has.add(l)
			done.Added++
		case l.event.Stamp != known.event.Stamp || l.content() == known.content():
			done.Had++
		default:
			done.Differing++
		}
	}
	slices.SortStableFunc(fresh, func(a, b *copied) int { return a.event.compare(b.event.Stamp) })
	for _, l := range fresh {
		j.waiting = append(append(j.waiting, l.marked()...), '\n')
	}
	if len(fresh) == 0 {
		return done, nil
	}
	if err := j.openFile(); err != nil {
		return Merged{}, fmt.Errorf("opening the record %s: %w", path, bare(err))
	}
	err = j.write()
	if err := errors.Join(err, j.file.Close()); err != nil {
		return Merged{}, fmt.Errorf("writing the record %s: %w; import the file once more when that is mended", path, bare(err))
	}
	return done, nil
}

// An index finds the lines of a record: by their marks, and those of old by what stands in them.
type index struct {
	marked map[Stamp]*copied
	old    map[string]*copied
}

// index reads the record, which need not exist.
func (j *Journal) index() (*index, error) {
	has := &index{marked: map[Stamp]*copied{}, old: map[string]*copied{}}
	f, err := openRegular(j.path, os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return has, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	j.torn, err = walk(f, func(l *copied) error {
		if l.event != nil {
			has.add(l)
		}
		return nil
	})
	return has, err
}

func (x *index) add(l *copied) {
	if !l.old {
		x.marked[l.event.Stamp] = l
	}
	if l.old || strings.Contains(l.event.Window, betweenMarks) {
		x.old[l.content()] = l
	}
}

// find returns the line of the record that l is a copy of, or that has its mark.
func (x *index) find(l *copied) *copied {
	if known := x.marked[l.event.Stamp]; known != nil && !l.old {
		return known
	}
	if known := x.old[l.content()]; known != nil && (l.old || known.old) {
		return known
	}
	return nil
}

// readCopy reads a file to be imported. What an older program wrote without marks gets some.
func readCopy(file string) ([]*copied, error) {
	f, err := openRegular(file, os.O_RDONLY)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", file, bare(err))
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || info.Size() > importLimit {
		return nil, cmp.Or(err, fmt.Errorf("%q is larger than %d MB; a record is not so large", file, importLimit>>20))
	}
	var lines []*copied
	var marks marker
	number := 0
	err = eachLine(io.LimitReader(f, importLimit), func(line []byte) error {
		number++
		if len(line) == 0 {
			return nil
		}
		e, ok := decode(line)
		l := &copied{text: line, event: &e}
		if why := refused(l, ok); why != "" {
			return fmt.Errorf("%s:%d: %s; nothing was imported. Import a file that chainrule export wrote, or take the line out", file, number, why)
		}
		l.old = marks.mark(l)
		lines = append(lines, l)
		return nil
	})
	return lines, err
}

// refused tells why a line is not imported. It is empty for one that is.
func refused(l *copied, event bool) string {
	e := l.event
	marks := e.Sitting > 0 || e.Window != "" || e.Count > 0
	switch {
	case len(l.text) >= lineLimit:
		return "the line is too long for an event"
	case !event && e.Version > version:
		return "the event is of a newer version of chainrule"
	case !event:
		return "this is no event of a record"
	case len(e.Text) > textLimit || len(e.Read) > textLimit:
		return "the answer in it is too long"
	case marks && (e.Count == 0 || e.Window == "") || e.Sitting > sittingLimit || e.Count > sittingLimit || len(e.Window) > windowLimit || !plainWindow(e.Window):
		return "its place among the events (sitting, window, count) is none"
	}
	return ""
}

// plainWindow reports whether the name of a window has only characters that the program itself gives.
func plainWindow(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_"+betweenMarks, r)
	})
}
