package cli_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chainrule/tui/cli"
)

// TestJobs judges one table by one worker and by several: the answers must be the same, in the same order, also when a
// row in the midst ends the run.
func TestJobs(t *testing.T) {
	var rows strings.Builder
	rows.WriteString("id\tlhs\trhs\n")
	for i := range 2000 {
		fmt.Fprintf(&rows, "%d\t%s\tx^2+%dx\n", i, []string{"x(x+" + fmt.Sprint(i%7) + ")", "x", ")(", "1/0"}[i%4], i%7)
	}
	for name, text := range map[string]string{"whole": rows.String(), "broken": rows.String() + "1\t2\n" + "3\tx\tx\n"} {
		path := filepath.Join(t.TempDir(), name+".tsv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		one, code := answers(t, path, "1")
		if strings.Count(one, "\n") != 2001 {
			t.Errorf("%s: %d lines", name, strings.Count(one, "\n"))
		}
		for _, jobs := range []string{"2", "7"} {
			if got, other := answers(t, path, jobs); got != one || other != code {
				t.Errorf("%s: %s jobs answer something else than one, with code %d instead of %d", name, jobs, other, code)
			}
		}
	}
	if _, code := answers(t, "none.tsv", "0"); code != 2 {
		t.Errorf("no worker at all: code %d", code)
	}
}

// answers returns the answers without the times, which differ from run to run.
func answers(t *testing.T, path, jobs string) (string, int) {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	code := cli.Run([]string{"check", "--tsv", path, "--jobs", jobs}, cli.Streams{In: os.Stdin, Out: out, Err: out})
	text, err := os.ReadFile(out.Name())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "\t")
		if len(cells) == 7 {
			cells[3] = ""
			b.WriteString(strings.Join(cells, "\t"))
		}
	}
	return b.String(), code
}
