package terminal

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	_ "chainrule/mathcore/exprtest/fixed"
)

// exchange makes up what a person types and a terminal answers, and how it comes: the pieces, what was typed, and the
// bytes at which a piece may not end what is handed on.
func exchange(pick choice) (l *line, typed string, whole []bool, asked bool) {
	l, asked = &line{}, pick(2) == 1
	var clock, due time.Duration // until when an answer is due
	if asked {
		due = dueFor
	}
	var now strings.Builder
	pause := time.Duration(0)
	cut := func() {
		if now.Len() > 0 {
			l.pieces = append(l.pieces, piece{pause, now.String()})
			now.Reset()
		}
	}
	pauses := []time.Duration{0, soon, late, never}
	for range pick(24) {
		answer := pick(4) == 0
		text := tokens[pick(len(tokens))]
		if answer {
			text = said[pick(len(said))]
		}
		inOne := true
		for i := range len(text) {
			if pick(3) == 0 {
				cut()
				most := len(pauses)
				switch {
				case i == 0 || !answer || i > 2:
				case clock+late < due:
					most = 3 // an answer has so long to say that it is one
				default:
					most = 2
				}
				pause = pauses[pick(most)]
				clock += pause
				inOne = inOne && (i == 0 || pause <= patience)
			}
			if now.WriteByte(text[i]); answer && i > len(answerStart) && text[1] == ']' && due > 0 {
				due = clock + dueFor
			}
		}
		if answer {
			if text[len(text)-1] == 'c' {
				due = 0
			}
			continue
		}
		typed += text
		for i := range len(text) {
			whole = append(whole, i > 0 && inOne && text[0] != '\xce' && !strings.HasPrefix(text, "\x1b[200~"))
		}
	}
	cut()
	return l, typed, whole, asked
}

// looksSaid reports whether what was typed can't be told from an answer.
func looksSaid(typed string) bool {
	return strings.Contains(typed, "\x1b[?") || strings.Contains(typed, "\x1b]10") ||
		strings.Contains(typed, "\x1b]11") || strings.Contains(typed, "\x1b]12")
}

func checkExchange(t interface {
	Helper()
	Fatalf(format string, args ...any)
}, pick choice,
) {
	t.Helper()
	l, typed, whole, asked := exchange(pick)
	if looksSaid(typed) {
		return
	}
	comes := fmt.Sprint(l.pieces)
	readings, _, in := play(l, asked)
	if got := strings.Join(readings, ""); got != typed {
		t.Fatalf("%s: typed %q, handed on %q", comes, typed, got)
	}
	if len(in.scan.held) > 0 || in.scan.colour != nil {
		t.Fatalf("%s: %q is still held back", comes, in.scan.held)
	}
	// Keys that begin within another are no keys any more: ESC and [ and A make an arrow.
	if strings.ContainsAny(typed, "[]OM") && bytes.Contains([]byte(typed), []byte("\x1b")) && !plainKeys(typed) {
		return
	}
	at := 0
	for _, r := range readings[:max(len(readings)-1, 0)] {
		at += len(r)
		if whole[at] {
			t.Fatalf("%s: %q is handed on in two", comes, typed[max(at-8, 0):min(at+8, len(typed))])
		}
	}
}

// plainKeys reports whether no escape in the text can be read with what comes after its own token.
func plainKeys(typed string) bool {
	for _, half := range []string{"\x1b\x1b", "\x1b[[", "\x1b[M", "\x1b]"} {
		if strings.Contains(typed, half) {
			return false
		}
	}
	return true
}

// TestExchange types while the terminal answers, cut into any pieces: exactly what was typed is handed on, and keys are
// whole as long as the pauses within them are short. Otherwise an answer would land in the field, or a key be lost.
func TestExchange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkExchange(t, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") })
	})
}

// FuzzExchange is the same with the choices of the fuzzer.
func FuzzExchange(f *testing.F) {
	f.Add([]byte{1, 20, 0, 1, 2, 0, 1, 0, 2, 3, 0, 0, 1})
	f.Fuzz(func(t *testing.T, choices []byte) {
		checkExchange(t, func(n int) int {
			if len(choices) == 0 {
				return n - 1
			}
			c := choices[0]
			choices = choices[1:]
			return int(c) % n
		})
	})
}
