package widget_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// TestBars draws counts: a row is worth a round number, a bar ends within its row by eighths, and the count stands above it.
func TestBars(t *testing.T) {
	const units = `
   │     3
  3│     ████           2
  2│1    ████           ████
  1│████ ████           ████
   └─┬─────────┬─────────┬── days
    now        2         4
`
	const fives = `
   │12
 15│▄▄▄▄                6
 10│████ 2              ▂▂▂▂
  5│████ ▄▄▄▄           ████
   └─┬─────────┬─────────┬──
    now        2         4
`
	const ascii = `
   |12
 15|###             6
 10|### 2           ###
  5|### ###         ###
   +-+-------+-------+-
    now      2       4
`
	for _, row := range []struct {
		name          string
		look          kit.Look
		width, height int
		values        []int
		want          string
	}{
		{"one each", kit.Look{}, 40, 8, []int{1, 3, 0, 0, 2}, units},
		{"five a row", kit.Look{}, 28, 6, []int{12, 2, 0, 0, 6}, fives},
		{"in ASCII", kit.Look{ASCII: true}, 23, 6, []int{12, 2, 0, 0, 6}, ascii},
		{"too narrow", kit.Look{}, 12, 8, []int{1, 3, 0, 0, 2}, "\n\n"},
		{"too low", kit.Look{}, 28, 3, []int{1, 3, 0, 0, 2}, "\n\n"},
	} {
		b := widget.Bars{Values: row.values, Labels: []string{"now", "", "2", "", "4"}, Unit: "days"}
		if got := "\n" + ansi.Strip(strings.Join(b.Lines(row.width, row.height, styles(row.look)), "\n")) + "\n"; got != row.want {
			t.Errorf("%s: drawn as%swant%s", row.name, got, row.want)
		}
	}
}

// TestBarsFit draws any counts in any room: never more than that, and all counts are there or nothing is.
func TestBarsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := widget.Bars{Values: rapid.SliceOfN(rapid.IntRange(0, 9), 1, 20).Draw(t, "values"), Unit: "days"}
		if rapid.Bool().Draw(t, "many") {
			b.Values[0] = rapid.IntRange(10, 40).Draw(t, "now")
			b.Labels = []string{"now"}
		}
		width, height := rapid.IntRange(0, 120).Draw(t, "width"), rapid.IntRange(0, 20).Draw(t, "height")
		lines := b.Lines(width, height, styles(kit.Look{}))
		if len(lines) == 0 {
			return
		}
		var drawn, wanted []string
		for _, l := range lines[:len(lines)-2] {
			l = ansi.Strip(l)
			if ansi.StringWidth(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
			_, bars, _ := strings.Cut(l, "│")
			drawn = append(drawn, strings.FieldsFunc(bars, func(r rune) bool { return r < '0' || r > '9' })...)
		}
		for _, v := range b.Values {
			if v > 0 {
				wanted = append(wanted, strconv.Itoa(v))
			}
		}
		slices.Sort(drawn)
		slices.Sort(wanted)
		if len(lines) > height || !slices.Equal(drawn, wanted) {
			t.Fatalf("%d lines of %d, counts %v of %v", len(lines), height, drawn, wanted)
		}
	})
}
