// Package desk holds what a learner has before them in one sitting: the course, the record being kept, the look.
//
// All access to the record goes through here, since commands run beside each other. It draws nothing and asks nothing.
package desk

import (
	"slices"
	"sync"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/tui/kit"
)

// A Desk is shared by all screens of a sitting.
type Desk struct {
	Course *lessons.Course
	Styles *kit.Styles
	// Frame is the time between two pictures of something that moves; with 0 it is shown as it ends.
	Frame time.Duration

	mu      sync.Mutex // guards the journal
	journal *journal.Journal
	unkept  atomic.Bool  // something is not in the file of the journal
	pending atomic.Int64 // events that were taken down and not yet written, or tried to be

	waitingMu sync.Mutex // guards waiting; never held while writing, so that Keep does not wait for a disk
	waiting   []journal.Event
}

// New returns a desk.
func New(course *lessons.Course, j *journal.Journal, s *kit.Styles) *Desk {
	d := &Desk{Course: course, Styles: s, journal: j}
	d.unkept.Store(!j.Saved())
	return d
}

// Unsaved reports whether something that was done is not saved. It waits for nothing.
func (d *Desk) Unsaved() bool { return d.unkept.Load() }

// Saving reports whether something that was done is still on its way to the disk. It waits for nothing.
func (d *Desk) Saving() bool { return d.pending.Load() > 0 }

// Keep takes down an event and returns the command that writes it, and tells by a kit.Saved when that is done. Should the
// program end before the command has run, Settle still writes the event.
func (d *Desk) Keep(e journal.Event) tea.Cmd {
	d.pending.Add(1)
	d.waitingMu.Lock()
	d.waiting = append(d.waiting, e)
	d.waitingMu.Unlock()
	return kit.Task("saving your answer", func() tea.Msg {
		if err := d.Flush(); err != nil {
			return kit.Notice{Text: d.unsaved()}
		}
		return kit.Saved{}
	})
}

// Flush writes what is still waiting. The error tells that something could not be saved; a row of failures is told once.
func (d *Desk) Flush() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.flush()
}

// Settle writes what is still waiting, once more what could not be written before, and tells why something is not saved.
func (d *Desk) Settle() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	_ = d.flush() // Journal.Flush tells it, too
	err := d.journal.Flush()
	d.unkept.Store(!d.journal.Saved())
	return err
}

func (d *Desk) flush() error {
	d.waitingMu.Lock()
	events := d.waiting
	d.waiting = nil
	d.waitingMu.Unlock()
	var first error
	for _, e := range events {
		if err := d.journal.Append(e); err != nil && first == nil {
			first = err
		}
	}
	if len(events) == 0 && !d.journal.Saved() {
		_ = d.journal.Flush() // the way may be free by now
	}
	d.pending.Add(-int64(len(events)))
	d.unkept.Store(!d.journal.Saved())
	return first
}

// Look lets see read the record, everything kept so far included. It may take as long as a disk takes: call it from
// commands only. The state must not be used after see has returned.
func (d *Desk) Look(see func(*journal.State)) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	err := d.flush()
	see(d.journal.State())
	return err
}

// Notices returns what the record has to say, such as that it is not being saved, the last first: a footer is short.
func (d *Desk) Notices() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	said := d.journal.Notices()
	slices.Reverse(said)
	return said
}

func (d *Desk) unsaved() string {
	notices := d.Notices()
	if len(notices) == 0 {
		return "Your progress is not being saved."
	}
	return notices[0]
}
