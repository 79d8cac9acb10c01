package terminal

import (
	"slices"
	"strings"
)

// plainOnes are terminals whose letters are those of one small table, whatever the locale says.
var plainOnes = []string{"ansi", "cons25", "dumb", "linux", "sun", "vt100", "vt102", "vt220", "vt320", "vt420"}

// base returns the name of the terminal without its variant: screen-256color is a screen.
func base(env Environment) string {
	name, _, _ := strings.Cut(strings.ToLower(env("TERM")), "-")
	return name
}

// ShowsUnicode reports whether the terminal can be expected to show more than ASCII: the locale is one of UTF-8, and the
// terminal is none of the old ones. Where the environment names no locale at all it is taken to be one of UTF-8, as
// nearly every terminal of today.
func ShowsUnicode(env Environment) bool {
	if slices.Contains(plainOnes, base(env)) {
		return false
	}
	for _, category := range []string{"LC_ALL", "LC_CTYPE", "LANG"} { // the first that is set decides
		if locale := strings.ToLower(env(category)); locale != "" {
			return strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
		}
	}
	return true
}
