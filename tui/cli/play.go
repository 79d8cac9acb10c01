package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

const playHelp = `Play opens the playground: a formula of your own, its value or its derivative with
the rules as a tree, its curve with a tangent that moves, a table, and a verdict on
two formulas with = between them, proved or refuted as chainrule check does it.

  chainrule play
  chainrule play 'x^2 e^-x'
  chainrule play '1-g(x) = g(-x)'       after g(x) := 1/(1+e^-x)
  chainrule play --plain                as plain lines

What you try out is kept in your record, and stands above the next time.

Exit codes: 0 all is well; 1 the course could not run; 2 a wrong command line;
4 what you did could not be saved.`

func (e *env) play() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "play [EXPR] [flags]", Short: "try out a formula of your own", Long: playHelp,
		RunE: func(_ *cobra.Command, words []string) error {
			if len(words) > 1 {
				return fmt.Errorf("play takes one expression, not %d (quote it); = compares two", len(words))
			}
			if err := s.checkFlags(); err != nil {
				return err
			}
			course, err := content.Course()
			if err != nil {
				return err
			}
			text := ""
			if len(words) == 1 {
				text = words[0]
			}
			return s.run(course, kit.Play, text)
		},
	})
	s.flags(c)
	return c
}
