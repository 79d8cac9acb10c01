// Package rule names the rules by which a true line follows from the one above. It measures how far a true line is on its
// way, and offers the next step.
//
// It looks at lines that are equal and does not judge whether they are; what rules are called and say is chosen elsewhere.
package rule

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// An ID is the stable name of a sound rule: of differentiation, as calculus names them, or of rewriting.
type ID string

// The rules of rewriting.
const (
	SubstituteDefinition ID = "substitute-definition" // put a definition in, or fold it back
	KnownResult          ID = "known-result"          // σ(-u) = 1-σ(u), e^u/(1+e^u) = σ(u)
	AddAndSubtract       ID = "add-and-subtract"      // u = u+c-c
	ExpandFraction       ID = "expand-fraction"       // a/b = (a c)/(b c)
	Cancel               ID = "cancel"                // (a c)/(b c) = a/b
	SplitFraction        ID = "split-fraction"        // (a+b)/c = a/c+b/c
	SplitProduct         ID = "split-product"         // (a b)/(c d) = (a/c)(b/d)
	CommonDenominator    ID = "common-denominator"    // a/b+c/d = (a d+b c)/(b d)
	InvertAndMultiply    ID = "invert-and-multiply"   // (a/b)/(c/d) = (a d)/(b c)
	Expand               ID = "expand"                // a (b+c) = a b+a c
	Factor               ID = "factor"                // a b+a c = a (b+c)
	Collect              ID = "collect"               // gather and do the arithmetic
	ExponentLaw          ID = "exponent-law"          // e^a e^b = e^(a+b), 1/u = u^-1
	LogOfProduct         ID = "log-of-product"        // ln(a b) = ln a+ln b
	LogOfQuotient        ID = "log-of-quotient"       // ln(a/b) = ln a-ln b
	LogOfPower           ID = "log-of-power"          // ln(a^n) = n ln a
	LogOfExp             ID = "log-of-exp"            // ln(e^u) = u
	SumLinearity         ID = "sum-linearity"         // Σ(a+b) = Σa+Σb, Σ c a = c Σ a
	UseConstraint        ID = "use-constraint"        // use a side condition, or t² = t of a label
)

// Budget is what the rules of a step may cost, in units of budget.Meter; so may its progress and the step after it.
const Budget = 2_000_000

// Between returns the rules that lead from a line to an equal one: those of each part that changed, in the order in which
// they were noticed, each once. Where a step is too long to be understood the list is empty, and so it is for lines that
// differ or say the same.
//
// The rules in never are not used: those that are still to be proved.
func Between(from, to expr.Node, sc *scope.Scope, never ...ID) (found []ID) {
	sc = sc.Metered(Budget)
	sc.Meter().Within(Budget, func() { found = between(from, to, sc, never) })
	return found
}

func between(from, to expr.Node, sc *scope.Scope, never []ID) []ID {
	sc.Meter().Spend(expr.Size(from) + expr.Size(to))
	from, to = expr.Map(from, regroup), expr.Map(to, regroup)
	s, ok := sample.New(sc, from, to)
	if !ok || !sample.Same(s.Learn(from), s.Learn(to)) {
		return nil
	}
	r := newRecogniser(s)
	r.never, r.without = never, lawSet(never...)
	r.compare(from, to)
	if r.lost || slices.ContainsFunc(r.found, func(id ID) bool { return slices.Contains(never, id) }) {
		return nil
	}
	return r.found
}

// A recogniser gathers the rules of one step.
type recogniser struct {
	*sample.Sample
	found    []ID
	unfolded bool                   // a definition was put in to be differentiated
	lost     bool                   // how some part changed is not understood, so that nothing is said of the step
	writings map[string]*writing    // by the key of what is written
	written  map[expr.Node]*writing // by the tree that was asked for
	apart    map[expr.Node]expr.Node
	never    []ID // rules that are not to be used
	without  uint // the laws among them
}

func newRecogniser(s *sample.Sample) *recogniser {
	return &recogniser{
		Sample: s, writings: map[string]*writing{}, written: map[expr.Node]*writing{}, apart: map[expr.Node]expr.Node{},
	}
}

func (r *recogniser) add(rules ...ID) {
	for _, rule := range rules {
		if !slices.Contains(r.found, rule) {
			r.found = append(r.found, rule)
		}
	}
}

// payFor spends the work of going through trees a few times: to tidy them, to sort them, to spell them. A tree that
// substitution made may have far more nodes than it has parts.
func (r *recogniser) payFor(trees ...expr.Node) {
	const passes, most = 4, 1 << 20
	for _, n := range trees {
		r.Scope.Meter().Spend(passes * expr.SizeUpTo(n, most))
	}
}

// compare goes down to the parts that changed, which have the same value in both lines, and names the rules of each.
func (r *recogniser) compare(a, b expr.Node) {
	r.payFor(a, b)
	if expr.Alike(a, b) {
		return
	}
	if pairs, ok := r.parts(a, b); ok {
		for _, p := range pairs {
			r.compare(p.Before, p.After)
		}
		return
	}
	if !expr.Contains(a, sample.Differentiates) {
		r.rewritten(a, b)
		return
	}
	if raised := sample.Raise(a); raised != a && r.carriesOut(raised, b) {
		return
	}
	if carried := r.carryOut(a, b); r.key(oneBar(carried)) != r.key(oneBar(b)) {
		named := len(r.found)
		r.rewritten(carried, b)
		if r.unfolded && slices.Equal(r.found[named:], []ID{SubstituteDefinition}) {
			r.found = r.found[:named] // a definition was looked into to differentiate a name: part of the rule
		}
		r.lost = r.lost || tooMany(r.found[named:])
	}
}

// tooMany reports whether a step took more rules of rewriting than are named beside those of differentiation, arithmetic
// apart: of a longer step nobody knows what was done first.
func tooMany(rules []ID) bool {
	const most = 2
	count := 0
	for _, rule := range rules {
		if rule != Collect {
			count++
		}
	}
	return count > most
}

// carriesOut names the rules of a step if to carry out derivatives is all that it does.
func (r *recogniser) carriesOut(a, b expr.Node) bool {
	before, lost := slices.Clone(r.found), r.lost
	if carried := r.carryOut(a, b); r.key(oneBar(carried)) == r.key(oneBar(b)) {
		return true
	}
	r.found, r.lost = before, lost
	return false
}

// regroup reads a·(b/c)·d/e, which is one fraction with a product on top, as the product a·(b/c)·(d/e) that is meant.
func regroup(n expr.Node) expr.Node {
	q, ok := n.(*expr.Div)
	if !ok || fractionsBeside(q.Num) == 0 {
		return n
	}
	list, last := expr.Factors(q.Num), len(expr.Factors(q.Num))-1
	if last < 1 {
		return n
	}
	return expr.Product(expr.With(list, last, expr.Quotient(list[last], q.Den))...)
}

// parts returns the parts of two nodes of the same make that belong together, if all have the same value.
func (r *recogniser) parts(a, b expr.Node) ([]sample.Difference, bool) {
	switch a.(type) {
	case *expr.Add, *expr.Mul:
		return r.members(a, b)
	case *expr.Symbol, *expr.Number, *expr.Constant:
		return nil, false
	case *expr.Neg, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	top, bottom, ok := expr.Fraction(a)
	newTop, newBottom, also := expr.Fraction(b)
	if ok && also && expr.Alike(bottom, newBottom) {
		return []sample.Difference{{Before: top, After: newTop}}, true
	}
	p, q := expr.Children(a), expr.Children(b)
	if len(p) != len(q) || !sample.SameMake(a, b) {
		return nil, false
	}
	var pairs []sample.Difference
	for i := range p {
		switch {
		case expr.Equal(p[i], q[i]):
		case expr.Binds(a, i) || !r.Agree(p[i], q[i]):
			return nil, false
		default:
			pairs = append(pairs, sample.Difference{Before: p[i], After: q[i]})
		}
	}
	return pairs, true
}

// members pairs the terms of two sums, or the factors of two products: those alike first, then those of the same value.
// What is left over on both sides is a pair of its own.
func (r *recogniser) members(a, b expr.Node) ([]sample.Difference, bool) {
	join, neutral := expr.Sum, int64(0)
	if _, product := a.(*expr.Mul); product {
		join, neutral = expr.Product, 1
	}
	p, q := slices.Clone(expr.Children(a)), slices.Clone(expr.Children(b))
	if !sameKind(a, b) {
		return nil, false
	}
	r.Scope.Meter().Spend(4 * len(p) * len(q))
	total := len(p)
	plainP, plainQ := expr.Mapped(p, inOneSpelling), expr.Mapped(q, inOneSpelling)
	alike := func(i, k int) bool { return expr.Equal(plainP[i], plainQ[k]) }
	agree := func(i, k int) bool { return r.Agree(p[i], q[k]) }
	var pairs []sample.Difference
	for _, match := range []func(i, k int) bool{alike, agree} {
		for i := 0; i < len(p); i++ {
			k := 0
			for k < len(q) && !match(i, k) {
				k++
			}
			if k == len(q) {
				continue
			}
			if !alike(i, k) {
				pairs = append(pairs, sample.Difference{Before: p[i], After: q[k]})
			}
			p, plainP = expr.Without(p, i), expr.Without(plainP, i)
			q, plainQ = expr.Without(q, k), expr.Without(plainQ, k)
			i--
		}
	}
	if len(p) == total {
		return nil, false
	}
	if len(p)+len(q) == 0 {
		return pairs, true
	}
	left, right := expr.Int(neutral), expr.Int(neutral)
	if len(p) > 0 {
		left = join(p...)
	}
	if len(q) > 0 {
		right = join(q...)
	}
	return append(pairs, sample.Difference{Before: left, After: right}), r.Agree(left, right)
}

// inOneSpelling returns what trees that are alike have in common.
func inOneSpelling(n expr.Node) expr.Node { return expr.Sorted(expr.Plain(n)) }

func sameKind(a, b expr.Node) bool {
	_, sum := a.(*expr.Add)
	_, alsoSum := b.(*expr.Add)
	_, product := a.(*expr.Mul)
	_, alsoProduct := b.(*expr.Mul)
	return sum && alsoSum || product && alsoProduct
}
