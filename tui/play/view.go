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

// The columns of the sheet where the curve stands beside it, those between them, and the rows of a table.
const (
	mostSheet   = 76
	besideLeast = 76
	columnGap   = 3
	shortTable  = 9
	headLines   = 2
	indent      = 4
)

// wide reports whether the curve stands beside what else is shown: from some width on beside the sheet, and in wide windows
// beside rules and table, too.
func (p *Screen) wide() bool {
	return p.width >= kit.Wide || p.width >= besideLeast && p.view == sheet
}

// inner is how many columns there are between the margins.
func (p *Screen) inner() int { return p.width - 2*kit.Margin(p.width) }

// textWidth is how many columns sheet, rules and table have.
func (p *Screen) textWidth() int {
	if p.wide() && p.plot != nil {
		return min(p.inner()*11/20, mostSheet)
	}
	return p.inner()
}

// layout makes the lines that View shows.
func (p *Screen) layout() {
	if p.width == 0 {
		return
	}
	width := p.textWidth()
	p.pane.SetSize(width, p.room())
	switch p.view {
	case sheet, plot:
		lines, today := p.sheet(width)
		p.pane.SetLines(lines)
		if p.follow {
			p.pane.ShowTop()
			p.pane.Scroll(today)
		}
	case rules:
		lines, from, to := p.tree(width)
		p.pane.SetSize(width, p.room()-len(p.ruleSays(width)))
		p.pane.SetLines(lines)
		p.pane.Show(from, to)
	case table:
		p.pane.SetLines(p.table(width, p.room()-1))
	}
}

// room is how many lines there are above the place to type.
func (p *Screen) room() int { return max(p.height-headLines-len(p.area()), 1) }

// View draws the playground.
func (p *Screen) View() string {
	if p.width == 0 {
		return ""
	}
	s, margin := p.styles, kit.Margin(p.width)
	lines := []string{
		kit.Between(s.Title.Render("Playground"), s.Muted.Render(s.Say(p.declaredNames())), p.inner()), "",
	}
	lines = append(lines, p.body()...)
	lines = append(lines, p.area()...)
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, p.width, p.height)
}

// body is what stands above the place to type, in exactly the lines there are.
func (p *Screen) body() []string {
	room := p.room()
	if p.view == plot && p.study != nil {
		return filled(p.picture(p.inner(), room), room)
	}
	left := p.pane.View()
	if p.view == rules {
		left = append(left, p.ruleSays(p.textWidth())...)
	}
	if !p.wide() || p.plot == nil {
		return filled(left, room)
	}
	width := p.textWidth()
	beside := p.inner() - width - columnGap
	picture := p.plot.Lines(beside, max(room-shortTable-2, min(room, 14)), p.styles)
	if rest := room - len(picture) - 1; rest >= shortTable-3 && p.view != table {
		picture = append(append(picture, ""), p.table(beside, rest)...)
	}
	return filled(kit.Beside(left, width, columnGap, picture), room)
}

func filled(lines []string, height int) []string {
	for len(lines) < height {
		lines = append(lines, "")
	}
	return lines[:height]
}

// picture draws the curve, or says why there is none.
func (p *Screen) picture(width, height int) []string {
	if p.plot == nil {
		return widget.WrapText(p.study.NoPicture, p.styles.Text, min(width, prose.Measure), p.styles)
	}
	return p.plot.Lines(width, height, p.styles)
}

// area is the place to type: a rule, the field, how the text is read, and a remark.
func (p *Screen) area() []string {
	s, width := p.styles, p.inner()
	p.field.SetWidth(width)
	more := ""
	if p.stop != nil {
		more = s.Say("working…")
	}
	lines := []string{kit.Rule("", more, width, s), p.field.View()}
	most := max(p.height/4, 3)
	if p.fault != nil && p.fault.End > 0 {
		from := kit.Column(p.field.Value(), p.fault.Start)
		wide := max(kit.Column(p.field.Value(), p.fault.End)-from, 1)
		if from+wide+2 < width {
			lines = append(lines, "  "+strings.Repeat(" ", from)+s.Wrong.Render(strings.Repeat("^", wide)))
		}
	}
	if len(p.remark) > 0 {
		for _, r := range p.remark {
			lines = append(lines, widget.WrapText(r, s.Hint, min(width, prose.Measure), s)...)
		}
		return lines[:min(len(lines), most+3)]
	}
	return append(lines, p.reading(width, most)...)
}

// reading shows how the text in the field is read.
func (p *Screen) reading(width, most int) []string {
	if len(p.preview) == 0 {
		return nil
	}
	s := p.styles
	sides := p.preview[0].Sides()
	relations := make([]string, len(sides)-1)
	for i := range relations {
		relations[i] = "="
	}
	rows := widget.Equation(sides, relations, width-indent-2, s)
	if len(rows) > most {
		var parts []string
		for _, side := range sides {
			parts = append(parts, typeset.Inline(side, widget.Charset(s)))
		}
		rows = []string{s.Formula.Render(kit.Cut(strings.Join(parts, " = "), width-indent))}
	}
	return prose.Indented(rows, strings.Repeat(" ", indent))
}

// name writes a letter as the look can show it.
func (p *Screen) name(l *expr.Symbol) string { return typeset.Inline(l, widget.Charset(p.styles)) }

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

// gapOfTable is how many blanks stand between two columns of a table.
const gapOfTable = 3

// columns cuts the cells of a table, so that its columns stand beside each other in the width, and returns how wide they are.
// Names in the header give way to numbers, which say something else when they are cut.
func columns(header []string, rows [][]string, width int) []int {
	wide := make([]int, len(header))
	room := width - gapOfTable*(len(header)-1)
	most, spare, long := max(room/len(header), 6), room, 0
	for i, name := range header {
		for _, r := range rows {
			wide[i] = max(wide[i], ansi.StringWidth(r[i]))
		}
		if spare -= wide[i]; ansi.StringWidth(name) > wide[i] {
			long++
		}
	}
	for i := range wide {
		limit := most
		if spare >= 0 {
			limit = wide[i] + spare/max(long, 1)
		}
		wide[i] = 0
		for _, r := range append([][]string{header}, rows...) {
			r[i] = kit.Cut(r[i], limit)
			wide[i] = max(wide[i], ansi.StringWidth(r[i]))
		}
	}
	return wide
}

// table lays out values at round places in at most so many lines.
func (p *Screen) table(width, height int) []string {
	if p.plot == nil {
		return nil
	}
	header, rows := p.plot.Table(max(height-1, 2))
	all := append([][]string{header}, rows...)
	for _, r := range all {
		for i := range r {
			r[i] = p.styles.Say(typeset.Numerals(r[i], widget.Charset(p.styles)))
		}
	}
	wide := columns(header, rows, width)
	var lines []string
	for k, r := range all {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = strings.Repeat(" ", wide[i]-ansi.StringWidth(c)) + c
		}
		line := strings.Join(cells, strings.Repeat(" ", gapOfTable))
		if k == 0 {
			line = p.styles.Muted.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}
