package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"chainrule/mathcore/rule"
	"chainrule/mathcore/slip"
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

// Load opens a course as Open does and reads all of it, so that every fault is told.
func Load(fsys fs.FS, base *Course) (*Course, error) {
	l, err := open(fsys, base)
	if err != nil {
		return nil, err
	}
	for _, e := range l.course.Lessons {
		_, faults := e.text.parsed()
		l.faults = append(l.faults, faults...)
	}
	return l.done()
}

// open lists the lessons of a course and reads the rest of it.
func open(fsys fs.FS, base *Course) (*loader, error) {
	l := &loader{fsys: fsys, course: &Course{}, known: base}
	if base != nil {
		l.course = &Course{
			Title: base.Title, Skills: slices.Clone(base.Skills), Rules: slices.Clone(base.Rules), Slips: slices.Clone(base.Slips),
			Runs: slices.Clone(base.Runs),
		}
		for i := range l.course.Skills {
			l.course.Skills[i].Place = Position{}
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
// which may be nil.
func LoadFile(name string, text []byte, base *Course) (*Course, error) {
	l := &loader{course: &Course{}, known: base}
	if base != nil {
		l.course = &Course{Skills: base.Skills, Rules: base.Rules, Slips: base.Slips, Runs: base.Runs}
	}
	l.list(name, text)
	if _, err := l.course.All(); err != nil {
		return nil, err
	}
	l.course.Title = l.course.Lessons[0].Title
	return l.course, nil
}

// A loader gathers a course and the faults in it.
type loader struct {
	fsys   fs.FS
	course *Course
	known  *Course // lessons that others may build on, besides those of the course
	faults Faults

	named    *table  // course.toml; nil where there is none
	numbered *table  // numbers.toml; nil where there is none
	promised promise // what stands in it
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

// order returns the lesson files of the course in their order.
func (l *loader) order() ([]string, error) {
	present, err := fs.Glob(l.fsys, "*.md")
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	present = slices.DeleteFunc(present, func(name string) bool {
		info, err := fs.Stat(l.fsys, name)
		return strings.EqualFold(name, "README.md") || err == nil && !info.Mode().IsRegular()
	})
	var raw struct {
		Title              string
		Lessons, Headlines []string
		Skill              []skill
	}
	t, ok, err := l.optional(courseFile, &raw)
	if err != nil {
		return nil, err
	}
	if t == nil {
		if len(present) == 0 {
			l.faults = append(l.faults, Fault{File: ".", What: "there is no lesson here", Do: "a lesson is a file NAME.md"})
		}
		return present, nil
	}
	if !ok {
		return nil, nil
	}
	l.course.Title, l.course.Headlines = raw.Title, raw.Headlines
	l.skills(t, raw.Skill)
	names := l.listed(t, raw.Lessons, present)
	l.faults = append(l.faults, t.sorted()...)
	t.faults, l.named = nil, t
	return names, nil
}

// headlines demands that there is a screen for each headline. That it is a derivation only the parsed lesson tells.
func (l *loader) headlines() {
	for i, id := range l.course.Headlines {
		is := func(h Heading) bool { return h.ID == id }
		if !slices.ContainsFunc(l.course.Lessons, func(e *Entry) bool { return slices.ContainsFunc(e.Screens, is) }) {
			l.named.failAt(fmt.Sprintf("headlines[%d]", i), 0, fmt.Sprintf("there is no screen %q", id), "name a screen with a derivation, such as \"squares/differentiate\"")
		}
	}
	if l.named != nil {
		l.faults = append(l.faults, l.named.sorted()...)
	}
}

// listed compares the lessons named in course.toml with the files that are present.
func (l *loader) listed(t *table, ids, present []string) []string {
	var names []string
	for i, id := range ids {
		name, at := id+".md", fmt.Sprintf("lessons[%d]", i)
		switch {
		case slices.Contains(names, name):
			t.failAt(at, 0, fmt.Sprintf("lesson %q is listed twice", id), "take one out")
		case !slices.Contains(present, name):
			t.failAt(at, 0, fmt.Sprintf("there is no file %s", name), "write it, or take the lesson off the list")
		default:
			names = append(names, name)
		}
	}
	for _, name := range present {
		if !slices.Contains(names, name) {
			l.faults = append(l.faults, Fault{File: name, What: "the lesson is not listed in " + courseFile, Do: "add it there"})
		}
	}
	return names
}

// put adds an entry to a catalogue. One of the same ID, from the course below, gives way.
func put[T any](all []T, entry T, same func(T) bool) []T {
	if i := slices.IndexFunc(all, same); i >= 0 {
		all[i] = entry
		return all
	}
	return append(all, entry)
}

// catalogues reads the rules and the slips.
func (l *loader) catalogues() error {
	var rules struct {
		Rule []struct{ ID, Name, Formula, Say string }
	}
	seen := map[string]bool{}
	t, _, err := l.optional(rulesFile, &rules)
	if err != nil {
		return err
	}
	for i, r := range rules.Rule {
		at := fmt.Sprintf("rule[%d]", i)
		if seen["rule "+r.ID] || r.ID == "" {
			t.failAt(at, 0, fmt.Sprintf("the rule ID %q is empty or taken", r.ID), "give each rule an ID of its own")
		}
		seen["rule "+r.ID] = true
		made := Rule{rule.ID(r.ID), r.Name, r.Formula, t.sentence(at+".say", r.Say, nil)}
		l.course.Rules = put(l.course.Rules, made, func(old Rule) bool { return old.ID == made.ID })
	}
	var slips struct{ Slip []Slip }
	u, _, err := l.optional(slipsFile, &slips)
	if err != nil {
		return err
	}
	for i, s := range slips.Slip {
		if seen["slip "+string(s.ID)] || s.ID == "" || s.ID == OwnSlip {
			u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip ID %q is empty or taken", s.ID), "give each slip an ID of its own")
		}
		for _, piece := range s.Pieces() {
			if !slices.Contains(slip.Pieces(s.ID), piece) {
				u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip %s has no piece {%s}", s.ID, piece),
					"name no piece, or one of those that its words have in the course")
			}
		}
		seen["slip "+string(s.ID)] = true
		l.course.Slips = put(l.course.Slips, s, func(old Slip) bool { return old.ID == s.ID })
	}
	for _, t := range []*table{t, u} {
		if t != nil {
			l.faults = append(l.faults, t.sorted()...)
		}
	}
	return l.runs()
}

// list adds a lesson to the course, to be read later.
func (l *loader) list(name string, text []byte) {
	of := opened{course: l.course, known: l.known, before: l.course.Lessons, draw: l.promised.draw, single: l.fsys == nil}
	u := &unread{parse: func() (*Lesson, Faults) { return of.lesson(name, text) }}
	l.course.Lessons = append(slices.Clip(l.course.Lessons), listed(name, text, u))
}

// An opened course is what a lesson of it is read with.
type opened struct {
	course *Course
	known  *Course           // lessons that this one may build on, besides those before
	before []*Entry          // the lessons before this one
	draw   map[string]string // what chance depends on in questions that had numbers
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
		_, here := entryIn(o.before, need)
		if !here && o.known != nil {
			_, here = o.known.Entry(need)
		}
		if !here {
			front.failAt(fmt.Sprintf("needs[%d]", i), 0, fmt.Sprintf("the lesson needs %q, which does not come before it", need),
				"put that lesson first or take the need out")
		}
	}
}
