package journal

import (
	"bytes"
	"unicode/utf8"
)

// A reader decodes lines. Years of study are a million events, so the lines that the program itself writes are read
// without reflection, and the words that come again and again are kept once.
type reader struct{ words map[string]string }

// decode reads one line of the file. It reports false if the line is no event of this version.
func (r *reader) decode(line []byte) (Event, bool) {
	e, plain := r.fast(line)
	if !plain {
		return decode(line)
	}
	return e, e.valid()
}

// fast reads a line as Append writes it: one object of known keys with plain values. It reports false for any other,
// which may be an event all the same.
func (r *reader) fast(line []byte) (Event, bool) {
	var e Event
	c := cursor{line}
	if !c.take('{') {
		return e, false
	}
	for {
		key, ok := c.text()
		if !ok || !c.take(':') {
			return e, false
		}
		if !r.field(&e, &c, key) {
			return e, false
		}
		if c.take(',') {
			continue
		}
		return e, c.take('}') && len(c.rest) == 0
	}
}

// field reads the value of one key.
func (r *reader) field(e *Event, c *cursor, key []byte) bool {
	switch string(key) {
	case "at":
		at, ok := c.text()
		return ok && e.At.UnmarshalText(at) == nil
	case "window":
		return r.word(c, &e.Window)
	case "task":
		return r.word(c, &e.Task)
	case "kind":
		word, ok := c.text()
		e.Kind = Kind(r.once(word))
		return ok
	case "lesson":
		return r.word(c, &e.Lesson)
	case "screen":
		return r.word(c, &e.Screen)
	case "level":
		return r.word(c, &e.Level)
	case "verdict":
		return r.word(c, &e.Verdict)
	case "slip":
		return r.word(c, &e.Slip)
	case "text":
		typed, ok := c.text()
		e.Text = string(typed)
		return ok
	case "read":
		plain, ok := c.text()
		e.Read = string(plain)
		return ok
	case "said":
		told, ok := c.text()
		e.Said = string(told)
		return ok
	case "skills":
		return r.list(c, &e.Skills)
	case "rules":
		return r.list(c, &e.Rules)
	}
	return numberField(e, c, key) || flagField(e, c, key)
}

// numberField reads the value of a key that holds a whole number.
func numberField(e *Event, c *cursor, key []byte) bool {
	switch string(key) {
	case "v":
		n, ok := c.number()
		e.Version = int(n)
		return ok
	case "sitting":
		n, ok := c.number()
		e.Sitting = n
		return ok
	case "count":
		n, ok := c.number()
		e.Count = n
		return ok
	case "seed":
		n, ok := c.number()
		e.Seed = n
		return ok
	case "rung":
		n, ok := c.number()
		e.Rung = int(n)
		return ok
	case "shown":
		n, ok := c.number()
		e.Shown = int(n)
		return ok
	}
	return false
}

// flagField reads the value of a key that is true or left out.
func flagField(e *Event, c *cursor, key []byte) bool {
	switch string(key) {
	case "several":
		e.Several = c.yes()
		return e.Several
	case "aided":
		e.Aided = c.yes()
		return e.Aided
	case "again":
		e.Again = c.yes()
		return e.Again
	}
	return false
}

func (r *reader) list(c *cursor, into *[]string) bool {
	if !c.take('[') {
		return false
	}
	*into = nil
	for {
		var word string
		if !r.word(c, &word) {
			return false
		}
		*into = append(*into, word)
		if !c.take(',') {
			return c.take(']')
		}
	}
}

func (r *reader) word(c *cursor, into *string) bool {
	word, ok := c.text()
	*into = r.once(word)
	return ok
}

// once returns a word, the same string each time.
func (r *reader) once(word []byte) string {
	const most = 1 << 12 // words; beyond it the file is not ours
	if known, ok := r.words[string(word)]; ok {
		return known
	}
	fresh := string(word)
	if len(r.words) < most {
		r.words[fresh] = fresh
	}
	return fresh
}

// A cursor goes through a line.
type cursor struct{ rest []byte }

func (c *cursor) take(b byte) bool {
	if len(c.rest) == 0 || c.rest[0] != b {
		return false
	}
	c.rest = c.rest[1:]
	return true
}

func (c *cursor) yes() bool { return c.skip("true") }

// skip takes these words, if they come next.
func (c *cursor) skip(words string) bool {
	if len(c.rest) < len(words) || string(c.rest[:len(words)]) != words {
		return false
	}
	c.rest = c.rest[len(words):]
	return true
}

// text reads a string without escapes.
func (c *cursor) text() ([]byte, bool) {
	if !c.take('"') {
		return nil, false
	}
	end := bytes.IndexByte(c.rest, '"')
	if end < 0 {
		return nil, false
	}
	text := c.rest[:end]
	for _, b := range text {
		if b == '\\' || b < ' ' {
			return nil, false
		}
	}
	c.rest = c.rest[end+1:]
	return text, utf8.Valid(text)
}

// number reads a whole number as JSON writes it, of so few digits that it fits.
func (c *cursor) number() (uint64, bool) {
	const digits = 9
	n, i := uint64(0), 0
	for i < len(c.rest) && c.rest[i] >= '0' && c.rest[i] <= '9' {
		n = 10*n + uint64(c.rest[i]-'0')
		i++
	}
	if i == 0 || i > digits || i > 1 && c.rest[0] == '0' {
		return 0, false
	}
	c.rest = c.rest[i:]
	return n, true
}
