package ask

import "testing"

func TestClosers(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "",
		"2x":                  "",
		"(1+x)":               "",
		"e^x/(e^x+1":          ")",
		`\frac{1}{1+e^{-x`:    "}}",
		"sum(i=1..m, (h[i,j":  "]))",
		"(a]":                 ")",
		")(":                  ")",
		"1/(2m) * sum(i=1..m": ")",
	} {
		if got := closers(text); got != want {
			t.Errorf("%q is closed by %q, want %q", text, got, want)
		}
	}
}
