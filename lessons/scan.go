package lessons

import (
	"bytes"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// A scanner makes the entry of a lesson from its front matter and its headings, without the Markdown parser. It gives up
// where a line could mean something else to that, or is a fault, since then the lesson is parsed anyway.
type scanner struct {
	entry  *Entry
	names  map[string]bool
	titled bool
	review bool
	fence  []byte   // the marks that end the block of code that is being read; nil outside
	asked  bool     // the block is a question for practice
	screen *Heading // the variant that the block is, or begins
}

// asking are the kinds of block that are questions.
var asking = []string{"formula", "number", "choice", "derive", "spot", "lab"}

// scan returns what the text of a lesson without a fault lets tell of it. It reports false where only parsing can tell.
func scan(text []byte) (*Entry, bool) {
	const fence = "+++\n"
	end := bytes.Index(text, []byte("\n"+fence))
	if !bytes.HasPrefix(text, []byte(fence)) || end < len(fence) || bytes.IndexByte(text, '\r') >= 0 {
		return nil, false
	}
	var front struct {
		ID, Title string
		Needs     []string
		Skills    []string
	}
	if err := toml.Unmarshal(text[len(fence):end+1], &front); err != nil || !plainID(front.ID) || front.Title == "" {
		return nil, false
	}
	s := scanner{entry: &Entry{ID: front.ID, Title: front.Title, Needs: front.Needs, Skills: front.Skills}, names: map[string]bool{}}
	for line := range bytes.Lines(text[end+1+len(fence):]) {
		read := s.line
		if s.fence != nil {
			read = s.inside
		}
		if !read(bytes.TrimSuffix(line, []byte("\n"))) {
			return nil, false
		}
	}
	return s.entry, s.fence == nil && s.titled && len(s.entry.Screens) > 0
}

// line reads a line outside of blocks of code.
func (s *scanner) line(line []byte) bool {
	bare := bytes.TrimLeft(line, " \t")
	indent := len(line) - len(bare)
	switch {
	case len(bare) == 0:
		return true
	case bare[0] == '<', bytes.HasPrefix(bare, []byte("~~~")), underlines(bare):
		return false
	case bare[0] == '#' && indent == 0:
		return s.heading(string(line))
	case bytes.HasPrefix(bare, []byte("```")) && indent == 0:
		return s.open(bare)
	}
	return bare[0] != '#' && !bytes.HasPrefix(bare, []byte("```"))
}

// underlines reports whether a line could make a heading of the one above it.
func underlines(line []byte) bool {
	return len(bytes.Trim(line, "= \t")) == 0 || len(bytes.Trim(line, "- \t")) == 0
}

// heading reads a heading, as the reader of lessons takes it.
func (s *scanner) heading(line string) bool {
	title := strings.TrimLeft(line, "#")
	level := len(line) - len(title)
	spaced := strings.HasPrefix(title, " ")
	title = strings.Trim(title, " \t")
	switch {
	case !spaced || title == "" || strings.HasSuffix(title, "#") || level > 2:
		return false
	case level == 2:
		return !s.review && s.begin(title)
	case !s.titled:
		s.titled = title == s.entry.Title
		return s.titled
	}
	again := s.review
	s.review = true
	return !again && title == ReviewTitle
}

// begin adds a screen.
func (s *scanner) begin(title string) bool {
	n := len(s.entry.Screens)
	h := Heading{ID: screenNumber(s.entry.ID, n), Title: title, Number: n + 1}
	if bare, name, ok := named(title); ok {
		h.Title = bare
		if !s.name(&h, name) {
			return false
		}
	}
	s.entry.Screens = append(s.entry.Screens, h)
	return true
}

func (s *scanner) name(h *Heading, name string) bool {
	if !isName(name) || s.names[name] {
		return false
	}
	s.names[name] = true
	h.ID, h.Named = s.entry.ID+"/"+name, true
	return true
}

// open begins a block of code. In the review each question is a variant.
func (s *scanner) open(line []byte) bool {
	kind := bytes.TrimLeft(line, "`")
	s.fence = line[:len(line)-len(kind)]
	kind = bytes.Trim(kind, " \t")
	s.asked = s.review && slices.Contains(asking, string(kind))
	if s.asked {
		n := len(s.entry.Review)
		s.screen = &Heading{ID: variantNumber(s.entry.ID, n), Title: ReviewTitle, Number: n + 1}
	}
	return bytes.IndexByte(kind, '`') < 0
}

// inside reads a line of a block of code: its end, or the ID of a question.
func (s *scanner) inside(line []byte) bool {
	bare := bytes.Trim(line, " \t")
	if bytes.HasPrefix(bare, s.fence) && len(bytes.Trim(bare, "`")) == 0 {
		if s.asked {
			s.entry.Review = append(s.entry.Review, *s.screen)
		}
		s.fence = nil
		return bytes.IndexByte(line, '`') == 0 // behind blanks it might not be the end
	}
	if !s.asked {
		return true
	}
	key, value, _ := bytes.Cut(bare, []byte("="))
	switch string(bytes.Trim(key, " \t\"'")) {
	case "id":
		id, ok := bytes.CutPrefix(bytes.Trim(value, " \t"), []byte(`"`))
		name, rest, closed := bytes.Cut(id, []byte(`"`))
		return ok && closed && len(rest) == 0 && !s.screen.Named && s.name(s.screen, string(name))
	}
	// In a text of several lines, a line that begins with id would be no key.
	return !bytes.Contains(line, []byte(`"""`)) && !bytes.Contains(line, []byte(`'''`))
}
