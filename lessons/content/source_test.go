package content_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
)

// TestSource reads testdata/source.txt: what the course must tell is told, plotted, asked and proved where the table says.
func TestSource(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	const statements = 25
	table := tableIn(t, "testdata/source.txt")
	if len(table) != statements {
		t.Errorf("%d statements, want %d", len(table), statements)
	}
	for _, line := range table {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if len(cells) != 5 {
			t.Fatalf("%d cells in %s", len(cells), line)
		}
		place, words, _ := strings.Cut(cells[1], ": ")
		if !strings.Contains(section(t, place), words) {
			t.Errorf("%s: %s does not say %q", cells[0], place, words)
		}
		for i, has := range []func(*lessons.Screen) bool{plotted, asks, proves} {
			id := cells[i+2]
			if id == "-" {
				continue
			}
			if s, err := course.Screen(id); err != nil || !has(s) {
				t.Errorf("%s: not so on %s, in column %d (%v)", cells[0], id, i+3, err)
			}
		}
	}
}

func plotted(s *lessons.Screen) bool { return s.Plot != nil && len(s.Plot.Curves) > 0 }

func asks(s *lessons.Screen) bool { return s.Question != nil }

// proves reports whether a screen proves something: by a derivation, by a right answer that rewrites what is given, or by a
// claim that holds for all values.
func proves(s *lessons.Screen) bool {
	if _, derives := s.Question.(*lessons.Derive); derives {
		return true
	}
	if q, rewrites := s.Question.(*lessons.Expression); rewrites && q.From.Tree != nil {
		return true
	}
	for _, block := range s.Claims {
		if len(block.All) > 0 {
			return true
		}
	}
	return false
}

// TestWords reads testdata/words.txt: each word of the field is said on the screen that the table names, with emphasis or
// without.
func TestWords(t *testing.T) {
	table := tableIn(t, "testdata/words.txt")
	for _, line := range table {
		cells := strings.Fields(line)
		place, word := cells[len(cells)-1], strings.Join(cells[:len(cells)-1], " ")
		if !strings.Contains(section(t, place), word) {
			t.Errorf("%s does not say %s", place, word)
		}
	}
	if slices.Sort(table); len(slices.Compact(table)) != len(table) {
		t.Error("a row stands there twice")
	}
}

// tableIn returns the rows of a table in a file.
func tableIn(t *testing.T, file string) []string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rows = append(rows, line)
		}
	}
	return rows
}

// section returns what a lesson says on a screen, or in its opening, on one line.
func section(t *testing.T, place string) string {
	t.Helper()
	lesson, screen, _ := strings.Cut(place, "/")
	text, err := content.Files.ReadFile(lesson + ".md")
	if err != nil {
		t.Fatal(err)
	}
	_, said, _ := strings.Cut(string(text), "\n# ")
	if screen != "" {
		found := false
		if _, said, found = strings.Cut(string(text), "{#"+screen+"}"); !found {
			_, said, found = strings.Cut(string(text), "id = \""+screen+"\"")
		}
		if !found {
			t.Fatalf("there is no screen %s", place)
		}
	}
	for _, end := range []string{"\n## ", "\n# Review", "\nid = "} {
		said, _, _ = strings.Cut(said, end)
	}
	return strings.Join(strings.Fields(said), " ")
}
