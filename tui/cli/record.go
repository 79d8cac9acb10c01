package cli

import (
	"fmt"
	"io"
	"math"
	"time"
)

// mostSlips is how many slips are told to people.
const mostSlips = 5

// lines prints the record for people.
func (r recordJSON) lines(out io.Writer) {
	for _, l := range r.Lessons {
		all := ""
		if l.Known == l.Skills && l.Finished == l.Screens {
			all = ", all known"
		}
		fmt.Fprintf(out, "%-40s %3d of %d screens%s\n", l.Title, l.Finished, l.Screens, all)
	}
	if met := len(r.Skills) - r.skills("new"); met > 0 {
		fmt.Fprintf(out, "\nSkills met: %d of %d, of which %d known and %d due now. Within %d days %s.\n",
			met, len(r.Skills), r.skills("known"), r.Due, len(r.Coming), r.more())
		for _, s := range r.Skills {
			if m := s.Memory; m != nil {
				fmt.Fprintf(out, "  %-5s %3.0f %%  %-11s  %s\n", s.State, 100*m.Recall, s.when(r.at), s.Say)
			}
		}
	}
	if len(r.Slips) == 0 {
		return
	}
	fmt.Fprint(out, "\nWhat explained your wrong answers most often:\n")
	for _, s := range r.Slips[:min(mostSlips, len(r.Slips))] {
		fmt.Fprintf(out, "  %-9s %s\n", times(s.Times), s.Say)
	}
}

// more tells how many skills become due that are not yet.
func (r recordJSON) more() string {
	n := -r.Due
	for _, day := range r.Coming {
		n += day
	}
	if n == 1 {
		return "1 more becomes due"
	}
	return fmt.Sprintf("%d more become due", n)
}

// when tells in how many days a skill is due.
func (s skillJSON) when(now time.Time) string {
	const day = 24 * time.Hour
	switch days := math.Ceil(float64(s.Memory.Due.Sub(now)) / float64(day)); {
	case s.IsDue:
		return "due"
	case days <= 1:
		return "in 1 day"
	default:
		return fmt.Sprintf("in %.0f days", days)
	}
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// markdown prints the record as a table and a list.
func (r recordJSON) markdown(out io.Writer) {
	fmt.Fprint(out, "| lesson | finished | of |\n|---|---|---|\n")
	for _, l := range r.Lessons {
		fmt.Fprintf(out, "| %s | %d | %d |\n", l.Title, l.Finished, l.Screens)
	}
	if r.skills("new") < len(r.Skills) {
		fmt.Fprintln(out)
	}
	for _, s := range r.Skills {
		if s.Memory != nil {
			fmt.Fprintf(out, "- %s, %s: %s\n", s.State, s.when(r.at), s.Say)
		}
	}
}
