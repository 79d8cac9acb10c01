package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"chainrule/lessons/content"
	"chainrule/tui/formulary"
)

const cardHelp = `Card prints a card of formulas as Markdown, to keep or to print. It fills as you learn:
what you have derived, the rules of the skills that your last answer on them showed,
and the letters of the lessons that you have begun.

  chainrule card > card.md
  chainrule card --all      every rule and every letter of the course

On screens f11 (or ctrl+_) shows the card of the lesson that you are in, and in plain lines
:card does.

Exit codes: 0 printed; 1 the course could not be read; 2 a wrong command line.`

func (e *env) card() *cobra.Command {
	all := false
	c := command(&cobra.Command{
		Use: "card [flags]", Short: "print a card of the formulas that you know", Long: cardHelp, Args: noWords,
		RunE: func(*cobra.Command, []string) error {
			course, err := content.Course()
			if err != nil {
				return failure{err}
			}
			s, told := e.record(course)
			fmt.Fprint(e.out, formulary.Printed(s, told, all))
			return nil
		},
	})
	c.Flags().BoolVar(&all, "all", false, "print every rule and letter, whatever you know")
	return c
}
