// Package generate draws the questions of families: it puts drawn values in for the letters of a block, and adds what follows
// from it, such as model lines, wrong answers and hints.
//
// A draw is read by the loader as any block is, and asked only if the author's check finds nothing in it. The package chooses no
// task and keeps no record.
package generate

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"

	"chainrule/lessons"
	"chainrule/lessons/check"
)

// Screen returns the screen of a draw. It says nothing about whether it may be asked: see Find. The error tells why nothing comes of
// it; the author's fault is lessons.Faults, whose places are those in the text of the block.
func Screen(course *lessons.Course, id lessons.Draw) (*lessons.Screen, error) {
	text, f, err := Text(course, id)
	if err != nil {
		return nil, err
	}
	return course.Question(f.Lesson, id.String(), f.Title, f.Kind, text)
}

// Text returns the block of a draw as an author would have written it.
func Text(course *lessons.Course, id lessons.Draw) ([]byte, *lessons.Family, error) {
	d, err := newDrawer(course, id)
	if err != nil {
		return nil, nil, err
	}
	block, err := d.block()
	if err != nil {
		return nil, nil, fmt.Errorf("drawing %s: %w", id, err)
	}
	text, err := written(block)
	return text, d.family, err
}

func newDrawer(course *lessons.Course, id lessons.Draw) (*drawer, error) {
	f, ok := course.Family(id.Family)
	if !ok {
		return nil, fmt.Errorf("there is no family %q", id.Family)
	}
	l, err := course.Lesson(f.Lesson)
	if err != nil {
		return nil, err
	}
	return &drawer{
		course: course, family: f, lesson: l, id: id,
		chance: rand.New(rand.NewChaCha8(sha256.Sum256([]byte(id.String())))),
	}, nil
}

// tries is how many draws are looked at, one after the other, until one may be asked.
const tries = 60

// Find returns the first draw from a seed on that may be asked: fresh, if there is one, takes its screen, and the author's check finds
// nothing in it. It also returns how many were refused. The error tells that there is none, and what was wrong with the last.
func Find(course *lessons.Course, id lessons.Draw, fresh func(*lessons.Screen) bool) (*lessons.Screen, int, error) {
	var last error
	for refused := range tries {
		screen, err := Screen(course, id)
		switch {
		case err != nil:
			last = err
		case fresh != nil && !fresh(screen):
			last = fmt.Errorf("the family %s has no draw that is new", id.Family)
		default:
			if last = checked(course, screen); last == nil {
				return screen, refused, nil
			}
		}
		id.Seed++
	}
	return nil, tries, last
}

// Checked returns a draw in which the author's check finds nothing. Else the error tells what it found.
func Checked(course *lessons.Course, id lessons.Draw) (*lessons.Screen, error) {
	screen, err := Screen(course, id)
	if err != nil {
		return nil, err
	}
	if err := checked(course, screen); err != nil {
		return nil, err
	}
	return screen, nil
}

func checked(course *lessons.Course, screen *lessons.Screen) error {
	faults, remarks := check.Question(course, screen.Question)
	if all := append(faults, remarks...); len(all) > 0 {
		return all
	}
	return nil
}
