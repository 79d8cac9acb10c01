package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/tui/cli"
)

// TestFormatLesson checks and plays the lesson that lessons/FORMAT.md shows, as a file and in a directory.
func TestFormatLesson(t *testing.T) {
	page, err := os.ReadFile("../../lessons/FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(page), "\n~~~markdown\n")
	lesson, _, closed := strings.Cut(rest, "\n~~~\n")
	if !found || !closed {
		t.Fatal("lessons/FORMAT.md has no lesson")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "squares.md")
	if err := os.WriteFile(file, []byte(lesson+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{file, dir} {
		if out, code := run(t, "lint", path); code != 0 || out != "1 lesson, 3 questions: nothing to mend\n" {
			t.Errorf("lint %s: %d %s", path, code, out)
		}
		out, code := play(t, path, "", "2x", "", "expand", "collect", "")
		for _, want := range []string{"LESSON: Squares", "Right.", "Right (multiply out, collect).", "You have finished the lesson: Squares."} {
			if code != 0 || !strings.Contains(out, want) {
				t.Errorf("playing %s: code %d, no %q in\n%s", path, code, want, out)
			}
		}
	}
}

// play types lines into a lesson.
func play(t *testing.T, path string, lines ...string) (out string, code int) {
	t.Helper()
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	in := filepath.Join(t.TempDir(), "in")
	if err := os.WriteFile(in, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	typed, err := os.Open(in)
	if err != nil {
		t.Fatal(err)
	}
	defer typed.Close()
	said, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	code = cli.Run([]string{"--plain", path}, cli.Streams{In: typed, Out: said, Err: said})
	text, err := os.ReadFile(said.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text), code
}
