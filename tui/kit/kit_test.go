package kit_test

import (
	"errors"
	"io"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"chainrule/tui/kit"
)

func TestASCII(t *testing.T) {
	for text, want := range map[string]string{
		"g(x) = 1/(1+e^-x)": "g(x) = 1/(1+e^-x)",
		"e⁻ˣ":               "e^(-x)",
		"x² + x₁":           "x^2 + x_1",
		"θ̂ ŷ x̄":           "thetahat yhat xbar",
		"a − b · c ≤ ½":     "a - b * c <= 1/2",
		"“don’t”—naïve":     "\"don't\"-naive",
		"inside of Σ.":      "inside of Sum.",
		"Σ c a = c Σ a":     "Sum c a = c Sum a",
		"Σxᵢ, Σᵢ xᵢ, √(2)":  "Sum x_i, Sum_i x_i, sqrt(2)",
		"x ∈ (0, 1)":        "x  in  (0, 1)",
		"學":                 "?",
	} {
		if got := kit.ASCII(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestBeside(t *testing.T) {
	got := kit.Fit(kit.Beside([]string{"one", "twotwotwo"}, 5, 2, []string{"a", "b", "c"}), 8, 4)
	if want := "one    a\ntwot…  b\n       c\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := kit.Between("a long title", "3/10", 12); ansi.StringWidth(got) != 12 || got != "a long… 3/10" {
		t.Errorf("got %q", got)
	}
}

// TestTask makes sure that a panic in a command does not end the program.
func TestTask(t *testing.T) {
	broken := kit.Task("counting", func() tea.Msg { panic(errors.New("lost count")) })
	failed, ok := broken().(kit.Failed)
	if !ok || failed.Doing != "counting" || failed.Err == nil || failed.Stack == "" {
		t.Errorf("got %#v", failed)
	}
}

func TestWithin(t *testing.T) {
	type late struct{}
	told := make(chan struct{})
	slow := kit.Within(time.Millisecond, "waiting", func(done <-chan struct{}) tea.Msg {
		<-done // for ever, if it is not told that nobody waits any more
		close(told)
		return nil
	}, late{})
	if msg := slow(); msg != (late{}) {
		t.Errorf("slow work brings %#v", msg)
	}
	<-told
	if msg := kit.Within(time.Hour, "working", func(<-chan struct{}) tea.Msg { return 7 }, late{})(); msg != 7 {
		t.Errorf("quick work brings %#v", msg)
	}
	broken := kit.Within(time.Hour, "counting", func(<-chan struct{}) tea.Msg { panic("lost count") }, late{})
	batch, ok := broken().(tea.BatchMsg)
	if !ok || len(batch) != 2 || batch[1]() != (late{}) {
		t.Errorf("broken work brings %#v", batch)
	}
}

// TestRule fails when a line with words in it has another width than it should, or loses the words.
func TestRule(t *testing.T) {
	s := kit.NewStyles(plain(), kit.Look{ASCII: true})
	for _, row := range []struct {
		left, right string
		width       int
		want        string
	}{
		{"", "", 5, "-----"},
		{" Goal ", "", 14, "--- Goal -----"},
		{"", "more", 14, "----- more ---"},
		{" Goal ", "more", 22, "--- Goal ---- more ---"},
		{" A long goal ", "more", 20, "--- A lon…- more ---"},
	} {
		if got := kit.Rule(row.left, row.right, row.width, &s); got != row.want {
			t.Errorf("%q and %q in %d columns: got %q, want %q", row.left, row.right, row.width, got, row.want)
		}
	}
}

func plain() *lipgloss.Renderer {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.Ascii)
	return r
}

// TestColumn fails where a caret would stand under another character than the one meant.
func TestColumn(t *testing.T) {
	for _, test := range []struct {
		source string
		offset int
		want   int
	}{
		{"", 0, 0},
		{"x+1", 2, 2},
		{"x+1", 99, 3},
		{"ŷ+1", len("ŷ"), 1},
		{"y\u0302+1", len("y\u0302"), 1},
		{"θ_1", len("θ"), 1},
		{"漢字", len("漢"), 2},
		{"（x", len("（"), 2},
		{"x\u200bx", 4, 1},
		{"𝑥²", len("𝑥"), 1},
		{"\xffx", 1, 1},
		{"ŷ", 1, 0},
	} {
		if got := kit.Column(test.source, test.offset); got != test.want {
			t.Errorf("%q, %d: got %d, want %d", test.source, test.offset, got, test.want)
		}
	}
}
