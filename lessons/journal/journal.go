// Package journal keeps what the learner did: one line per event, appended to a file and never rewritten.
//
// It decides nothing about answers or skills; it knows no lesson and no screen. Where the file cannot be written the
// session goes on in memory, and a notice says so.
package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// A Journal appends events to a file. It belongs to one goroutine.
type Journal struct {
	path    string
	now     func() time.Time
	file    handle                  // nil while there is none
	made    bool                    // the file was made here, and its directory is still to be synced
	confirm func(path string) error // syncs the directory of a file
	state   State
	mark    Stamp // of the last event
	// numbered gives the IDs of screens by the numbers that older events call them by.
	numbered map[string]string
	notices  []string
	failed   error  // why something is not in the file, nil if everything is
	waiting  []byte // lines that are not yet in the file for certain
	torn     bool   // the last line of the file has no end
	// ready is closed when the file was read, nil where that was done before the journal was handed out.
	ready chan struct{}
}

// A handle is what is needed of an open file to write to it.
type handle interface {
	io.WriteCloser
	Sync() error
}

// Open reads the journal at path, which need not exist, and makes it ready for appending. It never fails: what went
// wrong is among the Notices. Screens that events call by a number of numbered are those of the ID there.
func Open(path string, now func() time.Time, numbered map[string]string) *Journal {
	j := newJournal(path, now, numbered)
	j.open()
	return j
}

// Opening is Open for those who need not wait: the file is read meanwhile, and what asks the journal for anything waits for that.
func Opening(path string, now func() time.Time, numbered map[string]string) *Journal {
	j := newJournal(path, now, numbered)
	j.ready = make(chan struct{})
	go func() {
		defer close(j.ready)
		j.open()
	}()
	return j
}

func newJournal(path string, now func() time.Time, numbered map[string]string) *Journal {
	return &Journal{path: path, now: now, state: newState(), numbered: numbered, confirm: syncFolder}
}

// await waits until the file was read.
func (j *Journal) await() {
	if j.ready != nil {
		<-j.ready
	}
}

// open reads the file and makes it ready for appending.
func (j *Journal) open() {
	if aside := j.read(); aside.count > 0 {
		j.setAside(aside)
	}
	j.mark = begin(j.mark.Sitting)
	if err := j.openFile(); err != nil {
		j.unsaved(err)
	}
}

// Read reads the journal at path as Open does, and changes nothing on the disk; it is not for appending.
func Read(path string, numbered map[string]string) *Journal {
	j := &Journal{path: path, state: newState(), numbered: numbered}
	if aside := j.read(); aside.count > 0 {
		j.notice("%s left out: see %s.", aside.say(), path)
	}
	return j
}

// read replays the file, and returns what could not be read in it.
func (j *Journal) read() *unreadable {
	aside := &unreadable{}
	f, err := openRegular(j.path, os.O_RDONLY)
	if err == nil {
		err = j.fold(f, aside)
		_ = f.Close() // it was only read
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		j.notice("The record of earlier sessions cannot be read: %s: %v.", j.path, err)
	}
	return aside
}

// openFile opens the file for appending, and makes it if there is none. A last line without its end was torn by a crash:
// it gets one, so that the next event begins on a line of its own.
func (j *Journal) openFile() error {
	if err := os.MkdirAll(filepath.Dir(j.path), folder); err != nil {
		return bare(err)
	}
	_, err := os.Lstat(j.path)
	j.made = errors.Is(err, fs.ErrNotExist)
	f, err := openRegular(j.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY)
	if err != nil {
		return err
	}
	j.file = f
	if mode, open := readableByOthers(f); open {
		j.notice("The record can be read by other users of this computer (mode %04o); chmod 600 %s keeps it to you.", mode, j.path)
	}
	if j.torn {
		if _, err := f.Write([]byte{'\n'}); err != nil {
			return bare(err)
		}
		j.torn = false
	}
	return nil
}

// Append adds an event, stamped with its mark and the time, to the state and to the file. One write holds whole lines, so that two
// windows may append at once. The first of a row of failures is returned and noticed; the file is still tried after it,
// and what could not be written goes with the next event that can.
func (j *Journal) Append(e Event) error {
	j.await()
	e.Version, e.At = version, j.now().UTC().Truncate(time.Millisecond)
	j.mark.Count++
	e.Stamp = j.mark
	e.Text, e.Said = shorten(e.Text), shorten(e.Said)
	if len(e.Read) > textLimit {
		e.Read = "" // half a formula is none; the answer is judged again
	}
	j.state.apply(&e)
	line, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("writing the journal: %w", err)
	}
	j.waiting = append(append(j.waiting, line...), '\n')
	if err := j.write(); err != nil {
		if j.unsaved(err) {
			return fmt.Errorf("writing the journal: %w", err)
		}
		return nil
	}
	j.failed = nil
	return nil
}

// Now returns the time by the clock that stamps events.
func (j *Journal) Now() time.Time { return j.now() }

// Flush tries once more to write what could not be written. The error tells why something is still not in the file.
func (j *Journal) Flush() error {
	j.await()
	if j.failed != nil {
		if err := j.write(); err != nil {
			j.failed = bare(err)
		} else {
			j.failed = nil
		}
	}
	if j.failed != nil && len(j.waiting) > 0 {
		return &Unsaved{Path: j.path, Events: bytes.Count(j.waiting, []byte("}\n")), Err: j.failed}
	}
	return nil
}

// Unsaved tells how many events are not in the file, and why.
type Unsaved struct {
	Path   string
	Events int
	Err    error
}

func (u *Unsaved) Error() string {
	things := fmt.Sprintf("the last %d things that you did are", u.Events)
	if u.Events == 1 {
		things = "the last thing that you did is"
	}
	return fmt.Sprintf("%s not saved: %s: %v", things, u.Path, u.Err)
}

func (u *Unsaved) Unwrap() error { return u.Err }

// Saved reports whether everything so far is in the file.
func (j *Journal) Saved() bool {
	j.await()
	return j.failed == nil
}

// write writes what waits, and waits for the disk to have it. What the disk refuses is written again. A line torn by a full disk is ended, so that it spoils no other.
func (j *Journal) write() error {
	if j.file == nil {
		if err := j.openFile(); err != nil {
			return err
		}
	}
	n, err := j.file.Write(j.waiting)
	if err != nil {
		whole := bytes.LastIndexByte(j.waiting[:n], '\n') + 1
		j.waiting = j.waiting[whole:]
		if n > whole { // a part of a line is on a full disk
			if _, unended := j.file.Write([]byte{'\n'}); unended != nil {
				j.waiting = append([]byte{'\n'}, j.waiting...)
			}
		}
		return err
	}
	if err := j.file.Sync(); err != nil {
		j.waiting = again(j.waiting)
		return err
	}
	if j.made {
		if err := j.confirm(j.path); err != nil {
			j.waiting = again(j.waiting)
			return err
		}
		j.made = false
	}
	j.waiting = nil
	return nil
}

// againMark ends an event that is written once more, since the disk may or may not have it.
const againMark = `,"again":true`

// again marks lines as written before, so that one that is in the file twice counts once.
func again(lines []byte) []byte {
	var marked []byte
	for line := range bytes.Lines(lines) {
		if body, whole := bytes.CutSuffix(line, []byte("}\n")); whole && !bytes.HasSuffix(body, []byte(againMark)) {
			line = []byte(string(body) + againMark + "}\n")
		}
		marked = append(marked, line...)
	}
	return marked
}

// unsaved notices once in a row of failures that nothing is saved.
func (j *Journal) unsaved(err error) bool {
	told := j.failed != nil
	j.failed = bare(err)
	if !told {
		j.notice("Progress is not being saved: %s: %v. The session goes on.", j.path, j.failed)
	}
	return !told
}

func (j *Journal) notice(format string, args ...any) {
	j.notices = append(j.notices, fmt.Sprintf(format, args...))
}

// Notices returns sentences for the learner about the journal itself, and forgets them.
func (j *Journal) Notices() []string {
	j.await()
	all := j.notices
	j.notices = nil
	return all
}

// State returns what the events so far amount to. It changes with each Append.
func (j *Journal) State() *State {
	j.await()
	return &j.state
}

// Close closes the file, after a last try to write what could not be written before. The error is an *Unsaved if
// something that was done is in no file.
func (j *Journal) Close() error {
	unsaved := j.Flush()
	if j.file == nil {
		return unsaved
	}
	f := j.file
	j.file = nil
	if err := f.Close(); err != nil && unsaved == nil {
		return fmt.Errorf("closing the journal: %w", err)
	}
	return unsaved
}
