package cli

import (
	"fmt"
	"io"
)

// markdown prints the record as a table and a list.
func (r recordJSON) markdown(out io.Writer) {
	fmt.Fprint(out, "| lesson | finished | of |\n|---|---|---|\n")
	for _, l := range r.Lessons {
		fmt.Fprintf(out, "| %s | %d | %d |\n", l.Title, l.Finished, l.Screens)
	}
	if r.skills("new") < len(r.Skills) {
		fmt.Fprintln(out)
	}
	for _, l := range r.told.Lessons {
		for _, k := range l.Skills {
			if k.Asked > 0 {
				fmt.Fprintf(out, "- %s, %s: %s\n", k.Mastery, r.told.When(&k), k.Say)
			}
		}
	}
}
