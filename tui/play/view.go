package play

import (
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
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
