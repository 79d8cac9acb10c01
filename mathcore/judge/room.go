package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// harmless reports whether the part makes no joint on the domain.
func (p *pair) harmless(q joint.Part) bool {
	if q.Unsolved {
		return false
	}
	n := q.Node
	if q.Kind == joint.Count {
		n = q.Base
	}
	e, ok := joint.Enclosed(n, p.scope)
	switch q.Kind {
	case joint.Jump:
		return ok && !e.Contains(0) || p.ofValues(n)
	case joint.Edge, joint.Count:
		return ok && e.Lo >= 0
	}
	panic("judge: unknown joint")
}

// ofValues reports whether n is made of letters that have but few values, and sums of such, and nothing is derived: the laws of signs
// hold for these also where n is 0, since that is no isolated place.
func (p *pair) ofValues(n expr.Node) bool {
	if p.standing.contents().Derivatives() {
		return false
	}
	some, all := false, true
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Symbol:
			d, _ := p.scope.Domain(n)
			some, all = some || d.Finite(), all && d.Finite()
			return false
		case *expr.Series: // its ends only count
			inside := p.ofValues(n.Body)
			some, all = some || inside, all && inside
			return false
		case *expr.Number, *expr.Neg, *expr.Add, *expr.Mul:
		case *expr.Constant, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
			all = false
		}
		return all
	})
	return some && all
}

// vacuous reports whether the part is an edge that nothing ever falls off.
func (p *pair) vacuous(q joint.Part, t *trial) bool {
	if q.Kind != joint.Edge || expr.Contains(q.Node, isDerivative) || t.falls(q.Node) {
		return false
	}
	return algebra.NeverNegative(q.Node, p.scope) || p.isItsModulus(q.Node, t)
}

// falls reports whether n is negative at one of the first points, where no proof of the contrary need be tried.
func (t *trial) falls(n expr.Node) bool {
	const points = 6
	if len(t.instances) == 0 || expr.Contains(n, abstract) {
		return false
	}
	in := &t.instances[0]
	program, ok := eval.CompileUnder(in.meter, n, in.grid.vars)
	if !ok {
		return false
	}
	for k := range min(points, in.grid.size()) {
		point := in.grid.at(k)
		in.meter.Spend(2 + len(point))
		if v := program.Enclose(boxOf(point)); v.Status == eval.Defined && v.Hi < 0 {
			return true
		}
	}
	return false
}

// isItsModulus reports whether n, which is continuous, is proved to be |n|.
func (p *pair) isItsModulus(n expr.Node, t *trial) bool {
	for _, q := range joint.Parts(n, p.scope) {
		if q.Bound || !p.harmless(q) && !p.vacuous(q, t) {
			return false
		}
	}
	return algebra.Equal(n, expr.Of(expr.Abs, n), p.scope) == algebra.Proved
}

// thin reports whether all zeros of n are found, and n is 0 in no region: e^x-√(e^(2x)) is 0 everywhere, and makes no joint.
func (p *pair) thin(n expr.Node) bool {
	_, all := joint.Zeros(n, p.scope)
	return all
}

// narrow reports whether a side has a value at joints alone: something must not be negative that nowhere is positive.
func (p *pair) narrow(parts []joint.Part) bool {
	if algebra.NoValue(p.left, p.scope) || algebra.NoValue(p.right, p.scope) {
		return true
	}
	if p.contents().Calls(expr.Where) {
		return false // what is not chosen need not have a value
	}
	var edges []expr.Node
	for _, q := range parts {
		if q.Kind != joint.Edge || q.Bound {
			continue
		}
		e, ok := joint.Enclosed(q.Node, p.scope)
		switch {
		case ok && e.Hi < 0:
			return true
		case len(expr.Symbols(q.Node)) == 0: // if it is 0, it is so everywhere
			continue
		case ok && e.Hi <= 0 || neverPositive(q.Node, p.scope):
			if p.thin(q.Node) {
				return true
			}
		}
		for _, other := range edges {
			if algebra.Equal(q.Node, expr.Negative(other), p.scope) == algebra.Proved && p.thin(q.Node) || p.exclude(q.Node, other) {
				return true
			}
		}
		edges = append(edges, q.Node)
	}
	return false
}

// exclude reports whether 1+u and 1-u, say, are never positive together: their product is not where 1-u² is not.
func (p *pair) exclude(a, b expr.Node) bool {
	sum, ok := algebra.Simplified(expr.Sum(a, b), p.scope)
	return ok && isPositiveNumber(sum) && neverPositive(expr.Product(a, b), p.scope)
}

// neverPositive reports whether it is proved that n is positive nowhere.
func neverPositive(n expr.Node, sc *scope.Scope) bool {
	return algebra.Impossible([]algebra.Demand{{Node: stripped(calculus.Tidy(n)), Positive: true}}, sc)
}

func isChoice(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Where
}

// roomy reports whether every point at which both sides have values has others beside it, in all directions but those in
// which an edge ends: the edges are linear in all letters, and somewhere all are positive, so they bound a convex set with
// an inside.
func (t *trial) roomy(parts []joint.Part, sc *scope.Scope) bool {
	for i := range t.instances {
		if t.instances[i].roomy(parts, sc) {
			return true
		}
	}
	return false
}

// inside reports whether all edges are positive at the point.
func (in *instance) inside(edges []*eval.Program, point []*big.Rat) bool {
	box := boxOf(point)
	for _, e := range edges {
		if v := e.Enclose(box); v.Status != eval.Defined || v.Lo <= 0 {
			return false
		}
	}
	return true
}

func boxOf(point []*big.Rat) []eval.Interval {
	box := make([]eval.Interval, len(point))
	for i, r := range point {
		box[i] = eval.Around(r)
	}
	return box
}

// isLinear reports whether n is a sum of multiples of letters by numbers.
func isLinear(n expr.Node, s *expr.Symbol) bool {
	switch n := n.(type) {
	case *expr.Symbol, *expr.Number, *expr.Constant:
		return true
	case *expr.Neg:
		return isLinear(n.X, s)
	case *expr.Add:
		return !slices.ContainsFunc(n.Terms, func(t expr.Node) bool { return !isLinear(t, s) })
	case *expr.Mul:
		held := 0
		for _, f := range n.Factors {
			if !expr.Mentions(f, s) {
				if len(expr.Symbols(f)) > 0 {
					return false
				}
				continue
			}
			held++
			if !isLinear(f, s) {
				return false
			}
		}
		return held <= 1
	case *expr.Div:
		return len(expr.Symbols(n.Den)) == 0 && isLinear(n.Num, s)
	case *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return !expr.Mentions(n, s) && len(expr.Symbols(n)) == 0
}

func (in *instance) roomy(parts []joint.Part, sc *scope.Scope) bool {
	if slices.ContainsFunc(parts, func(q joint.Part) bool { return q.Bound }) {
		parts = joint.Parts(expr.Minus(in.pair.left, in.pair.right), sc)
	}
	var edges []*eval.Program
	for _, q := range parts {
		n := q.Node
		for _, s := range expr.Symbols(n) {
			if !isLinear(n, s) {
				return false
			}
		}
		p, ok := eval.CompileUnder(in.meter, n, in.grid.vars)
		if !ok {
			return false
		}
		edges = append(edges, p)
	}
	for k := range in.grid.size() {
		point := in.grid.at(k)
		in.meter.Spend(len(edges) * (2 + len(point)))
		if in.inside(edges, point) {
			return true
		}
	}
	return false
}
