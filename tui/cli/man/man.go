// Man writes the pages of the manual, one for each command: go run ./tui/cli/man DIR.
//
// It belongs to the making of packages and is no part of the program that learners get.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	_ "chainrule/tui/background" // before all others: see there

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"chainrule/tui/cli"
)

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "man:", err)
		os.Exit(1)
	}
}

// write makes the pages in the directory that args name.
func write(args []string) error {
	if len(args) != 1 {
		return errors.New("usage: man DIR")
	}
	if err := os.MkdirAll(args[0], 0o755); err != nil {
		return fmt.Errorf("making the directory: %w", err)
	}
	root := cli.Commands()
	asWritten(root)
	root.DisableAutoGenTag = true // no date in it: the same pages each time
	header := &doc.GenManHeader{Section: "1", Source: "chainrule " + cli.Version, Manual: "Commands"}
	if err := doc.GenManTree(root, header, args[0]); err != nil {
		return fmt.Errorf("writing the pages: %w", err)
	}
	return nil
}

// asWritten marks the examples and tables in the words of a command and of those below it, so that the pages keep their
// lines: they are indented in the help, and by four blanks and an empty line where Markdown is expected.
func asWritten(c *cobra.Command) {
	var b strings.Builder
	inside := false
	for line := range strings.Lines(c.Long) {
		indented := strings.HasPrefix(line, "  ")
		if indented != inside {
			b.WriteString("\n")
		}
		if inside = indented; indented {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	c.Long = b.String()
	for _, below := range c.Commands() {
		asWritten(below)
	}
}
