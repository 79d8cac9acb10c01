package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

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
  chainrule completion bash       what bash needs to complete the names of lessons

Review and practice start the course, too; the other commands below answer on lines
of text.

Exit codes: 0 all is well; 1 the course could not run, or the input of a plain
lesson ended before the lesson did; 2 a wrong command line; 4 what you did could
not be saved. The commands have their own: see chainrule COMMAND --help.`

type starter struct {
	*env
	plain, ascii, unicode, noMouse bool
	theme, log                     string
	commands                       []string // the names of all commands
}

func (e *env) root() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use:     "chainrule [LESSON | FILE.md | DIR] [flags]",
		Short:   "learn the calculus behind logistic regression, line by line",
		Long:    rootHelp,
		Version: build(),
		Args:    s.atMostOne,
		RunE:    func(_ *cobra.Command, words []string) error { return s.start(words) },
	})
	c.SetVersionTemplate("chainrule {{.Version}}\n")
	c.SetOut(e.out)
	c.SetErr(e.err)
	s.flags(c)
	c.AddCommand(e.check(), e.derive(), e.diff(), e.plot(), e.lint(), e.newLesson(), e.progress(), e.review(), e.practice(), fieldsTopic())
	completions(c)
	for _, sub := range c.Commands() {
		s.commands = append(s.commands, sub.Name())
	}
	return c
}

// flags gives a command those that say how the course is shown.
func (s *starter) flags(c *cobra.Command) {
	c.Flags().BoolVar(&s.plain, "plain", false, "the course as plain lines instead of screens")
	c.Flags().BoolVar(&s.ascii, "ascii", false, "formulas and plots in ASCII only; chosen by itself where the locale is not UTF-8")
	c.Flags().BoolVar(&s.unicode, "unicode", false, "all characters, whatever the locale says")
	c.Flags().StringVar(&s.theme, "theme", "", "take the background to be `light|dark`, and do not ask the terminal")
	c.Flags().BoolVar(&s.noMouse, "no-mouse", false, "leave the mouse to the terminal: text is selected without shift")
	c.Flags().StringVar(&s.log, "log", "", "write what happens to `FILE`, for reports of faults")
}

func (s *starter) atMostOne(_ *cobra.Command, words []string) error {
	if len(words) > 1 {
		return fmt.Errorf("one lesson, file or directory at a time, and no command is called %q%s; see chainrule --help for the commands", words[0], didYouMean(words[0], s.commands))
	}
	return nil
}

// Commands returns all commands as a tree, for descriptions of them. They are not for running: see Run.
func Commands() *cobra.Command {
	e := &env{in: strings.NewReader(""), out: bufio.NewWriter(io.Discard), err: io.Discard}
	return e.root()
}
