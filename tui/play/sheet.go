package play

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/notebook"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// sheet lays out what was typed and what came of it, in this sitting and before, and tells the line to go to: the last one, or
// where nothing is typed yet the first of this sitting.
func (p *Screen) sheet(width int) (lines []string, at int) {
	s := p.styles
	date := ""
	for _, t := range p.past {
		if d := t.At.Format("2 January 2006"); d != date {
			if date = d; len(lines) > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, s.Muted.Render(d))
		}
		lines = append(lines, widget.WrapText(s.Marks.Prompt+" "+t.Text, s.Text, width, s)...)
		for said := range strings.SplitSeq(t.Said, "\n") {
			lines = append(lines, prose.Indented(widget.WrapText(said, s.Muted, width-indent, s), strings.Repeat(" ", indent))...)
		}
	}
	if len(p.past) > 0 {
		lines = append(lines, "", kit.Rule(s.Prompt.Render(" a new sheet "), "", width, s))
	}
	at = max(len(lines)-1, 0)
	shown := false
	for _, e := range p.book.Entries() {
		if e.Kind != notebook.Setting {
			lines = append(append(lines, ""), p.entry(e, width)...)
			shown = true
		}
	}
	if !shown {
		lines = append(lines, p.welcome(width)...)
	}
	if len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	if shown {
		at = len(lines)
	}
	return lines, at
}

// welcome tells what can be typed.
func (p *Screen) welcome(width int) []string {
	s := p.styles
	lines := widget.WrapText("Type a formula of your own and press enter.", s.Strong, width, s)
	return append(append(lines, ""), p.help(width)...)
}

// help lists what can be typed.
func (p *Screen) help(width int) []string {
	s := p.styles
	var lines []string
	column := 0
	for _, h := range notebook.Help {
		column = max(column, ansi.StringWidth(s.Say(h[0]))+2)
	}
	for _, h := range notebook.Help {
		words := widget.WrapText(h[1], s.Muted, max(width-column, 20), s)
		lines = append(lines, prose.Labelled(kit.Pad(s.Say(h[0]), column), s.Formula, words)...)
	}
	return lines
}

// entry lays out a line and what came of it.
func (p *Screen) entry(e notebook.Entry, width int) []string {
	s := p.styles
	lines := widget.WrapText(s.Marks.Prompt+" "+e.Typed, s.Strong, width, s)
	var body []string
	say := func(style lipgloss.Style, text string) {
		body = append(body, widget.WrapText(text, style, min(width-indent, prose.Measure), s)...)
	}
	switch st := e.Study; {
	case e.Verdict != nil:
		body = p.compared(e, width-indent)
	case e.Kind == notebook.Formula:
		body = append(widget.Formula(st.Tree, width-indent, s), "")
		if st.Value != nil {
			say(s.Text, st.Value.Says())
		} else {
			label := "Its derivative by " + p.name(st.By) + ":"
			if st.Open {
				label = "Its derivative by " + p.name(st.By) + "; for a part of it no rule is known, and that stays behind its operator:"
			}
			say(s.Muted, label)
			body = append(body, prose.Indented(widget.Formula(st.Derivative, width-2*indent, s), "  ")...)
			if st.Corners != "" {
				say(s.Hint, st.Corners)
			}
		}
		for _, note := range e.Notes {
			say(s.Hint, note)
		}
	case e.Kind == notebook.Helped:
		body = p.help(width - indent)
	default:
		for _, said := range e.Said {
			say(s.Text, said)
		}
	}
	return append(lines, prose.Indented(body, strings.Repeat(" ", indent))...)
}

// compared lays out a verdict: in a word, then what it rests on, and the two formulas.
func (p *Screen) compared(e notebook.Entry, width int) []string {
	s, v := p.styles, e.Verdict
	mark, style := s.Marks.Unsure, s.Hint
	switch v.Verdict {
	case judge.Equal.String():
		mark, style = s.Marks.Right, s.Right
	case judge.Different.String():
		mark, style = s.Marks.Wrong, s.Wrong
	}
	lines := []string{style.Render(mark + " " + s.Say(v.Word()))}
	lines = append(lines, widget.WrapText(v.Say, s.Text, min(width, prose.Measure), s)...)
	for _, note := range v.Notes {
		lines = append(lines, widget.WrapText(note, s.Hint, min(width, prose.Measure), s)...)
	}
	if e.Study.Other != nil {
		lines = append(lines, "")
		const column = 8
		for i, n := range []expr.Node{e.Study.Tree, e.Study.Other} {
			label := s.Muted.Render(kit.Pad([]string{v.Left(), v.Right()}[i], column))
			rows := widget.Formula(n, width-column, s)
			at := typeset.Layout(n, widget.Charset(s)).Baseline
			for j, r := range rows {
				if j == min(at, len(rows)-1) {
					lines = append(lines, label+r)
				} else {
					lines = append(lines, strings.Repeat(" ", column)+r)
				}
			}
		}
	}
	return lines
}
