package ask

import (
	"io"
	"testing"

	"github.com/charmbracelet/lipgloss"

	"chainrule/tui/widget"
)

// TestLoud fails when more or less than the verdict is said loudly, or a word of it is lost.
func TestLoud(t *testing.T) {
	quiet := lipgloss.NewRenderer(io.Discard).NewStyle()
	bold := quiet.Bold(true)
	for said, want := range map[string]string{
		"Right.":                         "Right.",
		"Right. All in all: chain rule.": "Right.",
		"True: chain rule.":              "True:",
		"True, and the goal is reached: quotient rule.": "True, and the goal is reached:",
		"no stop at all": "",
	} {
		spans := loud([]widget.Span{{Text: said, Style: quiet}, {Text: " and more", Style: quiet}}, bold)
		got, all := "", ""
		for _, s := range spans {
			all += s.Text
			if s.Style.GetBold() {
				got += s.Text
			}
		}
		if got != want || all != said+" and more" {
			t.Errorf("of %q is loud %q, want %q; all of it is %q", said, got, want, all)
		}
	}
}
