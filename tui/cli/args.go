package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"chainrule/tui/find"
)

// flagLike matches what nobody types as an expression: two dashes and a word of two letters or more.
var flagLike = regexp.MustCompile(`^--[a-z][a-z-]+(=.*)?$`)

// flagsFirst puts the flags of a command line before its other words and ends them with "--". Only words that the command
// knows as flags are flags: -e^-x is an expression, wherever it stands. Commands that take expressions have no flags of one letter.
func flagsFirst(root *cobra.Command, args []string) ([]string, error) {
	command, path, rest := findCommand(root, args)
	if command == nil {
		return args, nil
	}
	flags, words := path, []string(nil)
	for i := 0; i < len(rest); i++ {
		word := rest[i]
		if word == "--" {
			words = append(words, rest[i+1:]...)
			break
		}
		switch {
		case word == "-h" && (len(rest) == 1 || command == root):
			word = "--help"
		case word == "-v" && command == root:
			word = "--version"
		}
		name, _, hasValue := strings.Cut(strings.TrimPrefix(word, "--"), "=")
		flag := lookup(command, word, name)
		switch {
		case flag != nil:
			flags = append(flags, word)
			if flag.NoOptDefVal != "" || hasValue {
				continue
			}
			if i++; i == len(rest) {
				return nil, fmt.Errorf("--%s needs a value; see %s --help", name, command.CommandPath())
			}
			flags = append(flags, rest[i])
		case command == root && strings.HasPrefix(word, "-"): // no expression can stand here
			return nil, fmt.Errorf("there is no flag %s%s; see chainrule --help, and write the name of a file that begins so after --", word, didYouMean(word, flagsOf(root)))
		case flagLike.MatchString(word):
			return nil, fmt.Errorf("there is no flag --%s%s; see %s --help, and write an expression that begins so after --", name, didYouMean("--"+name, flagsOf(command)), command.CommandPath())
		default:
			words = append(words, word)
		}
	}
	return append(append(flags, "--"), words...), nil
}

// noWords complains of words behind a command that takes none.
func noWords(c *cobra.Command, words []string) error {
	if len(words) == 0 {
		return nil
	}
	return fmt.Errorf("%s takes no word behind it, and got %q; see %s --help", c.Name(), words[0], c.CommandPath())
}

// below goes from a command to those that words name, each below the one before, as far as there are any. It returns the last
// and the words that name none.
func below(c *cobra.Command, words []string) (last *cobra.Command, rest []string) {
	for len(words) > 0 {
		at := slices.IndexFunc(c.Commands(), func(sub *cobra.Command) bool { return sub.Name() == words[0] })
		if at < 0 {
			break
		}
		c, words = c.Commands()[at], words[1:]
	}
	return c, words
}

// names returns the names of the commands below c.
func names(c *cobra.Command) []string {
	var all []string
	for _, sub := range c.Commands() {
		all = append(all, sub.Name())
	}
	return all
}

// findCommand finds the command that args speak to, the words that name it, and the rest. It is nil where the words must
// stay as they are.
func findCommand(root *cobra.Command, args []string) (command *cobra.Command, path, rest []string) {
	if len(args) == 0 {
		return root, nil, nil
	}
	switch args[0] {
	case "help", "completion", cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd:
		return nil, nil, nil
	}
	at := afterFlags(root, args)
	if at == len(args) {
		return root, nil, args
	}
	if c, unknown := below(root, args[at:at+1]); len(unknown) == 0 {
		return c, []string{args[at]}, slices.Concat(args[:at], args[at+1:])
	}
	return root, nil, args
}

// afterFlags returns where the flags end that args begin with: those of the course may stand before a command, too.
func afterFlags(root *cobra.Command, args []string) int {
	at := 0
	for at < len(args) {
		name, _, hasValue := strings.Cut(strings.TrimPrefix(args[at], "--"), "=")
		flag := lookup(root, args[at], name)
		if flag == nil {
			break
		}
		if at++; flag.NoOptDefVal == "" && !hasValue {
			at++
		}
	}
	return min(at, len(args))
}

func lookup(command *cobra.Command, word, name string) *pflag.Flag {
	if len(word) == 2 && word[0] == '-' && word != "-h" && word != "-v" { // -h and -v alone stand for more
		return command.Flags().ShorthandLookup(word[1:])
	}
	if !strings.HasPrefix(word, "--") {
		return nil
	}
	command.InitDefaultHelpFlag()
	command.InitDefaultVersionFlag()
	return command.Flags().Lookup(name)
}

// flagsOf returns the flags that a command has, as they are typed.
func flagsOf(command *cobra.Command) []string {
	command.InitDefaultHelpFlag()
	command.InitDefaultVersionFlag()
	var all []string
	command.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, "--"+f.Name) })
	return all
}

// didYouMean asks for the word of a list that somebody may have meant by what was typed; it is empty where no word is near.
func didYouMean(typed string, words []string) string {
	if near := find.Near(typed, words); near != "" {
		return " (did you mean " + near + "?)"
	}
	return ""
}
