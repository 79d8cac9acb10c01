package terminal_test

import (
	"testing"

	"chainrule/tui/terminal"
)

// TestClipboard: the text goes in one sequence and in letters that end none, whatever is in it, and never to a terminal that would
// show it.
func TestClipboard(t *testing.T) {
	if got, want := terminal.Clipboard("e⁻ˣ\a\x1b]"), "\x1b]52;c;ZeKBu8ujBxtd\a"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	for name, want := range map[string]bool{"xterm-256color": true, "tmux": true, "linux": false, "vt220-w": false} {
		if got := terminal.Copies(func(string) string { return name }); got != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
