package cli

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// write puts a text into a file.
func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestWatch changes files between two looks: a watch that misses a change leaves an author with an old lesson, one that sees
// what is no lesson plays it again for nothing.
func TestWatch(t *testing.T) {
	tests := []struct {
		name  string
		looks []func(dir string) // what is done before each look
		want  bool
	}{
		{"nothing", []func(string){nil, nil}, false},
		{"a lesson is changed", []func(string){change("a.md", "longer than it was"), nil}, true},
		{"in two steps", []func(string){gone("a.md"), change("a.md", "put in its place"), nil}, true},
		{"while it is being written", []func(string){change("a.md", "one"), change("a.md", "one and two")}, false},
		{"a lesson is added", []func(string){change("b.md", "new"), nil}, true},
		{"a lesson is taken away", []func(string){gone("a.md"), nil}, true},
		{"the order is changed", []func(string){change("course.toml", "lessons = []"), nil}, true},
		{"a file of something else", []func(string){change("notes.txt", "new"), nil}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "a.md"), "old")
			looks := tt.looks
			w := newWatch([]string{dir}, func() bool {
				if len(looks) == 0 {
					return false
				}
				if looks[0] != nil {
					looks[0](dir)
				}
				looks = looks[1:]
				return true
			})
			if got := w.changed(); got != tt.want {
				t.Errorf("changed: %v, want %v", got, tt.want)
			}
		})
	}
}

func change(name, text string) func(string) {
	return func(dir string) { _ = os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600) }
}

func gone(name string) func(string) {
	return func(dir string) { _ = os.Remove(filepath.Join(dir, name)) }
}

// TestLintAgain mends a lesson under a lint that watches it: the fault must be told first, and then that it is gone.
func TestLintAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.md")
	whole := strings.NewReplacer("ID", "sample", "TITLE", "Sample").Replace(sample)
	write(t, path, strings.Replace(whole, "+++\n", "+++\ntitel = \"\"\n", 1))
	looks := 0
	var out bytes.Buffer
	e := &env{out: bufio.NewWriter(&out), err: io.Discard, pause: func() bool {
		if looks++; looks == 1 {
			write(t, path, whole)
		}
		return looks <= 2
	}}
	if err := e.lintAgain([]string{path}); err != nil {
		t.Errorf("at last there is nothing to mend, and yet: %v", err)
	}
	first, then, _ := strings.Cut(out.String(), "waiting for a change; ctrl+c ends\n")
	if !strings.Contains(first, `unknown key "titel"`) || strings.Contains(then, "titel") || !strings.Contains(then, "nothing to mend\nwaiting") {
		t.Errorf("it told:\n%s", out.String())
	}
}
