//go:build !unix

package journal

import (
	"io/fs"
	"os"
)

const dontWait = 0

// foreign reports whether path is a link of another user, which cannot be told here.
func foreign(string) bool { return false }

// homeless returns nothing: the system itself knows where a user's data belong, whatever the environment says.
func homeless() string { return "" }

// readableByOthers reports nothing: the mode of a file does not say here who may read it, and a file in the user's own
// folder is the user's.
func readableByOthers(*os.File) (fs.FileMode, bool) { return 0, false }

// syncFolder does nothing: directories cannot be synced here, and the entry of a file is kept with the file.
func syncFolder(string) error { return nil }
