package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

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

// Load reads the course in the root of fsys: course.toml with the order, one Markdown file per lesson, and the
// catalogues. Catalogues and titles that are missing are taken from base, which may be nil; without course.toml the
// lessons are all Markdown files in the order of their names. An error is a Faults, or a failure of fsys.
func Load(fsys fs.FS, base *Course) (*Course, error) {
	l := &loader{fsys: fsys, course: &Course{}, known: base}
	if base != nil {
		l.course = &Course{
			Title: base.Title, Skills: slices.Clone(base.Skills), Rules: slices.Clone(base.Rules), Slips: slices.Clone(base.Slips),
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
	for _, name := range names {
		text, err := l.read(name)
		if err != nil {
			return nil, err
		}
		l.lesson(name, text)
	}
	if len(l.faults) == 0 {
		err = l.numbers()
	}
	switch {
	case err != nil:
		return nil, err
	case len(l.faults) > 0:
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
	l.lesson(name, text)
	if len(l.faults) > 0 {
		return nil, l.faults
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
	text, err := io.ReadAll(io.LimitReader(file, FileLimit+1))
	if err != nil {
		return nil, fmt.Errorf("reading the course: %w", err)
	}
	return text, nil
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
		Title   string
		Lessons []string
		Skill   []Skill
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
	l.course.Title = raw.Title
	for i, s := range raw.Skill {
		if slices.ContainsFunc(raw.Skill[:i], func(before Skill) bool { return before.ID == s.ID }) || s.ID == "" {
			t.failAt(fmt.Sprintf("skill[%d]", i), 0, fmt.Sprintf("the skill ID %q is empty or taken", s.ID), "give each skill an ID of its own")
		}
		l.course.Skills = put(l.course.Skills, s, func(old Skill) bool { return old.ID == s.ID })
	}
	names := l.listed(t, raw.Lessons, present)
	l.faults = append(l.faults, t.sorted()...)
	return names, nil
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
		made := Rule{r.ID, r.Name, r.Formula, t.sentence(at+".say", r.Say, nil)}
		l.course.Rules = put(l.course.Rules, made, func(old Rule) bool { return old.ID == r.ID })
	}
	var slips struct{ Slip []Slip }
	u, _, err := l.optional(slipsFile, &slips)
	if err != nil {
		return err
	}
	for i, s := range slips.Slip {
		if seen["slip "+s.ID] || s.ID == "" || s.ID == OwnSlip {
			u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip ID %q is empty or taken", s.ID), "give each slip an ID of its own")
		}
		for _, piece := range s.Pieces() {
			if !slices.Contains(slip.Pieces(slip.ID(s.ID)), piece) {
				u.failAt(fmt.Sprintf("slip[%d]", i), 0, fmt.Sprintf("the slip %s has no piece {%s}", s.ID, piece),
					"name no piece, or one of those that its words have in the course")
			}
		}
		seen["slip "+s.ID] = true
		l.course.Slips = put(l.course.Slips, s, func(old Slip) bool { return old.ID == s.ID })
	}
	for _, t := range []*table{t, u} {
		if t != nil {
			l.faults = append(l.faults, t.sorted()...)
		}
	}
	return l.runs()
}

// lesson reads one lesson and adds it to the course, or its faults to the faults.
func (l *loader) lesson(name string, text []byte) {
	s := newSource(name, text)
	if len(s.faults) == 0 && len(bytes.TrimSpace(s.text)) == 0 {
		s.fault(0, "the file is empty", "begin it with a line +++, then id and title, then a line +++")
	}
	if len(s.faults) == 0 {
		r := &reader{source: s, course: l.course, known: l.known}
		if lesson, ok := r.lesson(); ok {
			l.place(s, r.front, lesson)
		}
	}
	l.faults = append(l.faults, s.sorted()...)
}

// place adds a lesson to the course after checking how it stands to the others.
func (l *loader) place(s *source, front *table, lesson *Lesson) {
	if stem := strings.TrimSuffix(path.Base(s.file), ".md"); l.fsys != nil && stem != lesson.ID {
		front.failAt("id", 0, fmt.Sprintf("the lesson in %s calls itself %q", s.file, lesson.ID), "the ID is the name of the file without .md")
	}
	if _, taken := l.course.Lesson(lesson.ID); taken {
		front.failAt("id", 0, fmt.Sprintf("the ID %q is taken by an earlier lesson", lesson.ID), "give each lesson an ID of its own")
	}
	for i, need := range lesson.Needs {
		_, here := l.course.Lesson(need)
		if !here && l.known != nil {
			_, here = l.known.Lesson(need)
		}
		if !here {
			front.failAt(fmt.Sprintf("needs[%d]", i), 0, fmt.Sprintf("the lesson needs %q, which does not come before it", need),
				"put that lesson first or take the need out")
		}
	}
	l.course.Lessons = append(l.course.Lessons, lesson)
}
