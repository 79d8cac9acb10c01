package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// largest is how many nodes a line may have in which slips are searched for.
const largest = 200

// forms returns the line above, ways to write it in which other slips can be made, and the given forms of the right
// result. The plain ones come first: the line above, what its rules give, and the given forms.
func forms(from expr.Node, right []expr.Node, in *setting) (all []expr.Node, plain int) {
	all = []expr.Node{from}
	add := func(n expr.Node) {
		size := expr.SizeUpTo(n, largest+1)
		in.Scope.Meter().Spend(size)
		if size <= largest && !slices.ContainsFunc(all, func(m expr.Node) bool { return expr.Equal(m, n) }) {
			all = append(all, n)
		}
	}
	if expr.Contains(from, sample.Differentiates) {
		add(fold(from))
		add(sample.Raise(from))
	}
	if resolved, ok := calculus.Resolve(from, in.Scope); ok {
		in.Scope.Meter().Spend(4 * expr.Size(resolved))
		add(calculus.Tidy(resolved))
	}
	for _, r := range right {
		add(r)
	}
	plain = len(all)
	for _, n := range slices.Clone(all) {
		add(expr.Map(n, sample.OverCommon))
	}
	if unfolded, ok := in.Scope.Unfold(from); ok {
		add(unfolded)
	}
	return all, plain
}

// fold writes f'(x) with an operator and 1/(1+e^-u) as the sigmoid, so that the slips of its derivative can be made.
func fold(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if prime, ok := n.(*expr.Apply); ok {
			if x, ok := sample.PrimeOf(prime); ok {
				return &expr.Derivative{Var: x, Body: &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}, Order: 1}
			}
		}
		q, ok := n.(*expr.Div)
		if !ok || !expr.Is(q.Num, 1) || len(expr.Terms(q.Den)) != 2 {
			return n
		}
		for i, t := range expr.Terms(q.Den) {
			if base, exponent, ok := expr.PowerOf(t); ok && expr.IsE(base) && expr.Is(expr.Terms(q.Den)[1-i], 1) {
				return expr.Of(expr.Sigmoid, expr.Opposite(exponent))
			}
		}
		return n
	})
}
