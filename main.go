// Chainrule teaches the calculus behind logistic regression in a terminal.
package main

import (
	"os"

	_ "chainrule/tui/background" // before all others: see there

	"chainrule/tui/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
