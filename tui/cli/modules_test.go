package cli_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestModules: CONTRIBUTING.md tells of each module that go.mod requires, and of no other, why it is there, and its
// licence.
func TestModules(t *testing.T) {
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("../../CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	var required, told []string
	for _, m := range regexp.MustCompile(`(?m)^(?:require )?\t?(\S+\.\S+/\S+) v\S+$`).FindAllStringSubmatch(string(mod), -1) {
		required = append(required, m[1])
	}
	_, rest, _ := strings.Cut(string(page), "\n| module | why it is there | licence |\n|---|---|---|\n")
	table, _, _ := strings.Cut(rest, "\n\n")
	for line := range strings.Lines(table + "\n") {
		row := regexp.MustCompile("^\\| `([^`]+)` \\| (\\S.*) \\| ([A-Za-z0-9.-]+) \\|\n$").FindStringSubmatch(line)
		if row == nil {
			t.Fatalf("no row of a module: %q", line)
		}
		told = append(told, row[1])
	}
	if len(required) == 0 || !slices.Equal(required, told) {
		t.Errorf("go.mod requires\n%s\nCONTRIBUTING.md tells of\n%s", strings.Join(required, "\n"), strings.Join(told, "\n"))
	}
}
