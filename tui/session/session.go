// Package session is one sitting of a learner: the course, the record being kept, and the attempts at its questions.
//
// Screens and plain lines share it: a step of an attempt is done and taken down here, and all access to the record goes
// through one lock, since commands run beside each other. It draws nothing, and judging is left to lessons/grade.
package session

import (
	"slices"
	"sync"
	"sync/atomic"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/place"
	"chainrule/lessons/review"
)

// A Session is shared by all screens of a sitting.
type Session struct {
	Course *lessons.Course

	mu      sync.Mutex // guards the journal
	journal *journal.Journal
	known   *review.State // what the learner knows, nil before it was asked for; guarded like the journal
	asked   asked
	unsaved atomic.Bool  // something is not in the file of the journal
	pending atomic.Int64 // events that were taken down and not yet written, or tried to be

	modelOnce  sync.Once
	placeModel *place.Model // the questions that find out what is known, once they were asked for

	waitingMu sync.Mutex // guards waiting; never held while writing, so that taking down does not wait for a disk
	waiting   []journal.Event
}

// New returns a session in which a course is studied and a journal is kept, which may still be read from its file.
func New(course *lessons.Course, j *journal.Journal) *Session {
	return &Session{Course: course, journal: j}
}

// Unsaved reports whether something that was done is not saved. It waits for nothing.
func (s *Session) Unsaved() bool { return s.unsaved.Load() }

// Saving reports whether something that was done is still on its way to the disk. It waits for nothing.
func (s *Session) Saving() bool { return s.pending.Load() > 0 }

// A Save writes what was taken down. It may take as long as a disk takes: screens call it in a command. The notice tells
// the learner that something could not be saved; it is empty otherwise, and told once in a row of failures. Should the
// program end before it is called, Settle still writes the events. It is nil where there is nothing to write.
type Save func() (notice string)

// keep takes down an event.
func (s *Session) keep(e journal.Event) Save {
	s.pending.Add(1)
	s.waitingMu.Lock()
	s.waiting = append(s.waiting, e)
	s.waitingMu.Unlock()
	return func() string {
		if err := s.flush(); err != nil {
			return s.unsavedNotice()
		}
		return ""
	}
}

// Begin takes down that a screen without a question is before the learner.
func (s *Session) Begin(screen *lessons.Screen) Save {
	return s.keep(journal.Event{Kind: journal.Opened, Lesson: screen.Lesson, Screen: screen.ID})
}

// Finish takes down that a screen without a question is finished.
func (s *Session) Finish(screen *lessons.Screen) Save {
	return s.keep(journal.Event{Kind: journal.Finished, Lesson: screen.Lesson, Screen: screen.ID})
}

// flush writes what is still waiting. The error tells that something could not be saved; a row of failures is told once.
func (s *Session) flush() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.write()
}

// Settle writes what is still waiting, once more what could not be written before, and tells why something is not saved.
func (s *Session) Settle() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.write() // Journal.Flush tells it, too
	err := s.journal.Flush()
	s.unsaved.Store(!s.journal.Saved())
	return err
}

// write is flush for those who hold the lock.
func (s *Session) write() error {
	s.waitingMu.Lock()
	events := s.waiting
	s.waiting = nil
	s.waitingMu.Unlock()
	var first error
	for _, e := range events {
		if err := s.journal.Append(e); err != nil && first == nil {
			first = err
		}
	}
	if len(events) == 0 && !s.journal.Saved() {
		_ = s.journal.Flush() // the way may be free by now
	}
	s.pending.Add(-int64(len(events)))
	s.unsaved.Store(!s.journal.Saved())
	return first
}

// Look lets see read the record, everything that was taken down so far included. It may take as long as a disk takes:
// screens call it in a command. The state must not be used after see has returned.
func (s *Session) Look(see func(*journal.State)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.write()
	see(s.journal.State())
	return err
}

// Notices returns what the record has to say, such as that it is not being saved, the last first: a footer is short.
func (s *Session) Notices() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	said := s.journal.Notices()
	slices.Reverse(said)
	return said
}

func (s *Session) unsavedNotice() string {
	notices := s.Notices()
	if len(notices) == 0 {
		return "Your progress is not being saved."
	}
	return notices[0]
}
