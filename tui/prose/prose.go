// Package prose lays out the words of a lesson in lines: paragraphs, lists, formulas, code.
//
// It knows neither questions nor screens, and it does not scroll.
package prose

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Measure is the most columns a line of prose has: longer lines are hard to follow.
const Measure = 78

// Blocks lays out blocks of prose in lines of at most width columns, a blank line between blocks.
func Blocks(blocks []lessons.Block, width int, s *kit.Styles) []string {
	var lines []string
	for _, b := range blocks {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, block(b, width, s)...)
	}
	return lines
}

func block(b lessons.Block, width int, s *kit.Styles) []string {
	switch b := b.(type) {
	case *lessons.Paragraph:
		return Text(b.Text, s.Text, width, s)
	case *lessons.List:
		return list(b, width, s)
	case *lessons.Table:
		return Indented(table(b, width-2, s), "  ")
	case *lessons.Display:
		return Indented(widget.Equation(b.Formula.Parts, b.Formula.Relations, width-4, s), "    ")
	case *lessons.Code:
		lines := make([]string, len(b.Lines))
		for i, l := range b.Lines {
			lines[i] = s.Formula.Render(s.Say(strings.ReplaceAll(l, "\t", "    ")))
		}
		return Indented(lines, "    ")
	}
	panic("prose: unknown block")
}

func list(l *lessons.List, width int, s *kit.Styles) []string {
	var lines []string
	for i, item := range l.Items {
		label := s.Marks.Bullet + " "
		if l.Ordered {
			label = strconv.Itoa(i+1) + ". "
		}
		lines = append(lines, Labelled(label, s.Muted, Text(item, s.Text, width-lipgloss.Width(label), s))...)
	}
	return lines
}

// Labelled puts a label before the first line and blanks of its width before the others.
func Labelled(label string, style lipgloss.Style, lines []string) []string {
	blank := strings.Repeat(" ", lipgloss.Width(label))
	labelled := make([]string, len(lines))
	for i, l := range lines {
		if i == 0 {
			labelled[i] = style.Render(label) + l
			continue
		}
		labelled[i] = blank + l
	}
	return labelled
}

// Indented puts blanks, or what else is given, before each line. The lines themselves are changed.
func Indented(lines []string, by string) []string {
	for i, l := range lines {
		lines[i] = by + l
	}
	return lines
}

// Text breaks a text into lines; formulas are not broken.
func Text(t lessons.Text, style lipgloss.Style, width int, s *kit.Styles) []string {
	return widget.Wrap(Spans(t, style, s), min(width, Measure), 0, s)
}

// Quiet breaks a text into lines that are all quiet.
func Quiet(t lessons.Text, width int, s *kit.Styles) []string {
	spans := Spans(t, s.Muted, s)
	for i := range spans {
		spans[i].Style = s.Muted
	}
	return widget.Wrap(spans, min(width, Measure), 0, s)
}

// Spans turns a text into what widget.Wrap breaks: plain words in the style, the rest in styles of its own.
func Spans(t lessons.Text, style lipgloss.Style, s *kit.Styles) []widget.Span {
	spans := make([]widget.Span, 0, len(t))
	for _, i := range t {
		span := widget.Span{Text: i.In(widget.Charset(s)), Style: style}
		switch i.Style {
		case lessons.Plain:
		case lessons.Emphasis:
			span.Style = style.Italic(true)
		case lessons.Strong:
			span.Style = style.Bold(true)
		case lessons.Math:
			span.Whole = true
			if !isNumber(span.Text) { // a page with all its numbers in colour hides the formulas
				span.Style = s.Formula
			}
		case lessons.Verbatim:
			span.Style, span.Whole = s.Formula, true
		}
		spans = append(spans, span)
	}
	return spans
}

// isNumber reports whether a formula is a number and nothing else.
func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789.,−-") == ""
}
