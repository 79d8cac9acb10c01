// Package cli is the command line: it reads arguments, asks one package and prints what it was told.
//
// It holds the commands that print lines, such as check and lint, and starts the course, a review, practice, the exam, the playground. It
// decides nothing about mathematics, draws no screen, and writes no files but those that somebody names.
package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"chainrule/lessons/printable"
)

// The exit codes of all commands.
const (
	exitYes  = 0 // equal, reached, nothing to say against it
	exitNo   = 1 // different, wrong, not finished
	exitBad  = 2 // unreadable, or a command line that makes no sense
	exitOpen = 3 // unsure or undefined
	exitLost = 4 // what was done could not be saved
)

// Streams are the three files of a process.
type Streams struct{ In, Out, Err *os.File }

// Run does what args say and returns the exit code. Results go to Out, complaints about the command line to Err.
func Run(args []string, s Streams) int {
	// Whatever a command prints was typed, read or named by somebody: none of it may steer the terminal.
	out, errs := printable.NewWriter(s.Out), printable.NewWriter(s.Err)
	e := &env{files: s, in: s.In, out: bufio.NewWriter(out), err: errs, pause: wait}
	code := e.serve(args)
	if err := errors.Join(e.out.Flush(), out.Flush()); err != nil {
		fmt.Fprintf(s.Err, "chainrule: writing the result: %v\n", err)
		return exitBad
	}
	return code
}

// An env is what one command line is served with: its streams.
type env struct {
	files Streams
	in    io.Reader
	out   *bufio.Writer
	err   io.Writer
	pause func() bool // waits between two looks at files; false ends a watch
}

// An exit ends a command after all has been said.
type exit int

// Error is never shown: an exit is not told, only returned.
func (e exit) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// A failure is what kept the course from running; it ends with code 1, where other errors end with 2.
type failure struct{ error }

func (e *env) serve(args []string) int {
	root := e.root()
	args, err := flagsFirst(root, args)
	if err == nil {
		root.SetArgs(args)
		err = root.Execute()
	}
	var code exit
	var world failure
	switch unwritten := e.out.Flush(); {
	case err == nil:
		return exitYes
	case unwritten != nil && errors.Is(err, unwritten):
		return exitBad // Run tells it
	case errors.As(err, &code):
		return int(code)
	case errors.As(err, &world):
		fmt.Fprintf(e.err, "chainrule: %v\n", world.error)
		return exitNo
	}
	fmt.Fprintf(e.err, "chainrule: %v\n", err)
	return exitBad
}

// command returns c with the habits that all commands share.
func command(c *cobra.Command) *cobra.Command {
	c.DisableFlagsInUseLine = true
	c.SilenceErrors, c.SilenceUsage = true, true
	c.Flags().SortFlags = false
	return c
}

// end turns an exit code into what a command returns.
func end(code int) error {
	if code == exitYes {
		return nil
	}
	return exit(code)
}
