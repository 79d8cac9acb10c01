package slip

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// A subject is what a slip may be about. Subjects form sets.
type subject uint32

const (
	aDerivative subject = 1 << iota // one that is not carried out
	aSum
	aQuotient
	aPower
	aRoot
	aLogarithm
	aSeries
	indices // two different ones
	aSigmoid
	aChance // a probability
	aLabel
	anInput
	aTwo        // a 2 or a ½
	minusInside // the sigmoid of minus something
	aBar        // a quotient that is written in the line above or in the line typed
)

// seen are the subjects that have to be seen.
const seen = aSum | aQuotient | aPower | aRoot | aLogarithm | aTwo

// subjects returns what stands in the trees.
func (in *setting) subjects(trees []expr.Node) subject {
	var all subject
	var index expr.Node
	visit := func(n expr.Node) bool {
		all |= in.subject(n)
		s, name := n.(*expr.Symbol)
		if !name {
			return true
		}
		for _, i := range s.Index {
			if index != nil && !expr.Equal(index, i) {
				all |= indices
			}
			index = i
		}
		return false
	}
	for _, tree := range trees {
		if unfolded, ok := in.Scope.Unfold(tree); ok && unfolded != tree {
			expr.Walk(unfolded, visit)
		}
	}
	all &^= seen // behind a name nobody sees them
	for _, tree := range trees {
		expr.Walk(tree, visit)
	}
	return all
}

func (in *setting) subject(n expr.Node) subject {
	var all subject
	note := func(is bool, s subject) {
		if is {
			all |= s
		}
	}
	note(sample.Differentiates(n), aDerivative)
	note(in.chance(n), aChance)
	switch n := n.(type) {
	case *expr.Symbol:
		note(slices.Contains(in.letters(scope.Label), n.Name), aLabel)
		note(in.input(n), anInput)
	case *expr.Add:
		note(true, aSum)
	case *expr.Div:
		note(true, aQuotient)
	case *expr.Pow:
		note(true, aPower)
	case *expr.Series:
		note(!n.Product, aSeries)
	case *expr.Call:
		note(n.Func == expr.Exp, aPower)
		note(n.Func == expr.Sqrt || n.Func == expr.Cbrt, aRoot)
		note(n.Func == expr.LogBase || slices.Contains(logarithms, n.Func), aLogarithm)
		note(n.Func == expr.Sigmoid, aSigmoid)
	case *expr.Apply:
		note(n.Name == expr.Sigmoid.String() || in.Sigmoid(&expr.Apply{Name: n.Name, Index: n.Index, Args: n.Args}), aSigmoid)
	case *expr.Number:
		note(expr.Is(n, 2) || expr.IsHalf(n), aTwo)
	case *expr.Constant, *expr.Neg, *expr.Mul, *expr.Derivative:
	}
	if in.Sigmoid(n) {
		_, negative := expr.Unsigned(expr.Children(n)[0])
		note(negative, minusInside)
	}
	return all
}
