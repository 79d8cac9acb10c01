package terminal_test

import (
	"strings"
	"testing"

	"chainrule/tui/terminal"
)

func TestShowsUnicode(t *testing.T) {
	for _, row := range []struct {
		env  string
		want bool
	}{
		{"", true},
		{"TERM=xterm-256color LANG=en_GB.UTF-8", true},
		{"TERM=xterm LANG=de_DE.utf8", true},
		{"TERM=xterm LANG=C.UTF-8", true},
		{"TERM=xterm LANG=C", false},
		{"TERM=xterm LANG=POSIX", false},
		{"TERM=xterm LANG=de_DE.ISO-8859-1", false},
		{"TERM=xterm LANG=de_DE", false},
		{"TERM=xterm LC_ALL=C LANG=en_GB.UTF-8", false},
		{"TERM=xterm LC_CTYPE=en_GB.UTF-8 LANG=C", true},
		{"TERM=linux LANG=en_GB.UTF-8", false},
		{"TERM=vt100", false},
		{"TERM=vt220-w LANG=en_GB.UTF-8", false},
		{"TERM=tmux-256color", true},
	} {
		env := map[string]string{}
		for pair := range strings.FieldsSeq(row.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := terminal.ShowsUnicode(func(name string) string { return env[name] }); got != row.want {
			t.Errorf("%q: %v, want %v", row.env, got, row.want)
		}
	}
}
