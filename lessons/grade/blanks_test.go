package grade_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
)

// TestNoDeadEnds puts true lines into the derivations of the course, whichever and wherever, and then goes by the hints
// alone, or has each line shown: each line that a hint gives must be taken, and the derivation must come to its end.
func TestNoDeadEnds(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		for _, s := range l.Screens {
			q, ok := s.Question.(*lessons.Derive)
			if !ok {
				continue
			}
			t.Run(s.ID, func(t *testing.T) {
				t.Parallel()
				lines := trueLines(q)
				for _, first := range lines {
					finish(t, course, q, lessons.Faded, []string{first}, false)
				}
				for _, level := range []lessons.Level{lessons.Faded, lessons.Free} {
					draw := rand.New(rand.NewPCG(12, uint64(level)))
					for n := range 4 {
						var mixed []string
						for range 4 {
							mixed = append(mixed, lines[draw.IntN(len(lines))])
						}
						finish(t, course, q, level, mixed, n%2 == 1)
					}
				}
			})
		}
	}
}

// again stands for the line above written otherwise.
const again = "above"

func trueLines(q *lessons.Derive) []string {
	lines := []string{again, typeset.Line(q.To.Tree)}
	for _, l := range q.Lines {
		lines = append(lines, typeset.Line(l.Tree))
	}
	for _, l := range q.Also {
		lines = append(lines, typeset.Line(l.Tree))
	}
	return lines
}

func finish(t *testing.T, course *lessons.Course, q *lessons.Derive, level lessons.Level, lines []string, shown bool) {
	t.Helper()
	a := grade.New(course, q, grade.Options{Level: level})
	typed := []string{}
	answer := func(line string) grade.Feedback {
		f := a.Answer(line)
		typed = append(typed, fmt.Sprintf("%s -> %s", line, f.Kind))
		return f
	}
	for _, line := range lines {
		if line == again {
			line = "(" + above(a.State()) + ")*2/2"
		}
		if f := answer(line); f.Kind == grade.Wrong || f.Kind == grade.Unreadable {
			t.Fatalf("%s: a true line is refused:\n%s", level, strings.Join(typed, "\n"))
		}
	}
	const farthest = 30 // a derivative written anew is taken one rule at a time
	for range farthest {
		if a.State().Finished {
			return
		}
		var last grade.Hint
		for h, ok := a.Hint(); ok; h, ok = a.Hint() {
			last = h
		}
		if last.Line == nil {
			t.Fatalf("%s: the last hint has no line: %s\n%s", level, last.Say.Plain(), strings.Join(typed, "\n"))
		}
		if shown {
			typed = append(typed, "shown: "+a.Reveal().Say[0].Plain())
			continue
		}
		if f := answer(typeset.Line(last.Line.Tree)); f.Kind != grade.Step && f.Kind != grade.Right {
			t.Fatalf("%s: the line of a hint is not taken:\n%s\n%s", level, strings.Join(typed, "\n"), f.Say[0].Plain())
		}
	}
	if !a.State().Finished {
		t.Errorf("%s: no end is reached:\n%s", level, strings.Join(typed, "\n"))
	}
}

// above returns the line that the next one stands below.
func above(s grade.State) string {
	line := ""
	for _, l := range s.Lines {
		if l.Status == grade.Blank {
			break
		}
		line = typeset.Line(l.Tree)
	}
	return line
}
