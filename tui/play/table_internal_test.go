package play

import (
	"slices"
	"strings"
	"testing"
)

// TestColumns cuts the names of a table where there is no room for all, and a number only where there is none for the numbers alone.
func TestColumns(t *testing.T) {
	for _, test := range []struct {
		width            int
		header, row, got string
	}{
		{60, "x|yhat - theta sigmoid(x)^2|slope", "-6|1.0000|-1.22*10^(-5)", "x|yhat - theta sigmoid(x)^2|slope // -6|1.0000|-1.22*10^(-5)"},
		{34, "x|yhat - theta sigmoid(x)^2|slope", "-6|1.0000|-1.22*10^(-5)", "x|yhat - theta~|slope // -6|1.0000|-1.22*10^(-5)"},
		{27, "x|yhat - theta sigmoid(x)^2|slope", "-6|1.0000|-1.22*10^(-5)", "x|yhat ~|slope // -6|1.0000|-1.22*10^(-5)"},
		{26, "x|yhat - theta sigmoid(x)^2|slope", "-6|1.0000|-1.22*10^(-5)", "x|yhat ~|slope // -6|1.0000|-1.22~"},
		{40, "x|f(x)", "0|1", "x|f(x) // 0|1"},
	} {
		header, row := strings.Split(test.header, "|"), strings.Split(test.row, "|")
		wide := columns(header, [][]string{row}, test.width)
		if got := strings.ReplaceAll(strings.Join(header, "|")+" // "+strings.Join(row, "|"), "…", "~"); got != test.got {
			t.Errorf("%d columns: %s, want %s", test.width, got, test.got)
		}
		all := gapOfTable * (len(wide) - 1)
		for _, w := range wide {
			all += w
		}
		if all > test.width || slices.Contains(wide, 0) {
			t.Errorf("%d columns: the table is %d wide, its columns %v", test.width, all, wide)
		}
	}
}
