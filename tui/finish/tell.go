package finish

import (
	"fmt"
	"strings"

	"chainrule/lessons/review"
	"chainrule/mathcore/expr"
	"chainrule/tui/account"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

const (
	gap       = 4
	mostAside = 60 // columns of what stands at the right
)

// tell lays out what the lesson came to: the proofs, then skills and slips, beside them in a wide window.
func (v *Screen) tell(width int) []string {
	if v.width < kit.Wide {
		measure := min(width, prose.Measure)
		return blocks(v.score(measure), v.proved(width), v.skills(measure), v.slips(measure), v.derived(width))
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
		lines = append(lines, prose.Indented(widget.Equation([]expr.Node{p.From.Tree, p.To.Tree}, []string{"="}, width-4, s), "    ")...)
	}
	return lines
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
		laid, _ := widget.Steps(steps, width, widget.Tighter, s)
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
	for _, m := range v.report.Moves {
		style := s.Muted
		if m.Now > m.Before {
			style = s.Right
		}
		moved := m.Now.String()
		if m.Now != m.Before {
			moved = m.Before.String() + " " + s.Marks.Arrow + " " + moved
		}
		label := style.Render(Stage(m.Now, s)) + " " + style.Render(kit.Pad(moved, widestMove)) + " "
		lines = append(lines, prose.Labelled(label, s.Text, widget.WrapText(m.Say, s.Text, width-stages-widestMove-2, s))...)
	}
	return blocks(lines, widget.WrapText(account.Masteries(), s.Muted, width, s))
}

// widestMove is the columns of the widest words for how a skill moved.
const widestMove = len("fresh -> known")

// stages is how many a skill goes through.
const stages = int(review.Known)

// Stage draws how far a skill is learnt, one sign for each stage that it has reached.
func Stage(m review.Mastery, s *kit.Styles) string {
	return strings.Repeat(s.Marks.Cell, int(m)) + strings.Repeat(s.Marks.OpenCell, stages-int(m))
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
