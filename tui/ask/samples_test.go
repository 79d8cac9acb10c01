package ask_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
	"chainrule/tui/ask"
)

// TestSamples fails when a way to type a formula is not understood, or is shown otherwise than promised.
func TestSamples(t *testing.T) {
	sc, err := parse.Scope("x, m, theta_1, yhat, x_i: real")
	if err != nil {
		t.Fatal(err)
	}
	shown := func(text string) string {
		line, complaint := parse.Read(text, sc)
		if complaint != nil {
			t.Fatalf("%q: %s", text, complaint.Say())
		}
		return typeset.Inline(line.Right, typeset.Book)
	}
	for _, s := range ask.Samples {
		var all []string
		if s.Typed == "x^2, sqrt(x)" {
			for part := range strings.SplitSeq(s.Typed, ", ") {
				all = append(all, shown(part))
			}
		} else {
			all = append(all, shown(s.Typed))
		}
		if got := strings.Join(all, ", "); got != s.Shown {
			t.Errorf("%q is shown as %q, the page of keys says %q", s.Typed, got, s.Shown)
		}
	}
	if a, b := shown("log(x)"), shown("ln(x)"); a != b {
		t.Errorf("log(x) is shown as %q, ln(x) as %q", a, b)
	}
	if a, b := shown("1/1 + x"), shown("1/(1 + x)"); a == b {
		t.Errorf("brackets are said to matter, and do not")
	}
}
