package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
)

const progressHelp = `Progress tells how far you have come: finished screens of each lesson, and the
skills you have met. A skill is known after two unaided successes in a row.
For --json see chainrule help json.

With a DIR it tells of everybody whose record lies there, one line for each: a
record is a file NAME.jsonl, or the journal.jsonl in a folder NAME, or in its
folder chainrule. Nothing is changed.

Exit codes: 0 told; 2 a wrong command line, or DIR cannot be read.`

type progressTeller struct {
	*desk
	json, markdown bool
}

func (d *desk) progress() *cobra.Command {
	p := &progressTeller{desk: d}
	c := command(&cobra.Command{
		Use:   "progress [DIR] [flags]",
		Short: "tell how far you have come",
		Long:  progressHelp,
		RunE:  func(_ *cobra.Command, words []string) error { return p.run(words) },
	})
	c.Flags().BoolVar(&p.json, "json", false, "print one JSON object, with DIR one a line")
	c.Flags().BoolVar(&p.markdown, "markdown", false, "print Markdown")
	return c
}

func (p *progressTeller) run(words []string) error {
	if len(words) > 1 {
		return errors.New("progress takes one DIR at most; see chainrule progress --help")
	}
	if p.json && p.markdown {
		return errors.New("--json or --markdown, not both")
	}
	course, err := content.Course()
	if err != nil {
		return err
	}
	if len(words) == 1 {
		return p.everybody(words[0], course)
	}
	told := p.read(journal.Path(), course)
	switch {
	case p.json:
		return writeJSON(p.out, told)
	case p.markdown:
		p.table(told, "| lesson | finished | of |\n|---|---|---|\n", "| %s | %d | %d |\n", "- %s: %s\n")
	default:
		p.table(told, "", "%-40s %3d of %d screens\n", "  %-6s %s\n")
	}
	return nil
}

// read reads a record without a change; what is wrong with it is told on standard error.
func (p *progressTeller) read(path string, course *lessons.Course) toldRecord {
	record := journal.Read(path, course.Numbered)
	for _, n := range record.Notices() {
		fmt.Fprintln(p.err, "chainrule: "+n)
	}
	return recordOf(course, record.State())
}

// A told record is what progress --json prints.
type toldRecord struct {
	Lessons []toldLesson `json:"lessons"`
	Skills  []toldSkill  `json:"skills"`
}

type toldLesson struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Finished int    `json:"finished"`
	Screens  int    `json:"screens"`
	Resume   string `json:"resume"`
}

type toldSkill struct {
	ID    string `json:"id"`
	Say   string `json:"say"`
	State string `json:"state"` // new, met, known
}

func recordOf(course *lessons.Course, s *journal.State) toldRecord {
	told := toldRecord{Lessons: []toldLesson{}, Skills: []toldSkill{}}
	for _, l := range course.Lessons {
		row := toldLesson{ID: l.ID, Title: l.Title, Screens: len(l.Screens)}
		for _, screen := range l.Screens {
			if s.Finished(screen.ID) {
				row.Finished++
			}
		}
		row.Resume, _ = s.Resume(l.ID)
		told.Lessons = append(told.Lessons, row)
	}
	for _, skill := range course.Skills {
		state := "new"
		switch {
		case s.Known(skill.ID):
			state = "known"
		case s.Met(skill.ID):
			state = "met"
		}
		told.Skills = append(told.Skills, toldSkill{skill.ID, skill.Say, state})
	}
	return told
}

// table prints the lessons and the skills that were met in the formats given.
func (p *progressTeller) table(told toldRecord, head, lesson, skill string) {
	fmt.Fprint(p.out, head)
	for _, l := range told.Lessons {
		fmt.Fprintf(p.out, lesson, l.Title, l.Finished, l.Screens)
	}
	first := true
	for _, s := range told.Skills {
		if s.State == "new" {
			continue
		}
		if first {
			fmt.Fprintln(p.out)
			first = false
		}
		fmt.Fprintf(p.out, skill, s.State, s.Say)
	}
}
