package joint

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// At returns what n is worth at the place, as an expression in the other letters. A derivative has a value there if both
// one-sided derivatives exist and agree. What it is may be known only where some expressions are not 0 at the place: then the
// result has no value where one of them is, and they are returned. It reports false where nothing is found out.
func At(n expr.Node, place Place, sc *scope.Scope) (is expr.Node, apart []expr.Node, ok bool) {
	a := visit{place: place, sc: sc, ok: true}
	is = a.node(n)
	for _, u := range a.apart {
		is = expr.Sum(is, expr.Quotient(expr.Int(0), u))
	}
	return is, a.apart, a.ok
}

type visit struct {
	place Place
	sc    *scope.Scope
	ok    bool
	apart []expr.Node // what is taken not to be 0
}

// Wide reports whether n is a function that may be 0 in a region and not 0 in another.
func Wide(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch c.Func { //nolint:exhaustive // the others are analytic
	case expr.Abs, expr.Max, expr.Min, expr.Sign, expr.Delta, expr.Where:
		return true
	}
	return false
}

// mostApart bounds how many expressions are taken not to be 0.
const mostApart = 3

// takeApart takes u, in which other letters stand, not to be 0, and so none of its factors. It reports false where there are too many such.
func (a *visit) takeApart(u expr.Node) bool {
	switch n := u.(type) {
	case *expr.Neg:
		return a.takeApart(n.X)
	case *expr.Mul:
		for _, f := range n.Factors {
			if r, isNumber := exactly(f); (!isNumber || r.Sign() == 0) && !a.takeApart(f) {
				return false
			}
		}
		return true
	case *expr.Call:
		if n.Func == expr.Abs || n.Func == expr.Sign {
			return a.takeApart(n.Args[0])
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	if len(expr.Symbols(u)) == 0 || expr.Contains(u, isOperator) {
		return false
	}
	if !MayCount(u, a.sc) {
		if expr.Contains(u, Wide) && !jumps(u) { // bars may resolve
			if simple, ok := algebra.Simplified(u, a.sc); ok {
				u = simple
			}
		}
		if !expr.Contains(u, Wide) {
			if zeros, all := Zeros(u, a.sc); all && len(zeros) == 0 {
				return true
			}
		}
	}
	if slices.ContainsFunc(a.apart, func(v expr.Node) bool { return expr.Equal(u, v) }) {
		return true
	}
	a.apart = append(a.apart, u)
	return len(a.apart) <= mostApart
}

func (a *visit) fail(n expr.Node) expr.Node {
	a.ok = false
	return n
}

// put puts the value of the letter in, and takes the cases of which the condition then is a number. What functions are taken of at
// their joints is put in as a number where it is proved to be one, as in sign((√2)^2 - 2).
func (a *visit) put(n expr.Node) expr.Node {
	n = expr.Substitute(n, a.place.Symbol, a.place.Value)
	n = expr.Map(n, a.exactAtJoint)
	if !expr.Contains(n, isChoice) {
		return n
	}
	return expr.Map(n, func(n expr.Node) expr.Node {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != expr.Where {
			return n
		}
		e, ok := enclosure(c.Args[0], a.sc)
		switch {
		case !ok || e.Status != eval.Defined || e.Lo != e.Hi:
			return n
		case e.Lo == 1:
			return c.Args[1]
		}
		return c.Args[2]
	})
}

// exactAtJoint returns n with the number that it is taken of, if that is proved to be a joint of it.
func (a *visit) exactAtJoint(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Call:
		u := n.Args[0]
		switch n.Func { //nolint:exhaustive // the others have no joints at single values
		case expr.Sign, expr.Sqrt:
			if a.vanishes(u) {
				return expr.Int(0)
			}
		case expr.Delta:
			difference := expr.Minus(u, n.Args[1])
			if expr.Equal(u, n.Args[1]) && expr.Total(u) || a.vanishes(difference) {
				return expr.Int(1)
			}
			if e, ok := Enclosed(difference, a.sc); ok && len(expr.Symbols(difference)) == 0 && !e.Contains(0) {
				return expr.Int(0)
			}
		case expr.Asin, expr.Acos, expr.Acosh:
			for _, end := range []int64{1, -1} {
				if a.vanishes(expr.Minus(u, expr.Int(end))) {
					return expr.Of(n.Func, expr.Int(end))
				}
			}
		}
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && !r.IsInt() && r.Sign() > 0 && a.vanishes(n.Base) {
			return expr.Int(0)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return n
}

// vanishes reports whether n is a number that is written with functions, and 0, whatever whole number the counter of the place
// is.
func (a *visit) vanishes(n expr.Node) bool {
	counted := func(s *expr.Symbol) bool { return a.place.Counter != nil && expr.Equal(s, a.place.Counter) }
	letters := expr.Symbols(n)
	if _, isNumber := expr.RationalOf(n); isNumber || len(letters) > 1 || len(letters) == 1 && (!counted(letters[0]) || expr.Contains(n, Wide)) {
		return false
	}
	e, ok := enclosure(n, a.sc)
	return ok && e.Status == eval.Defined && e.Contains(0) && algebra.Equal(n, expr.Int(0), a.sc) == algebra.Proved
}

func isDerivative(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}

// Beside returns what n is at the place when it is approached from either side, along the letter that is determined there.
// It reports false where that is not found out.
func Beside(n expr.Node, place Place, sc *scope.Scope) (right, left expr.Node, ok bool) {
	if expr.Contains(n, isDerivative) || expr.Mentions(place.Value, place.Symbol) {
		return nil, nil, false
	}
	a := visit{place: place, sc: sc, ok: true}
	d := &expr.Derivative{Var: place.Symbol, Body: n, Order: 1}
	r, l := a.side(d, 1), a.side(d, -1)
	if r.without || l.without {
		return nil, nil, false
	}
	right, left = a.put(r.is), a.put(l.is)
	return right, left, a.ok && len(a.apart) == 0
}

// Same returns what is 1 where both have the same value and 0 where they have not; nil where they always have.
func Same(l, r expr.Node, sc *scope.Scope) expr.Node {
	a := visit{sc: sc}
	return a.agree(l, r)
}

// nothing has no value.
var nothing = expr.Quotient(expr.Int(1), expr.Int(0))

// derivative returns the value of a derivative at the place: the slope to the right, if that to the left is the same.
func (a *visit) derivative(d *expr.Derivative) expr.Node {
	if !expr.Equal(d.Var, a.place.Symbol) && !expr.Mentions(a.place.Value, d.Var) {
		return &expr.Derivative{Var: d.Var, Body: a.node(d.Body), Order: d.Order}
	}
	open := Open(d, a.sc)
	if len(open) == 0 {
		resolved, ok := calculus.Resolve(Steadied(d, a.sc), a.sc)
		if !ok {
			return a.fail(d)
		}
		return a.where(d.Body, a.put(resolved))
	}
	right, left := a.side(d, 1), a.side(d, -1)
	if !a.ok {
		return d
	}
	if right.without || left.without {
		return nothing
	}
	if right.steep || left.steep {
		return a.fail(d)
	}
	var value expr.Node
	factors := []expr.Node{}
	if jumps(d.Body) || expr.Contains(d.Body, isDerivative) {
		there := a.node(d.Body)
		for _, s := range []beside{right, left} {
			factors = append(factors, a.agree(there, a.slope(s.is, d.Var, 0)))
		}
	}
	for k := 1; k <= d.Order; k++ {
		value = a.slope(right.is, d.Var, k)
		factors = append(factors, a.agree(value, a.slope(left.is, d.Var, k)))
	}
	for _, f := range factors {
		if f != nil {
			value = expr.Quotient(value, f)
		}
	}
	return a.where(d.Body, value)
}

// where returns the value of a derivative at the place, which has none unless what is derived has one there.
func (a *visit) where(body, value expr.Node) expr.Node {
	there := a.node(body)
	if !a.ok {
		return value
	}
	switch e, ok := enclosure(there, a.sc); {
	case ok && e.Status == eval.Defined:
		return value
	case ok && e.Status == eval.Undefined:
		return nothing
	}
	return expr.Sum(value, expr.Product(expr.Int(0), there))
}

// slope returns the value of the derivative of that order at the place.
func (a *visit) slope(n expr.Node, by *expr.Symbol, order int) expr.Node {
	if order > 0 {
		n = &expr.Derivative{Var: by, Body: n, Order: order}
	}
	resolved, ok := calculus.Resolve(Steadied(n, a.sc), a.sc)
	if !ok {
		return a.fail(n)
	}
	there := calculus.Tidy(a.put(resolved))
	if simple, ok := algebra.Simplified(there, a.sc); ok && !MayCount(there, a.sc) && len(expr.Symbols(simple)) < len(expr.Symbols(there)) {
		return simple
	}
	return there
}

// agree returns what is 1 where both have the same value and 0 where they have not; nil where they always have.
func (a *visit) agree(l, r expr.Node) expr.Node {
	difference := expr.Minus(l, r)
	if a.proved(l, r) {
		return nil
	}
	return expr.Minus(expr.Int(1), expr.Power(expr.Of(expr.Sign, difference), expr.Int(2)))
}

// proved reports whether both are proved to be the same.
func (a *visit) proved(l, r expr.Node) bool {
	return !MayCount(l, a.sc) && !MayCount(r, a.sc) && algebra.Equal(l, r, a.sc) == algebra.Proved
}

// jumps reports whether n may have another value at a point than beside it.
func jumps(n expr.Node) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		return ok && (c.Func == expr.Sign || c.Func == expr.Delta || c.Func == expr.Where)
	})
}

// side finds what the body of d is close to the place on one side: where the variable is somewhat larger (1) or smaller
// (-1).
func (a *visit) side(d *expr.Derivative, toward int) beside {
	s := beside{visit: a, by: d.Var, toward: toward, order: d.Order}
	s.is = s.node(d.Body)
	return s
}

func (a *visit) node(n expr.Node) expr.Node {
	if !a.ok {
		return n
	}
	if d, ok := n.(*expr.Derivative); ok {
		return a.derivative(d)
	}
	if !expr.Contains(n, isDerivative) {
		return a.put(n)
	}
	if _, isSeries := n.(*expr.Series); isSeries && len(Open(n, a.sc)) > 0 {
		return a.fail(n)
	}
	parts := expr.Children(n)
	fresh := make([]expr.Node, len(parts))
	for i, p := range parts {
		fresh[i] = p
		if !expr.Binds(n, i) {
			fresh[i] = a.node(p)
		}
	}
	return expr.WithChildren(n, fresh)
}
