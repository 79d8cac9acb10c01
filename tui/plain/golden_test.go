package plain_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/lessons/content"
)

// TestOwnLines plays derivations off the model's way: rules beside the lines, jumps, a detour, going back, rules asked
// for, hints and the rest from the learner's line. UPDATE_GOLDEN=1 writes what is said anew.
func TestOwnLines(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	s := sit(t, c)
	first, err := s.talk("sigmoid/symmetry", ":level free", "1/(1+e^x)", ":rule", "2", "put in a definition", "1-e^x/(1+e^x)", "?",
		":rule", "1/(1+e^x)", "z", "-g(x)", "1-e^x/(1+e^x)", "?", "?", "?", "?", ":quit")
	if err != nil {
		t.Fatal(err)
	}
	second, err := s.talk("sigmoid-derivative/quotient-rule", ":level free", "(0-d/dx(1+e^-x))/(1+e^-x)^2", "-(1+e^-x)^-2*d/dx(1+e^-x)", "?", "?",
		"-(1+e^-x)^-2*e^-x", ":undo", ":undo", "e^-x/(1+2e^-x+e^-2x)", "e^-x/(1+e^-x)^2", ":quit")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "testdata/own_lines.golden", first+"\n\n"+second)
}

// TestReadings plays answers that can be read in two ways.
func TestReadings(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	said, err := sit(t, c).talk("sigmoid-derivative/quotient-rule", ":level free", ":other", "d/dx 1 / 1+e^-x", "ln 1/2 + 1", ":other", ":other",
		"(0-d/dx 1+e^-x)/(1+e^-x)^2", ":other", ":help", ":quit")
	if err != nil {
		t.Fatal(err)
	}
	checkGolden(t, "testdata/readings.golden", said)
}

// checkGolden compares what is said with a file, and writes it anew on demand.
func checkGolden(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE_GOLDEN") == "1" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s:%d differs; what is said:\n%s", file, i+1, strings.Join(g[min(i, len(g)):], "\n"))
		}
	}
}
