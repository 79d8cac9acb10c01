package find

import (
	"slices"
	"strings"
	"unicode"

	"chainrule/lessons"
	"chainrule/mathcore/typeset"
)

// A Word is a term of the field, with the sentence in which a lesson brings it.
type Word struct {
	Term, Sentence string
	Screen         string // the ID of the screen where it stands

	text lessons.Text // the paragraph
	part int          // where the term stands in it
}

// In returns the sentence in a charset.
func (w *Word) In(set typeset.Charset) string { return sentence(w.text, w.part, set) }

// Words returns the terms that a lesson brings: what stands in emphasis in its prose, each once.
func Words(l *lessons.Lesson) []Word {
	var all []Word
	add := func(blocks []lessons.Block, screen string) {
		for _, b := range blocks {
			p, ok := b.(*lessons.Paragraph)
			if !ok {
				continue
			}
			for i, part := range p.Text {
				term := strings.TrimRight(strings.TrimSpace(part.Text), ",.;:")
				if part.Style != lessons.Emphasis || !isTerm(term) || slices.ContainsFunc(all, func(w Word) bool { return Fold(w.Term) == Fold(term) }) {
					continue
				}
				all = append(all, Word{term, sentence(p.Text, i, typeset.Unicode), screen, p.Text, i})
			}
		}
	}
	if len(l.Screens) > 0 {
		add(l.Intro, l.Screens[0].ID)
	}
	for _, s := range l.Screens {
		add(s.Prose, s.ID)
		add(s.After, s.ID)
	}
	return all
}

// isTerm reports whether what is emphasised is a name of something and not a stressed word or a sentence.
func isTerm(text string) bool {
	const longest = 4
	words := strings.Fields(text)
	article := len(words) > 0 && (words[0] == "a" || words[0] == "the")
	return len(words) > 0 && !article && len(words) <= longest && len([]rune(text)) > 3 && !strings.ContainsAny(text, "!?") &&
		strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '-' && r != '’' && r != '\'' }) < 0
}

// leaning are the words by which a sentence leans on the one before it.
var leaning = []string{"This ", "It ", "These ", "They ", "That ", "One ", "So ", "If "}

// sentence returns the one in which a part of a text stands, with the one before where it leans on that.
func sentence(t lessons.Text, part int, set typeset.Charset) string {
	all := t.In(set)
	at := len(t[:part].In(set))
	from, to := begin(all, at), len(all)
	for _, end := range []string{". ", "? "} {
		if i := strings.Index(all[at:], end); i >= 0 {
			to = min(to, at+i+1)
		}
	}
	if leans := func(l string) bool { return strings.HasPrefix(all[from:], l) }; from > 1 && slices.ContainsFunc(leaning, leans) {
		from = begin(all, from-2)
	}
	said := strings.TrimSpace(all[from:to])
	if strings.HasPrefix(said, "(") && !strings.Contains(said, ")") {
		said = said[1:]
	}
	return said
}

// begin returns where the sentence begins in which a byte of a text stands.
func begin(text string, at int) int {
	from := 0
	for _, end := range []string{". ", "? "} {
		if i := strings.LastIndex(text[:at], end); i >= 0 {
			from = max(from, i+len(end))
		}
	}
	return from
}
