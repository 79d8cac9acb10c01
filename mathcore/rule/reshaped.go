package rule

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// reshaped names the rule where fractions were split, joined or turned over.
func (r *recogniser) reshaped(a, b expr.Node) bool {
	_, wasSum := plain(a).(*expr.Add)
	_, isSum := plain(b).(*expr.Add)
	_, wasOne := plain(a).(*expr.Div)
	_, isOne := plain(b).(*expr.Div)
	switch {
	case nested(a) > nested(b):
		r.add(InvertAndMultiply)
	case wasSum && isOne && fractionsIn(a) > 0:
		r.add(CommonDenominator)
		if joined := sample.OverCommon(a); joined != a && r.key(joined) != r.key(b) && spread(joined) > spread(b) {
			r.add(Collect)
		}
	case wasOne && isSum && fractionsIn(b) > 0:
		r.add(SplitFraction)
		if fractionsIn(b) < len(expr.Terms(plain(b))) {
			r.add(Cancel)
		}
	case wasOne && fractionsBeside(b) > 1:
		if brackets(b) > brackets(a) || tornTop(a, b) {
			r.add(Factor)
		}
		r.add(SplitProduct)
	case isOne && fractionsBeside(a) > 0:
		r.add(Collect)
	default:
		return false
	}
	return true
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
