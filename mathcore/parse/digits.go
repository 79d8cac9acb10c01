package parse

import "strings"

// number reads digits, a point, digits, and an exponent as in 1e-3.
func (s *scanner) number() {
	start, i := s.i, s.i
	i = skipDigits(s.src, i)
	if i < len(s.src) && s.src[i] == '.' && !strings.HasPrefix(s.src[i:], "..") {
		i = skipDigits(s.src, i+1)
		if strings.HasPrefix(s.src[i:], ".") && i+1 < len(s.src) && isDigit(s.src[i+1]) {
			s.bad(BadNumber, skipDigits(s.src, i+1)-start)
			return
		}
	}
	mantissa := i
	i = s.exponent(i)
	if mantissa-start > maxDigits {
		s.bad(TooManyDigits, i-start)
		return
	}
	if i > mantissa && !smallExponent(s.src[mantissa:i]) {
		s.bad(TooManyDigits, i-start)
		return
	}
	text := strings.TrimSuffix(s.src[start:i], ".")
	text = strings.Replace(text, "−", "-", 1)
	s.emit(token{kind: number, start: int32(start), text: text}, i)
}

func skipDigits(src string, i int) int {
	for i < len(src) && isDigit(src[i]) {
		i++
	}
	return i
}

// exponent returns where the number goes on to if it has an exponent from byte i on, else i. Someone who has a symbol
// called e (or E) means that.
func (s *scanner) exponent(i int) int {
	if i >= len(s.src) || s.src[i]|0x20 != 'e' || s.names.isWord(s.src[i:i+1]) {
		return i
	}
	j := i + 1
	switch {
	case j < len(s.src) && (s.src[j] == '-' || s.src[j] == '+'):
		j++
	case strings.HasPrefix(s.src[j:], "−"):
		j += len("−")
	}
	if k := skipDigits(s.src, j); k > j {
		return k
	}
	return i
}

// smallExponent reports whether the exponent, e included, is one that a number can be computed with.
func smallExponent(text string) bool {
	digits := strings.TrimLeft(strings.TrimPrefix(text[1:], "−"), "+-0")
	value := 0
	for i := 0; i < len(digits) && value <= maxExponent; i++ {
		value = 10*value + int(digits[i]-'0')
	}
	return value <= maxExponent
}

// styledNumber reads digits of another face, 𝟏𝟐, or raised and lowered ones, ¹².
func (s *scanner) styledNumber(l level) {
	start := s.i
	var digits []byte
	for s.i < len(s.src) && len(digits) <= maxDigits {
		g := glyphAt(s.src, s.i)
		if g.level != l || g.r < '0' || g.r > '9' {
			break
		}
		digits = append(digits, byte(g.r))
		s.i += g.size
	}
	if len(digits) > maxDigits {
		size := s.i - start
		s.i = start
		s.bad(TooManyDigits, size)
		return
	}
	s.emit(token{kind: number, start: int32(start), text: string(digits)}, s.i)
}
