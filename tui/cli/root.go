package cli

import (
	"errors"

	"github.com/spf13/cobra"
)

const rootHelp = `Chainrule teaches the calculus behind logistic regression. You derive each result
line by line, and every line is judged at once.

  chainrule                       start, or go on where you stopped
  chainrule sigmoid-derivative    one lesson
  chainrule sigmoid/symmetry      one screen; sigmoid/5 is the fifth of a lesson
  chainrule my-lesson.md          a lesson of your own (a directory of them, too)
  chainrule --plain               the course as plain lines: for pipes, screen
                                  readers and simple terminals
  chainrule -v                    the version

The commands below answer on lines of text and never start the course.

Exit codes: 0 all is well; 1 the course could not run, or the input of a plain
lesson ended before the lesson did; 2 a wrong command line; 4 what you did could
not be saved. The commands have their own: see chainrule COMMAND --help.`

type starter struct {
	*desk
	plain, ascii, unicode, noMouse bool
	theme, log                     string
}

func (d *desk) root() *cobra.Command {
	s := &starter{desk: d}
	c := command(&cobra.Command{
		Use:     "chainrule [LESSON | FILE.md | DIR] [flags]",
		Short:   "learn the calculus behind logistic regression, line by line",
		Long:    rootHelp,
		Version: Version,
		Args:    atMostOne,
		RunE:    func(_ *cobra.Command, words []string) error { return s.start(words) },
	})
	c.SetVersionTemplate("chainrule {{.Version}}\n")
	c.SetOut(d.out)
	c.SetErr(d.err)
	c.CompletionOptions.DisableDefaultCmd = true
	c.Flags().BoolVar(&s.plain, "plain", false, "the course as plain lines instead of screens")
	c.Flags().BoolVar(&s.ascii, "ascii", false, "formulas and plots in ASCII only; chosen by itself where the locale is not UTF-8")
	c.Flags().BoolVar(&s.unicode, "unicode", false, "all characters, whatever the locale says")
	c.Flags().StringVar(&s.theme, "theme", "", "take the background to be `light|dark`, and do not ask the terminal")
	c.Flags().BoolVar(&s.noMouse, "no-mouse", false, "leave the mouse to the terminal: text is selected without shift")
	c.Flags().StringVar(&s.log, "log", "", "write what happens to `FILE`, for reports of faults")
	c.AddCommand(d.check(), d.derive(), d.diff(), d.plot(), d.lint(), d.progress(), fieldsTopic())
	return c
}

func atMostOne(_ *cobra.Command, words []string) error {
	if len(words) > 1 {
		return errors.New("one lesson, file or directory at a time; see chainrule --help for the commands")
	}
	return nil
}
