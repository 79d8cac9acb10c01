package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
)

// Charset returns the characters that formulas are set in.
func Charset(s *kit.Styles) typeset.Charset {
	switch {
	case s.Look.ASCII:
		return typeset.ASCII
	case s.Look.Typed:
		return typeset.Unicode
	}
	return typeset.Book
}

// Formula lays a tree out in two dimensions; where that is too wide, on one line, broken where needed.
func Formula(n expr.Node, width int, s *kit.Styles) []string {
	return Equation([]expr.Node{n}, nil, width, s)
}

// Equation lays out parts with relations between them: a = b < c. What does not fit beside goes below.
func Equation(parts []expr.Node, relations []string, width int, s *kit.Styles) []string {
	var lines []string
	var row typeset.Box
	flush := func() {
		for _, l := range row.Lines {
			lines = append(lines, s.Formula.Render(strings.TrimRight(l, " ")))
		}
		row = typeset.Box{}
	}
	for i, part := range parts {
		box := typeset.Layout(part, Charset(s))
		sign := relation(relations, i, s)
		if sign != "" {
			box = beside(text(s.Say(sign)), box)
		}
		switch {
		case box.Width > width:
			flush()
			lines = append(lines, oneLine(part, sign, width, s)...)
		case row.Width > 0 && row.Width+1+box.Width > width:
			flush()
			row = box
		case row.Width > 0:
			row = beside(beside(row, text(" ")), box)
		default:
			row = box
		}
	}
	flush()
	return lines
}

func relation(relations []string, i int, s *kit.Styles) string {
	if i > 0 && i <= len(relations) {
		return typeset.Relation(relations[i-1], Charset(s)) + " "
	}
	return ""
}

// oneLine writes a tree that is too wide for its box, broken before signs and at blanks.
func oneLine(n expr.Node, before string, width int, s *kit.Styles) []string {
	line := s.Say(before) + typeset.Inline(n, Charset(s))
	var lines []string
	for ansi.StringWidth(line) > width {
		head := ansi.Truncate(line, max(width, 1), "")
		if cut := breakOf(head); cut > 0 {
			head = head[:cut] // the sign goes to the next line
		}
		if head == "" {
			break
		}
		lines = append(lines, s.Formula.Render(head))
		line = strings.TrimLeft(line[len(head):], " ")
	}
	return append(lines, s.Formula.Render(line))
}

// breakOf returns where a line of a formula that goes on is best broken: in as few brackets as can be, there between terms, and there as
// late as can be; 0 where that would leave the line too short.
func breakOf(line string) int {
	cut, least := 0, 0
	depth := 0
	for at, r := range line {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		case at > len(line)/3 && strings.ContainsRune(" +-*·/−", r):
			rank := 2 * depth
			if r != ' ' || !slices.Contains([]string{"+", "-", "−", "=", "≈"}, firstWord(line[at+1:])) {
				rank++
			}
			if cut == 0 || rank <= least {
				cut, least = at, rank
			}
		}
	}
	return cut
}

// firstWord is what stands before the first blank; nothing where there is none.
func firstWord(text string) string {
	word, _, found := strings.Cut(text, " ")
	if !found {
		return ""
	}
	return word
}

func text(t string) typeset.Box {
	return typeset.Box{Lines: []string{t}, Width: ansi.StringWidth(t)}
}

// beside sets two boxes side by side on one baseline.
func beside(a, b typeset.Box) typeset.Box {
	baseline := max(a.Baseline, b.Baseline)
	height := baseline + max(len(a.Lines)-a.Baseline, len(b.Lines)-b.Baseline)
	joined := typeset.Box{Lines: make([]string, height), Baseline: baseline, Width: a.Width + b.Width}
	for i := range joined.Lines {
		joined.Lines[i] = line(a, i-baseline+a.Baseline) + line(b, i-baseline+b.Baseline)
	}
	return joined
}

func line(b typeset.Box, i int) string {
	if i < 0 || i >= len(b.Lines) {
		return strings.Repeat(" ", b.Width)
	}
	return b.Lines[i]
}
