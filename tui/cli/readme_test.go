package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"chainrule/tui/cli"
)

// run gives args to the program and returns what it prints and its exit code.
func run(t *testing.T, args ...string) (out string, code int) {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	code = cli.Run(args, cli.Streams{In: os.Stdin, Out: file, Err: file})
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text), code
}

// readme returns what stands between two lines of README.md.
func readme(t *testing.T, opening, closing string) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), "\n"+opening+"\n")
	block, _, closed := strings.Cut(rest, "\n"+closing+"\n")
	if !found || !closed {
		t.Fatalf("README.md has no block %s", opening)
	}
	return block + "\n"
}

// TestReadmeCommands runs the commands that README.md shows. A line … stands for the rest of the output.
func TestReadmeCommands(t *testing.T) {
	quoted := regexp.MustCompile(`'[^']*'|\S+`)
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, block := range strings.Split(string(page), "\n```console\n")[1:] {
		block, _, _ = strings.Cut(block, "\n```\n")
		shown = append(shown, strings.Split(block+"\n", "$ chainrule ")[1:]...)
	}
	if len(shown) < 5 {
		t.Fatal("README.md shows no commands")
	}
	for _, s := range shown {
		line, want, _ := strings.Cut(s, "\n")
		var args []string
		for _, w := range quoted.FindAllString(line, -1) {
			args = append(args, strings.Trim(w, "'"))
		}
		got, _ := run(t, args...)
		head, whole := strings.CutSuffix(want, "…\n")
		if whole && !strings.HasPrefix(got, head) || !whole && got != want {
			t.Errorf("chainrule %s prints\n%s\nREADME.md says\n%s", line, got, want)
		}
	}
}

// TestReadmeLesson checks the lesson that README.md shows.
func TestReadmeLesson(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cubes.md")
	if err := os.WriteFile(path, []byte(readme(t, "~~~markdown", "~~~")), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, code := run(t, "lint", path); code != 0 {
		t.Errorf("the lesson of README.md: %s", out)
	}
}
