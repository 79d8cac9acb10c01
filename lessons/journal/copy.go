package journal

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
)

// Export writes the events of the record at path in their order, a line each, so that Import brings them to another record. It
// returns how many they are, and how many lines could not be read and were left out. Nothing is changed.
func Export(path string, out io.Writer) (events, left int, err error) {
	f, err := openRegular(path, os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, 0, nil
	}
	if err != nil {
		return 0, 0, fmt.Errorf("reading %s: %w", path, bare(err))
	}
	defer f.Close()
	buffered := bufio.NewWriter(out)
	_, err = walk(f, func(l *copied) error {
		if l.event == nil {
			left++
			return nil
		}
		events++
		_, err := buffered.Write(append(l.marked(), '\n'))
		return err
	})
	if err := errors.Join(err, buffered.Flush()); err != nil {
		return events, left, fmt.Errorf("copying %s: %w", path, bare(err))
	}
	return events, left, nil
}

// A copied is a line of a record with the event that it holds, nil where it holds none.
type copied struct {
	text  []byte
	event *Event
	// old tells that an older program wrote it without a mark. It has one here, which stands behind the line before it.
	old bool
}

// walk goes through the lines of a record in the order of their events. A line that the file holds twice since the disk did not
// confirm it comes once. Torn tells that the last line has no end.
func walk(f io.ReaderAt, see func(*copied) error) (torn bool, err error) {
	j := &Journal{}
	runs, err := j.survey(f)
	if err != nil {
		return j.torn, err
	}
	var marks marker
	events := reader{words: map[string]string{}}
	seen := newWindow()
	for _, r := range runs {
		err := eachLine(io.NewSectionReader(f, r.start, r.end-r.start), func(line []byte) error {
			if len(line) == 0 || seen.copied(line) {
				return nil
			}
			l := &copied{text: bytes.Clone(line)}
			if e, ok := events.decode(line); ok && len(line) < lineLimit {
				l.event = &e
				l.old = marks.mark(l)
			}
			return see(l)
		})
		if err != nil {
			return j.torn, err
		}
	}
	return j.torn, nil
}

// eachLine hands on each line without blanks around it; one that is too long is cut.
func eachLine(f io.Reader, see func([]byte) error) error {
	lines := bufio.NewReaderSize(f, lineLimit)
	for {
		line, err := lines.ReadSlice('\n')
		cut := bytes.Clone(line)
		for errors.Is(err, bufio.ErrBufferFull) {
			_, err = lines.ReadSlice('\n')
		}
		ends := errors.Is(err, io.EOF)
		if err != nil && !ends {
			return bare(err)
		}
		if err := see(bytes.TrimSpace(cut)); err != nil || ends {
			return err
		}
	}
}

// A marker gives marks to lines of old, which have none.
type marker struct {
	before Stamp // of the last line that had one
	given  Stamp // of the last line that got one
}

// betweenMarks stands in the windows of marks that were given afterwards; no window is called so by itself.
const betweenMarks = "~"

// mark gives a line a mark if it has none, and reports whether it had none. Lines behind one another are of one window, which comes
// behind that of the line before them, and by its time among others there.
func (m *marker) mark(l *copied) bool {
	e := l.event
	if e.Count > 0 {
		m.before, m.given = e.Stamp, Stamp{}
		return false
	}
	if m.given.Count == 0 {
		const letters = 13
		hash := sha256.Sum256([]byte(l.content()))
		const sortable = "20060102T150405.000"
		m.given = Stamp{
			Sitting: m.before.Sitting,
			Window:  m.before.Window + betweenMarks + e.At.UTC().Format(sortable) + betweenMarks + base32.StdEncoding.EncodeToString(hash[:])[:letters],
		}
	}
	m.given.Count++
	e.Stamp = m.given
	return true
}

// fields returns what stands in a line, without its version, its mark and the note that it was written again.
func (l *copied) fields() map[string]json.RawMessage {
	all := map[string]json.RawMessage{}
	if err := json.Unmarshal(l.text, &all); err != nil {
		panic("journal: a line that was read is none: " + err.Error())
	}
	for _, name := range []string{"v", "sitting", "window", "count", "again"} {
		delete(all, name)
	}
	return all
}

// content writes what stands in a line apart from its mark, the same whatever the order and the blanks in it.
func (l *copied) content() string {
	var b bytes.Buffer
	all := l.fields()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		key, _ := json.Marshal(name) // a string has no value that JSON cannot write
		b.WriteByte(',')
		b.Write(key)
		b.WriteByte(':')
		if err := json.Compact(&b, all[name]); err != nil {
			panic("journal: a value that was read is none: " + err.Error())
		}
	}
	return b.String()
}

// marked returns the line with its mark in front, as it is written in a record.
func (l *copied) marked() []byte {
	if m, ok := markOf(l.text, ""); ok && m == l.event.Stamp {
		return l.text
	}
	s := l.event.Stamp
	window, _ := json.Marshal(s.Window)
	return fmt.Appendf(nil, `{"v":%d,"sitting":%d,"window":%s,"count":%d%s}`, version, s.Sitting, window, s.Count, l.content())
}
