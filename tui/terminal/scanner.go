package terminal

import (
	"bytes"
	"time"
	"unicode/utf8"

	"chainrule/tui/kit"
)

// The sequences that matter here: escape begins them, and a paste stands between two of them.
const (
	escape     = 0x1b
	bell       = 0x07
	stringEnd  = 0x9c // what ends a string in the C1 set
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"

	answerStart = "\x1b]1" // then 0 for the text, 1 for the background or 2 for the cursor
	reportStart = "\x1b[?" // then what the terminal is or can
)

// How long a beginning may be that is held back. A longer one is no key, and goes as it comes; nor is it a report.
const (
	longest       = 32
	longestReport = 200
)

// A scanner takes what the terminal sends byte by byte. It cuts the answers to our questions out, holds back the
// beginning of what is not complete, and lets all else through as it is.
type scanner struct {
	out   []byte // what may be handed on
	held  []byte // the beginning of a key
	paste bool   // inside a paste, where nothing is looked at but its end
	ended int    // how much of that end has come

	colour *answer // that is coming
	heard  bool    // a part of an answer came

	at    time.Time // when the bytes came that are fed
	enter time.Time // when the byte before came, if that was Enter; else zero

	// answered is told the background; done is told that the terminal has answered all it was asked.
	answered func(kit.Background)
	done     func()
}

// feed takes the next byte.
func (s *scanner) feed(b byte) {
	before := s.enter
	s.enter = time.Time{}
	if b == '\r' {
		s.enter = s.at
	}
	switch {
	case s.paste:
		s.out = append(s.out, b)
		s.ended = matched(pasteEnd, s.ended, b)
		s.paste = s.ended < len(pasteEnd)
	case s.colour != nil:
		s.feedColour(b)
	case b == '\n' && !before.IsZero() && s.at.Sub(before) <= patience:
		// Enter as two characters, of which the second would be a key of its own. Nobody presses that key so soon.
	default:
		s.feedKey(b)
	}
}

// feedColour takes a byte while an answer about a colour is coming. What cannot belong to it was typed meanwhile.
func (s *scanner) feedColour(b byte) {
	fits, over := s.colour.feed(b)
	s.heard = s.heard || fits
	if over {
		if background, ok := s.colour.background(); ok {
			s.answered(background)
		}
		s.colour = nil
	}
	if fits {
		return
	}
	if b == escape {
		s.colour = nil // nothing has an escape in its middle: the answer was broken off
	}
	s.feedKey(b)
}

// feedKey takes a byte of a key, or of what is not known to be none.
func (s *scanner) feedKey(b byte) {
	switch extend(s.held, b) {
	case begins:
		s.held = append(s.held, b)
		switch {
		case bytes.HasPrefix(s.held, []byte(reportStart)) && len(s.held) > longestReport:
			s.held = s.held[:0]
		case s.waits() && len(s.held) > longest:
			s.release()
		}
		return
	case completes:
		s.held = append(s.held, b)
	case breaks:
		s.release()
		s.feed(b)
		return
	}
	switch {
	case bytes.HasPrefix(s.held, []byte(answerStart)):
		s.colour = &answer{about: b}
		s.held = s.held[:0]
	case isAttributes(s.held):
		s.held = s.held[:0]
		s.done()
	default:
		s.paste, s.ended = string(s.held) == pasteStart, 0
		s.release()
	}
}

// release hands on what was held back.
func (s *scanner) release() {
	s.out = append(s.out, s.held...)
	s.held = s.held[:0]
}

// waits reports whether something is held back that may turn out to be a key, so that it must not wait for long. What
// nobody types waits as long as it takes.
func (s *scanner) waits() bool {
	return len(s.held) > 0 && !bytes.HasPrefix(s.held, []byte(answerStart)) && !bytes.HasPrefix(s.held, []byte(reportStart))
}

// mayAnswer reports whether what is held back may be the beginning of an answer.
func (s *scanner) mayAnswer() bool {
	switch string(s.held) {
	case "\x1b", "\x1b]", "\x1b[":
		return true
	}
	return false
}

// matched returns how much of pattern has come with b, when n bytes of it had come before. The first byte of pattern
// is not repeated in it.
func matched(pattern string, n int, b byte) int {
	switch b {
	case pattern[n]:
		return n + 1
	case pattern[0]:
		return 1
	}
	return 0
}

// isAttributes reports whether a sequence is the answer to the question for the attributes of the terminal.
func isAttributes(sequence []byte) bool {
	return bytes.HasPrefix(sequence, []byte(reportStart)) && sequence[len(sequence)-1] == 'c'
}

// A place of a byte in a sequence.
type place int

const (
	begins    place = iota // more has to come
	completes              // the sequence is whole
	breaks                 // the byte is no part of it
)

// extend tells what a byte is after the beginning of a sequence.
func extend(held []byte, b byte) place {
	if len(held) == 0 {
		if b == escape || letterLen(b) > 1 {
			return begins
		}
		return completes
	}
	if held[0] != escape {
		return extendLetter(held, b)
	}
	if b == escape {
		return breaks
	}
	if len(held) == 1 {
		if b == '[' || b == 'O' || b == ']' || letterLen(b) > 1 {
			return begins
		}
		return completes
	}
	switch held[1] {
	case '[':
		return extendCSI(held[2:], b)
	case 'O':
		return extendSS3(b)
	case ']':
		return extendAnswer(held, b)
	}
	return extendLetter(held[1:], b)
}

// letterLen returns how many bytes of UTF-8 a letter has that begins with b.
func letterLen(b byte) int {
	switch {
	case b >= 0xf0 && b <= 0xf4:
		return 4
	case b >= 0xe0 && b < 0xf0:
		return 3
	case b >= 0xc2 && b < 0xe0:
		return 2
	}
	return 1
}

func extendLetter(held []byte, b byte) place {
	switch {
	case utf8.RuneStart(b):
		return breaks
	case len(held)+1 == letterLen(held[0]):
		return completes
	}
	return begins
}

// extendCSI takes the bytes after ESC [. The Linux console has function keys of a form of its own, ESC [ [ A, and an
// old report of the mouse is ESC [ M with three bytes of any kind.
func extendCSI(held []byte, b byte) place {
	switch {
	case len(held) > 0 && held[0] == '[':
		return completes
	case len(held) > 0 && held[0] == 'M':
		if len(held) == 3 {
			return completes
		}
		return begins
	case len(held) == 0 && (b == '[' || b == 'M'), b >= 0x20 && b <= 0x3f:
		return begins
	case b >= 0x40 && b <= 0x7e:
		return completes
	}
	return breaks
}

func extendSS3(b byte) place {
	switch {
	case b >= '0' && b <= '9' || b == ';':
		return begins
	case b > 0x20 && b < 0x7f:
		return completes
	}
	return breaks
}

func extendAnswer(held []byte, b byte) place {
	switch {
	case len(held) < len(answerStart) && b == answerStart[len(held)]:
		return begins
	case len(held) == len(answerStart) && b >= '0' && b <= '2':
		return completes
	}
	return breaks
}
