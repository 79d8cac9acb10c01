package printable_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"chainrule/lessons/printable"
	_ "chainrule/mathcore/exprtest/fixed"
)

func TestLine(t *testing.T) {
	for _, row := range [][2]string{
		{"e^(-x) ≤ ŷ, 学", "e^(-x) ≤ ŷ, 学"},
		{"\x1b]52;c;aGk=\a", `\u001b]52;c;aGk=\u0007`},
		{"a\rb\nc\td\x7f", `a\u000db\u000ac\u0009d\u007f`},
		{"\u009b31m", `\u009b31m`},
		{"\u202egnp.exe", `\u202egnp.exe`},
		{"\u2066x\u2069\u200b\ufeff\u2028", `\u2066x\u2069\u200b\ufeff\u2028`},
		{"\U000e0041", `\udb40\udc41`},
		{"\xff\xfe", "��"},
		{"x" + strings.Repeat("\u0302", 500) + "y", "x" + strings.Repeat("\u0302", 4) + "y"},
		{"θ\u0302 y\u0304\u0302", "θ\u0302 y\u0304\u0302"},
	} {
		if got := printable.Line(row[0]); got != row[1] {
			t.Errorf("%q: got %q, want %q", row[0], got, row[1])
		}
	}
	if got := printable.Text("a\nb\tc\x1b"); got != "a\nb\tc\\u001b" {
		t.Errorf("of several lines: %q", got)
	}
}

func TestFind(t *testing.T) {
	for _, row := range []struct {
		text string
		at   int
		name string
	}{
		{"a\nb\tŷ", -1, ""},
		{"ŷ\x1b[2J", 2, "the invisible character U+001B"},
		{"ab\xffc", 2, "the byte ff, which is no UTF-8"},
		{"a\u202eb", 1, "the invisible character U+202E"},
	} {
		if at, name := printable.Find([]byte(row.text)); at != row.at || name != row.name {
			t.Errorf("%q: %d %q, want %d %q", row.text, at, name, row.at, row.name)
		}
	}
}

// TestWriter cuts any bytes into any pieces: nothing harmful may come through, and the pieces must not show.
func TestWriter(t *testing.T) { rapid.Check(t, writes) }

func FuzzWriter(f *testing.F) { f.Fuzz(rapid.MakeFuzz(writes)) }

func writes(t *rapid.T) {
	pieces := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{"\x1b[2J", "\u009b", "\xc2", "\x9b", "\xe2\x80", "\xae", "x\u0302", "\n", "ŷ", "\xf0\x9f"}),
		rapid.String(),
	), 0, 8).Draw(t, "pieces")
	var out strings.Builder
	w := printable.NewWriter(&out)
	for _, p := range pieces {
		if n, err := w.Write([]byte(p)); n != len(p) || err != nil {
			t.Fatalf("wrote %d of %d bytes: %v", n, len(p), err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if !utf8.ValidString(got) {
		t.Fatalf("not UTF-8: %q", got)
	}
	for _, r := range got {
		if r != '\n' && r != '\t' && printable.Harmful(r) {
			t.Fatalf("%q comes through in %q", r, got)
		}
	}
}
