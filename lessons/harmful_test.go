package lessons_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
)

// payloads are texts that a terminal would obey, or that show something else than what is there.
var payloads = []string{
	"\x1b[2J", "\x1b]52;c;aGk=\x07", "\x1bc", "\u009b31m", "\u009d52;c;aGk=\u009c", "\a", "\b\b", "\x7f",
	"\u202egnp", "\u2067x\u2069", "\u200e", "\u200b", "\u2028", "\U000e0041",
}

// TestHarmfulText puts each payload into every line of a whole lesson, and as an escape into every string of its TOML:
// each must be refused, and at its line.
func TestHarmfulText(t *testing.T) {
	format, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(format), "\n~~~markdown\n")
	lesson, _, ok := strings.Cut(rest, "~~~\n")
	if !ok {
		t.Fatal("FORMAT.md shows no whole lesson")
	}
	base, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	load := func(text string) error {
		_, err := lessons.LoadFile("squares.md", []byte(text), base)
		return err
	}
	if err := load(lesson); err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(lesson, "\n")
	quoted := regexp.MustCompile(`"[^"]*"`)
	places := 0
	for i, line := range lines {
		for _, payload := range payloads {
			refused(t, load, lines, i, strings.TrimSuffix(line, "\n")+payload+"\n")
			for _, at := range quoted.FindAllStringIndex(line, -1) {
				places++
				refused(t, load, lines, i, line[:at[1]-1]+escape(payload)+line[at[1]-1:])
			}
		}
	}
	if places < 400 {
		t.Errorf("only %d strings were tried", places)
	}
}

// refused fails when a lesson with one line exchanged is loaded, or its fault is told elsewhere.
func refused(t *testing.T, load func(string) error, lines []string, i int, line string) {
	t.Helper()
	text := strings.Join(lines[:i], "") + line + strings.Join(lines[i+1:], "")
	err := load(text)
	if err == nil {
		t.Errorf("line %d, %q: not refused", i+1, line)
		return
	}
	if !strings.Contains(err.Error(), fmt.Sprintf("squares.md:%d:", i+1)) {
		t.Errorf("line %d, %q: told elsewhere: %v", i+1, line, err)
	}
}

// escape writes a text as a string of TOML can hold it.
func escape(text string) string {
	var b strings.Builder
	for _, r := range text {
		fmt.Fprintf(&b, `\U%08x`, r)
	}
	return b.String()
}
