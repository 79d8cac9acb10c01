package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
)

// courseFile holds the order of the lessons; the others are catalogues. All may be missing beside a base.
const (
	courseFile = "course.toml"
	rulesFile  = "rules.toml"
	slipsFile  = "slips.toml"
	runsFile   = "runs.toml"
)

// FileLimit bounds the size of a file of a course in bytes; what is longer is a fault, and need not be read to its end.
const FileLimit = 1 << 20

// Open opens the course in the root of fsys: course.toml with the order, one Markdown file per lesson, and the catalogues.
// Catalogues and titles that are missing are taken from base, which may be nil; without course.toml the lessons are all
// Markdown files in the order of their names. What a lesson holds is read when it is asked for, and its faults are told
// then. An error is a Faults, or a failure of fsys.
func Open(fsys fs.FS, base *Course) (*Course, error) {
	l, err := open(fsys, base)
	if err != nil {
		return nil, err
	}
	return l.done()
}

// Load opens a course as Open does and reads all of it, so that every fault is told. With an error that is Faults it returns
// what could be read of the course, whose entries tell by Whole what that is.
func Load(fsys fs.FS, base *Course) (*Course, error) {
	l, err := open(fsys, base)
	if err != nil {
		return nil, err
	}
	for _, e := range l.course.Lessons {
		_, faults := e.text.parsed()
		l.faults = append(l.faults, faults...)
	}
	_, faults := l.course.families.parsed()
	l.faults = append(l.faults, faults...)
	course, err := l.done()
	if err != nil {
		return l.course, err
	}
	return course, nil
}

// open lists the lessons of a course and reads the rest of it.
func open(fsys fs.FS, base *Course) (*loader, error) {
	l := &loader{fsys: fsys, course: &Course{}, known: base}
	if base != nil {
		l.course = &Course{
			Title: base.Title, Own: true, Skills: placeless(base.Skills), Rules: slices.Clone(base.Rules), Slips: slices.Clone(base.Slips),
			Runs: slices.Clone(base.Runs),
		}
	}
	if err := l.catalogues(); err != nil {
		return nil, err
	}
	names, err := l.order()
	if err != nil {
		return nil, err
	}
	if err := l.numbers(); err != nil {
		return nil, err
	}
	for _, name := range names {
		text, err := l.read(name)
		if err != nil {
			return nil, err
		}
		l.list(name, text)
	}
	l.headlines()
	if err := l.families(); err != nil {
		return nil, err
	}
	return l, nil
}

// done returns the course if there is no fault in it. Promises are looked at last: a lesson with faults would seem to break
// them.
func (l *loader) done() (*Course, error) {
	if len(l.faults) == 0 {
		l.promises()
	}
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return l.course, nil
}

// LoadFile reads a single lesson as a course of its own, with the catalogues of base,
// which may be nil. With an error, which is Faults, it returns what could be read, as Load does.
func LoadFile(name string, text []byte, base *Course) (*Course, error) {
	l := &loader{course: &Course{}, known: base}
	if base != nil {
		l.course = &Course{Own: true, Skills: placeless(base.Skills), Rules: base.Rules, Slips: base.Slips, Runs: base.Runs}
	}
	l.list(name, text)
	l.course.Title = l.course.Lessons[0].Title
	_, err := l.course.All()
	return l.course, err
}

// A loader gathers a course and the faults in it.
type loader struct {
	fsys   fs.FS
	course *Course
	known  *Course // lessons that others may build on, besides those of the course
	faults Faults

	spare    map[string]bool // the IDs of optional lessons
	named    *table          // course.toml; nil where there is none
	numbered *table          // numbers.toml; nil where there is none
	promised promise         // what stands in it
}

func (l *loader) read(name string) ([]byte, error) {
	info, err := fs.Stat(l.fsys, name)
	if err == nil && !info.Mode().IsRegular() { // a pipe would be waited for
		return nil, fmt.Errorf("reading the course: %s is no ordinary file; leave it out", name)
	}
	file, err := l.fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	defer func() { _ = file.Close() }() // nothing was written
	var text bytes.Buffer
	if info != nil {
		text.Grow(int(min(info.Size(), FileLimit)) + bytes.MinRead)
	}
	if _, err := text.ReadFrom(io.LimitReader(file, FileLimit+1)); err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	return text.Bytes(), nil
}

// optional reads a file that may be missing.
func (l *loader) optional(name string, into any) (*table, bool, error) {
	text, err := l.read(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	s := newSource(name, text)
	t, ok := &table{source: s}, len(s.faults) == 0
	if ok {
		t, ok = readTable(s, s.text, 0, into)
	}
	if !ok {
		l.faults = append(l.faults, s.sorted()...)
	}
	return t, ok, nil
}

// An opened course is what a lesson of it is read with.
type opened struct {
	course *Course
	known  *Course           // lessons that this one may build on, besides those before
	before []*Entry          // the lessons before this one
	draw   map[string]string // what chance depends on in questions that had numbers
	spare  map[string]bool   // the IDs of optional lessons
	single bool              // the lesson is not from a folder
}

// lesson parses a lesson. It returns the lesson with its faults, nil where not even the front matter can be read.
func (o *opened) lesson(name string, text []byte) (*Lesson, Faults) {
	s := newSource(name, text)
	if len(s.faults) == 0 && len(bytes.TrimSpace(s.text)) == 0 {
		s.fault(0, "the file is empty", "begin it with a line +++, then id and title, then a line +++")
	}
	var lesson *Lesson
	if len(s.faults) == 0 {
		r := &reader{source: s, opened: o}
		if made, ok := r.lesson(); ok {
			lesson = made
			o.place(r.front, lesson)
			for _, screen := range slices.Concat(lesson.Screens, lesson.Review) {
				if draw, ok := o.draw[screen.ID]; ok && screen.Question != nil {
					screen.Question.About().Draw = draw
				}
			}
		}
	}
	return lesson, s.sorted()
}

// place checks how a lesson stands to the others.
func (o *opened) place(front *table, lesson *Lesson) {
	if stem := stem(front.file); !o.single && stem != lesson.ID {
		front.failAt("id", 0, fmt.Sprintf("the lesson in %s calls itself %q", front.file, lesson.ID), "the ID is the name of the file without .md")
	}
	if _, taken := entryIn(o.before, lesson.ID); taken {
		front.failAt("id", 0, fmt.Sprintf("the ID %q is taken by an earlier lesson", lesson.ID), "give each lesson an ID of its own")
	}
	for i, need := range lesson.Needs {
		other, here := entryIn(o.before, need)
		if here && other.Optional && !o.spare[lesson.ID] {
			front.failAt(fmt.Sprintf("needs[%d]", i), 0, fmt.Sprintf("the lesson needs %q, which is optional", need),
				"bring here what is needed of it, or take the need out")
		}
		if !here && o.known != nil {
			_, here = o.known.Entry(need)
		}
		if !here {
			front.failAt(fmt.Sprintf("needs[%d]", i), 0, fmt.Sprintf("the lesson needs %q, which does not come before it", need),
				"put that lesson first or take the need out")
		}
	}
}
