package journal

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

// Reset lets a lesson, or one screen of it, count as never done. What was done stays in the file; a copy of that, as it was before, is
// kept beside it under the name that is returned. The name is empty where there is no record, and nothing is changed then.
func Reset(path string, now func() time.Time, numbered map[string]string, lesson, screen string) (backup string, err error) {
	backup, err = keepCopy(path, now())
	if backup == "" || err != nil {
		return "", err
	}
	j := Open(path, now, numbered)
	return backup, errors.Join(j.Append(Event{Kind: Erased, Lesson: lesson, Screen: screen}), j.Close())
}

// ResetAll begins a new record, and keeps the one before beside it under the name that is returned. It is empty where there is
// none.
func ResetAll(path string, now func() time.Time) (backup string, err error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	name, err := freeName(path, now())
	if err != nil {
		return "", err
	}
	if err := os.Rename(path, name); err != nil {
		return "", fmt.Errorf("keeping the record as %s: %w", name, bare(err))
	}
	return name, syncFolder(path)
}

// keepCopy copies a record to a name beside it.
func keepCopy(path string, now time.Time) (name string, err error) {
	from, err := openRegular(path, os.O_RDONLY)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("reading the record %s: %w", path, bare(err))
	}
	defer from.Close()
	if name, err = freeName(path, now); err != nil {
		return "", err
	}
	to, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, private)
	if err != nil {
		return "", fmt.Errorf("keeping the record as %s: %w", name, bare(err))
	}
	_, err = io.Copy(to, from)
	if err := errors.Join(err, to.Sync(), to.Close(), syncFolder(path)); err != nil {
		return "", fmt.Errorf("keeping the record as %s: %w", name, bare(err))
	}
	return name, nil
}

// freeName returns a name beside the record that no file has.
func freeName(path string, now time.Time) (string, error) {
	const most = 100
	base := path + ".before-reset-" + now.Format("2006-01-02-150405")
	for n := range most {
		name := base
		if n > 0 {
			name = fmt.Sprintf("%s-%d", base, n+1)
		}
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		}
	}
	return "", fmt.Errorf("there are too many files called %s; move some of them away", base)
}
