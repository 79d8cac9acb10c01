package ask

import (
	"fmt"
	"strings"

	"chainrule/lessons/grade"
	"chainrule/mathcore/parse"
)

// isAmbiguous reports whether what is typed can be read in several ways, of which the learner may choose one.
func (q *Question) isAmbiguous() bool {
	return q.state.Next.Types() && !q.state.Finished && !q.judging && len(q.preview.readings) > 1
}

// nextReading shows the next way in which the text can be read. It is what the text means if none is right.
func (q *Question) nextReading() {
	if q.isAmbiguous() {
		q.showReading((q.preview.shown + 1) % len(q.preview.readings))
		q.preview.told = true
	}
}

// showReading shows one way in which the text can be showReading, with a remark on it.
func (q *Question) showReading(i int) {
	p := &q.preview
	line := p.readings[i]
	p.shown, p.line, p.right, p.note = i, line, line.Right, ""
	for _, n := range line.Notes {
		p.note = n.Say()
	}
	key := Keys.Reading.Help().Key
	switch ways := len(p.readings); {
	case ways == 2:
		way, _, _ := strings.Cut(readingNote(p.readings, i), ". ")
		p.note = fmt.Sprintf("%s. %s shows the other.", way, key)
	case ways > 2:
		p.note = fmt.Sprintf("This can be read in %d ways; shown is number %d. %s shows the next.", ways, i+1, key)
	}
}

// readingNote returns what is remarked on reading i and on no other.
func readingNote(readings []parse.Line, i int) string {
	other := map[parse.NoteCode]bool{}
	for _, n := range readings[1-i].Notes {
		other[n.Code] = true
	}
	for _, n := range readings[i].Notes {
		if !other[n.Code] {
			return n.Say()
		}
	}
	return "This can be read in two ways"
}

// selectReading shows the reading that Plain writes so, if there is one.
func (q *Question) selectReading(plain string) {
	for i, line := range q.preview.readings {
		if plain != "" && len(q.preview.readings) > 1 && grade.Plain(line) == plain {
			q.showReading(i)
		}
	}
}

// chosenReading returns the reading that is shown, as the attempt takes it: empty where there is but one.
func (q *Question) chosenReading() string {
	if p := q.preview; len(p.readings) > 1 {
		return grade.Plain(p.readings[p.shown])
	}
	return ""
}
