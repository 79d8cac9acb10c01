package terminal_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/creack/pty"

	"chainrule/tui/kit"
	"chainrule/tui/terminal"
)

// environment reads words such as TERM=xterm.
func environment(words string) terminal.Environment {
	return func(name string) string {
		for word := range strings.FieldsSeq(words) {
			if value, ok := strings.CutPrefix(word, name+"="); ok {
				return value
			}
		}
		return ""
	}
}

// TestColours is a table of environments. A terminal taken for less than it is looks dull; one taken for more shows
// wrong colours; and who asks for no colours must get none.
func TestColours(t *testing.T) {
	const none, sixteen, many = kit.NoColours, kit.SixteenColours, kit.ManyColours
	for words, want := range map[string]kit.Colours{
		"":                               sixteen,
		"TERM=linux":                     sixteen,
		"TERM=xterm":                     sixteen,
		"TERM=xterm-color":               sixteen,
		"TERM=screen":                    sixteen,
		"TERM=tmux":                      sixteen,
		"TERM=st":                        sixteen,
		"TERM=rxvt-unicode":              sixteen,
		"TERM=vt220":                     sixteen,
		"TERM=unheard-of":                sixteen,
		"TERM=footing":                   sixteen,
		"TERM=foot":                      many,
		"TERM=foot-extra":                many,
		"TERM=alacritty":                 many,
		"TERM=alacritty-direct":          many,
		"TERM=contour":                   many,
		"TERM=wezterm":                   many,
		"TERM=xterm-kitty":               many,
		"TERM=xterm-ghostty":             many,
		"TERM=ghostty":                   many,
		"TERM=xterm-direct":              many,
		"TERM=xterm-256color":            many,
		"TERM=screen-256color":           many,
		"TERM=tmux-256color":             many,
		"TERM=st-256color":               many,
		"TERM=rxvt-unicode-256color":     many,
		"TERM=xterm COLORTERM=24bit":     many,
		"TERM=st COLORTERM=truecolor":    many,
		"TERM=screen COLORTERM=rxvt":     sixteen,
		"TERM=dumb":                      none,
		"TERM=dumb COLORTERM=truecolor":  none,
		"TERM=xterm-256color NO_COLOR=1": none,
		"TERM=xterm-256color NO_COLOR=1 CLICOLOR_FORCE=1": none,
		"TERM=xterm-256color NO_COLOR=":                   many,
		"TERM=xterm CLICOLOR=0":                           none,
		"TERM=xterm CLICOLOR=1":                           sixteen,
		"TERM=xterm CLICOLOR=0 CLICOLOR_FORCE=1":          sixteen,
		"TERM=xterm CLICOLOR=0 CLICOLOR_FORCE=0":          none,
		"TERM=dumb CLICOLOR_FORCE=1":                      sixteen,
	} {
		if got := terminal.Colours(environment(words)); got != want {
			t.Errorf("%q: got %d, want %d", words, got, want)
		}
	}
}

// TestAsks lists terminals that show a question on the screen, or wait for more of it, and others.
func TestAsks(t *testing.T) {
	for name, want := range map[string]bool{
		"": false, "ansi": false, "cons25": false, "dumb": false, "eterm-color": false, "linux": false, "linux-16color": false,
		"vt100": false, "vt220": false, "vt52": false,
		"vte-256color": true, "xterm": true, "screen": true, "tmux-256color": true, "st": true, "rxvt-unicode": true, "foot": true,
		"xterm-kitty": true, "alacritty": true,
	} {
		if got := terminal.Asks(environment("TERM=" + name)); got != want {
			t.Errorf("%q: asked %v, want %v", name, got, want)
		}
	}
}

// TestRenderer makes sure that files get plain text, and that a terminal without colours keeps what is no colour.
func TestRenderer(t *testing.T) {
	_, tty, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer tty.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "file"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, tt := range []struct {
		out       *os.File
		words     string
		bold, red string
	}{
		{tty, "TERM=xterm-256color", "\x1b[1ma\x1b[0m", "\x1b[1;38;5;131ma\x1b[0m"},
		{tty, "TERM=screen", "\x1b[1ma\x1b[0m", "\x1b[1ma\x1b[0m"},
		{tty, "TERM=xterm-256color NO_COLOR=1", "\x1b[1ma\x1b[0m", "\x1b[1ma\x1b[0m"},
		{tty, "TERM=xterm-256color CI=1", "\x1b[1ma\x1b[0m", "\x1b[1;38;5;131ma\x1b[0m"},
		{tty, "TERM=dumb", "a", "a"},
		{file, "TERM=xterm-256color", "a", "a"},
		{file, "TERM=xterm-256color CLICOLOR_FORCE=1", "\x1b[1ma\x1b[0m", "\x1b[1;38;5;131ma\x1b[0m"},
	} {
		r, colours := terminal.Renderer(tt.out, environment(tt.words))
		s := kit.NewStyles(r, kit.Look{Colours: colours})
		if bold, red := s.Strong.Render("a"), s.Wrong.Render("a"); bold != tt.bold || red != tt.red {
			t.Errorf("%s on %s: bold text is %q, what is wrong is %q", tt.words, tt.out.Name(), bold, red)
		}
	}
}
