package notebook

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/verdict"
)

// A Study is what was found out about a formula.
type Study struct {
	// Tree is the formula as it was read, Other the one that it was compared with, nil where there is none.
	Tree, Other expr.Node
	// Letters are those that stand for nothing else, By the one by which it is differentiated and along which it is drawn; nil
	// where there is none.
	Letters []*expr.Symbol
	By      *expr.Symbol
	// Step is how the derivative comes about, Derivative what it is, presentable; nil where there is no letter.
	Step       *calculus.Step
	Derivative expr.Node
	// Open tells that something in the derivative stays behind its operator: no rule is known for it.
	Open bool
	// Corners is said of a derivative that need not hold everywhere; empty where it does.
	Corners string
	// Value is told where there is no letter.
	Value *Value
	// Picture is nil where nothing can be drawn; NoPicture says why.
	Picture   *Picture
	NoPicture string

	verdict *Verdict
}

// A Verdict tells how formulas relate that stand side by side.
type Verdict struct {
	verdict.Report
	At *judge.Witness // nil without a point

	sides int // how many sides the line has
	first int // which of them is the first of the two, from 0
}

// Word is the verdict in a word or two, as a sentence.
func (v *Verdict) Word() string { return capital(v.Headline()) + "." }

// Left and Right name the two formulas that the verdict is about, in few letters.
func (v *Verdict) Left() string { return v.call(0) }

// Right names the second one.
func (v *Verdict) Right() string { return v.call(1) }

func (v *Verdict) call(i int) string {
	if v.sides == 2 {
		return [2]string{"left", "right"}[i]
	}
	return fmt.Sprintf("side %d", v.first+i+1)
}

// find works on a line.
func (n *Notebook) find(text string) Entry {
	switch kind, head, body := n.sort(text); kind {
	case empty:
		return cannot("Nothing is typed.")
	case command:
		return n.command(body)
	case definition:
		return n.define(head, body)
	case domain:
		return n.declare(body)
	case against:
		left := n.last
		if parts := split(n.last); len(parts) > 1 {
			left = parts[0]
		}
		e := n.look(left + " = " + body)
		if e.Fault != nil { // it is in what was typed
			e.Fault = n.spot(text, left+" = ", *e.Fault)
		}
		e.Typed = left + " = " + body
		return e
	case formula:
		return n.look(body)
	}
	panic("notebook: unknown kind of line")
}

// spot tells where in what was typed a fault stands that was found behind what was put before it.
func (n *Notebook) spot(text, before string, f Spot) *Spot {
	_, _, body := n.sort(text)
	by := len(before) - strings.LastIndex(text, body)
	if f.Start < by || f.End-by > len(text) {
		return nil
	}
	return &Spot{f.Start - by, f.End - by}
}

// look finds out about a formula, or compares several with = between them.
func (n *Notebook) look(text string) Entry {
	lines, complaint := parse.Readings(text, n.scope)
	if complaint != nil {
		return Entry{Kind: Unreadable, Said: []string{complaint.Say()}, Fault: &Spot{complaint.Start, complaint.End}}
	}
	line := lines[0]
	sides := line.Sides()
	study := n.studied(sides[0])
	e := Entry{Kind: Formula, Study: study}
	if len(lines) > 1 && len(line.Notes) == 0 {
		e.Notes = append(e.Notes, verdict.SeveralWays("this", line.Right))
	}
	for _, note := range line.Notes {
		e.Notes = append(e.Notes, note.Say())
	}
	if line.Rounded != nil {
		return cannot("What stands behind ≈ is compared with nothing here. Write = between two formulas.")
	}
	if len(sides) > 1 {
		e.Kind = Comparison
		n.compare(&e, text, sides)
	}
	if v := e.Verdict; v != nil {
		e.Said = append([]string{v.Word() + " " + v.Say}, v.Notes...)
	} else {
		e.Said = append(study.said(), e.Notes...)
	}
	n.draw(e.Study)
	return e
}

// compare judges each side beside the next. The first pair that is not proved to be equal decides.
func (n *Notebook) compare(e *Entry, text string, sides []expr.Node) {
	texts := split(text)
	if len(texts) != len(sides) {
		texts = texts[:0]
		for _, s := range sides {
			texts = append(texts, typeset.Line(s))
		}
	}
	for i := range len(sides) - 1 {
		left, right := "the left side", "the right side"
		if len(sides) > 2 {
			left, right = fmt.Sprintf("side %d", i+1), fmt.Sprintf("side %d", i+2)
		}
		v, at := verdict.Compare(texts[i], texts[i+1], left, right, n.scope)
		e.Verdict = &Verdict{v, at, len(sides), i}
		if v.Verdict != judge.Equal.String() {
			if i > 0 {
				e.Study = n.studied(sides[i])
			}
			e.Study.Other = sides[i+1]
			break
		}
		e.Study.Other = sides[i+1]
	}
	if len(sides) > 2 && e.Verdict.Verdict == judge.Equal.String() && e.Verdict.Evidence == judge.Exact.String() {
		e.Verdict.Say = verdict.AllSides
	}
	if here := n.here(sides); here != "" {
		e.Verdict.Say += " Taken as given: " + here + "."
	}
	e.Study.verdict = e.Verdict
}

// here tells what a verdict on these formulas rests on besides: where their letters lie, and what is given.
func (n *Notebook) here(sides []expr.Node) string {
	var all []string
	for _, l := range expr.Symbols(sides...) {
		d, _ := n.scope.Domain(l)
		if _, defined := n.scope.Meaning(l); !defined && (d.Finite() || d.Whole || d.Lo != nil || d.Hi != nil) {
			all = append(all, typeset.Line(l)+" is "+Where(d))
		}
	}
	for _, c := range n.scope.Conditions() {
		all = append(all, typeset.Line(c.Left)+" = "+typeset.Line(c.Right))
	}
	return strings.Join(all, "; ")
}

// studied finds out about one formula, its picture apart.
func (n *Notebook) studied(tree expr.Node) *Study {
	s := &Study{Tree: tree}
	sc := n.scope.For(tree)
	prepared, fits := judge.Prepare(tree, sc)
	if !fits {
		prepared = tree
	}
	s.Letters = letters(tree, prepared, sc)
	if len(s.Letters) == 0 {
		s.Value = worth(tree, prepared, sc)
		return s
	}
	s.By = choose(s.Letters, n.by)
	s.Step = calculus.Differentiate(tree, s.By, n.scope.For(tree, s.By))
	s.Derivative = calculus.Tidy(s.Step.Result)
	s.Step.Walk(func(step *calculus.Step) bool {
		switch step.Rule {
		case calculus.Unresolved:
			s.Open = true
		case calculus.AbsRule, calculus.MaxRule:
			s.Corners = corners
		}
		return true
	})
	return s
}

// corners is said of the rules of |x|, sign, max and min, which say nothing of the points where those change over.
const corners = "Where |…|, sign, max or min change over this need not hold: the curve may have a corner or a jump there."

// letters returns the letters of a formula, those that it names first, and then those that its definitions bring.
func letters(tree, prepared expr.Node, sc *scope.Scope) []*expr.Symbol {
	free := expr.Symbols(prepared)
	var all []*expr.Symbol
	for _, l := range slices.Concat(expr.Symbols(tree), free) {
		_, defined := sc.Meaning(l)
		if !defined && !slices.ContainsFunc(all, func(m *expr.Symbol) bool { return expr.Equal(l, m) }) {
			all = append(all, l)
		}
	}
	return all
}

// choose returns the letter that was chosen if the formula has it, else x, else the only one or the first.
func choose(letters []*expr.Symbol, chosen *expr.Symbol) *expr.Symbol {
	best := letters[0]
	for _, l := range letters {
		if chosen != nil && expr.Equal(l, chosen) {
			return l
		}
		if l.Name == "x" && len(l.Index) == 0 || counts(best) && !counts(l) {
			best = l
		}
	}
	return best
}

// counts reports whether a letter usually counts something, so that nobody differentiates by it.
func counts(l *expr.Symbol) bool {
	return len(l.Name) == 1 && 'i' <= l.Name[0] && l.Name[0] <= 'n'
}

// Next returns the letter after the one by which the formula is differentiated; nil where there is no other.
func (s *Study) Next() *expr.Symbol {
	if s == nil || len(s.Letters) < 2 {
		return nil
	}
	at := slices.IndexFunc(s.Letters, func(l *expr.Symbol) bool { return expr.Equal(l, s.By) })
	return s.Letters[(at+1)%len(s.Letters)]
}

// said tells what was found in sentences, formulas on one line.
func (s *Study) said() []string {
	all := []string{"Read as " + typeset.Line(s.Tree) + "."}
	if s.Value != nil {
		return append(all, s.Value.Says())
	}
	by := typeset.Line(s.By)
	operator := &expr.Derivative{Var: s.By, Body: s.Tree, Order: 1}
	line := typeset.Line(operator) + " = " + typeset.Line(s.Derivative)
	if s.Open {
		line += " (for a part of it no rule is known: that stays behind d/d" + by + ")"
	}
	all = append(all, line)
	if s.Corners != "" {
		all = append(all, s.Corners)
	}
	if others := s.others(); others != "" {
		all = append(all, "By "+by+"; "+others+" held still.")
	}
	return all
}

// others names the letters that stand still.
func (s *Study) others() string {
	var names []string
	for _, l := range s.Letters {
		if !expr.Equal(l, s.By) {
			names = append(names, typeset.Line(l))
		}
	}
	return strings.Join(names, ", ")
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
