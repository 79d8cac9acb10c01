package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

const completionHelp = `Completion prints what a shell needs to complete commands, flags, lessons, screens and
skills. How it is put in place stands in the help of each shell:

  chainrule completion bash --help

Exit codes: 0 printed; 2 a wrong command line.`

const helpHelp = `Help tells what a command does, which flags it has and what its exit codes mean.

  chainrule help check
  chainrule help json     what --json prints

Exit codes: 0 told; 2 there is no such command.`

// helpers gives root the commands help and completion. Those of Cobra take any word that is none of theirs for no word.
func helpers(root *cobra.Command) {
	root.SetHelpCommand(command(&cobra.Command{
		Use: "help [COMMAND]", Short: "tell what a command does", Long: helpHelp,
		ValidArgsFunction: func(_ *cobra.Command, words []string, _ string) ([]string, cobra.ShellCompDirective) {
			var all []string
			if at, unknown := below(root, words); len(unknown) == 0 {
				for _, c := range at.Commands() {
					if !c.Hidden {
						all = append(all, cobra.CompletionWithDesc(c.Name(), c.Short))
					}
				}
			}
			return all, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, words []string) error {
			c, unknown := below(root, words)
			if len(unknown) > 0 {
				return fmt.Errorf("there is no command %q%s; see %s --help", unknown[0], didYouMean(unknown[0], names(c)), c.CommandPath())
			}
			c.InitDefaultHelpFlag()
			c.InitDefaultVersionFlag()
			return c.Help()
		},
	}))
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	c, _ := below(root, []string{"completion"})
	c.Short, c.Long = "print what a shell needs to complete command lines", completionHelp
	for _, shell := range c.Commands() {
		shell.Short = "what " + shell.Name() + " needs"
		shell.Args = noWords
	}
	shells := names(c)
	c.Args = func(_ *cobra.Command, words []string) error {
		if len(words) == 0 {
			return nil
		}
		return fmt.Errorf("there is no completion for %q%s; see chainrule completion --help", words[0], didYouMean(words[0], shells))
	}
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
}
