package settings

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// Parse reads settings from the text of a file. What cannot be read ends the file there.
func Parse(file string, text []byte) Settings {
	s := Settings{File: file, Values: map[string]Value{}}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	var p unstable.Parser
	p.Reset(text)
	told := 0 // lines of tables that were told of
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.KeyValue {
			s.fault(text, offsetOfKey(e), "there are no tables here", "write the settings without a heading, as in theme = \"dark\"")
			told++
			continue
		}
		if told == 0 {
			s.take(text, e)
		}
	}
	s.broken(text)
	return s
}

// broken tells where the file is no TOML any more.
func (s *Settings) broken(text []byte) {
	var all map[string]any
	var e *toml.DecodeError
	if err := toml.Unmarshal(text, &all); errors.As(err, &e) && !strings.Contains(e.Error(), "already") {
		row, column := e.Position()
		s.Faults = append(s.Faults, fmt.Sprintf("%s:%d:%d: %s; put words in quotes, as in theme = \"dark\"; true and false stand without. Lines below are not read",
			s.File, row, column, strings.TrimPrefix(e.Error(), "toml: ")))
	}
}

// take takes a line of the file.
func (s *Settings) take(text []byte, e *unstable.Node) {
	name, at := keyOf(e), offsetOfKey(e)
	i := slices.IndexFunc(All, func(one Setting) bool { return one.Name == name })
	if i < 0 {
		s.fault(text, at, fmt.Sprintf("there is no setting %q", name), "the settings are "+Names())
		return
	}
	if _, twice := s.Values[name]; twice {
		s.fault(text, at, name+" stands here twice", "take one of the lines out; the first counts")
		return
	}
	value, one := e.Value(), All[i]
	where := int(value.Raw.Offset)
	is := string(value.Data)
	switch {
	case len(one.Words) == 0 && value.Kind != unstable.Bool:
		s.fault(text, where, name+" is neither true nor false", "write true or false, without quotes")
		return
	case len(one.Words) > 0 && value.Kind != unstable.String:
		s.fault(text, where, name+" is no word in quotes", "write "+anyOf(one.Words))
		return
	case len(one.Words) > 0 && !slices.Contains(one.Words, is):
		s.fault(text, where, fmt.Sprintf("%s is %q", name, is), "write "+anyOf(one.Words))
		return
	}
	row, _ := position(text, at)
	s.Values[name] = Value{is, row}
}

func (s *Settings) fault(text []byte, offset int, what, do string) {
	row, column := position(text, offset)
	s.Faults = append(s.Faults, fmt.Sprintf("%s:%d:%d: %s; %s", s.File, row, column, what, do))
}

// anyOf lists words in quotes.
func anyOf(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = `"` + w + `"`
	}
	last := len(quoted) - 1
	return strings.Join(quoted[:last], ", ") + " or " + quoted[last]
}

// position returns the line and the column of a byte, both from 1.
func position(text []byte, offset int) (row, column int) {
	before := text[:min(offset, len(text))]
	return bytes.Count(before, []byte("\n")) + 1, offset - (bytes.LastIndexByte(before, '\n') + 1) + 1
}

func keyOf(n *unstable.Node) string {
	var keys []string
	for it := n.Key(); it.Next(); {
		keys = append(keys, string(it.Node().Data))
	}
	return strings.Join(keys, ".")
}

func offsetOfKey(n *unstable.Node) int {
	it := n.Key()
	it.Next()
	return int(it.Node().Raw.Offset)
}
