//go:build unix

package journal_test

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"chainrule/lessons/journal"
)

// TestPlaces puts into the place of the record what is no ordinary file: it is told, never waited for, and never written
// to.
func TestPlaces(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(
		os.Mkdir(at("directory"), 0o700), syscall.Mkfifo(at("pipe"), 0o600), os.Symlink(at("pipe"), at("link-to-pipe")),
		os.Symlink(at("two"), at("one")), os.Symlink(at("one"), at("two")), os.Symlink("/dev/null", at("link-to-device")),
	); err != nil {
		t.Skip(err)
	}
	for name, why := range map[string]string{
		"directory": "it is a directory", "pipe": "it is a pipe, not a file", "link-to-pipe": "it is a pipe, not a file",
		"one": "too many levels of symbolic links", "link-to-device": "it is no ordinary file",
	} {
		j := journal.Open(at(name), clock, nil)
		if err := j.Append(event(journal.Answered, "x", "step")); err != nil {
			t.Errorf("%s: told once more: %v", name, err)
		}
		if said := strings.Join(j.Notices(), "\n"); !strings.Contains(said, "not being saved: "+at(name)+": "+why) {
			t.Errorf("%s: notices %q", name, said)
		}
		if unsaved, ok := errors.AsType[*journal.Unsaved](j.Close()); !ok || unsaved.Events != 1 {
			t.Errorf("%s: closing tells %v", name, unsaved)
		}
	}
}

// TestHomeless takes the home out of the environment: the record must not land at the root of the disk.
func TestHomeless(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "")
	t.Setenv("HOME", "")
	account, err := user.Current()
	if err != nil || account.HomeDir == "" {
		t.Skip("this account has no home")
	}
	data := ".local/share"
	if runtime.GOOS == "darwin" {
		data = "Library/Application Support"
	}
	if got, want := journal.Path(), filepath.Join(account.HomeDir, data, "chainrule/journal.jsonl"); got != want {
		t.Errorf("without HOME: %s, want %s", got, want)
	}
}
