package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// add returns the sum of tidy terms: nested sums flattened, a minus before them too, zeros dropped, numbers and like
// terms added up.
func add(terms []expr.Node) expr.Node {
	flat := make([]expr.Node, 0, len(terms))
	total, first := rat.Int(0), -1
	var numbers []expr.Node
	var take func(terms []expr.Node, negative bool)
	take = func(terms []expr.Node, negative bool) {
		for _, t := range terms {
			if nested, minus := sumIn(t); nested != nil {
				take(nested.Terms, negative != minus)
				continue
			}
			if negative {
				t = negate(t)
			}
			if v, ok := value(t); ok && small(v) && small(total) {
				if first < 0 && v.Sign() != 0 {
					first = len(flat)
				}
				total = total.Add(v)
				numbers = append(numbers, t)
				continue
			}
			flat = append(flat, t)
		}
	}
	take(terms, false)
	if gathered := collect(flat); len(gathered) != len(flat) {
		flat, first = gathered, min(first, len(gathered))
	}
	if total.Sign() != 0 {
		sum := number(total, numbers...)
		if len(numbers) == 1 {
			sum = numbers[0]
		}
		flat = slices.Insert(flat, max(first, 0), sum)
	}
	return expr.Sum(flat...)
}

// sumIn returns the sum that n is or negates.
func sumIn(n expr.Node) (sum *expr.Add, negative bool) {
	if neg, ok := n.(*expr.Neg); ok {
		sum, _ = neg.X.(*expr.Add)
		return sum, true
	}
	sum, _ = n.(*expr.Add)
	return sum, false
}

// negate returns the negation of a tidy tree.
func negate(n expr.Node) expr.Node {
	if isZero(n) {
		return n
	}
	if neg, ok := n.(*expr.Neg); ok {
		return neg.X
	}
	return expr.Negative(n)
}
