package rule

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// reshaped names the rules where fractions were split, joined or turned over, if these make both lines the same, alone or
// with one law more.
func (r *recogniser) reshaped(a, b expr.Node) bool {
	rules := r.shapes(a, b)
	if len(rules) == 0 {
		return false
	}
	sets := []uint{lawSet(lawsOf(rules)...)}
	if splits := lawSet(SplitFraction); sets[0]&splits != 0 {
		sets = append(sets, sets[0]&^splits|lawSet(CommonDenominator))
	}
	for _, set := range sets {
		if r.joins(set, a, b) {
			r.add(rules...)
			return true
		}
	}
	for _, set := range sets {
		for i, l := range laws {
			if slices.Contains(rules, AddAndSubtract) || set&(1<<i) != 0 || bits.OnesCount(set) == mostLaws || !r.joins(set|1<<i, a, b) {
				continue
			}
			r.add(rules...)
			if l.rule == Expand && rules[0] == CommonDenominator { // the tops are multiplied out and brought together
				r.add(Collect)
			} else {
				r.add(direction(l.rule, a, b)...)
			}
			return true
		}
	}
	return false
}

// lawsOf returns the laws by which rules are proved to have led from one line to the other.
func lawsOf(rules []ID) []ID {
	all := slices.Clone(rules)
	for i, rule := range all {
		if law, ok := lawBehind[rule]; ok {
			all[i] = law
		}
	}
	return all
}

// lawBehind holds the rules that go by the name of another law, or of a law used backwards.
var lawBehind = map[ID]ID{ //nolint:exhaustive // the others are laws themselves
	SplitProduct: InvertAndMultiply, CommonDenominator: SplitFraction, Factor: Expand, ExpandFraction: Cancel,
}

// shapes names the rules to which the shapes of two lines point.
func (r *recogniser) shapes(a, b expr.Node) []ID {
	_, wasSum := plain(a).(*expr.Add)
	_, isSum := plain(b).(*expr.Add)
	_, wasOne := plain(a).(*expr.Div)
	_, isOne := plain(b).(*expr.Div)
	switch {
	case nested(a) > nested(b):
		return []ID{InvertAndMultiply}
	case wasSum && isOne && fractionsIn(a) > 0:
		if joined := sample.OverCommon(a); joined != a && r.key(joined) != r.key(b) && spread(joined) > spread(b) {
			return []ID{CommonDenominator, Collect}
		}
		return []ID{CommonDenominator}
	case wasOne && isSum && fractionsIn(b) > 0 && completesTop(a, b):
		if onlySplit(a, b) {
			return []ID{AddAndSubtract, SplitFraction}
		}
		return []ID{AddAndSubtract, SplitFraction, Cancel}
	case wasOne && isSum && fractionsIn(b) > 0:
		if fractionsIn(b) < len(expr.Terms(plain(b))) {
			return []ID{SplitFraction, Cancel}
		}
		return []ID{SplitFraction}
	case wasOne && fractionsBeside(b) > 1:
		if brackets(b) > brackets(a) || tornTop(a, b) {
			return []ID{Factor, SplitProduct}
		}
		return []ID{SplitProduct}
	case isOne && fractionsBeside(a) > 0 && r.key(oneBar(a)) == r.key(oneBar(b)):
		return []ID{Collect}
	}
	return nil
}

// completesTop reports whether a term was added above a bar and taken away again, so that the fraction could be split:
// over one bar the terms of the sum hold such a pair.
func completesTop(fraction, sum expr.Node) bool {
	top, _, ok := expr.Fraction(plain(fraction))
	if !ok || expr.IsSum(plain(top)) {
		return false
	}
	joined, _, ok := expr.Fraction(plain(overCommon(plain(sum))))
	return ok && opposites(spreadOut(joined)) > 0
}

// completes reports whether a line holds a term and its negation, once it is multiplied out, that stood not in the line
// above.
func completes(above, line expr.Node) bool {
	return opposites(expr.Map(line, spreadOut)) > opposites(expr.Map(above, spreadOut))
}

// spreadOut multiplies the terms of a sum out and leaves them side by side.
func spreadOut(sum expr.Node) expr.Node {
	if !expr.IsSum(sum) {
		return sum
	}
	var list []expr.Node
	for _, t := range expr.Terms(sum) {
		bare, negative := expr.Unsigned(t)
		terms := expr.Terms(distribute(bare))
		if negative {
			terms = expr.Mapped(terms, expr.Opposite)
		}
		list = append(list, terms...)
	}
	return expr.Sum(list...)
}

// onlySplit reports whether all terms of a sum stand over the bottom of the fraction still.
func onlySplit(fraction, sum expr.Node) bool {
	_, bottom, _ := expr.Fraction(plain(fraction))
	return !slices.ContainsFunc(expr.Terms(plain(sum)), func(t expr.Node) bool {
		_, below, ok := expr.Fraction(plain(t))
		return !ok || !expr.Alike(below, bottom)
	})
}

// tornTop reports whether the sum above the bar of a stands above none of the bars of b.
func tornTop(a, b expr.Node) bool {
	top, _, ok := expr.Fraction(plain(a))
	if !ok || !expr.IsSum(calculus.Tidy(top)) {
		return false
	}
	return !expr.Contains(b, func(n expr.Node) bool { return expr.IsSum(n) && expr.Alike(n, top) })
}

// plain returns n without a minus in front.
func plain(n expr.Node) expr.Node {
	n, _ = expr.Unsigned(n)
	return n
}

// nested counts fractions above or below the bar of another.
func nested(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		if q, ok := n.(*expr.Div); ok {
			for _, part := range []expr.Node{q.Num, q.Den} {
				if _, ok := plain(part).(*expr.Div); ok && !expr.IsNumber(part) {
					count++
				}
			}
		}
		return true
	})
	return count
}

// fractionsIn counts the terms that are fractions.
func fractionsIn(n expr.Node) int {
	count := 0
	for _, t := range expr.Terms(plain(n)) {
		if _, ok := plain(t).(*expr.Div); ok || fractionsBeside(t) > 0 {
			count++
		}
	}
	return count
}

// fractionsBeside counts the factors of a product that are fractions. A product that is divided once more, a·(b/c)/d,
// counts as well.
func fractionsBeside(n expr.Node) int {
	n = plain(n)
	if q, ok := n.(*expr.Div); ok {
		if inside := fractionsBeside(q.Num); inside > 0 {
			return inside + 1
		}
		return 0
	}
	count := 0
	if product, ok := n.(*expr.Mul); ok {
		for _, f := range product.Factors {
			if _, ok := plain(f).(*expr.Div); ok && !expr.IsNumber(f) {
				count++
			}
		}
	}
	return count
}
