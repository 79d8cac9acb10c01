package widget_test

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// typed returns the text with the cursor as |.
func typed(f *widget.Field) string {
	view := strings.Replace(f.View(), cursor, "|", 1)
	return strings.TrimPrefix(strings.TrimSuffix(ansi.Strip(view), " "), "› ")
}

// cursor begins reverse video.
const cursor = "\x1b[7m"

// newField returns a field on a terminal that has reverse video but no colours.
func newField() *widget.Field {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.ANSI)
	s := kit.NewStyles(r, kit.Look{})
	return widget.NewField(&s)
}

func TestField(t *testing.T) {
	for script, want := range map[string]string{
		``:                              `|`,
		`2x`:                            `2x|`,
		`qwertyuiopasdfghjklzxcvbnm`:    `qwertyuiopasdfghjklzxcvbnm|`,
		`2x<left>y`:                     `2y|x`,
		`2x<left><left><left>y`:         `y|2x`,
		`ab<home>c<end>d`:               `cabd|`,
		`abc<left><bs>`:                 `a|c`,
		`abc<left><del>`:                `ab|`,
		`ab + cd<c-left>`:               `ab + |cd`,
		`ab + cd<c-left><c-left>`:       `|ab + cd`,
		`ab + cd<home><c-right>`:        `ab| + cd`,
		`ab + cd<c-w>`:                  `ab + |`,
		`ab + cd<c-left><c-u>`:          `|cd`,
		`ab + cd<c-left><c-k>`:          `ab + |`,
		`\sigma<tab>(x)`:                `σ(x)|`,
		`theta<tab>_1`:                  `θ_1|`,
		`2theta<tab>`:                   `2θ|`,
		`\sig<tab>`:                     `σ|`,
		`\ga<tab>`:                      `γ|`,
		`\the<tab>`:                     `θ|`,
		`yhat<tab>`:                     `ŷ|`,
		`\hat{y}<tab>`:                  `ŷ|`,
		`the<tab>`:                      `θ|`,
		`2the<tab>_1`:                   `2θ_1|`,
		`th<tab>`:                       `th|`,
		`\ph<tab>`:                      `φ|`,
		`\ph<tab><tab>`:                 "p\u0302|",
		`\ph<tab><tab><tab>`:            `\ph|`,
		`\ph<tab><tab><tab><tab>+1`:     `φ+1|`,
		`theta<tab><tab>`:               `theta|`,
		`\ph<tab><left><right><tab>`:    `φ|`,
		`xy<tab>`:                       `xy|`,
		`\e<tab>`:                       `\e|`,
		"y\u0302":                       `ŷ|`,
		"y\u0302<left>":                 `|ŷ`,
		"y\u0302<bs>":                   `|`,
		"θ\u0302<left>":                 "|θ\u0302",
		"a\u202eb\u200bc":               `abc|`,
		"a<space>b":                     `a b|`,
		`\sigma<left><left><left><tab>`: `σ|gma`,
	} {
		f := newField()
		for _, k := range keys(t, script) {
			f.Update(k)
		}
		if got := typed(f); got != want {
			t.Errorf("%q: got %q, want %q", script, got, want)
		}
	}
}

// TestFieldOffer fails when an offered answer stands in the way of a new one, or is lost to who wants to mend it.
func TestFieldOffer(t *testing.T) {
	for script, want := range map[string]string{
		``:              `2x+1|`,
		`3`:             `3|`,
		`3y`:            `3y|`,
		`<left>3`:       `2x+3|1`,
		`<bs>2`:         `2x+2|`,
		`<end>0`:        `2x+10|`,
		`3<up>`:         `2x+1|`,
		`<left>3<home>`: `|2x+31`,
	} {
		f := newField()
		f.Remember("2x+1")
		f.Offer("2x+1")
		for _, k := range keys(t, script) {
			f.Update(k)
		}
		if got := typed(f); got != want {
			t.Errorf("%q: got %q, want %q", script, got, want)
		}
	}
}

func TestFieldHistory(t *testing.T) {
	f := newField()
	for _, a := range []string{"first", "second", "second", ""} {
		f.Remember(a)
	}
	for _, step := range []struct{ script, want string }{
		{"dra", "dra|"},
		{"<up>", "second|"},
		{"<up>", "first|"},
		{"<up>", "first|"},
		{"<down>", "second|"},
		{"<down>", "dra|"},
		{"<down>ft", "draft|"},
	} {
		for _, k := range keys(t, step.script) {
			f.Update(k)
		}
		if got := typed(f); got != step.want {
			t.Fatalf("after %q: got %q, want %q", step.script, got, step.want)
		}
	}
}

// TestFieldKeepsEdits fails when a line that was not sent is lost by looking at earlier answers.
func TestFieldKeepsEdits(t *testing.T) {
	f := newField()
	f.Remember("first")
	f.Remember("second")
	for _, step := range []struct{ script, want string }{
		{"unsent", "unsent|"},
		{"<up>!", "second!|"},
		{"<up>", "first|"},
		{"<up>?", "first?|"},
		{"<down>", "second!|"},
		{"<down>", "unsent|"},
		{"<up><up>", "first?|"},
	} {
		for _, k := range keys(t, step.script) {
			f.Update(k)
		}
		if got := typed(f); got != step.want {
			t.Fatalf("after %q: got %q, want %q", step.script, got, step.want)
		}
	}
	f.Remember("first")
	f.SetValue("")
	for i, want := range []string{"first", "second", "second"} {
		f.Update(keys(t, "<up>")[0])
		if f.Value() != want {
			t.Errorf("%d up: got %q, want %q: an answer given again stands last, and once", i+1, f.Value(), want)
		}
	}
}

// TestBrackets fails when the bracket at the cursor is not seen with its mate, or others are marked.
func TestBrackets(t *testing.T) {
	const mark = "\x1b[1;4;4m"
	for script, want := range map[string]string{
		`(1+x)`:                    `<(>1+x<)>|`,
		`(1+x)<left>`:              `<(>1+x|)`,
		`(1+x)<home>`:              `|(1+x<)>`,
		`((1+x)`:                   `(<(>1+x<)>|`,
		`(1+x`:                     `(1+x|`,
		`{(1]`:                     `{(1]|`,
		`a[i](x)<left>`:            `a[i]<(>x|)`,
		`(a)(b)<left><left><left>`: `<(>a<)>|(b)`,
	} {
		f := newField()
		for _, k := range keys(t, script) {
			f.Update(k)
		}
		got := strings.NewReplacer(mark+"(", "<(>", mark+")", "<)>", cursor, "|").Replace(f.View())
		got = strings.TrimPrefix(strings.TrimSuffix(ansi.Strip(got), " "), "› ")
		if got != want {
			t.Errorf("%q: got %q, want %q", script, got, want)
		}
	}
}

// TestPasteLines fails when lines that were pasted become one, or a formula that is broken over lines becomes several.
func TestPasteLines(t *testing.T) {
	for text, want := range map[string][]string{
		"e^-x\n-e^-x\n":         {"e^-x", "-e^-x"},
		"a\r\n\r\n= b\r= c":     {"a", "= b", "= c"},
		"1/(1+\n  e^-x)\n0":     {"1/(1+ e^-x)", "0"},
		"one line\n":            {"one line "},
		"\x1b[31ma\x1b[0m\n\nb": {"a", "b"},
	} {
		f := newField()
		f.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
		got := []string{f.Value()}
		for f.Advance() {
			got = append(got, f.Value())
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	f := newField()
	f.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(strings.Repeat("x\n", 1<<18)), Paste: true})
	if n := len(f.Behind()); n >= 100 {
		t.Errorf("%d lines wait behind the first", n)
	}
	f.Update(keys(t, "<c-u>")[0])
	if len(f.Behind()) > 0 {
		t.Error("lines wait behind one that was deleted")
	}
}

func TestPaste(t *testing.T) {
	f := newField()
	paste := func(text string) {
		f.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
	}
	paste("1/(1+\n\te^-x)\r\x1b[31m\x00")
	if got, want := f.Value(), "1/(1+  e^-x) "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	paste(strings.Repeat("x", 1<<20))
	if n := utf8.RuneCountInString(f.Value()); n != widget.FieldLimit {
		t.Errorf("a paste of a megabyte leaves %d characters, want %d", n, widget.FieldLimit)
	}
	if !f.Cut() {
		t.Error("the end of a paste was cut off in silence")
	}
	f.SetValue(strings.Repeat("x", widget.FieldLimit))
	if f.Cut() {
		t.Error("a text that just fits is said to be cut")
	}
}

func TestFieldFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := newField()
		f.SetValue(rapid.StringOf(rapid.SampledFrom([]rune("ab1+^(θŷ學\u0302 "))).Draw(t, "text"))
		width := rapid.IntRange(4, 80).Draw(t, "width")
		f.SetWidth(width)
		for range rapid.IntRange(0, 20).Draw(t, "steps") {
			f.Update(tea.KeyMsg{Type: tea.KeyLeft})
		}
		view := f.View()
		if w := ansi.StringWidth(view); w > width {
			t.Fatalf("%q is %d columns wide, the field has %d", view, w, width)
		}
		if !strings.Contains(view, cursor) {
			t.Fatalf("no cursor in %q", view)
		}
	})
}

func TestHint(t *testing.T) {
	for text, want := range map[string]string{
		`\sigma`: "tab: σ", `theta`: "tab: θ", `\the`: "tab: θ", `xy`: "", `\ep`: "tab: ε",
		`\la`: "tab: λ", `\ta`: "tab: τ", `\x`: "", `\ch`: "tab: χ", `\ph`: "tab: φ p\u0302",
		`the`: "tab: θ", `th`: "", `exp`: "", `sin`: "", `log`: "", `sig`: "tab: σ",
	} {
		f := newField()
		f.SetValue(text)
		if got := f.Hint(); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
