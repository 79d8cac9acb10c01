//go:build unix

package terminal

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// readiness returns what waits for input of a file and reports whether there is any. It uses select, since poll knows
// no terminals on macOS.
func readiness(file *os.File) func(wait time.Duration) bool {
	return func(wait time.Duration) bool {
		fd := int(file.Fd())
		if fd < 0 || fd >= unix.FD_SETSIZE {
			return false
		}
		for end := time.Now().Add(wait); ; {
			var set unix.FdSet
			set.Set(fd)
			left := unix.NsecToTimeval(max(time.Until(end), 0).Nanoseconds())
			n, err := unix.Select(fd+1, &set, nil, nil, &left)
			if !errors.Is(err, unix.EINTR) {
				return err == nil && n > 0
			}
		}
	}
}
