package check

import (
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// budgetOfChain is what all sides of a chain together may cost, in units of budget.Meter.
const budgetOfChain = 4 * judge.Budget

// Line is Text for an answer that has been read already. All sides of a chain are judged. Known are expressions that
// may stand at either end of it, such as the one asked about.
func Line(line parse.Line, expected expr.Node, sc *scope.Scope, known ...expr.Node) Verdict {
	if line.Left == nil {
		return single(line, expected, sc)
	}
	return newChain(line, expected, known, sc).judge(false)
}

// Step judges a line that is to follow from the last of the true lines, each side of a chain as a line of its own.
// The first sides, or the last, may be any of the lines again.
func Step(line parse.Line, lines []expr.Node, sc *scope.Scope) Verdict {
	above := lines[len(lines)-1]
	if line.Left == nil {
		return single(line, above, sc)
	}
	return newChain(line, above, lines, sc).judge(true)
}

func single(line parse.Line, expected expr.Node, sc *scope.Scope) Verdict {
	v := Verdict{Line: line, Answer: line.Right, Wanted: expected, Judged: 1, Above: Expected}
	if line.Rounded != nil && isNew(line.Right, []expr.Node{expected}, sc) {
		v.Relation = judge.Unsure
		return v
	}
	v.Verdict, v.Alike = judge.Compare(line.Right, expected, sc), expr.Alike(line.Right, expected)
	if v.Relation == judge.Equal && !v.Alike {
		v.Steps = []expr.Node{line.Right}
	}
	return v
}

// A chain is the sides of a line that are judged, in the order in which they follow from each other.
type chain struct {
	line     parse.Line
	sides    []expr.Node // all of them, as typed
	order    []int       // those that are judged
	expected expr.Node
	known    []expr.Node
	sc       *scope.Scope
}

// newChain leaves out the sides that are but names, and turns a line round of which only the last side is known.
func newChain(line parse.Line, expected expr.Node, known []expr.Node, sc *scope.Scope) chain {
	c := chain{line: line, sides: line.Sides(), expected: expected, known: known, sc: sc.Metered(budgetOfChain)}
	c.order = judged(c.sides, append(slices.Clip(known), expected), sc)
	if k := len(c.order) - 1; k > 0 && !c.isKnown(c.order[0]) && c.isKnown(c.order[k]) {
		slices.Reverse(c.order)
	}
	return c
}

// judged returns which sides are more than names of something new: one at either end may be, and those with dE/dz anywhere.
func judged(sides, lines []expr.Node, sc *scope.Scope) []int {
	last := len(sides) - 1
	named := -1
	for _, i := range []int{0, last} {
		if named < 0 && isNew(sides[i], lines, sc) {
			named = i
		}
	}
	var order []int
	for i, side := range sides {
		if i != named && !differentiatesLetter(side, sc) {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return []int{last}
	}
	return order
}

// isNew reports whether a side names something that has no definition and occurs nowhere in the lines. A derivative names
// what none of them differentiates.
func isNew(side expr.Node, lines []expr.Node, sc *scope.Scope) bool {
	if differentiatesLetter(side, sc) {
		return true
	}
	if letters := wordOf(side); len(letters) > 0 {
		return !slices.ContainsFunc(letters, func(l expr.Node) bool { return !isNew(l, lines, sc) })
	}
	if s, ok := side.(*expr.Symbol); ok && onlyNames(s) {
		return !explained(s, sc) && !slices.ContainsFunc(lines, func(l expr.Node) bool { return namesSame(l, s, sc) })
	}
	derivative := expr.Contains(side, differentiates)
	names := parse.Named(side)
	return slices.ContainsFunc(names, func(name string) bool {
		return !isDefined(name, sc) && !slices.ContainsFunc(lines, func(l expr.Node) bool {
			return mentions(l, name, sc) && (!derivative || expr.Contains(l, differentiates))
		})
	})
}

// onlyNames reports whether the indices of s are words or numbers, which only tell names apart, as in E_total.
func onlyNames(s *expr.Symbol) bool {
	return len(s.Index) > 0 && !slices.ContainsFunc(s.Index, func(i expr.Node) bool {
		_, number := i.(*expr.Number)
		return !number && !isWord(i)
	})
}

func explained(s *expr.Symbol, sc *scope.Scope) bool {
	return slices.ContainsFunc(definitions(sc), func(d scope.Definition) bool { return d.Explains(s.Name, s.Index, 0) })
}

// namesSame reports whether s stands in n, or in what n is defined by, or another member of its family that may be it.
func namesSame(n expr.Node, s *expr.Symbol, sc *scope.Scope) bool {
	if sc != nil {
		n, _ = sc.Unfold(n)
	}
	return expr.Contains(n, func(n expr.Node) bool {
		t, ok := n.(*expr.Symbol)
		return ok && t.Name == s.Name && len(t.Index) == len(s.Index) && (!onlyNames(t) || expr.Equal(s, t))
	})
}

// wordOf returns the letters of a side that was typed as one word, such as MSE, or the words of one that is typed as several,
// such as cross entropy; none if it was not.
func wordOf(side expr.Node) []expr.Node {
	product, ok := side.(*expr.Mul)
	if !ok {
		return nil
	}
	if !slices.ContainsFunc(product.Factors, func(f expr.Node) bool { return !isWord(f) }) {
		return product.Factors
	}
	for i, f := range product.Factors {
		letter, ok := f.(*expr.Symbol)
		if !ok || len(letter.Index) > 0 || i > 0 && product.Factors[i-1].Where().End != letter.Start {
			return nil
		}
	}
	return product.Factors
}

// isWord reports whether n is a name of several letters, and no Greek one.
func isWord(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	if !ok || len(s.Index) > 0 {
		return false
	}
	stem, _ := expr.Marked(s.Name)
	_, greek := expr.Glyph(stem)
	return len(stem) > 1 && !greek
}

// differentiatesLetter reports whether a letter that stands for itself is differentiated in n by another, as in dE/dz. Then
// it stands for more than itself, and nobody knows for what.
func differentiatesLetter(n expr.Node, sc *scope.Scope) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		if !ok {
			return false
		}
		letter, ok := d.Body.(*expr.Symbol)
		return ok && letter.Name != d.Var.Name && !isDefined(letter.Name, sc)
	})
}

// isDefined reports whether the name has a meaning: a definition, or that of a function which the program knows, as in
// tanh'(x).
func isDefined(name string, sc *scope.Scope) bool {
	return slices.ContainsFunc(definitions(sc), func(d scope.Definition) bool { return d.Name == name }) ||
		slices.ContainsFunc(expr.Funcs(), func(f expr.Func) bool { return f.String() == name })
}

func definitions(sc *scope.Scope) []scope.Definition {
	if sc == nil {
		return nil
	}
	return sc.Definitions()
}

// mentions reports whether a letter or a function of that name stands in n, or in what n is defined by.
func mentions(n expr.Node, name string, sc *scope.Scope) bool {
	is := func(n expr.Node) bool {
		letter, isLetter := n.(*expr.Symbol)
		function, isFunction := n.(*expr.Apply)
		return isLetter && letter.Name == name || isFunction && function.Name == name
	}
	if sc == nil || expr.Contains(n, is) {
		return expr.Contains(n, is)
	}
	unfolded, _ := sc.Unfold(n)
	return unfolded != n && expr.Contains(unfolded, is)
}

// isKnown reports whether side i is one of the known expressions.
func (c chain) isKnown(i int) bool {
	return slices.ContainsFunc(c.known, func(l expr.Node) bool { return expr.Alike(c.sides[i], l) })
}

// judge compares every side with what is expected or, stepwise, with the side before it. The verdict is that of the
// first side that is wrong; without one, of the first without a value, then of the first that is not proved equal.
func (c chain) judge(stepwise bool) Verdict {
	last := c.order[len(c.order)-1]
	v := Verdict{
		Line: c.line, Verdict: judge.Verdict{Relation: judge.Unsure, Fault: eval.TooLong},
		At: last, Counts: last, Answer: c.sides[last], Wanted: c.expected, Judged: len(c.order), Above: Expected,
	}
	c.sc.Meter().Within(budgetOfChain, func() { v = c.compare(stepwise) })
	return v
}

func (c chain) compare(stepwise bool) Verdict {
	v := Verdict{Line: c.line, Verdict: judge.Verdict{Relation: judge.Equal}, Judged: len(c.order), Above: Expected}
	v.Counts = c.order[len(c.order)-1]
	above, at := c.expected, Expected
	again := stepwise
	for _, i := range c.order {
		side := c.sides[i]
		found := judge.Verdict{Relation: judge.Equal, Evidence: judge.Exact}
		again = again && c.isKnown(i)
		if !again {
			found = judge.Compare(side, above, c.sc)
		}
		switch {
		case rank[found.Relation] > rank[v.Relation]:
			v.Verdict, v.At, v.Answer, v.Above, v.Wanted = found, i, side, at, above
		case v.Relation == judge.Equal:
			v.At, v.Answer, v.Above, v.Wanted = i, side, at, above
			v.Evidence = max(v.Evidence, found.Evidence)
		}
		if found.Relation == judge.Different {
			break
		}
		if !again && !expr.Alike(side, above) {
			v.Steps = append(v.Steps, side)
		}
		if stepwise && found.Relation == judge.Equal {
			above, at = side, i
		}
	}
	switch v.Relation {
	case judge.Equal:
		again := expr.Alike(v.Answer, c.expected)
		if len(v.Steps) == 0 && !again {
			v.Steps = []expr.Node{v.Answer}
		}
		v.Alike = again && (!stepwise || len(v.Steps) == 0)
		return v
	case judge.Different:
		c.remark(&v)
	case judge.Unreadable, judge.Undefined, judge.Unsure:
	}
	v.Steps = nil
	return v
}

// rank orders relations by which decides over a chain.
var rank = [...]int{judge.Equal: 0, judge.Unsure: 1, judge.Undefined: 2, judge.Different: 3, judge.Unreadable: 4}

// remark finds out what is right of a wrong chain.
func (c chain) remark(v *Verdict) {
	taken := false
	for _, i := range c.order {
		if i == v.At {
			continue
		}
		if judge.Compare(c.sides[i], c.expected, c.sc).Relation != judge.Equal {
			return
		}
		taken = taken || !c.isKnown(i) && !expr.Contains(c.sides[i], differentiates)
	}
	v.RestRight = len(c.order) > 1
	zero, ok := v.Answer.(*expr.Number)
	v.SetToZero = taken && ok && zero.Value.Sign() == 0 && len(expr.Symbols(c.expected)) > 0
}

// differentiates reports whether a derivative is still to be taken in n.
func differentiates(n expr.Node) bool {
	_, operator := n.(*expr.Derivative)
	call, isCall := n.(*expr.Apply)
	return operator || isCall && call.Primes > 0
}
