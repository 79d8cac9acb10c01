package descent

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
	"chainrule/tui/prose"
)

// Lines lays out what is told of the run: once it has ended what came of it, and what the second judge, central differences,
// finds of the formula. It stands below the words of the verdict, set off by indent.
func (r *Runner) Lines(width int, indent string) []string {
	s := r.styles
	switch {
	case r.going:
		return []string{"", indent + s.Muted.Render(s.Say("It runs…"))}
	case !r.Ended():
		return []string{"", indent + s.Muted.Render(s.Say("The run stands still. "+Keys.Stop.Help().Key+" lets it go on."))}
	}
	lines := []string{""}
	lines = append(lines, prose.Indented(prose.Text(r.words, s.Text, width-len(indent), s), indent)...)
	return append(append(lines, ""), prose.Indented(prose.Text(r.trial.Judge(), s.Text, width-len(indent), s), indent)...)
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
