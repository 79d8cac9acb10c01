package prose_test

import (
	"io"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
)

// TestTable lays out one table at several widths: points stand below each other, words give way, and nothing is cut off.
func TestTable(t *testing.T) {
	say := func(words ...string) (cells []lessons.Text) {
		for _, w := range words {
			cells = append(cells, lessons.Say(w))
		}
		return cells
	}
	table := &lessons.Table{
		Head:    say("what is done", "for x = 2"),
		Rows:    [][]lessons.Text{say("minus x", "-2"), say("e to the power of that", "0.1353"), say("", "10.5"), say("one over", "about 0.88")},
		Numbers: []bool{false, true},
	}
	for width, want := range map[int]string{
		78: `
  what is done                for x = 2
  ─────────────────────────────────────
  minus x                       -2
  e to the power of that         0.1353
                                10.5
  one over                 about 0.88`,
		30: `
  what is done       for x = 2
  ────────────────────────────
  minus x              -2
  e to the              0.1353
  power of that
                       10.5
  one over        about 0.88`,
	} {
		for _, ascii := range []bool{false, true} {
			s := kit.NewStyles(lipgloss.NewRenderer(io.Discard), kit.Look{ASCII: ascii})
			got := "\n" + ansi.Strip(strings.Join(prose.Blocks([]lessons.Block{table}, width, &s), "\n"))
			if ascii {
				want = strings.ReplaceAll(want, "─", "-")
			}
			if got != want {
				t.Errorf("at %d: got%s\nwant%s", width, got, want)
			}
		}
	}
}
