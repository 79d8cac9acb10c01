package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/tui/settings"
)

const settingsHelp = `Settings tells where your settings belong, what each of them is now, and whether that
comes from the command line, from your file or is the usual. The file is yours alone
to write: a line each, such as

  theme = "dark"       # auto, dark or light: the background of the terminal; contrast: its own two colours alone
  ascii = true         # false: all characters, whatever the locale says
  motion = "reduced"   # or full; reduced shows the run of a lab as it ends
  mouse = false        # the mouse is left to the terminal
  plain = true         # plain lines instead of screens
  speak = true         # plain lines with formulas in words

What stands on the command line goes before it: --plain=false shows the screens in
spite of plain = true.

Exit codes: 0 told; 1 the file has faults, which are told; the rest of it is used;
2 a wrong command line.`

func (e *env) settings() *cobra.Command {
	s := &starter{env: e}
	c := command(&cobra.Command{
		Use: "settings [flags]", Short: "tell your settings, and where they come from", Long: settingsHelp, Args: noWords,
		RunE: func(*cobra.Command, []string) error { return s.tellSettings() },
	})
	s.flags(c)
	return c
}

func (s *starter) tellSettings() error {
	if err := s.checkFlags(); err != nil {
		return err
	}
	read := settings.Read(settings.Path())
	switch _, err := os.Stat(read.File); {
	case read.File == "":
		fmt.Fprintln(s.out, "There is no place for a file of settings here: the environment names no home.")
	case err != nil:
		fmt.Fprintf(s.out, "Your settings belong in %s; there is no such file.\n", read.File)
	default:
		fmt.Fprintf(s.out, "Your settings are in %s.\n", read.File)
	}
	for _, one := range settings.All {
		value, from := read.Word(one.Name), "usual"
		if v, ok := read.Values[one.Name]; ok {
			from = fmt.Sprintf("line %d", v.Line)
		}
		if given, ok := s.givenFor(one.Name); ok {
			value, from = given, "the command line"
		}
		fmt.Fprintf(s.out, "  %-7s %-8s %-16s %s\n", one.Name, value, from, one.Means)
	}
	if len(read.Faults) > 0 {
		fmt.Fprintln(s.out)
		for _, f := range read.Faults {
			fmt.Fprintln(s.out, f)
		}
		return exit(exitNo)
	}
	return nil
}

// givenFor returns what the command line says of a setting.
func (s *starter) givenFor(name string) (string, bool) {
	yes := map[bool]string{true: "true", false: "false"}
	switch {
	case name == "mouse" && s.given.Changed("no-mouse"):
		return yes[!s.noMouse], true
	case name == "ascii" && s.given.Changed("unicode"):
		return yes[!s.unicode], true
	case s.given.Changed(name):
		return s.given.Lookup(name).Value.String(), true
	}
	return "", false
}

// settle takes from the file of settings what the command line does not say, and returns what is wrong with the file.
func (s *starter) settle() (faults []string) {
	read := settings.Read(settings.Path())
	is := func(name string) bool {
		_, given := s.givenFor(name)
		return !given && read.Is(name)
	}
	s.plain, s.speak = s.plain || is("plain"), s.speak || is("speak") && !s.given.Changed("plain")
	if _, given := s.givenFor("ascii"); !given {
		s.ascii, s.unicode = read.Word("ascii") == "true", read.Word("ascii") == "false"
	}
	if _, given := s.givenFor("mouse"); !given {
		s.noMouse = !read.Is("mouse")
	}
	if s.theme == "" {
		s.theme = read.Word("theme")
	}
	s.theme = strings.TrimSuffix(s.theme, "auto")
	if s.motion == "" {
		s.motion = read.Word("motion")
	}
	return read.Faults
}
