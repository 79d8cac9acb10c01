package verdict

import (
	"strings"

	"chainrule/mathcore/judge"
)

// widestBlock and tallestBlock bound the picture of what was understood.
const (
	widestBlock  = 78
	tallestBlock = 20
)

// Human words a report for a reader: the verdict, what it rests on, how the answer was read.
func (r Report) Human(answer, expected string) []string {
	lines := append([]string{r.Headline()}, r.Reasons(answer, expected)...)
	if u := r.Understood; u != nil && len(u.Block) > 0 && len(u.Block) <= tallestBlock && width(u.Block[0]) <= widestBlock {
		read := "The answer"
		if r.Side != "" {
			read = sentenceOf(r.Side)
		}
		lines = append(lines, "", read+" was read as")
		for _, row := range u.Block {
			lines = append(lines, "  "+row)
		}
	}
	return lines
}

// Reasons tells what a verdict rests on; where something could not be read, and where a slip shows, it points at the spot.
func (r Report) Reasons(answer, expected string) []string {
	if r.Verdict == judge.Unreadable.String() && r.Span != nil {
		source, which := answer, "The answer cannot be read."
		if r.Span.In == "expected" {
			source, which = expected, "The expected expression cannot be read."
		}
		if strings.TrimSpace(source) == "" {
			return []string{which, r.Say}
		}
		p := Pointed(source, r.Span.Start, r.Span.End)
		return []string{which, "  " + p[0], "  " + p[1], r.Say}
	}
	lines := []string{r.Say}
	if r.Slip != nil && r.Slip.Say != "" {
		if at := r.Slip.Span; at != nil && r.Slip.part {
			p := Pointed(answer, at.Start, at.End)
			lines = append(lines, "  "+p[0], "  "+p[1])
		}
		lines = append(lines, r.Slip.Say)
	}
	for _, n := range r.Notes {
		lines = append(lines, "Note: "+n)
	}
	return lines
}
