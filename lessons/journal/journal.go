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
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
)

// A Journal appends events to a file. It belongs to one goroutine.
type Journal struct {
	path    string
	now     func() time.Time
	file    *os.File
	state   State
	notices []string
	failed  bool   // whether it was said that nothing is saved
	waiting []byte // lines that could not be written yet
}

// Path returns where the journal belongs: $XDG_DATA_HOME/chainrule/journal.jsonl, or the custom of the system.
func Path() string {
	xdg.Reload()
	return filepath.Join(xdg.DataHome, "chainrule", "journal.jsonl")
}

// Open reads the journal at path, which need not exist, and makes it ready for appending. It never fails: what went
// wrong is among the Notices.
func Open(path string, now func() time.Time) *Journal {
	j := &Journal{path: path, now: now, state: newState()}
	text, err := read(path)
	if err != nil {
		j.notice("The record of earlier sessions cannot be read: %v.", err)
	}
	j.fold(text)
	if err := j.openFile(text); err != nil {
		j.unsaved(err)
	}
	return j
}

// read returns the text of the file at path, nothing if there is none.
func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !info.Mode().IsRegular() {
		return nil, nil // appending will tell what is wrong with a path that is no file
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

// fold replays the events in text and sets aside the lines that are none.
func (j *Journal) fold(text []byte) {
	var aside [][]byte
	for line := range bytes.Lines(text) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 {
			continue
		}
		e, ok := decode(line)
		if !ok {
			aside = append(aside, line)
			continue
		}
		j.state.apply(e)
	}
	if len(aside) > 0 {
		j.setAside(aside)
	}
}

// openFile opens the file for appending. A last line without its end was torn by a crash: it gets one, so that the
// next event begins on a line of its own.
func (j *Journal) openFile(text []byte) error {
	const private, folder = 0o600, 0o700
	if err := os.MkdirAll(filepath.Dir(j.path), folder); err != nil {
		return err
	}
	f, err := os.OpenFile(j.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, private)
	if err != nil {
		return err
	}
	j.file = f
	if k := len(text); k > 0 && text[k-1] != '\n' {
		if _, err := f.WriteString("\n"); err != nil {
			return err
		}
	}
	return nil
}

// Append adds an event, stamped with the time, to the state and to the file. One write holds whole lines, so that two
// windows may append at once. The first failure is returned and noticed; after it the file is still tried, and what
// could not be written goes with the next event that can.
func (j *Journal) Append(e Event) error {
	e.Version, e.At = version, j.now().UTC().Truncate(time.Millisecond)
	e.Text = shorten(e.Text)
	j.state.apply(e)
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
	j.failed = false
	return nil
}

func (j *Journal) retry() {
	if len(j.waiting) > 0 && j.write() == nil {
		j.failed = false
	}
}

// Saved reports whether everything so far is in the file.
func (j *Journal) Saved() bool { return !j.failed }

// write writes what waits. A line torn by a full disk is ended, so that it spoils no other, and waits once more.
func (j *Journal) write() error {
	if j.file == nil {
		if err := j.openFile(nil); err != nil {
			return err
		}
	}
	n, err := j.file.Write(j.waiting)
	if err != nil {
		whole := bytes.LastIndexByte(j.waiting[:n], '\n') + 1
		j.waiting = j.waiting[whole:]
		if n > whole { // a part of a line is on a full disk
			if _, unended := j.file.WriteString("\n"); unended != nil {
				j.waiting = append([]byte{'\n'}, j.waiting...)
			}
		}
		return err
	}
	j.waiting = nil
	return j.file.Sync()
}

// unsaved notices once in a row of failures that nothing is saved.
func (j *Journal) unsaved(err error) bool {
	if j.failed {
		return false
	}
	j.failed = true
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		err = path.Err
	}
	j.notice("Progress is not being saved: %s: %v. The session goes on.", j.path, err)
	return true
}

func (j *Journal) notice(format string, args ...any) {
	j.notices = append(j.notices, fmt.Sprintf(format, args...))
}

// Notices returns sentences for the learner about the journal itself, and forgets them.
func (j *Journal) Notices() []string {
	all := j.notices
	j.notices = nil
	return all
}

// State returns what the events so far amount to. It changes with each Append.
func (j *Journal) State() *State { return &j.state }

// Close closes the file, after a last try to write what could not be written before.
func (j *Journal) Close() error {
	j.retry()
	if j.file == nil {
		return nil
	}
	f := j.file
	j.file = nil
	if err := f.Close(); err != nil {
		return fmt.Errorf("closing the journal: %w", err)
	}
	return nil
}
