package rule

import (
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// key returns the same text for trees that differ only in arithmetic, signs drawn in front, order and notation.
func key(n expr.Node) string { return tidyKey(calculus.Tidy(n)) }

func tidyKey(tidy expr.Node) string { return typeset.Line(expr.Sorted(expr.Plain(tidy))) }

// key is key for trees that may be large, which it pays for.
func (r *recogniser) key(n expr.Node) string {
	r.payFor(n)
	return key(n)
}

// rewritten names the rules that lead from a to b without differentiating. The order: what only a side condition makes
// equal; definitions put in or folded back; the shape of fractions; plain arithmetic; one law that makes both the same; a factor above and below; several
// laws together.
func (r *recogniser) rewritten(a, b expr.Node) {
	switch {
	case r.conditional(a, b):
		r.add(UseConstraint)
	case addsAndSubtracts(a, b):
		r.add(AddAndSubtract)
	case r.names(a) != r.names(b) && r.renamed(a, b):
	case r.reshaped(a, b):
	case r.key(a) == r.key(b):
		r.add(arithmetic(a, b)...)
	case r.oneLaw(a, b):
	case r.commonFactor(a, b):
	default:
		r.laws(a, b)
	}
}

// names lists the defined names that stand in n, and the sigmoid.
func (r *recogniser) names(n expr.Node) string {
	var all []string
	note := func(name string) {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Symbol:
			if _, ok := r.Scope.Meaning(n); ok {
				note(n.Name)
			}
		case *expr.Apply:
			if _, ok := r.Scope.Meaning(n); ok {
				note(n.Name + "()")
			}
		case *expr.Call:
			if n.Func == expr.Sigmoid {
				note("σ()")
			}
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative, *expr.Series:
		}
		return true
	})
	slices.Sort(all)
	return strings.Join(all, " ")
}

// renamed names the rules where other names stand in b than in a: the one law that does it, be it that a name cancelled, or
// definitions put in and what else was done. It leaves alone what is not understood then either.
func (r *recogniser) renamed(a, b expr.Node) bool {
	if r.key(a) == r.key(b) || r.oneLaw(a, b) {
		return r.key(a) != r.key(b)
	}
	if r.lawsJoin(lawSet(KnownResult, SubstituteDefinition), a, b) {
		return true
	}
	p, q := r.putIn(a), r.putIn(b)
	if r.key(p) == r.key(a) && r.key(q) == r.key(b) {
		return false
	}
	before, lost := slices.Clone(r.found), r.lost
	r.add(SubstituteDefinition)
	r.lost = false
	if r.key(p) != r.key(q) || addsAndSubtracts(p, q) {
		r.rewritten(p, q)
	}
	if r.lost {
		r.found, r.lost = before, lost
		return false
	}
	r.lost = lost
	return true
}

// conditional reports whether a and b are equal only by a side condition, or because a label is 0 or 1.
func (r *recogniser) conditional(a, b expr.Node) bool {
	loose := &scope.Scope{Strict: r.Scope.Strict}
	changed := len(r.Scope.Conditions()) > 0
	for _, s := range r.Scope.Symbols() {
		d, _ := r.Scope.Domain(s)
		if d.Finite() {
			d, changed = scope.Interval(new(big.Rat), big.NewRat(1, 1), true, true), true
		}
		loose.Declare(s, d)
	}
	for _, d := range r.Scope.Definitions() {
		if !r.required(d.Name) {
			loose.Define(d)
		}
	}
	if !changed {
		return false
	}
	s, ok := sample.New(loose, a, b)
	return ok && !sample.Same(s.Learn(a), s.Learn(b))
}

// required reports whether a side condition tells something about name. Such a name may have a definition as well, which
// makes the condition true: probabilities that are defined as parts of their sum.
func (r *recogniser) required(name string) bool {
	return slices.ContainsFunc(r.Scope.Conditions(), func(c scope.Condition) bool {
		return expr.Contains(&expr.Add{Terms: []expr.Node{c.Left, c.Right}}, func(n expr.Node) bool {
			s, ok := n.(*expr.Symbol)
			return ok && s.Name == name
		})
	})
}

// addsAndSubtracts reports whether b holds a sum with some term and its negation that a does not hold.
func addsAndSubtracts(a, b expr.Node) bool {
	return opposites(b) > opposites(a) && brackets(a) == brackets(b) && key(a) == key(b)
}

// opposites counts pairs of terms u and -u.
func opposites(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		list := expr.Terms(n)
		if len(list) < 2 {
			return true
		}
		seen := map[string]int{} // how many terms before this one have the key
		for _, t := range list {
			if expr.Is(t, 0) {
				continue
			}
			count += seen[key(expr.Negative(t))]
			seen[key(t)]++
		}
		return true
	})
	return count
}

// arithmetic tells what kind of arithmetic leads from a to b: a factor above and below taken away or put there, a number
// taken out of a sum, or plain gathering.
func arithmetic(a, b expr.Node) []ID {
	var all []ID
	if seriesOf(a) != seriesOf(b) {
		all = append(all, SumLinearity)
	}
	before, after := cancelling(a), cancelling(b)
	switch {
	case before > after:
		all = append(all, Cancel)
	case before < after && expr.Size(b) > expr.Size(a)+1:
		all = append(all, ExpandFraction)
	case len(all) > 0:
	case brackets(a) < brackets(b):
		all = append(all, Factor)
	case brackets(a) > brackets(b) && 2*expr.Size(b) > expr.Size(a):
		all = append(all, Expand)
	default:
		all = append(all, Collect)
	}
	return all
}

// seriesOf writes down what stands under the sums of n.
func seriesOf(n expr.Node) string {
	text := ""
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			if s.Product {
				text += "*"
			}
			text += typeset.Line(expr.Sorted(expr.Plain(s.Body))) + ";"
			return false
		}
		return true
	})
	return text
}

// cancelling counts the factors that stand both above and below a bar, numbers among them.
func cancelling(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		above, below := split(n)
		for _, f := range below {
			for i, g := range above {
				if expr.Alike(f, g) || expr.IsNumber(f) && expr.IsNumber(g) && !expr.Is(g, 1) {
					count++
					above = expr.Without(above, i)
					break
				}
			}
		}
		return true
	})
	return count
}

// split returns the factors above and below the bar of a product of fractions.
func split(n expr.Node) (above, below []expr.Node) {
	n, _ = expr.Unsigned(n)
	switch n := n.(type) {
	case *expr.Mul:
		for _, f := range n.Factors {
			p, q := split(f)
			above, below = append(above, p...), append(below, q...)
		}
		return above, below
	case *expr.Div:
		p, q := split(n.Num)
		s, t := split(n.Den)
		return append(p, t...), append(q, s...)
	case *expr.Pow:
		if expr.Is(n.Exp, 2) {
			return []expr.Node{n.Base, n.Base}, nil
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return []expr.Node{n}, nil
}

// commonFactor names the rule where two fractions differ by the same factor above and below that is not to be seen in
// both of them. The factor must be a part of one of the fractions, or one over such a part: multiplied by it and multiplied
// out, the one fraction is the other.
func (r *recogniser) commonFactor(a, b expr.Node) bool {
	top, bottom, ok := expr.Fraction(a)
	newTop, newBottom, also := expr.Fraction(b)
	if !ok || !also {
		return false
	}
	above := sample.Both(r.Learn(newTop), r.Learn(top), sample.Quotient)
	below := sample.Both(r.Learn(newBottom), r.Learn(bottom), sample.Quotient)
	if !sample.Same(above, below) || sample.Same(above, sample.Constant(1)) {
		return false
	}
	set := lawSet(Expand, ExponentLaw, Cancel)
	for _, part := range partsOf(top, bottom, newTop, newBottom) {
		for _, f := range []expr.Node{part, expr.Quotient(expr.Int(1), part), expr.Negative(part)} {
			if !sample.Same(r.Learn(f), above) {
				continue
			}
			if r.joins(set, expr.Product(f, top), newTop) && r.joins(set, expr.Product(f, bottom), newBottom) {
				r.add(ExpandFraction)
				return true
			}
		}
	}
	return false
}

// partsOf lists the factors and the terms of trees.
func partsOf(trees ...expr.Node) []expr.Node {
	var all []expr.Node
	for _, n := range trees {
		n, _ = expr.Unsigned(n)
		for _, f := range expr.Factors(n) {
			all = append(all, f)
			for _, t := range expr.Terms(f) {
				t, _ = expr.Unsigned(t)
				all = append(all, t)
			}
		}
	}
	return all
}
