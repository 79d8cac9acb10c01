package descent

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
	"chainrule/tui/prose"
)

// Lines lays out what is told of the run: once it has ended what came of it, and what the second judge, central differences,
// finds of the formula.
func (r *Runner) Lines(width int) []string {
	s := r.styles
	switch {
	case r.going:
		return []string{"", "  " + s.Muted.Render(s.Say("It runs…"))}
	case !r.Ended():
		return []string{"", "  " + s.Muted.Render(s.Say("The run stands still. "+Keys.Stop.Help().Key+" lets it go on."))}
	}
	lines := []string{""}
	lines = append(lines, prose.Indented(prose.Text(r.words, s.Text, width-2, s), "  ")...)
	return append(append(lines, ""), prose.Indented(prose.Text(r.trial.Judge(), s.Text, width-2, s), "  ")...)
}

// ShortHelp returns the keys of the run. The first stops it, or lets it go on.
func (r *Runner) ShortHelp() []key.Binding {
	stop := Keys.Stop
	switch {
	case r.Ended():
		stop = kit.Named(stop, "run again")
	case !r.going:
		stop = kit.Named(stop, "go on")
	}
	return []key.Binding{
		stop, kit.If(r.several(), Keys.Other), kit.Bind("shift+← →", "step size", "shift+left", "shift+right"),
	}
}
