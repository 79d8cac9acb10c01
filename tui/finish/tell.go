package finish

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons/review"
	"chainrule/mathcore/decimal"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
	"chainrule/tui/account"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

const (
	gap       = 4
	mostAside = 60  // columns of what stands at the right
	threeFrom = 170 // columns from which proofs, derivations and skills stand side by side
)

// tell lays out what the lesson came to: the proofs, then skills and slips, side by side in a wide window.
func (v *Screen) tell(width int) []string {
	if v.width < kit.Wide {
		measure := min(width, prose.Measure)
		return blocks(v.score(measure), v.proved(width), v.skills(measure), v.slips(measure), v.derived(width))
	}
	if width >= threeFrom && len(v.report.Proofs) > 0 {
		third := (width - 2*gap) / 3
		two := kit.Beside(v.proved(third), third, gap, v.derived(third))
		return kit.Beside(two, 2*third+gap, gap, blocks(v.score(third), v.skills(third), v.slips(third)))
	}
	aside := min((width-gap)*45/100, mostAside)
	left := width - gap - aside
	return kit.Beside(
		blocks(v.proved(left), v.derived(left)), left, gap,
		blocks(v.score(aside), v.skills(aside), v.slips(aside)),
	)
}

// blocks joins blocks of lines with a blank one between.
func blocks(all ...[]string) []string {
	var lines []string
	for _, b := range all {
		if len(lines) > 0 && len(b) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// score tells how the questions went.
func (v *Screen) score(width int) []string {
	if v.report.Questions == 0 {
		return nil
	}
	return widget.WrapText(v.report.Score(), v.styles.Text, width, v.styles)
}

// proved shows the results: what each derivation began with, and what it came to.
func (v *Screen) proved(width int) []string {
	s := v.styles
	if len(v.report.Proofs) == 0 {
		return nil
	}
	lines := []string{s.Strong.Render("Proved, line by line")}
	for i := range v.report.Proofs {
		p := &v.report.Proofs[i]
		lines = append(lines, "", v.heading(p, width))
		if v.height >= highEnough {
			lines = append(lines, "")
		}
		equation := prose.Indented(widget.Equation([]expr.Node{p.From.Tree, p.To.Tree}, []string{"="}, width-indent, s), strings.Repeat(" ", indent))
		lines = append(lines, v.sketched(i, equation, width)...)
	}
	return lines
}

// The columns before an equation, the lines from which a window has room for blank ones, and the size of a sketch: its least and
// most columns, and its lines.
const (
	indent      = 4
	highEnough  = 30
	leastSketch = 18
	mostSketch  = 40
	sketchLines = 5
)

// sketched sets the sketch of what was proved beside its equation, if there is one: both sides, computed over a range.
func (v *Screen) sketched(i int, equation []string, width int) []string {
	s := v.styles
	left := 0
	for _, l := range equation {
		left = max(left, ansi.StringWidth(l))
	}
	room := min(width-left-gap, mostSketch)
	plot := v.plots[i]
	if plot == nil || room < leastSketch {
		return equation
	}
	of := typeset.Numerals(fmt.Sprintf("both sides, %s from %s to %s", plot.Var, decimal.Short(plot.From), decimal.Short(plot.To)), widget.Charset(s))
	sketch := append(plot.Sketch(room, sketchLines, s), widget.WrapText(of, s.Muted, room, s)...)
	return kit.Beside(equation, left, gap, sketch)
}

func (v *Screen) heading(p *session.Proof, width int) string {
	s := v.styles
	number := fmt.Sprintf("%d.%d ", v.report.Number, p.Screen.Number)
	return kit.Cut(s.Right.Render(s.Marks.Right)+" "+s.Muted.Render(number)+s.Text.Render(s.Say(p.Screen.Title)), width)
}

// derived shows the derivations as the learner did them.
func (v *Screen) derived(width int) []string {
	s := v.styles
	if len(v.report.Proofs) == 0 {
		return nil
	}
	lines := []string{s.Strong.Render("How you derived it")}
	for i := range v.report.Proofs {
		p := &v.report.Proofs[i]
		lines = append(lines, "", v.heading(p, width))
		lines = append(lines, prose.Indented(widget.WrapText(p.How(), s.Muted, min(width-4, prose.Measure), s), "    ")...)
		steps := make([]widget.Step, len(p.Lines))
		for k, l := range p.Lines {
			steps[k] = ask.Step(l, s)
		}
		laid, _ := widget.Steps(steps, width, widget.Told, s)
		lines = append(lines, laid...)
	}
	return lines
}

// skills tells how far each skill of the lesson was learnt before it, and how far it is now.
func (v *Screen) skills(width int) []string {
	s := v.styles
	if len(v.report.Moves) == 0 {
		return nil
	}
	lines := []string{s.Strong.Render("Skills")}
	wide := widestMove
	for _, m := range v.report.Moves {
		if m.Before == review.Presumed && m.Now != m.Before {
			wide = widestPresumed
		}
	}
	for _, m := range v.report.Moves {
		style := s.Muted
		if m.Now > m.Before {
			style = s.Right
		}
		moved := m.Now.String()
		if m.Now != m.Before {
			moved = m.Before.String() + " " + s.Marks.Arrow + " " + moved
		}
		label := style.Render(Stage(m.Now, s)) + " " + style.Render(kit.Pad(moved, wide)) + " "
		lines = append(lines, prose.Labelled(label, s.Text, widget.WrapText(m.Say, s.Text, width-stages-wide-2, s))...)
	}
	var back []string
	if r := v.report.Refresh; r != nil {
		back = append(widget.WrapText(r.Why(), s.Text, width, s), widget.WrapText(r.Where()+" "+Keys.Refresh.Help().Key+" opens it.", s.Text, width, s)...)
	}
	return blocks(lines, back, widget.WrapText(account.Masteries(), s.Muted, width, s))
}

// The columns of the widest words for how a skill moved, and for how one that was presumed known did.
const (
	widestMove     = len("fresh -> known")
	widestPresumed = len("presumed -> fresh")
)

// stages is how many a skill goes through.
const stages = 3

// Stage draws how far a skill is learnt, one sign for each stage that it has reached. One that is presumed known has shown no
// more than one that was met.
func Stage(m review.Mastery, s *kit.Styles) string {
	reached := map[review.Mastery]int{review.Unmet: 0, review.Met: 1, review.Presumed: 1, review.Fresh: 2, review.Known: 3}[m]
	return strings.Repeat(s.Marks.Cell, reached) + strings.Repeat(s.Marks.OpenCell, stages-reached)
}

// slips tells which slips were made, and whether they came back.
func (v *Screen) slips(width int) []string {
	s := v.styles
	if v.report.Questions == 0 {
		return nil
	}
	lines := []string{s.Strong.Render("Slips")}
	if len(v.report.Slips) == 0 {
		return append(lines, widget.WrapText(session.NoSlips, s.Text, width, s)...)
	}
	for i := range v.report.Slips {
		o := &v.report.Slips[i]
		lines = append(lines, prose.Labelled(s.Marks.Bullet+" ", s.Muted, widget.WrapText(v.report.Told(o), s.Text, width-2, s))...)
	}
	return lines
}
