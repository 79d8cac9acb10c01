package algebra

import (
	"maps"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/linear"
)

// A weakSign is what is known of the sign of a value, wherever the expressions that are compared have one. It does not
// say that the value is not zero; linear.Relation tells the two apart where that matters.
type weakSign int8

const (
	unknownSign weakSign = 0
	notNegative weakSign = 1
	notPositive weakSign = -1
)

// Facts are what is known of the domain in the case that is looked at. More is learnt as forms are computed.
type facts struct {
	signs   map[target]weakSign
	assumed []target // the case: those whose sign is not known, but taken to be one of both
	// noValue is set when a divisor or the argument of a logarithm is the zero expression.
	noValue bool
	// measureZero is set when something must not be negative that is never positive: it has a value at isolated points
	// or lines at most.
	measureZero bool
}

// assuming returns the facts of the case in which t has the sign s, besides what is assumed already. What is learnt there
// does not come back.
func (k facts) assuming(t target, s weakSign) facts {
	inside := facts{signs: maps.Clone(k.signs), assumed: append(slices.Clip(k.assumed), t)}
	inside.signs[t] = s
	return inside
}

// Findings are what the computation of one form came upon beside the form.
type findings struct {
	changed      bool     // a sign or a common divisor was learnt that the form would use
	unknownSigns []target // what stands between bars with unknown sign, in order of appearance
}

// begin starts a form: nothing that was computed with fewer facts is used any more.
func (ctx *context) begin() {
	ctx.found = findings{}
	clear(ctx.visited)
	ctx.forget()
}

// forget drops the values that were computed.
func (ctx *context) forget() { clear(ctx.memo) }

// learnSign notes the sign of a target, which forms computed anew can use.
func (ctx *context) learnSign(t target, s weakSign) {
	ctx.facts.signs[t] = s
	ctx.found.changed = true
}

// noteUnknown notes a target whose sign is worth looking at by cases. One that counts along in a sum is not: its terms
// need not have one sign.
func (ctx *context) noteUnknown(t target) {
	if ctx.targetLevels(t) == 0 && !slices.Contains(ctx.found.unknownSigns, t) {
		ctx.found.unknownSigns = append(ctx.found.unknownSigns, t)
	}
}

// assumeNonNegative records that p is never negative on the common domain, because something with a value requires it.
func (ctx *context) assumeNonNegative(p product) { ctx.assume(p, linear.NotNegative) }

// assumePositive records that p is positive on the common domain, because something with a value requires it.
func (ctx *context) assumePositive(p product) { ctx.assume(p, linear.Positive) }

// countsAlone reports whether letters that run through whole numbers stand in p, and no others: then points at which a part of it is 0
// are not isolated, since none has others beside it.
func (ctx *context) countsAlone(p product) bool {
	whole := false
	for i := range ctx.kernels {
		whole = whole || ctx.kernels[i].kind == symbolKernel && ctx.runsWhole(ctx.kernels[i].symbol)
	}
	if !whole {
		return false
	}
	tree := ctx.productTree(p)
	if tree == nil {
		return false
	}
	letters := expr.Symbols(tree)
	return len(letters) > 0 && !slices.ContainsFunc(letters, func(s *expr.Symbol) bool { return !ctx.runsWhole(s) })
}

// vanishesSomewhere reports whether bounds of the target do not tell that it is 0 nowhere on the domain.
func (ctx *context) vanishesSomewhere(t target) bool {
	tree := ctx.productTree(ctx.targetProduct(t))
	if tree == nil {
		return true
	}
	program, box, ok := ctx.overDomain(tree)
	return !ok || program.Enclose(box).Contains(0)
}

// assume draws what follows from p's relation to zero for the only part of p whose sign was unknown. The other parts must
// not vanish on more than isolated points, since √0 says nothing; where p is positive they do not.
func (ctx *context) assume(p product, relation linear.Relation) {
	if p.isZero() || ctx.productLevels(p) != 0 || ctx.maybeOverNothing() {
		return
	}
	sign := signOfRat(p.c)
	var unknown []target
	vanishing, counts := false, relation == linear.NotNegative && ctx.countsAlone(p)
	note := func(t target, odd bool) {
		if odd && ctx.signOf(t) == unknownSign {
			unknown = append(unknown, t)
			return
		}
		if odd {
			sign *= ctx.signOf(t)
		}
		vanishing = vanishing || relation == linear.NotNegative && (ctx.mayVanish(t) || counts && ctx.vanishesSomewhere(t))
	}
	for _, q := range p.m {
		if k := ctx.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return
		}
		note(kernelTarget(q.Var), q.IsOdd())
	}
	for _, x := range p.f {
		if ctx.complexBase(x.base) {
			return
		}
		note(baseTarget(x.base), x.n%2 != 0)
	}
	switch {
	case vanishing:
	case len(unknown) == 0 && sign == notPositive:
		ctx.facts.measureZero = true
	case len(unknown) == 1:
		ctx.learnSign(unknown[0], sign)
	}
}
