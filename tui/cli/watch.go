package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
)

// lookEvery is how long a watch waits between two looks at its files.
const lookEvery = 250 * time.Millisecond

// A watch tells when lessons on the disk have changed. It looks at sizes and times, which every system has, and needs nothing
// of the system that would have to be asked for.
type watch struct {
	paths []string // lessons, and folders of them
	seen  map[string]stamp
	pause func() bool // waits a little; false ends the watch
}

// A stamp is what tells two states of a file apart.
type stamp struct {
	size int64
	at   time.Time
}

// newWatch returns a watch that begins with the files as they are now.
func newWatch(paths []string, pause func() bool) *watch {
	w := &watch{paths: paths, pause: pause}
	w.seen = w.look()
	return w
}

// changed waits until a file was changed, added or taken away, and then lies still for a moment: some editors write in several
// steps. It reports false if the watch was ended before.
func (w *watch) changed() bool {
	before := w.seen
	for w.pause() {
		now := w.look()
		if !maps.Equal(now, w.seen) && maps.Equal(now, before) {
			w.seen = now
			return true
		}
		before = now
	}
	return false
}

// look returns the stamps of all files that a course may be made of.
func (w *watch) look() map[string]stamp {
	all := map[string]stamp{}
	note := func(path string, info fs.FileInfo, err error) {
		if err == nil && info.Mode().IsRegular() {
			all[path] = stamp{info.Size(), info.ModTime()}
		}
	}
	for _, path := range w.paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			note(path, info, err)
			continue
		}
		entries, _ := os.ReadDir(path) // what cannot be read has not changed
		for _, e := range entries {
			if ext := filepath.Ext(e.Name()); ext == ".md" || ext == ".toml" {
				info, err := e.Info()
				note(filepath.Join(path, e.Name()), info, err)
			}
		}
	}
	return all
}

// lintAgain checks lessons each time they have changed, until the watch ends.
func (e *env) lintAgain(paths []string) error {
	if len(paths) == 0 {
		return errors.New("--watch needs a lesson or a directory of your own")
	}
	w := newWatch(paths, e.pause)
	for {
		err := e.lintAll(paths)
		fmt.Fprintln(e.out, "waiting for a change; ctrl+c ends")
		if failed := e.out.Flush(); failed != nil || !w.changed() {
			return err
		}
		fmt.Fprintln(e.out)
	}
}

// playAgain plays a course of one's own from a path, and each time that it has changed again, where it was left. While there are
// faults in it they are told, and a change is waited for.
func (s *starter) playAgain(path string) error {
	base, err := content.Course()
	switch {
	case err != nil:
		return err
	case path == "":
		return errors.New("--watch needs a lesson or a directory of your own")
	case s.plain:
		return errors.New("--watch needs screens: leave --plain out")
	}
	w := newWatch([]string{path}, s.pause)
	for {
		course, err := loadOwn(path, base, lessons.Load)
		if _, faults := errors.AsType[lessons.Faults](err); err != nil && !faults {
			return err
		}
		if err != nil {
			fmt.Fprintf(s.out, "%v\nwaiting for a change; ctrl+c ends\n", err)
			if failed := s.out.Flush(); failed != nil || !w.changed() {
				return failure{err}
			}
			continue
		}
		if again, err := s.runUntil(w, course); !again || err != nil {
			return err
		}
	}
}

// runUntil runs a course from where it was left until the learner leaves, or the watch sees a change.
func (s *starter) runUntil(w *watch, course *lessons.Course) (changed bool, err error) {
	seen, stop, left := make(chan bool, 1), make(chan struct{}), make(chan struct{})
	pause := w.pause
	w.pause = func() bool {
		select {
		case <-left:
			return false
		default:
			return pause()
		}
	}
	go func() {
		is := w.changed()
		if is {
			close(stop)
		}
		seen <- is
	}()
	s.stop = stop
	place := ""
	if _, _, ok := course.Locate(s.leftAt); ok {
		place = s.leftAt
	}
	err = s.run(course, "", place)
	close(left)
	changed = <-seen
	w.pause = pause
	return changed, err
}

// leftAt returns the screen at which the learner was last, by the record; nothing if that is not known.
func leftAt(course *lessons.Course, record *journal.Journal) string {
	state := record.State()
	screen, _ := state.Resume(state.LastLesson())
	if _, at, ok := course.Locate(screen); !ok || at == nil {
		return ""
	}
	return screen
}

// wait lets a moment pass.
func wait() bool {
	time.Sleep(lookEvery)
	return true
}
