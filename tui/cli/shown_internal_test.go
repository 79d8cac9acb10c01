package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

var (
	program   = regexp.MustCompile(`(?:^|\|)\s*(?:go run \.|chainrule)(?:\s|$)`)
	span      = regexp.MustCompile("`(?:go run \\.|chainrule)( [^`]*)?`")
	remark    = regexp.MustCompile(`\s{2,}|\s#|\s>\s|\s<<|\s\|`) // what stands behind a command line
	shellWord = regexp.MustCompile(`'[^']*'|"[^"]*"|\S+`)
)

// shownIn returns the command lines of a page, each without the name of the program: those of its shell blocks, those inside
// of sentences, and the indented ones of a help.
func shownIn(page string) [][]string {
	var all [][]string
	add := func(line string) {
		if at := program.FindStringIndex(line); at != nil {
			line = line[at[1]:]
			if end := remark.FindStringIndex(line); end != nil {
				line = line[:end[0]]
			}
			var words []string
			for _, w := range shellWord.FindAllString(line, -1) {
				words = append(words, strings.Trim(w, `'"`))
			}
			all = append(all, words)
		}
	}
	block := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~"):
			if block == "" {
				block = line
			} else if strings.HasPrefix(line, block[:3]) {
				block = ""
			}
		case block == "```sh" || block == "" && strings.HasPrefix(line, "  chainrule"):
			add(line)
		case block == "":
			for _, m := range span.FindAllString(line, -1) {
				add(strings.Trim(m, "`"))
			}
		}
	}
	return all
}

// tried finds out whether a command line makes sense to the commands, without doing what it says.
func tried(args []string) error {
	e := &env{in: strings.NewReader(""), out: bufio.NewWriter(io.Discard), err: io.Discard}
	root := e.root()
	args, err := flagsFirst(root, args)
	if err != nil {
		return err
	}
	var idle func(c *cobra.Command)
	idle = func(c *cobra.Command) {
		if c.RunE != nil && c.Name() != "help" {
			c.RunE = func(*cobra.Command, []string) error { return nil }
		}
		for _, sub := range c.Commands() {
			idle(sub)
		}
	}
	idle(root)
	root.SetOut(io.Discard)
	root.SetArgs(args)
	return root.Execute()
}

// TestShownCommands takes each command line that a page or a help shows: it must make sense, and those that do not look
// at lessons for their author must not end as a wrong command line does. Commands with their output are run elsewhere, word for word.
func TestShownCommands(t *testing.T) {
	pages := map[string]string{}
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "GRADING.md", "SECURITY.md", "CHANGELOG.md", "lessons/FORMAT.md"} {
		text, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil {
			t.Fatal(err)
		}
		pages[name] = string(text)
	}
	for _, c := range append(Commands().Commands(), Commands()) {
		pages["help of "+c.Name()] = c.Long
	}
	_, lesson, _ := strings.Cut(pages["README.md"], "\n~~~markdown\n")
	lesson, _, _ = strings.Cut(lesson, "\n~~~\n")
	dir := t.TempDir()
	t.Chdir(dir)
	t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"))
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(dir, "config"))
	stands := strings.NewReplacer("FILE.md", "cubes.md", "PATH", "cubes.md", "FILE", "file", "DIR", "dir", "FOLDER", "dir", "LESSON", "sigmoid", "COMMAND", "check", "FAMILY", "sigmoid-powers",
		"my-lesson.md", "cubes.md", "my-course/", "")
	if err := os.Mkdir("dir", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cubes.md", "dir/cubes.md"} {
		if err := os.WriteFile(name, []byte(lesson+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	count := 0
	for page, text := range pages {
		for _, args := range shownIn(text) {
			count++
			shown := strings.Join(args, " ")
			for i, a := range args {
				args[i] = stands.Replace(a)
			}
			if err := tried(args); err != nil {
				t.Errorf("%s shows chainrule %s: %v", page, shown, err)
				continue
			}
			if said, ok := performed(t, args); !ok {
				t.Errorf("%s shows chainrule %s, which is a wrong command line: %s", page, shown, said)
			}
		}
	}
	if count < 80 {
		t.Errorf("only %d command lines were found", count)
	}
	for _, line := range []string{"nosuch-lesson", "check --nosuch x y", "check x", "lint --watch --nosuch", "completion nosuch", "card x"} {
		args := strings.Fields(line)
		if err := tried(args); err != nil {
			continue
		}
		if _, ok := performed(t, args); ok && !testing.Short() {
			t.Errorf("chainrule %s is no wrong command line", line)
		}
	}
}

// performed runs a command line with nothing to read, and returns what it complains of, and whether it was understood. Those that
// take long, wait for a change or need a file or somebody to ask are run elsewhere.
func performed(t *testing.T, args []string) (said string, ok bool) {
	t.Helper()
	if testing.Short() {
		return "", true
	}
	for _, a := range args {
		switch a {
		case "lint", "new", "--watch", "import", "--tsv", "progress", "reset":
			return "", true
		}
	}
	var files [3]*os.File
	for i := range files {
		f, err := os.CreateTemp(t.TempDir(), "")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		files[i] = f
	}
	code := Run(args, Streams{In: files[0], Out: files[1], Err: files[2]})
	complaint, err := os.ReadFile(files[2].Name())
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%d, %s", code, complaint), code != exitBad
}
