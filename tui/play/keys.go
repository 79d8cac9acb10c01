package play

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
	"chainrule/tui/notebook"
)

// KeySet works on the playground. Those that type a character work where nothing is typed and no formula begins so.
type KeySet struct {
	Look, Plot, Rules, Table, Letter, Copy, Stop, Back            key.Binding
	MoveLeft, MoveRight, PageLeft, PageRight, MoveFirst, MoveLast key.Binding // of the point of the plot
	Closer, Wider                                                 key.Binding
	RuleUp, RuleDown, Unfold, Fold, Turn                          key.Binding // in the tree of rules
}

// Keys is the set of keys of the playground.
var Keys = KeySet{
	Look:      kit.Bind("enter", "look at it", "enter"),
	Plot:      kit.Bind("f5", "plot", "f5", "ctrl+g"),
	Rules:     kit.Bind("f10", "rules", "f10", "ctrl+s"),
	Table:     kit.Bind("f3", "table", "f3", "ctrl+o"),
	Letter:    kit.Bind("f4", "by another letter", "f4", "ctrl+v"),
	Copy:      kit.Bind("f9", "copy as Markdown", "f9", "ctrl+r"),
	Stop:      kit.Bind("f6", "stop", "f6", "ctrl+x"),
	Back:      kit.Bind("esc", "map", "esc"),
	MoveLeft:  kit.Bind("←", "move left", "left"),
	MoveRight: kit.Bind("→", "move right", "right"),
	PageLeft:  kit.Bind("ctrl+←", "far left", "ctrl+left", "alt+left"),
	PageRight: kit.Bind("ctrl+→", "far right", "ctrl+right", "alt+right"),
	MoveFirst: kit.Bind("home", "to the left end", "home"),
	MoveLast:  kit.Bind("end", "to the right end", "end"),
	Closer:    kit.Bind("<", "a smaller range", "<"),
	Wider:     kit.Bind(">", "a larger range", ">"),
	RuleUp:    kit.Bind("↑", "rule above", "up"),
	RuleDown:  kit.Bind("↓", "rule below", "down"),
	Unfold:    kit.Bind("→", "show the parts", "right"),
	Fold:      kit.Bind("←", "hide the parts", "left"),
	Turn:      kit.Bind("enter", "show or hide the parts", "enter"),
}

// ShortHelp returns the keys of this moment, the most useful first.
func (p *Screen) ShortHelp() []key.Binding {
	if p.stop != nil {
		return []key.Binding{Keys.Stop, Keys.Back}
	}
	var keys []key.Binding
	typing := !p.field.Empty()
	inRules := p.view == rules && !typing
	switch {
	case inRules:
		keys = append(keys, kit.Bind("← →", "hide, show the parts", "left", "right"), kit.If(len(p.rules.Rows()) > 1, kit.Bind("↑ ↓", "choose", "up", "down")))
	case typing:
		keys = append(keys, kit.If(!p.refused(), Keys.Look))
	case p.moves():
		keys = append(keys, kit.Bind("← →", "move "+p.plot.Name(), "left", "right"))
	}
	keys = append(keys,
		kit.If(p.study != nil && p.study.Picture != nil, p.turnsTo(plot, Keys.Plot, "plot")),
		kit.If(p.rules != nil, p.turnsTo(rules, Keys.Rules, "rules")),
		Keys.Back,
		kit.If(p.plot != nil, p.turnsTo(table, Keys.Table, "table")),
	)
	keys = append(keys, p.letterKey())
	if p.moves() {
		keys = append(keys, kit.Bind("< >", "range", "<", ">"))
	}
	if p.view != plot {
		keys = append(keys, p.pane.Paging())
	}
	return keys
}

// turnsTo names a key for what it does now: show a view, or the sheet again.
func (p *Screen) turnsTo(to view, b key.Binding, does string) key.Binding {
	if p.view == to {
		does = "sheet"
	} else if to == plot && p.wide() {
		does = "larger"
	}
	return kit.Named(b, does)
}

// FullHelp returns all keys that work now.
func (p *Screen) FullHelp() [][]key.Binding {
	typing := !p.field.Empty()
	inRules := p.view == rules && !typing
	moves := p.moves()
	groups := [][]key.Binding{{
		kit.Heading("Looking"),
		kit.If(typing && p.stop == nil && !p.refused(), Keys.Look), kit.If(p.stop != nil, Keys.Stop),
		kit.If(p.study != nil, p.turnsTo(plot, Keys.Plot, "plot")), kit.If(p.rules != nil, p.turnsTo(rules, Keys.Rules, "rules")),
		kit.If(p.plot != nil, p.turnsTo(table, Keys.Table, "table")), p.letterKey(),
		kit.If(len(p.book.Entries()) > 0, Keys.Copy), Keys.Back,
	}}
	if inRules {
		groups = append(groups, p.ruleKeys())
	}
	if moves {
		left, right := p.plot.X > p.plot.From, p.plot.X < p.plot.To
		groups = append(groups, []key.Binding{
			kit.Heading("Curve"), kit.If(left, Keys.MoveLeft), kit.If(right, Keys.MoveRight), kit.If(left, Keys.PageLeft), kit.If(right, Keys.PageRight),
			kit.If(left, Keys.MoveFirst), kit.If(right, Keys.MoveLast), Keys.Closer, Keys.Wider,
		})
	}
	editing := p.field.Bindings()
	if !typing { // the arrows do something else then, all but those that bring back what was typed before
		editing = slices.DeleteFunc(editing, func(b key.Binding) bool {
			older := key.Matches(tea.KeyMsg{Type: tea.KeyUp}, b) || key.Matches(tea.KeyMsg{Type: tea.KeyDown}, b)
			return inRules || !older
		})
	}
	groups = append(groups, append([]key.Binding{kit.Heading("In the line you type")}, editing...))
	if p.view == plot {
		return groups
	}
	return append(groups, append([]key.Binding{kit.Heading("Reading")}, p.pane.Keys()...))
}

// refused reports whether what is typed was sent already, and nothing was made of it.
func (p *Screen) refused() bool { return len(p.remark) > 0 && p.field.Value() == p.sent }

// letterKey names the letter that comes next.
func (p *Screen) letterKey() key.Binding {
	next := p.study.Next()
	if next == nil {
		return kit.If(false, Keys.Letter)
	}
	return kit.Named(Keys.Letter, "by "+p.name(next))
}

// ruleKeys are those that go through the tree of rules now.
func (p *Screen) ruleKeys() []key.Binding {
	rows := p.rules.Rows()
	at := rows[min(p.cursor, len(rows)-1)]
	folded := slices.ContainsFunc(rows, func(r notebook.Row) bool { return r.Folds && !r.Open })
	return []key.Binding{
		kit.Heading("Rules"), kit.If(p.cursor > 0, Keys.RuleUp), kit.If(p.cursor < len(rows)-1, Keys.RuleDown),
		kit.If(at.Folds, Keys.Unfold), kit.If(at.Open || p.cursor > 0, Keys.Fold), kit.If(at.Folds, Keys.Turn),
		kit.If(folded, kit.Named(Keys.MoveLast, "show all parts")),
	}
}

// Typing reports whether something is typed.
func (p *Screen) Typing() bool { return !p.field.Empty() }
