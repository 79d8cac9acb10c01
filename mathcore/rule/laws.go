package rule

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// largest is how many nodes a law may make.
const largest = 800

// A law rewrites a line throughout, so that two lines between which the law alone stands become the same.
type law struct {
	rule  ID
	apply func(r *recogniser, n expr.Node) expr.Node
}

// laws lists the laws, those told rather first.
var laws = []law{
	{LogOfExp, everywhere(logOfExp)},
	{LogOfPower, everywhere(logOfPower)},
	{LogOfProduct, everywhere(logOfProduct)},
	{LogOfQuotient, everywhere(logOfQuotient)},
	{SumLinearity, everywhere(linearThroughout)},
	{Cancel, everywhere(strikeCommon)},
	{Expand, (*recogniser).multiplyOut},
	{ExponentLaw, everywhere(gatherExponents)},
	{KnownResult, (*recogniser).known},
	{SubstituteDefinition, (*recogniser).putIn},
	{CommonDenominator, everywhere(overCommon)},
	{SplitFraction, everywhere(splitFraction)},
	{InvertAndMultiply, everywhere(overOneBar)},
}

// lawSet returns the set of the given laws.
func lawSet(rules ...ID) uint {
	set := uint(0)
	for i, l := range laws {
		if slices.Contains(rules, l.rule) {
			set |= 1 << i
		}
	}
	return set
}

// A writing is a tidy tree with what each law makes of it, as far as that was asked for. The trees with one key share one
// writing, so that sets of laws that lead to the same cost nothing more.
type writing struct {
	tree expr.Node
	by   []*writing
}

func (r *recogniser) writing(n expr.Node) *writing {
	if w, known := r.written[n]; known { // the two lines themselves, for each set of laws
		return w
	}
	r.payFor(n)
	tidy := calculus.Tidy(n)
	k := tidyKey(tidy)
	w, known := r.writings[k]
	if !known {
		w = &writing{tree: tidy, by: make([]*writing, len(laws))}
		r.writings[k] = w
	}
	r.written[n] = w
	return w
}

// split returns n with the sums above its bars taken apart, which comes before what stands above a bar is gathered.
func (r *recogniser) split(n expr.Node) expr.Node {
	apart, known := r.apart[n]
	if !known {
		r.payFor(n)
		apart = expr.Map(n, splitFraction)
		r.apart[n] = apart
	}
	return apart
}

// under returns what law i makes of a writing. What would grow beyond all lines stays as it is.
func (r *recogniser) under(i int, w *writing) *writing {
	if w.by[i] == nil {
		w.by[i] = w
		r.payFor(w.tree)
		if n := laws[i].apply(r, w.tree); expr.SizeUpTo(n, largest+1) <= largest {
			w.by[i] = r.writing(n)
		}
	}
	return w.by[i]
}

func everywhere(change func(expr.Node) expr.Node) func(*recogniser, expr.Node) expr.Node {
	return func(r *recogniser, n expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			r.payFor(n)
			return change(n)
		})
	}
}

// oneLaw names the law that alone stands between a and b.
func (r *recogniser) oneLaw(a, b expr.Node) bool {
	for i := range laws {
		if r.lawsJoin(1<<i, a, b) {
			return true
		}
	}
	return false
}

// laws names two laws, or three, that together stand between a and b; of several such sets the first.
func (r *recogniser) laws(a, b expr.Node) {
	for count := 2; count <= mostLaws; count++ {
		for set := range uint(1) << len(laws) {
			if bits.OnesCount(set) == count && r.lawsJoin(set, a, b) {
				return
			}
		}
	}
	r.lost = true
}

// mostLaws is how many laws a part of a step may take and be named.
const mostLaws = 3

// lawsJoin names the laws of the set if they make a and b the same.
func (r *recogniser) lawsJoin(set uint, a, b expr.Node) bool {
	if !r.joins(set, a, b) || set&lawSet(CommonDenominator) != 0 && !joinsFractions(a, b) {
		return false
	}
	before, after := a, b
	if set&lawSet(SubstituteDefinition) != 0 { // two names of one thing cancel, too
		before, after = r.putIn(a), r.putIn(b)
	}
	var named []ID
	for i, l := range laws {
		if set&(1<<i) != 0 {
			named = append(named, direction(l.rule, before, after)...)
		}
	}
	if slices.Contains(named, Factor) { // what is left in the bracket is found by dividing, powers of e among it
		named = slices.DeleteFunc(named, func(rule ID) bool { return rule == ExponentLaw })
	}
	r.add(named...)
	return true
}

// joinsFractions reports whether a step between two lines can be to a common denominator: some sum in the first holds a
// fraction, or a sum is what one fraction became.
func joinsFractions(a, b expr.Node) bool {
	_, wasOne := plain(a).(*expr.Div)
	_, nowSum := plain(b).(*expr.Add)
	return wasOne && nowSum || expr.Contains(a, func(n expr.Node) bool { return expr.IsSum(n) && fractionsIn(n) > 0 })
}

// joins reports whether the laws of the set make a and b the same.
func (r *recogniser) joins(set uint, a, b expr.Node) bool {
	if set&r.without != 0 {
		return false
	}
	if set&lawSet(SplitFraction) != 0 {
		a, b = r.split(a), r.split(b)
	}
	p, q := r.writing(a), r.writing(b)
	for range 2 { // one law may make room for another
		for i := range laws {
			if set&(1<<i) != 0 {
				p, q = r.under(i, p), r.under(i, q)
			}
		}
	}
	return p == q
}

// direction returns the name of a law by the way it was used.
func direction(rule ID, a, b expr.Node) []ID {
	before, after := brackets(a), brackets(b)
	_, wasSum := plain(a).(*expr.Add)
	_, nowSum := plain(b).(*expr.Add)
	_, wasOne := plain(a).(*expr.Div)
	_, nowOne := plain(b).(*expr.Div)
	switch {
	case rule == Cancel && cancelling(a) < cancelling(b):
		return []ID{ExpandFraction}
	case rule == SplitFraction && wasSum && nowOne:
		return []ID{CommonDenominator}
	case rule == CommonDenominator && wasOne && nowSum:
		return []ID{SplitFraction}
	case rule == InvertAndMultiply && nested(a) <= nested(b):
		if fractionsBeside(b) > fractionsBeside(a) {
			return []ID{SplitProduct}
		}
		return []ID{Collect}
	case rule != Expand:
		return []ID{rule}
	case wasSum && !nowSum:
		return []ID{Factor}
	case before > after && expr.Alike(multiplied(a), multiplied(b)):
		return []ID{Expand}
	case before > after && spread(multiplied(a)) > spread(b):
		return []ID{Expand, Collect}
	case before > after:
		return []ID{Expand}
	case before < after && completes(a, b):
		return []ID{AddAndSubtract, Factor}
	case before < after, before == after && key(upright(a)) == key(upright(b)):
		return []ID{Factor} // even if it is only -1 out of one bracket
	}
	return []ID{Expand, Collect}
}

// upright writes each sum and its opposite in one way.
func upright(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if !expr.IsSum(n) {
			return n
		}
		turned := expr.Sum(expr.Mapped(expr.Terms(n), expr.Opposite)...)
		if key(turned) < key(n) {
			return expr.Negative(turned)
		}
		return n
	})
}

// multiplied returns n with all products of sums multiplied out, or n itself if that is far too long.
func multiplied(n expr.Node) expr.Node {
	const longest = 1 << 14
	if out := expr.Map(n, distribute); expr.SizeUpTo(out, longest) < longest {
		return out
	}
	return n
}

// spread counts the terms of all sums, those of a sum within a sum once.
func spread(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		for _, t := range expr.Terms(n) {
			if expr.IsSum(n) && !expr.IsSum(plain(t)) {
				count++
			}
		}
		return true
	})
	return count
}

// brackets counts the sums that are factors, powers or have a minus in front.
func brackets(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Mul:
			for _, f := range n.Factors {
				if expr.IsSum(plain(f)) {
					count++
				}
			}
		case *expr.Neg:
			if q, ok := n.X.(*expr.Div); expr.IsSum(n.X) || ok && expr.IsSum(q.Num) {
				count++
			}
		case *expr.Pow:
			if expr.IsSum(n.Base) {
				count++
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return true
	})
	return count
}
