//go:build !unix

package terminal

import (
	"os"
	"time"
)

// readiness returns what never finds more input, so that nothing is held back.
func readiness(*os.File) func(wait time.Duration) bool {
	return func(time.Duration) bool { return false }
}
