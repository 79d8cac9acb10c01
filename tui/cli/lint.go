package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

const lintHelp = `Lint is the author's check. It reads lessons, proves their model lines, makes
sure that each wrong answer listed is wrong and gets its own words, and plays
every question to its end. A PATH is a lesson or a directory of lessons; without
one the lessons that come with the program are checked.

Each fault is one line: FILE:LINE:COLUMN: what is wrong and what to do.

With --list nothing is checked: it prints the IDs that a lesson may name, of the
lessons that come with the program or of a PATH: skills, rules, slips, forms or
domains; or the lessons, with the time that each takes by an estimate.

Exit codes: 0 nothing to mend; 1 faults were found; 2 a PATH cannot be read.`

func (e *env) lint() *cobra.Command {
	list := ""
	c := command(&cobra.Command{
		Use:   "lint [PATH…] [flags]",
		Short: "tell what is wrong with lessons, for their authors",
		Long:  lintHelp,
		RunE: func(c *cobra.Command, words []string) error {
			if c.Flags().Changed("list") {
				return e.list(list, words)
			}
			return e.lintAll(words)
		},
	})
	c.Flags().StringVar(&list, "list", "", "print the IDs of `WHAT`: "+strings.Join(lists(), ", "))
	return c
}

func (e *env) lintAll(paths []string) error {
	course, err := lessons.Load(content.Files, nil)
	if len(paths) == 0 || err != nil {
		return end(e.report("", course, err))
	}
	code := exitYes
	for _, path := range paths {
		course, err := loadOwn(path, course, lessons.Load)
		if err != nil {
			if _, faults := errors.AsType[lessons.Faults](err); !faults {
				fmt.Fprintf(e.err, "chainrule: %v\n", err)
				code = exitBad
				continue
			}
		}
		code = max(code, e.report(path, course, err))
	}
	return end(code)
}

// report prints the faults of a course: those found in loading it, or else those found in proving and playing it.
func (e *env) report(path string, course *lessons.Course, err error) int {
	faults, ok := errors.AsType[lessons.Faults](err)
	if err != nil && !ok {
		fmt.Fprintln(e.out, err)
		return exitNo
	}
	var remarks lessons.Faults
	if err == nil {
		faults, remarks = check.Course(course)
	}
	e.tell(path, "", faults)
	e.tell(path, "remark: ", remarks)
	if len(faults) > 0 {
		return exitNo
	}
	all, _ := course.All() // what cannot be read was told
	questions := 0
	for _, l := range all {
		for _, s := range slices.Concat(l.Screens, l.Review) {
			if s.Question != nil {
				questions++
			}
		}
	}
	fmt.Fprintf(e.out, "%s, %s: nothing to mend\n", counted(len(course.Lessons), "lesson"), counted(questions, "question"))
	return exitYes
}

// tell prints faults, one a line. Those of a directory are named by their files' paths.
func (e *env) tell(path, kind string, faults lessons.Faults) {
	info, err := os.Stat(path)
	for _, f := range faults {
		if err == nil && info.IsDir() {
			f.File = filepath.Join(path, f.File)
		}
		f.What = kind + f.What
		fmt.Fprintln(e.out, f.Error())
	}
}

func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
