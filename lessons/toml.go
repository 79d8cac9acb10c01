package lessons

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"chainrule/lessons/printable"
)

// A table is a stretch of TOML in a file: its text, where it begins, and where each value stands.
type table struct {
	*source
	text   []byte
	offset int
	values map[string]int // path, as in wrong[0].say, to the offset of the value in the file; nil before one was asked for
	exact  map[string]bool
}

// readTable decodes a stretch of TOML. What does not fit is a fault; false means that nothing could be read.
func readTable(s *source, text []byte, offset int, into any) (*table, bool) {
	t := &table{source: s, text: text, offset: offset}
	if bytes.IndexByte(text, '\\') >= 0 {
		t.index() // an escape may stand for what must not be shown
	}
	err := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields().Decode(into)
	var strict *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		for _, e := range strict.Errors {
			t.decodeFault(&e, fmt.Sprintf("unknown key %q", strings.Join(e.Key(), ".")), "the keys here are "+keysOf(into, e.Key()))
		}
		return t, true
	case errors.As(err, &broken):
		what, do := sayDecode(broken)
		t.decodeFault(broken, what, do)
		return t, false
	case err != nil:
		t.fault(offset, strings.TrimPrefix(err.Error(), "toml: "), "")
		return t, false
	}
	return t, true
}

func (t *table) decodeFault(e *toml.DecodeError, what, do string) {
	row, column := e.Position()
	start := 0
	for range row - 1 {
		start += bytes.IndexByte(t.text[start:], '\n') + 1
	}
	t.fault(t.offset+min(start+column-1, len(t.text)), what, do)
}

var mismatch = regexp.MustCompile(`cannot decode TOML (\w+) into struct field .* of type (\S+)$`)

// sayDecode words an error of the TOML reader for authors.
func sayDecode(e *toml.DecodeError) (what, do string) {
	words := strings.TrimPrefix(e.Error(), "toml: ")
	if m := mismatch.FindStringSubmatch(words); m != nil {
		key := strings.Join(e.Key(), ".")
		switch m[2] {
		case "string", "slip.ID":
			return fmt.Sprintf("%s is a bare %s", key, m[1]), "put it in quotes, as all formulas and texts"
		case "int":
			return fmt.Sprintf("%s is a %s, not a whole number", key, m[1]), "write it without quotes"
		}
		return fmt.Sprintf("%s is a %s and does not fit here", key, m[1]), "a list stands in square brackets"
	}
	if strings.Contains(words, "at start of value") || strings.Contains(words, "must be quoted") {
		return words, "put formulas and texts in quotes"
	}
	return words, "compare with the other blocks"
}

// keysOf lists the keys known where the unknown key stands.
func keysOf(into any, path []string) string {
	typ := reflect.TypeOf(into)
	for _, key := range path[:max(len(path)-1, 0)] {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return "free"
		}
		for _, f := range reflect.VisibleFields(typ) {
			if strings.EqualFold(f.Name, key) {
				typ = f.Type
				break
			}
		}
	}
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct {
		return "free"
	}
	var keys []string
	for _, f := range reflect.VisibleFields(typ) {
		if !f.Anonymous {
			keys = append(keys, strings.ToLower(f.Name))
		}
	}
	return strings.Join(keys, ", ")
}

// index notes where each value stands.
func (t *table) index() {
	t.values, t.exact = map[string]int{}, map[string]bool{}
	var p unstable.Parser
	p.Reset(t.text)
	prefix := ""
	counts := map[string]int{}
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.KeyValue {
			t.indexValue(prefix+keyPath(e), keyOffset(e), e.Value())
			continue
		}
		path := keyPath(e)
		if e.Kind == unstable.ArrayTable {
			path = fmt.Sprintf("%s[%d]", path, counts[path])
			counts[keyPath(e)]++
		}
		t.note(path, keyOffset(e), false)
		prefix = path + "."
	}
}

func (t *table) indexValue(path string, key int, v *unstable.Node) {
	if v.Kind == unstable.String {
		raw := t.text[v.Raw.Offset : v.Raw.Offset+v.Raw.Length]
		at := int(v.Raw.Offset) + max(bytes.Index(raw, v.Data), 0)
		t.note(path, at, bytes.Contains(raw, v.Data))
		t.shown(v.Data, int(v.Raw.Offset))
		return
	}
	if v.Kind != unstable.Array && v.Kind != unstable.InlineTable {
		t.note(path, int(v.Raw.Offset), false)
		return
	}
	t.note(path, key, false)
	i := 0
	for it := v.Children(); it.Next(); i++ {
		if v.Kind == unstable.Array {
			t.indexValue(fmt.Sprintf("%s[%d]", path, i), key, it.Node())
		} else {
			t.indexValue(path+"."+keyPath(it.Node()), keyOffset(it.Node()), it.Node().Value())
		}
	}
}

// shown demands that a string can be shown. An escape such as \u001b makes a character that the file itself does not hold.
func (t *table) shown(text []byte, offset int) {
	if at, odd := printable.Find(text); at >= 0 {
		t.fault(t.offset+offset, "this text holds "+odd, "leave it out: a terminal could take it as a command")
	}
}

func (t *table) note(path string, offset int, exact bool) {
	t.values[path], t.exact[path] = t.offset+offset, exact
}

func keyPath(n *unstable.Node) string {
	var keys []string
	for it := n.Key(); it.Next(); {
		keys = append(keys, string(it.Node().Data))
	}
	return strings.Join(keys, ".")
}

func keyOffset(n *unstable.Node) int {
	it := n.Key()
	it.Next()
	return int(it.Node().Raw.Offset)
}

// indexed makes sure that it is known where each value stands, which is needed in lessons and for faults.
func (t *table) indexed() {
	if t.values == nil {
		t.index()
	}
}

// isExact reports whether the text of the value at path stands in the file as it is meant, letter by letter.
func (t *table) isExact(path string) bool {
	t.indexed()
	return t.exact[path]
}

// has reports whether there is a value at path.
func (t *table) has(path string) bool {
	t.indexed()
	_, ok := t.values[path]
	return ok
}

// where returns the offset of the value at path: that of the stretch of TOML if there is none.
func (t *table) where(path string) int {
	t.indexed()
	if at, ok := t.values[path]; ok {
		return at
	}
	return t.offset
}

// failAt records a fault at a byte of the value at path.
func (t *table) failAt(path string, offset int, what, do string) {
	if !t.isExact(path) {
		offset = 0
	}
	t.fault(t.where(path)+offset, what, do)
}
