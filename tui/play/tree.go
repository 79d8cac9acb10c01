package play

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
	"chainrule/tui/notebook"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// tree lays out the rules by which the derivative comes about, and tells where the one pointed at stands.
func (p *Screen) tree(width int) (lines []string, from, to int) {
	s := p.styles
	shown, hidden, leaf := "▾", "▸", "·"
	if s.Look.ASCII {
		shown, hidden, leaf = "-", "+", "."
	}
	const step, gap = 2, 3
	rows := p.rules.Rows()
	p.cursor = min(p.cursor, len(rows)-1)
	for i, r := range rows {
		mark := leaf
		switch {
		case r.Folds && r.Open:
			mark = shown
		case r.Folds:
			mark = hidden
		}
		style, name := s.Muted, s.Muted
		if i == p.cursor {
			style, name = s.Selected, s.Selected
			from = len(lines)
		}
		before := strings.Repeat(" ", min(step*r.Depth, width/2))
		rule := s.Say(r.Rule(p.session.Course).Name)
		room := width - len(before) - 2
		said := widget.WrapText(r.Says(widget.Charset(s)), s.Formula, room, s)
		for k, l := range said {
			lead := before + style.Render(mark) + " "
			if k > 0 {
				lead = before + "  "
			}
			lines = append(lines, lead+l)
		}
		last := len(lines) - 1
		if used := ansi.StringWidth(lines[last]); len(said) == 1 && used+gap+ansi.StringWidth(rule) <= width {
			lines[last] = kit.Between(lines[last], name.Render(rule), width)
		} else {
			lines = append(lines, before+"    "+name.Render(kit.Cut(rule, room-2)))
		}
		if i == p.cursor {
			to = len(lines)
		}
	}
	return lines, from, to
}

// ruleSays tells what the rule pointed at says, below the tree.
func (p *Screen) ruleSays(width int) []string {
	s := p.styles
	rows := p.rules.Rows()
	if len(rows) == 0 {
		return nil
	}
	r := rows[min(p.cursor, len(rows)-1)].Rule(p.session.Course)
	lines := []string{""}
	head := r.Name
	if r.Formula != "" {
		head += ": " + r.Formula
	}
	lines = append(lines, widget.WrapText(head, s.Strong, width, s)...)
	return append(lines, prose.Text(r.Say, s.Muted, width, s)...)
}

// inRules goes through the tree of rules, and reports whether the key meant that.
func (p *Screen) inRules(msg tea.KeyMsg) bool {
	rows := p.rules.Rows()
	at := rows[p.cursor]
	switch {
	case key.Matches(msg, Keys.RuleUp):
		p.cursor = max(p.cursor-1, 0)
	case key.Matches(msg, Keys.RuleDown):
		p.cursor = min(p.cursor+1, len(rows)-1)
	case key.Matches(msg, Keys.Unfold):
		if !p.rules.Unfold(at.Step) && p.cursor+1 < len(rows) && at.Open {
			p.cursor++
		}
	case key.Matches(msg, Keys.Fold):
		if !p.rules.Fold(at.Step) {
			p.cursor = notebook.Parent(rows, p.cursor)
		}
	case key.Matches(msg, Keys.Turn):
		if !p.rules.Fold(at.Step) {
			p.rules.Unfold(at.Step)
		}
	case key.Matches(msg, Keys.MoveLast):
		const most = 400
		p.rules.UnfoldAll(most)
	default:
		return false
	}
	return true
}
