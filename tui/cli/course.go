package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/tui"
	"chainrule/tui/kit"
	"chainrule/tui/plain"
	"chainrule/tui/settings"
	"chainrule/tui/terminal"
)

// start starts the course.
func (s *starter) start(words []string) error {
	place := ""
	if len(words) == 1 {
		place = words[0]
	}
	if err := s.checkFlags(); err != nil {
		return err
	}
	if s.watch {
		return s.playAgain(place)
	}
	course, place, err := courseAt(place, s.meant)
	if _, faults := errors.AsType[lessons.Faults](err); faults {
		return failure{err}
	}
	if err != nil {
		return err
	}
	return s.run(course, "", place)
}

// checkFlags returns what is wrong with the flags that say how the course is shown.
func (s *starter) checkFlags() error {
	for _, f := range []struct{ name, value string }{{"theme", s.theme}, {"motion", s.motion}} {
		if words := settings.Words(f.name); s.given.Changed(f.name) && !slices.Contains(words, f.value) {
			return fmt.Errorf("--%s is one of %s, not %q%s", f.name, strings.Join(words, ", "), f.value, didYouMean(f.value, words))
		}
	}
	if s.ascii && s.unicode {
		return errors.New("--ascii or --unicode, not both")
	}
	return nil
}

// run runs a course from a place of it.
func (s *starter) run(course *lessons.Course, kind kit.Kind, place string) error {
	faults := s.settle()
	record := journal.Opening(journal.Path(), time.Now, course.Numbered)
	err := tui.Run(tui.Options{
		Course: course, Journal: record, Kind: kind, Start: place,
		Plain: s.plain || s.speak, Speak: s.speak, ASCII: s.inASCII(), Theme: s.theme, NoMouse: s.noMouse, Log: s.log,
		Still: s.motion == "reduced", Faults: faults,
		In: s.files.In, Out: s.files.Out, Stop: s.stop,
	})
	s.leftAt = leftAt(course, record)
	closing := record.Close()
	if closing != nil {
		fmt.Fprintf(s.err, "chainrule: %v\n", closing)
	}
	switch {
	case closing != nil && (err == nil || errors.Is(err, plain.ErrUnfinished)):
		return exit(exitLost)
	case errors.Is(err, plain.ErrUnfinished):
		return exit(exitNo)
	case err != nil:
		return failure{err}
	}
	return nil
}

// inASCII reports whether only ASCII is to be shown: as the user said, or as the environment lets expect.
func (s *starter) inASCII() bool {
	return s.ascii || !s.unicode && !terminal.ShowsUnicode(os.Getenv)
}

// courseAt returns the course that a word on the command line means, and where in it to start: a lesson of the course
// that comes with the program, or a file or directory of one's own. The built-in lesson goes before a file of its name.
func courseAt(place string, meant []string) (*lessons.Course, string, error) {
	course, err := content.Course()
	if err != nil || place == "" {
		return course, "", err
	}
	if _, _, ok := course.Locate(place); ok {
		return course, place, nil
	}
	if _, err := os.Stat(place); err != nil && filepath.Ext(place) != ".md" {
		var known []string
		for _, l := range course.Lessons {
			known = append(known, l.ID)
		}
		return nil, "", fmt.Errorf("there is no lesson, file or directory %q%s; the lessons are %s", place, didYouMean(place, append(addresses(course, place), meant...)), strings.Join(known, ", "))
	}
	course, err = loadOwn(place, course, lessons.Open)
	return course, "", err
}

// loadOwn reads a lesson from disk, or has open read a directory of lessons. What it does not bring itself, such as the words
// for slips, is taken from base.
func loadOwn(path string, base *lessons.Course, open func(fs.FS, *lessons.Course) (*lessons.Course, error)) (*lessons.Course, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file or directory %q; name a lesson such as my-lesson.md, or a directory of lessons", path)
	case err != nil:
		return nil, fmt.Errorf("looking for %q: %w", path, errors.Unwrap(err))
	case info.IsDir():
		course, err := open(os.DirFS(path), base)
		if _, faults := errors.AsType[lessons.Faults](err); err != nil && !faults {
			err = fmt.Errorf("%q: %w", path, err)
		}
		return course, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%q is neither a file nor a directory; name a lesson such as my-lesson.md, or a directory of lessons", path)
	case filepath.Ext(path) == ".toml":
		return nil, fmt.Errorf("%q is no lesson; name the directory in which it stands", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, errors.Unwrap(err))
	}
	defer file.Close()
	source, err := io.ReadAll(io.LimitReader(file, lessons.FileLimit+1))
	if err != nil {
		return nil, fmt.Errorf("reading %q: %w", path, errors.Unwrap(err))
	}
	return lessons.LoadFile(path, source, base)
}
