package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagLike matches what nobody types as an expression: two dashes and a word of two letters or more.
var flagLike = regexp.MustCompile(`^--[a-z][a-z-]+(=.*)?$`)

// flagsFirst puts the flags of a command line before its other words and ends them with "--". Only words that the command
// knows as flags are flags: -e^-x is an expression, wherever it stands.
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
		case word == "-h" && len(rest) == 1:
			word = "--help"
		case word == "-v" && len(rest) == 1 && command == root:
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
		case flagLike.MatchString(word):
			return nil, fmt.Errorf("there is no flag --%s%s; see %s --help, and write an expression that begins so after --", name, didYouMean("--"+name, flagsOf(command)), command.CommandPath())
		default:
			words = append(words, word)
		}
	}
	return append(append(flags, "--"), words...), nil
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
	for _, c := range root.Commands() {
		if c.Name() == args[at] {
			return c, []string{args[at]}, slices.Concat(args[:at], args[at+1:])
		}
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
	if !strings.HasPrefix(word, "--") {
		return nil
	}
	command.InitDefaultHelpFlag()
	command.InitDefaultVersionFlag()
	return command.Flags().Lookup(name)
}

// flagsOf returns the flags that a command has, as they are typed.
func flagsOf(command *cobra.Command) []string {
	var all []string
	command.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, "--"+f.Name) })
	return all
}
