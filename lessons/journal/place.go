package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"syscall"

	"github.com/adrg/xdg"
)

// Path returns where the journal belongs: $XDG_DATA_HOME/chainrule/journal.jsonl, or the custom of the system. Where the
// environment names no home it is that of the user's account.
func Path() string {
	xdg.Reload()
	data := xdg.DataHome
	if os.Getenv("HOME") == "" && os.Getenv("XDG_DATA_HOME") == "" {
		if u, err := user.Current(); err == nil && filepath.IsAbs(u.HomeDir) {
			data = filepath.Join(u.HomeDir, ".local", "share")
		}
	}
	return filepath.Join(data, "chainrule", "journal.jsonl")
}

// The permissions of what is made: for the user alone.
const (
	private = 0o600
	folder  = 0o700
)

// openRegular opens an ordinary file. What else may stand at its place is refused and never waited for: a pipe without
// a reader would keep the program for ever.
func openRegular(path string, flags int) (*os.File, error) {
	if err := ordinary(os.Stat(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if foreign(path) {
		return nil, errors.New("it is a link that belongs to another user")
	}
	f, err := os.OpenFile(path, flags|dontWait, private)
	if err != nil {
		return nil, bare(err)
	}
	if err := ordinary(f.Stat()); err != nil { // exchanged in between
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

func ordinary(info fs.FileInfo, err error) error {
	switch {
	case err != nil:
		return bare(err)
	case info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return errors.New("it is a directory")
	case info.Mode()&fs.ModeNamedPipe != 0:
		return errors.New("it is a pipe, not a file")
	}
	return errors.New("it is no ordinary file")
}

// bare takes the path off an error, since the notices name it.
func bare(err error) error {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err
	}
	return err
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
