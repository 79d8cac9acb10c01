package journal

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// Path returns where the journal belongs: $XDG_DATA_HOME/chainrule/journal.jsonl, or the custom of the system. Where the
// environment names no home it is that of the user's account.
func Path() string {
	xdg.Reload()
	data := homeless()
	if data == "" || os.Getenv("XDG_DATA_HOME") != "" {
		data = xdg.DataHome
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
