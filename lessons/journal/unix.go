//go:build unix

package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
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

// homeless returns where the data of the user's account belong if the environment names no home, else nothing.
func homeless() string {
	if os.Getenv("HOME") != "" {
		return ""
	}
	u, err := user.Current()
	switch {
	case err != nil || !filepath.IsAbs(u.HomeDir):
		return ""
	case runtime.GOOS == "darwin":
		return filepath.Join(u.HomeDir, "Library", "Application Support")
	}
	return filepath.Join(u.HomeDir, ".local", "share")
}

// readableByOthers reports whether others than the user may read or write the file.
func readableByOthers(f *os.File) (fs.FileMode, bool) {
	const others = 0o077
	info, err := f.Stat()
	if err != nil {
		return 0, false
	}
	return info.Mode().Perm(), info.Mode().Perm()&others != 0
}

// syncFolder makes sure that the entry of a new file is on the disk, too, where the system can do that.
func syncFolder(path string) error {
	d, err := os.Open(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("opening the directory: %w", bare(err))
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, syscall.EINVAL) && !errors.Is(err, errors.ErrUnsupported) {
		return fmt.Errorf("writing the directory: %w", bare(err))
	}
	return nil
}
