package diagnose

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// largest is how many nodes a line may have in which slips are searched for.
const largest = 200

// forms returns the line above, ways to write it in which other slips can be made, and the given forms of the right
// result.
func forms(from expr.Node, right []expr.Node, in *setting) []expr.Node {
	all := []expr.Node{from}
	add := func(n expr.Node) {
		size := expr.SizeUpTo(n, largest+1)
		in.sc.Meter().Spend(size)
		if size <= largest && !slices.ContainsFunc(all, func(m expr.Node) bool { return expr.Equal(m, n) }) {
			all = append(all, n)
		}
	}
	if expr.Contains(from, differentiates) {
		add(fold(from))
		add(raise(from))
	}
	if resolved, ok := calculus.Resolve(from, in.sc); ok {
		in.sc.Meter().Spend(4 * expr.Size(resolved))
		add(calculus.Tidy(resolved))
	}
	for _, r := range right {
		add(r)
	}
	for _, n := range slices.Clone(all) {
		add(expr.Map(n, overCommon))
	}
	if unfolded, ok := in.sc.Unfold(from); ok {
		add(unfolded)
	}
	return all
}

func differentiates(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Derivative:
		return true
	case *expr.Apply:
		return n.Primes > 0
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call,
		*expr.Series:
	}
	return false
}

// overCommon writes the sum of two fractions over the product of their denominators, with nothing multiplied out.
func overCommon(n expr.Node) expr.Node {
	list := terms(n)
	if len(list) != 2 {
		return n
	}
	a, b, okA := fraction(list[0])
	c, d, okC := fraction(list[1])
	if !okA || !okC {
		return n
	}
	return expr.Quotient(expr.Sum(times(a, d), times(c, b)), expr.Product(b, d))
}

// times returns the product with the sign of the first factor in front.
func times(a, b expr.Node) expr.Node {
	bare, negative := unsigned(a)
	product := expr.Product(append(slices.Clone(factors(bare)), b)...)
	if negative {
		return expr.Negative(product)
	}
	return product
}

// raise writes 1/u behind an operator as a power, as those do who differentiate it by the power rule.
func raise(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Derivative)
		if !ok {
			return n
		}
		q, ok := d.Body.(*expr.Div)
		if !ok || !is(q.Num, 1) || isNumber(q.Den) {
			return n
		}
		return &expr.Derivative{Var: d.Var, Body: expr.Power(q.Den, expr.Int(-1)), Order: d.Order}
	})
}

// fold writes f'(x) with an operator and 1/(1+e^-u) as the sigmoid, so that the slips of its derivative can be made.
func fold(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if prime, ok := n.(*expr.Apply); ok {
			if x, ok := primeOf(prime); ok {
				return &expr.Derivative{Var: x, Body: &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}, Order: 1}
			}
		}
		q, ok := n.(*expr.Div)
		if !ok || !is(q.Num, 1) || len(terms(q.Den)) != 2 {
			return n
		}
		for i, t := range terms(q.Den) {
			if base, exponent, ok := powerOf(t); ok && isE(base) && is(terms(q.Den)[1-i], 1) {
				return expr.Of(expr.Sigmoid, opposite(exponent))
			}
		}
		return n
	})
}
