package calculus

import (
	"chainrule/mathcore/expr"
)

// mostCompared bounds how many parts are compared with each other when like ones are gathered.
const mostCompared = 40

// wholePower takes n apart into a base and a positive whole exponent, which is 1 for what is no such power.
func wholePower(n expr.Node) (base expr.Node, exponent int64) {
	if p, ok := n.(*expr.Pow); ok {
		if r, ok := p.Exp.(*expr.Number); ok && r.Value.IsInt() && r.Value.Num().IsInt64() && r.Value.Sign() > 0 {
			if k := r.Value.Num().Int64(); k < 1<<32 {
				return p.Base, k
			}
		}
	}
	return n, 1
}

// mergePowers returns factors with equal bases under whole powers brought together: x x² becomes x³.
func mergePowers(factors []expr.Node) []expr.Node {
	if len(factors) < 2 || len(factors) > mostCompared {
		return factors
	}
	merged := make([]expr.Node, 0, len(factors))
	for _, f := range factors {
		base, exponent := wholePower(f)
		found := false
		for i, m := range merged {
			other, k := wholePower(m)
			if mergeable(base) && expr.Equal(base, other) {
				merged[i], found = power(base, whole(k+exponent)), true
				break
			}
		}
		if !found {
			merged = append(merged, f)
		}
	}
	return merged
}

// mergeable reports whether a base may be gathered: exponentials may not, since a learner adds their exponents instead.
func mergeable(base expr.Node) bool {
	switch base.(type) {
	case *expr.Number, *expr.Constant, *expr.Pow:
		return false
	case *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return true
}

// cancel removes common factors from above and below a fraction bar.
func cancel(top, bottom []expr.Node) (above, below []expr.Node) {
	if len(top)*len(bottom) > mostCompared*mostCompared {
		return top, bottom
	}
	above = append([]expr.Node(nil), top...)
	for _, f := range bottom {
		base, n := wholePower(f)
		for i := 0; i < len(above) && n > 0; i++ {
			other, m := wholePower(above[i])
			if !expr.Equal(base, other) {
				continue
			}
			common := min(m, n)
			above[i], m, n = power(base, whole(m-common)), m-common, n-common
			if m == 0 {
				above = append(above[:i], above[i+1:]...)
				i--
			}
		}
		if n > 0 {
			below = append(below, power(base, whole(n)))
		}
	}
	return above, below
}

// collect gathers terms that differ by a number in front only: x + x becomes 2x, u - u vanishes.
func collect(terms []expr.Node) []expr.Node {
	if len(terms) < 2 || len(terms) > mostCompared {
		return terms
	}
	type like struct {
		coefficient
		rest expr.Node
		term expr.Node // the term as it was, while it is alone
	}
	likes := make([]like, 0, len(terms))
next:
	for _, t := range terms {
		negative := false
		body := t
		if neg, ok := t.(*expr.Neg); ok {
			negative, body = true, neg.X
		}
		c, factors := split(body)
		if negative {
			c.value = c.value.Neg()
		}
		rest := expr.Product(factors...)
		for i := range likes {
			l := &likes[i]
			if len(factors) > 0 && small(l.value) && small(c.value) && expr.Equal(l.rest, rest) {
				l.value = l.value.Add(c.value)
				l.numbers = append(append([]expr.Node(nil), l.numbers...), c.numbers...)
				l.term = nil
				continue next
			}
		}
		likes = append(likes, like{c, rest, t})
	}
	if len(likes) == len(terms) {
		return terms
	}
	gathered := make([]expr.Node, 0, len(likes))
	for _, l := range likes {
		switch {
		case l.term != nil:
			gathered = append(gathered, l.term)
		case l.value.Sign() != 0:
			front := coefficient{l.value, []expr.Node{number(l.value.Abs(), l.numbers...)}}
			gathered = append(gathered, front.times(factorsOf(l.rest)))
		}
	}
	return gathered
}

func factorsOf(n expr.Node) []expr.Node {
	if m, ok := n.(*expr.Mul); ok {
		return m.Factors
	}
	return []expr.Node{n}
}
