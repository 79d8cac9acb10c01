package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/tui/cli"
)

// TestPages writes the pages twice: there is one for each command, it says what the help says, and both times the same.
func TestPages(t *testing.T) {
	dir, again := t.TempDir(), t.TempDir()
	for _, d := range []string{dir, again} {
		if err := write([]string{d}); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range cli.Commands().Commands() {
		name := "chainrule-" + c.Name() + ".1"
		page, err := os.ReadFile(filepath.Join(dir, name))
		if !c.IsAvailableCommand() {
			continue
		}
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(string(page), strings.Fields(c.Short)[0]) {
			t.Errorf("%s does not say what the command does", name)
		}
		if same, err := os.ReadFile(filepath.Join(again, name)); err != nil || string(same) != string(page) {
			t.Errorf("%s is another the second time", name)
		}
	}
	if err := write(nil); err == nil {
		t.Error("no directory is taken")
	}
}
