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
	standing := expr.Minus(t.pair.standing.left, t.pair.standing.right)
	v.Relation, v.throughout = Undefined, !expr.Contains(standing, isDerivative) && !expr.Contains(standing, changes)
	if v.Side = t.sideWithoutValue(sc); v.Side != Neither {
		n := t.a
		if v.Side == Right {
			n = t.b
		}
		v.Fault = whyNowhere(n, sc)
		return true, v
	}
	a, b := t.freed()
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
	for _, n := range all {
		if e, ok := joint.Enclosure(n, sc); ok && e.Status == eval.Undefined {
			return true, e.Fault
		}
	}
	c := demands{sc: sc}
	for _, n := range all {
		c.collect(n)
	}
	if c.failed != eval.NoFault {
		return true, c.failed
	}
	if len(c.all) == 0 || !algebra.Impossible(c.all, sc) {
		return false, why
	}
	for i, d := range c.all {
		if algebra.Impossible([]algebra.Demand{d}, sc) {
			return true, c.faults[i]
		}
	}
	return true, why
}

// mostDemands bounds how much is asked for at once.
const mostDemands = 16

// Demands are what must hold where expressions have a value.
type demands struct {
	sc     *scope.Scope
	all    []algebra.Demand
	faults []eval.Fault // what is wrong where they fail
	failed eval.Fault   // of a term of a sum that has no value anywhere
}

func (c *demands) add(n expr.Node, positive bool, fault eval.Fault) {
	c.sc.Meter().Spend(expr.Size(n))
	n, positive = stripped(calculus.Tidy(n), positive)
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
	case expr.Asin, expr.Acos:
		both(false)
	case expr.Atanh:
		both(true)
	case expr.Acosh:
		c.add(expr.Minus(u, expr.Int(1)), false, eval.OutOfDomain)
	}
}

// series adds what terms of a sum ask for that it surely has: the first, the last, and those that divide by 0 for a certain index.
func (c *demands) series(n *expr.Series) {
	if n.Lo == nil || n.Hi == nil || !c.reaches(n.Lo, n.Hi) {
		return
	}
	c.collect(expr.Substitute(n.Body, n.Index, n.Lo))
	at := []expr.Node{n.Lo, n.Hi}
	expr.Walk(n.Body, func(m expr.Node) bool {
		if d, ok := m.(*expr.Div); ok && expr.Mentions(d.Den, n.Index) {
			places, _ := (joint.Part{Node: d.Den}).Places(c.sc)
			for _, place := range places {
				if r := eval.Rational(place.Value); expr.Equal(place.Symbol, n.Index) && r != nil && r.IsInt() &&
					c.reaches(n.Lo, place.Value) && c.reaches(place.Value, n.Hi) {
					at = append(at, place.Value)
				}
			}
		}
		return !isSeries(m)
	})
	for _, index := range at {
		if term := expr.Substitute(n.Body, n.Index, index); hasNoValue(term, c.sc) {
			c.failed = max(whyNowhere(term, c.sc), eval.DivisionByZero)
			return
		}
	}
}

// reaches reports whether the whole number lo is surely no greater than hi.
func (c *demands) reaches(lo, hi expr.Node) bool {
	e, ok := joint.Enclosed(calculus.Tidy(expr.Minus(hi, lo)), c.sc)
	return ok && e.Lo >= 0
}

// stripped returns what must be positive, or not negative, where n must: of ln u it is u - 1, of e^u - e^v it is u - v.
func stripped(n expr.Node, positive bool) (expr.Node, bool) {
	for {
		inner := withoutMonotone(n)
		if inner == nil {
			return n, positive
		}
		n = calculus.Tidy(inner)
	}
}

// withoutMonotone returns what has the sign of n and holds a function less; nil where n is no such thing.
func withoutMonotone(n expr.Node) expr.Node {
	above, below := []expr.Node{}, []expr.Node{}
	terms := []expr.Node{n}
	if sum, ok := n.(*expr.Add); ok {
		terms = sum.Terms
	}
	for _, t := range terms {
		if t, negative := expr.Unsigned(t); negative {
			below = append(below, t)
		} else {
			above = append(above, t)
		}
	}
	if len(above) > 1 || len(below) > 1 {
		return nil
	}
	f := monotone(append(above, below...))
	if f == nil {
		return nil
	}
	sides := [2]expr.Node{}
	for i, t := range [][]expr.Node{above, below} {
		value := expr.Int(0)
		if len(t) > 0 {
			value = t[0]
		}
		if sides[i] = f.before(value); sides[i] == nil {
			return nil
		}
	}
	return expr.Minus(sides[0], sides[1])
}

// An increasing function has a value u before it for some values: ln u is v where u is e^v.
type increasing struct {
	is     func(n expr.Node) (u expr.Node, ok bool)
	number func(v expr.Node) expr.Node // nil where no u has that value
}

// before returns what the function is taken of to be n; nil where that is not known.
func (f *increasing) before(n expr.Node) expr.Node {
	if u, ok := f.is(n); ok {
		return u
	}
	if eval.Rational(n) == nil && len(expr.Symbols(n)) > 0 {
		return nil
	}
	return f.number(n)
}

var (
	logarithm = increasing{
		is: func(n expr.Node) (expr.Node, bool) {
			c, ok := n.(*expr.Call)
			if !ok || c.Func != expr.Ln {
				return nil, false
			}
			return c.Args[0], true
		},
		number: func(v expr.Node) expr.Node { return expr.Of(expr.Exp, v) },
	}
	exponential = increasing{
		is: func(n expr.Node) (expr.Node, bool) {
			if p, ok := n.(*expr.Pow); ok && expr.IsE(p.Base) {
				return p.Exp, true
			}
			if c, ok := n.(*expr.Call); ok && c.Func == expr.Exp {
				return c.Args[0], true
			}
			return nil, false
		},
		number: func(v expr.Node) expr.Node {
			if r := eval.Rational(v); r == nil || r.Sign() <= 0 {
				return nil
			} else if r.IsInt() && r.Num().IsInt64() && r.Num().Int64() == 1 {
				return expr.Int(0)
			}
			return expr.Of(expr.Ln, v)
		},
	}
)

// monotone returns the function that one of the terms with letters is.
func monotone(terms []expr.Node) *increasing {
	for _, f := range []*increasing{&logarithm, &exponential} {
		if slices.ContainsFunc(terms, func(t expr.Node) bool {
			u, ok := f.is(t)
			return ok && len(expr.Symbols(u)) > 0
		}) {
			return f
		}
	}
	return nil
}
