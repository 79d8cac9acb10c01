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

// That no point was found at which both sides have a value does not prove that there is none. What functions ask of their arguments
// does, where it cannot hold together: below a root nothing is negative, below a logarithm all is positive.

// provedNowhere reports whether it is proved that the sides have no values together, joints apart, and says why.
func (t *trial) provedNowhere(sc *scope.Scope) (proved bool, v Verdict) {
	if !t.perhaps && t.tried > 0 && t.pair.ofNumbers() { // all there is was tried
		return true, Verdict{Relation: Undefined}
	}
	standing := expr.Minus(t.pair.standing.left, t.pair.standing.right)
	a, b := t.freed()
	for i, n := range []expr.Node{a, b} {
		if e, ok := joint.Enclosure(n, sc); ok && e.Status == eval.Undefined {
			return true, Verdict{Relation: Undefined, Side: []Side{Left, Right}[i], Fault: e.Fault, throughout: !expr.Contains(standing, isDerivative)}
		}
	}
	v.Relation, v.throughout = Undefined, !expr.Contains(standing, isDerivative) && !expr.Contains(standing, changes)
	if v.Side = t.sideWithoutValue(sc); v.Side != Neither {
		n := t.a
		if v.Side == Right {
			n = t.b
		}
		v.Fault = whyNowhere(n, sc)
		return true, v
	}
	if failsAtAll(a, b, sc) {
		return true, v
	}
	left, leftFault := nowhereTogether(sc, a)
	right, rightFault := nowhereTogether(sc, b)
	switch v.Side = sideOf(left, right); v.Side {
	case Left, Both:
		v.Fault = leftFault
	case Right:
		v.Fault = rightFault
	case Neither:
		proved, _ = nowhereTogether(sc, a, b)
		return proved, v
	}
	return true, v
}

// meeting returns points at which both sides may have a value, where none is known.
func (t *trial) meeting(sc *scope.Scope) []algebra.Point {
	if t.both > 0 || t.pair.areAbstract(t.a, t.b) {
		return nil
	}
	c := demands{sc: sc}
	c.collect(t.a)
	c.collect(t.b)
	size := 0
	for _, d := range c.all {
		size += expr.Size(d.Node)
	}
	if len(c.all) < 2 || size > mostDemanded {
		return nil
	}
	return algebra.Meeting(c.plain(), sc)
}

// sideOf names the sides of which something holds.
func sideOf(left, right bool) Side {
	switch {
	case left && right:
		return Both
	case left:
		return Left
	case right:
		return Right
	}
	return Neither
}

// changes reports whether algebra knows of n what it is beside its joints alone.
func changes(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return n.Func == expr.Sign || n.Func == expr.Delta || n.Func == expr.Where
	case *expr.Pow:
		_, number := expr.RationalOf(n.Exp)
		return !number && !expr.IsE(n.Base)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// mostPoints bounds how many points are tried of domains that hold a few.
const mostPoints = 64

// failsAtAll reports whether the letters have a few values each, and at no point of them both sides have one.
func failsAtAll(a, b expr.Node, sc *scope.Scope) bool {
	vars := expr.Symbols(a, b)
	if len(vars) == 0 || eitherContains(a, b, abstract) {
		return false
	}
	points := [][]*big.Rat{nil}
	for _, s := range vars {
		d, _ := sc.Domain(s)
		if !d.Finite() || len(d.Set)*len(points) > mostPoints {
			return false
		}
		var longer [][]*big.Rat
		for _, point := range points {
			for _, r := range d.Set {
				longer = append(longer, append(slices.Clip(point), r))
			}
		}
		points = longer
	}
	p, okA := eval.CompileUnder(sc.Meter(), a, vars)
	q, okB := eval.CompileUnder(sc.Meter(), b, vars)
	return okA && okB && !slices.ContainsFunc(points, func(point []*big.Rat) bool {
		box := boxOf(point)
		return p.Enclose(box).Status != eval.Undefined && q.Enclose(box).Status != eval.Undefined
	})
}

// nowhereTogether reports whether it is proved that at no point, joints apart, all have values, and why not, if one thing is asked
// for in vain.
func nowhereTogether(sc *scope.Scope, all ...expr.Node) (nowhere bool, why eval.Fault) {
	if !slices.ContainsFunc(all, func(n expr.Node) bool { return expr.Contains(n, asks) }) {
		return false, why
	}
	c := demands{sc: sc}
	for _, n := range all {
		c.collect(n)
	}
	if c.failed != eval.NoFault {
		return true, c.failed
	}
	c.ofSums()
	demanded := c.plain()
	if len(demanded) == 0 || !algebra.Impossible(demanded, sc) {
		return false, why
	}
	for i, d := range demanded {
		if algebra.Impossible([]algebra.Demand{d}, sc) {
			return true, c.faults[i]
		}
	}
	return true, why
}

// asks reports whether n has no value for some values of its parts.
func asks(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return isPartial(n.Func) || hasPoles(n.Func) || n.Func == expr.Factorial
	case *expr.Pow:
		r, ok := expr.RationalOf(n.Exp)
		return !expr.IsE(n.Base) && (!ok || !r.IsInt() || r.Sign() <= 0)
	case *expr.Div:
		return len(expr.Symbols(n.Den)) > 0 || eval.Rational(n.Den) == nil
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// What is asked for at once is bounded: how many demands there are, and how large they may be together where points are sought.
const (
	mostDemands  = 16
	mostDemanded = 400
)

// Demands are what must hold where expressions have a value.
type demands struct {
	sc     *scope.Scope
	all    []algebra.Demand
	faults []eval.Fault // what is wrong where they fail
	failed eval.Fault   // of a part that has no value anywhere
}

// plain returns the demands without the increasing functions around them.
func (c *demands) plain() []algebra.Demand {
	all := slices.Clone(c.all)
	for i, d := range all {
		c.sc.Meter().Spend(expr.Size(d.Node))
		all[i].Node = stripped(calculus.Tidy(d.Node))
	}
	return all
}

// needed returns what must not be negative for n to have a value.
func needed(n expr.Node, sc *scope.Scope) []expr.Node {
	c := demands{sc: sc}
	c.collect(n)
	all := make([]expr.Node, len(c.all))
	for i, d := range c.all {
		all[i] = d.Node
	}
	return all
}

func (c *demands) add(n expr.Node, positive bool, fault eval.Fault) {
	known := func(d algebra.Demand) bool { return d.Positive == positive && expr.Equal(d.Node, n) }
	if len(c.all) < mostDemands && !slices.ContainsFunc(c.all, known) {
		c.all, c.faults = append(c.all, algebra.Demand{Node: n, Positive: positive}), append(c.faults, fault)
	}
}

// collect adds what n asks for.
func (c *demands) collect(n expr.Node) {
	switch n := n.(type) {
	case *expr.Call:
		if n.Func == expr.Where {
			c.collect(n.Args[0]) // what is not chosen need not have a value
			return
		}
		c.call(n)
	case *expr.Pow:
		r, ok := expr.RationalOf(n.Exp)
		switch base := eval.Rational(n.Base); {
		case ok && !r.IsInt() && !expr.IsE(n.Base):
			c.add(n.Base, r.Sign() < 0, eval.PowerUndefined)
		case !ok && base != nil && base.Sign() == 0:
			c.add(n.Exp, true, eval.PowerUndefined)
		}
	case *expr.Div:
		if c.isNothing(n.Den) {
			c.failed = eval.DivisionByZero
		}
		for _, f := range factors(n.Den) {
			if root, ok := f.(*expr.Call); ok && root.Func == expr.Sqrt {
				c.add(root.Args[0], true, eval.RootOfNegative)
			}
		}
	case *expr.Series:
		c.series(n)
		return
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative:
	}
	for _, part := range expr.Children(n) {
		c.collect(part)
	}
}

func (c *demands) call(n *expr.Call) {
	u := n.Args[0]
	if _, why := needsNonzero(n); why != eval.NoFault && c.isNothing(u) {
		c.failed = why
	}
	both := func(positive bool) { // u lies between -1 and 1
		c.add(expr.Minus(expr.Int(1), u), positive, eval.OutOfDomain)
		c.add(expr.Sum(expr.Int(1), u), positive, eval.OutOfDomain)
	}
	switch n.Func { //nolint:exhaustive // the others ask for nothing, or for what holds in regions
	case expr.Ln, expr.Log2, expr.Log10:
		c.add(u, true, eval.LogOfNonPositive)
	case expr.LogBase:
		c.add(u, true, eval.LogOfNonPositive)
		c.add(n.Args[1], true, eval.LogOfNonPositive)
	case expr.Logit:
		c.add(u, true, eval.LogOfNonPositive)
		c.add(expr.Minus(expr.Int(1), u), true, eval.OutOfDomain)
	case expr.Sqrt:
		c.add(u, false, eval.RootOfNegative)
	case expr.Factorial:
		c.add(u, false, eval.NotWhole)
	case expr.Asin, expr.Acos:
		both(false)
	case expr.Atanh:
		both(true)
	case expr.Acosh:
		if q, ok := u.(*expr.Div); ok && isPositiveNumber(q.Num) { // a/v is 1 at least where v lies between 0 and a
			c.add(q.Den, true, eval.OutOfDomain)
			c.add(expr.Minus(q.Num, q.Den), false, eval.OutOfDomain)
			return
		}
		c.add(expr.Minus(u, expr.Int(1)), false, eval.OutOfDomain)
	}
}

// isNothing reports whether n is written as a number that is proved to be 0, as √(3+2√2)-1-√2 is.
func (c *demands) isNothing(n expr.Node) bool {
	if !expr.Contains(n, isRoot) || len(expr.Symbols(n)) > 0 {
		return false // algebra sees to the others
	}
	e, ok := joint.Enclosed(n, c.sc)
	return ok && e.Contains(0) && isZero(n, c.sc)
}
