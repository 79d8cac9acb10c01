package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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

Review, practice, place, exam and play start the course, too; the other commands
below answer on lines of text.

Exit codes: 0 all is well; 1 the course could not run, or the input of a plain
lesson ended before the lesson did; 2 a wrong command line; 4 what you did could
not be saved. The commands have their own: see chainrule COMMAND --help.`

type starter struct {
	*env
	plain, speak, ascii, unicode, noMouse bool
	theme, motion, log                    string
	given                                 *pflag.FlagSet // the flags as they were given
	watch                                 bool
	stop                                  <-chan struct{} // ends a run when it is closed; nil if the learner alone ends it
	leftAt                                string          // the screen at which the last run ended
	meant                                 []string        // the commands and flags that a word may be a slip for
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
	c.Flags().BoolVar(&s.watch, "watch", false, "for authors: play a lesson of your own again each time that its file changes")
	c.AddCommand(e.check(), e.derive(), e.diff(), e.plot(), e.lint(), e.newLesson(), e.progress(), e.review(), e.practice(), e.place(), e.exam(), e.play(), e.card(), e.transcript(),
		e.export(), e.importing(), e.reset(), e.settings(), fieldsTopic())
	helpers(c)
	completions(c)
	s.meant = append(names(c), flagsOf(c)...)
	return c
}

// flags gives a command those that say how the course is shown.
func (s *starter) flags(c *cobra.Command) {
	s.given = c.Flags()
	c.Flags().BoolVar(&s.plain, "plain", false, "the course as plain lines instead of screens")
	c.Flags().BoolVar(&s.speak, "speak", false, "plain lines with formulas in words, for a screen reader or a voice")
	c.Flags().BoolVar(&s.ascii, "ascii", false, "formulas and plots in ASCII only; chosen by itself where the locale is not UTF-8")
	c.Flags().BoolVar(&s.unicode, "unicode", false, "all characters, whatever the locale says")
	c.Flags().StringVar(&s.theme, "theme", "", "colours for a background: `NAME` is light or dark; contrast, the terminal's own two alone; or auto, as the terminal says")
	c.Flags().BoolVar(&s.noMouse, "no-mouse", false, "leave the mouse to the terminal: text is selected without shift")
	c.Flags().StringVar(&s.motion, "motion", "", "`HOW` the run of a lab is shown: full, or reduced, as it ends")
	c.Flags().StringVar(&s.log, "log", "", "write what happens to `FILE`, for reports of faults")
}

func (s *starter) atMostOne(_ *cobra.Command, words []string) error {
	if len(words) > 1 {
		return fmt.Errorf("one lesson, file or directory at a time, and no command is called %q%s; see chainrule --help for the commands", words[0], didYouMean(words[0], s.meant))
	}
	return nil
}

// Commands returns all commands as a tree, for descriptions of them. They are not for running: see Run.
func Commands() *cobra.Command {
	e := &env{in: strings.NewReader(""), out: bufio.NewWriter(io.Discard), err: io.Discard}
	return e.root()
}
