package terminal

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"chainrule/tui/kit"
)

// A piece is what arrives together, after a pause.
type piece struct {
	pause time.Duration
	text  string
}

// String shows the piece with its pause, in words that can be read.
func (p piece) String() string { return fmt.Sprintf("%v %q", p.pause, p.text) }

// A line is a slow line to a terminal: what is read comes in pieces, and no test waits for real.
type line struct {
	pieces []piece
	clock  time.Time
	waited []time.Duration // for what nothing came
}

func (l *line) Read(p []byte) (int, error) {
	if len(l.pieces) == 0 {
		return 0, io.EOF
	}
	first := &l.pieces[0]
	l.clock, first.pause = l.clock.Add(first.pause), 0
	n := copy(p, first.text)
	if first.text = first.text[n:]; first.text == "" {
		l.pieces = l.pieces[1:]
	}
	return n, nil
}

func (l *line) ready(wait time.Duration) bool {
	if len(l.pieces) > 0 && l.pieces[0].pause <= wait {
		return true
	}
	l.clock = l.clock.Add(wait)
	if len(l.pieces) > 0 {
		l.pieces[0].pause -= wait
	}
	l.waited = append(l.waited, wait)
	return false
}

// play reads all that comes over a line, and returns what was handed on at each reading, and what was answered.
func play(l *line, asked bool) (typed []string, answers []kit.Background, in *Input) {
	l.clock = time.Unix(1, 0)
	in = &Input{read: l.Read, ready: l.ready, now: func() time.Time { return l.clock }}
	in.scan = scanner{answered: func(b kit.Background) { answers = append(answers, b) }, done: func() { in.due.Store(0) }}
	if asked {
		in.Ask(io.Discard)
	}
	for {
		p := make([]byte, 256) // as Bubble Tea does
		n, err := in.Read(p)
		if n > 0 {
			typed = append(typed, string(p[:n]))
		}
		if err != nil {
			return typed, answers, in
		}
	}
}

// together cuts text at the bars, with the same pause before each piece.
func together(pause time.Duration, text string) *line {
	l := &line{}
	for t := range strings.SplitSeq(text, "|") {
		l.pieces = append(l.pieces, piece{pause, t})
	}
	return l
}

const (
	soon  = 10 * time.Millisecond
	late  = 200 * time.Millisecond
	never = time.Hour
)

// TestInput is a table of what comes: pieces between bars -> what is handed on each time, and the answers.
func TestInput(t *testing.T) {
	const dark, light = kit.Dark, kit.Light
	for _, tt := range []struct {
		about   string
		asked   bool
		pause   time.Duration
		comes   string
		want    string // readings between bars
		answers []kit.Background
	}{
		{"typed text", true, never, "x^2|+ 1", "x^2|+ 1", nil},
		{"a light answer", true, soon, "\x1b]11;rgb:ffff/ffff/ffff\a\x1b[?64;1;2c", "", []kit.Background{light}},
		{"a dark answer", true, soon, "\x1b]11;rgb:1e1e/1e1e/1e1e\a\x1b[?6c", "", []kit.Background{dark}},
		{"ended by ESC \\", true, soon, "\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\x", "x", []kit.Background{light}},
		{"ended by ESC alone", true, soon, "\x1b]11;rgb:0000/2b2b/3636\x1b\x1b[?1;2cx", "x", []kit.Background{dark}},
		{"short digits", true, soon, "\x1b]11;rgb:f/f/e\ax", "x", []kit.Background{light}},
		{"two digits", true, soon, "\x1b]11;rgb:28/2a/36\ax", "x", []kit.Background{dark}},
		{"a grey", true, soon, "\x1b]11;rgb:80/80/80\ax", "x", []kit.Background{kit.Middling}},
		{"not opaque", true, soon, "\x1b]11;rgba:0000/0000/0000/cccc\ax", "x", []kit.Background{dark}},
		{"no answer but what the terminal is", true, soon, "\x1b[?1;2cx", "x", nil},
		{"unasked, twice", false, soon, "\x1b]11;rgb:0/0/0\a\x1b]11;rgb:f/f/f\a", "", []kit.Background{dark, light}},
		{"an answer after the end", true, soon, "\x1b[?1;2c\x1b]11;rgb:f/f/f\a", "", []kit.Background{light}},
		{"other colours", false, soon, "\x1b]10;rgb:0/0/0\ax\x1b]12;rgb:f/f/f\x1b\\y", "xy", nil},
		{"between keys", true, soon, "a\x1b]11;rgb:f/f/f\ab\x1b[?62cc", "abc", []kit.Background{light}},
		{"in pieces", true, late, "\x1b|]|1|1|;|r|g|b|:|f|/|f|/|f|\x1b|\\|\x1b|[|?|1|c|x", "x", []kit.Background{light}},
		{"in pieces, unasked", false, soon, "\x1b|]|1|1;rgb:f|/f|/f|\a|x", "x", []kit.Background{light}},
		{"in pieces, very slowly", true, never, "\x1b]1|1;r|gb:f|/f|/f|\a\x1b[?|1|c|x", "x", []kit.Background{light}},
		{"typed in its middle", true, late, "\x1b]11;rgb:f|zz|/f/|\r|f\a|y", "zz|\r|y", []kit.Background{light}},
		{"broken off by a key", true, soon, "\x1b]11;rgb:f/\x1b[Ax", "\x1b[Ax", nil},
		{"broken off by another", true, soon, "\x1b]11;rgb:f/\x1b]11;rgb:0/0/0\a", "", []kit.Background{dark}},
		{"a long report", true, soon, "\x1b[?" + strings.Repeat("64;", 40) + "1cx", "x", nil},
		{"an escape", false, never, "\x1b|x", "\x1b|x", nil},
		{"an escape while an answer is due", true, never, "\x1b|x", "\x1b|x", nil},
		{"two escapes", false, soon, "\x1b\x1b|x", "\x1b\x1bx", nil},
		{"an arrow in pieces", false, soon, "\x1b|[|A|x", "\x1b[A|x", nil},
		{"an arrow with a long pause", false, late, "\x1b|[A", "\x1b|[A", nil},
		{"alt and an arrow", false, soon, "\x1b\x1b[|A", "\x1b\x1b[A", nil},
		{"alt and a letter", false, soon, "\x1b|é", "\x1bé", nil},
		{"alt and ]", false, late, "\x1b]|x", "\x1b]|x", nil},
		{"alt and ], then digits", false, soon, "\x1b]|1|3", "\x1b]13", nil},
		{"alt and [", true, never, "\x1b[|x", "\x1b[|x", nil},
		{"a function key", false, soon, "\x1bO|P\x1b[1|5~", "\x1bOP|\x1b[15~", nil},
		{"a function key of the Linux console", false, soon, "\x1b[|[|Bx", "\x1b[[B|x", nil},
		{"the mouse", false, soon, "\x1b[<6|5;10|0;7Mx", "\x1b[<65;100;7M|x", nil},
		{"the mouse, an old report", false, soon, "\x1b[M`|\xff!x", "\x1b[M`\xff!|x", nil},
		{"a letter in pieces", false, soon, "\xce|\xb8|\xe2|\x88|\x91x", "θ|∑|x", nil},
		{"half a letter", false, late, "\xce|a", "\xce|a", nil},
		{"not UTF-8", false, soon, "\xff\xc0\x80a", "\xff\xc0\x80a", nil},
		{"a paste", false, late, "\x1b[200~a\x1b|]11;rgb:f/f/f\a\x1b[2|01~\x1b]11;rgb:0/0/0\ab", "\x1b[200~a\x1b|]11;rgb:f/f/f\a\x1b[2|01~b", []kit.Background{dark}},
		{"a paste, its marks in pieces", false, soon, "\x1b[20|0~θ\x1b[A\x1b[201~\x1b]11;rgb:f/f/f\a", "\x1b[200~|θ\x1b[A\x1b[201~", []kit.Background{light}},
		{"enter as two characters", false, never, "x\r\ny", "x\ry", nil},
		{"enter as two characters, in pieces", false, soon, "x\r|\n|y", "x\r|y", nil},
		{"enter as two characters, and ctrl+j", false, soon, "\r|\n|\n", "\r|\n", nil},
		{"enter, a key, and ctrl+j", false, soon, "\r|\x1b[A|\n", "\r|\x1b[A|\n", nil},
		{"enter, and later ctrl+j", false, never, "\r|\n", "\r|\n", nil},
		{"a line end in a paste", false, never, "\x1b[200~a\r\nb\x1b[201~", "\x1b[200~a\r\nb\x1b[201~", nil},
		{"too long for a key", false, soon, "\x1b[" + strings.Repeat("1", 40) + "|x", "\x1b[" + strings.Repeat("1", 40) + "|x", nil},
	} {
		typed, answers, _ := play(together(tt.pause, tt.comes), tt.asked)
		if got := strings.Join(typed, "|"); got != tt.want {
			t.Errorf("%s: %q becomes %q, want %q", tt.about, tt.comes, got, tt.want)
		}
		if fmt.Sprint(answers) != fmt.Sprint(tt.answers) {
			t.Errorf("%s: %q answers %v, want %v", tt.about, tt.comes, answers, tt.answers)
		}
	}
}

// TestPatience makes sure that an escape key is held back for no longer than nobody notices, and that nothing at all is
// where all is whole. While an answer is due it may be longer, but not for ever on a terminal that never answers.
func TestPatience(t *testing.T) {
	for _, tt := range []struct {
		about string
		asked bool
		comes string
		want  []time.Duration
	}{
		{"a letter", false, "x", nil},
		{"an arrow", true, "\x1b[A", nil},
		{"an escape", false, "\x1b", []time.Duration{patience}},
		{"an escape and a letter", false, "\x1bx", nil},
		{"an escape while an answer is due", true, "\x1b", []time.Duration{duePatience}},
		{"an escape when all is answered", true, "\x1b]11;rgb:f/f/f\a\x1b[?1c|\x1b", []time.Duration{patience}},
		{"an escape long after asking", true, "x|\x1b", []time.Duration{patience}},
	} {
		l := together(never, tt.comes)
		l.pieces[0].pause = 0
		l.pieces = append(l.pieces, piece{never, "end"})
		play(l, tt.asked)
		if fmt.Sprint(l.waited) != fmt.Sprint(tt.want) {
			t.Errorf("%s: it waited %v, want %v", tt.about, l.waited, tt.want)
		}
	}
}

// TestNothingLeft fills the buffer of the reader to the brim with keys: nothing may be left behind, for the reader is
// only woken by what is new, and nothing may fill the buffer, for then it waits for more.
func TestNothingLeft(t *testing.T) {
	for length := range 600 {
		text := (strings.Repeat("a", length) + strings.Repeat("θ\x1b[A", 80))[:length+80]
		l := &line{pieces: []piece{{0, text}, {never, "\r"}}}
		in := &Input{read: l.Read, ready: l.ready, now: time.Now}
		var got []byte
		for len(l.pieces) > 1 {
			p := make([]byte, 256)
			n, err := in.Read(p)
			if n == len(p) || err != nil {
				t.Fatalf("%d: read %d, %v", length, n, err)
			}
			got = append(got, p[:n]...)
		}
		if string(got) != text {
			t.Fatalf("%d: %q is left when all is read", length, text[len(got):])
		}
	}
}

// Tokens are what a person can type, each a whole.
var tokens = []string{
	"a", "e", "f", "1", ";", ":", "/", "\\", "]", "[", "?", "c", "\r", "\t", "\a", "\x00", "\x7f", " ", "\x1b", "\x1bb", "\x1b]", "\x1b[",
	"\x1bO", "\x1bé", "é", "θ", "∑", "𝔼", "\xff", "\xce", "\x9c", "\x1b[A", "\x1bOP", "\x1b[15~", "\x1b[1;5C", "\x1b[[A", "\x1b\x1b[B",
	"\x1b[<65;10;7M", "\x1b[<0;1;1m", "\x1b[M !!", "\x1b[200~\x1b]11;rgb:f/f/f\a\x1b[?1c\x1b[A\x1b[201~", "\x1b[200~θ\x1b[201~",
}

// said are answers of terminals.
var said = []string{
	"\x1b]11;rgb:ffff/ffff/ffff\a", "\x1b]11;rgb:0000/2b2b/3636\x1b\\", "\x1b]11;rgb:1e/1e/1e\x1b\\", "\x1b]11;rgb:f/e/d\a",
	"\x1b]11;rgba:1e1e/1e1e/1e1e/ffff\x1b\\", "\x1b]10;rgb:0/0/0\a", "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c", "\x1b[?6c",
}

// A choice draws a number from 0 up to, but not, n.
type choice func(n int) int

// FuzzInput sends any bytes: what is handed on is what came, but for answers, and reading ends.
func FuzzInput(f *testing.F) {
	for _, s := range slices.Concat(said, tokens, []string{"x\r\ny"}) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		l := &line{}
		for i, b := range text {
			l.pieces = append(l.pieces, piece{time.Duration(i%3) * soon, string([]byte{b})})
		}
		whole := &line{pieces: []piece{{0, string(text)}}}
		slow, _, _ := play(l, true)
		fast, _, _ := play(whole, true)
		if a, b := strings.Join(slow, ""), strings.Join(fast, ""); a != b {
			t.Errorf("%q in pieces becomes %q, at once %q", text, a, b)
		}
		if !strings.Contains(string(text), "\x1b") && strings.Join(fast, "") != strings.ReplaceAll(string(text), "\r\n", "\r") {
			t.Errorf("%q becomes %q", text, fast)
		}
	})
}
