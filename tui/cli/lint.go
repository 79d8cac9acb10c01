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
domains; or the lessons, with the time that each takes by an estimate; or the
families of questions that are drawn.

With --draws N so many questions of each family and difficulty are drawn and checked;
a word may then be the ID of a family, too. It tells how many were refused, and why
most of them; ctrl+c ends it. With --draw FAMILY/2/17 one draw is
printed as an author would have written it: difficulty 2, seed 17.

Exit codes: 0 nothing to mend; 1 faults were found; 2 a PATH cannot be read.`

func (e *env) lint() *cobra.Command {
	list, draw, draws, again := "", "", uint64(0), false
	c := command(&cobra.Command{
		Use:   "lint [PATH…] [flags]",
		Short: "tell what is wrong with lessons, for their authors",
		Long:  lintHelp,
		RunE: func(c *cobra.Command, words []string) error {
			if c.Flags().Changed("list") {
				return e.list(list, words)
			}
			switch {
			case again:
				return e.lintAgain(words)
			case draw != "":
				return e.printDraw(draw)
			case c.Flags().Changed("draws"):
				return e.lintDraws(draws, words)
			}
			return e.lintAll(words)
		},
	})
	c.Flags().BoolVar(&again, "watch", false, "check again each time that a file changes, until ctrl+c")
	c.Flags().Uint64Var(&draws, "draws", 0, "draw and check `N` questions of each family")
	c.Flags().StringVar(&draw, "draw", "", "print the draw that `FAMILY/DIFFICULTY/SEED` names")
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

// report prints the faults of a course: those found in loading it, and in proving and playing what could be read of it.
func (e *env) report(path string, course *lessons.Course, err error) int {
	faults, ok := errors.AsType[lessons.Faults](err)
	if err != nil && !ok {
		fmt.Fprintln(e.out, err)
		return exitNo
	}
	if err != nil {
		e.tell(path, "", faults)
		e.tell(path, "", check.Whole(course))
		fmt.Fprintln(e.out, "questions with such a fault, and what the texts claim, were not looked at: mend these and run lint again")
		return exitNo
	}
	faults, remarks := check.Course(course)
	faults = append(faults, familiesAtFault(course)...)
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
