package main_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestPlan checks that the plan in CONTRIBUTING.md has a row for each package of the table, and else only for those that
// it calls planned.
func TestPlan(t *testing.T) {
	told := map[string]bool{"chainrule": true}
	planned := map[string]bool{"main.go": true}
	for row := range strings.Lines(between(t, "CONTRIBUTING.md", "\n|---|---|\n", "\n\n")) {
		cells := strings.Split(row, "`")
		if len(cells) < 3 {
			t.Fatalf("no row of a package: %s", row)
		}
		told[cells[1]] = true
		planned[cells[1]] = planned[cells[1]] || strings.HasSuffix(row, "; planned |\n")
	}
	tellsOfAll(t, "CONTRIBUTING.md", "", told, planned)
}

// TestMap checks that the map in mathcore/doc.go names each package below it, and no other.
func TestMap(t *testing.T) {
	told := map[string]bool{}
	for line := range strings.Lines(between(t, "mathcore/doc.go", "in this list:\n//\n", "\n//\n")) {
		told["mathcore/"+strings.Fields(strings.TrimPrefix(line, "//"))[0]] = true
	}
	tellsOfAll(t, "mathcore/doc.go", "mathcore/", told, nil)
}

// between returns what stands in a file between two texts.
func between(t *testing.T, file, begin, end string) string {
	t.Helper()
	page, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), begin)
	part, _, _ := strings.Cut(rest, end)
	return part
}

// tellsOfAll checks that a page tells of all packages that begin so, and of no others but those planned.
func tellsOfAll(t *testing.T, page, begin string, told, planned map[string]bool) {
	t.Helper()
	inTable := edges(t, packages)
	for _, pkg := range slices.Sorted(maps.Keys(inTable)) {
		if strings.HasPrefix(pkg, begin) && !told[pkg] {
			t.Errorf("%s does not tell of the package %s", page, pkg)
		}
	}
	for _, pkg := range slices.Sorted(maps.Keys(told)) {
		if inTable[pkg] == nil && !planned[pkg] {
			t.Errorf("%s tells of %s, which is no package", page, pkg)
		}
	}
}
