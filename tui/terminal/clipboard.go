package terminal

import (
	"encoding/base64"
	"slices"
)

// Clipboard returns the sequence that asks the terminal to put a text on the clipboard (OSC 52). Nothing comes back: some terminals
// do not know it, and many can be told to refuse.
func Clipboard(text string) string {
	return "\x1b]52;c;" + base64.StdEncoding.EncodeToString([]byte(text)) + "\a"
}

// Copies reports whether the terminal may be sent such a sequence without showing it.
func Copies(env Environment) bool { return !slices.Contains(plainOnes, base(env)) }
