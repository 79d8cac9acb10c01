package cli

import (
	"errors"
	"fmt"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/generate"
)

// lintDraws draws questions of families and tells what the author's check found, a line for each family and difficulty as soon as
// it is done. A word is the ID of a family of the course, or a PATH with families of its own; without words all of the course's
// are drawn.
func (e *env) lintDraws(draws uint64, words []string) error {
	course, err := lessons.Load(content.Files, nil)
	if err != nil {
		return end(e.report("", course, err))
	}
	code := exitYes
	if len(words) == 0 {
		code = e.tryAll(course, course.Families(), draws)
	}
	for _, word := range words {
		if f, ok := course.Family(word); ok {
			code = max(code, e.tryAll(course, []*lessons.Family{f}, draws))
			continue
		}
		own, err := loadOwn(word, course, lessons.Load)
		if _, faults := errors.AsType[lessons.Faults](err); faults {
			code = max(code, e.report(word, own, err))
			continue
		}
		if err != nil {
			return fmt.Errorf("there is no family %q, and no PATH of that name can be read: %w", word, err)
		}
		code = max(code, e.tryAll(own, own.Families(), draws))
	}
	return end(code)
}

// tryAll draws so many questions of each family and difficulty. Where all are refused, or the family cannot be read, that is a
// fault.
func (e *env) tryAll(course *lessons.Course, families []*lessons.Family, draws uint64) int {
	code, total, refused := exitYes, 0, 0
	for _, f := range families {
		for _, d := range lessons.Difficulties {
			t := generate.Try(course, f, d, draws)
			total, refused = total+t.Draws, refused+t.Refused
			fmt.Fprintf(e.out, "%s, %s: %s, %d different, %d refused%s\n", f.ID, d, counted(t.Draws, "draw"), t.Different, t.Refused, mostly(t.Why()))
			if e.out.Flush() != nil {
				return exitNo // nobody reads on
			}
			if t.Refused == t.Draws && t.Draws > 0 || len(t.Faults) > 0 {
				code = exitNo
			}
		}
	}
	fmt.Fprintf(e.out, "%s of %s, %d refused\n", counted(total, "draw"), ofFamilies(len(families)), refused)
	return code
}

func ofFamilies(n int) string {
	if n == 1 {
		return "1 family"
	}
	return fmt.Sprintf("%d families", n)
}

// familiesAtFault returns a fault for each family and difficulty of a course at which nothing can be asked.
func familiesAtFault(course *lessons.Course) (faults lessons.Faults) {
	for _, f := range course.Families() {
		for _, d := range lessons.Difficulties {
			if _, _, err := generate.Find(course, lessons.Draw{Family: f.ID, Difficulty: d}, nil); err != nil {
				what := fmt.Sprintf("the family %s draws nothing that may be asked at the difficulty %s: %v", f.ID, d, err)
				faults = append(faults, f.Place.Fault(what, "chainrule lint --draw "+f.ID+"/1/0 prints a draw"))
			}
		}
	}
	return faults
}

func mostly(why string) string {
	if why == "" {
		return ""
	}
	return ", most since: " + why
}

// printDraw prints one draw.
func (e *env) printDraw(id string) error {
	draw, ok := lessons.ParseDraw("~" + id)
	if !ok {
		return fmt.Errorf("%q names no draw; write FAMILY/DIFFICULTY/SEED, such as sigmoid-powers/2/17", id)
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	text, f, err := generate.Text(course, draw)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "```%s\n%s```\n", f.Kind, text)
	if _, err := generate.Checked(course, draw); err != nil {
		fmt.Fprintf(e.out, "%v\n", err)
		return end(exitNo)
	}
	return nil
}
