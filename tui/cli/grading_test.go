package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGradingPage runs the commands of GRADING.md in a shell, on the table that stands there.
func TestGradingPage(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash here")
	}
	page, err := os.ReadFile("../../GRADING.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(page), "\n```tsv\n")
	answers, _, closed := strings.Cut(rest, "\n```\n")
	if !found || !closed {
		t.Fatal("GRADING.md has no table")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "answers.tsv"), []byte(answers+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(page), "\n```console\n$ ")
	if len(blocks) < 5 {
		t.Fatal("GRADING.md shows no commands")
	}
	for _, b := range blocks[1:] {
		block, _, _ := strings.Cut(b, "\n```\n")
		line, want, _ := strings.Cut(block, "\n")
		if _, err := exec.LookPath("parallel"); err != nil && strings.Contains(line, "parallel ") {
			continue // GNU parallel is no part of what the program needs
		}
		cmd := exec.Command(shell, "-c", line)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "NO_COLOR=1", "LC_ALL=C.UTF-8")
		got, _ := cmd.Output()                    // the exit code is the verdict
		head, cut := strings.CutSuffix(want, "…") // … stands for the rest
		if cut && !strings.HasPrefix(string(got), head) || !cut && unblanked(string(got)) != unblanked(want+"\n") {
			t.Errorf("%s\nprints\n%s\nGRADING.md says\n%s", line, got, want)
		}
	}
}

// unblanked takes the blanks off the ends of lines, which a page does not show.
func unblanked(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return b.String()
}
