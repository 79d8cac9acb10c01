//go:build unix

package journal

import (
	"io/fs"
	"os"
	"syscall"
)

// dontWait opens pipes and devices without waiting for the other end.
const dontWait = syscall.O_NONBLOCK | syscall.O_CLOEXEC

// foreign reports whether path is a link that another user has made, or leads to another user's file.
func foreign(path string) bool {
	link, err := os.Lstat(path)
	if err != nil || link.Mode()&fs.ModeSymlink == 0 {
		return false
	}
	target, err := os.Stat(path)
	return !mine(link) || err == nil && !mine(target)
}

func mine(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return !ok || int64(stat.Uid) == int64(os.Geteuid())
}
