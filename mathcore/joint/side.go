package joint

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// At returns what n is worth at the place, as an expression in the other letters. A derivative has a value there if both
// one-sided derivatives exist and agree. It reports false where that is not found out.
func At(n expr.Node, place Place, sc *scope.Scope) (expr.Node, bool) {
	a := visit{place: place, sc: sc, ok: true}
	n = a.node(n)
	return n, a.ok
}

type visit struct {
	place Place
	sc    *scope.Scope
	ok    bool
}

func (a *visit) fail(n expr.Node) expr.Node {
	a.ok = false
	return n
}

// put puts the value of the letter in, and takes the cases of which the condition then is a number.
func (a *visit) put(n expr.Node) expr.Node {
	n = expr.Substitute(n, a.place.Symbol, a.place.Value)
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
	return right, left, a.ok
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
		resolved, ok := calculus.Resolve(d, a.sc)
		if !ok {
			return a.fail(d)
		}
		return a.put(resolved)
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
	return value
}

// slope returns the value of the derivative of that order at the place.
func (a *visit) slope(n expr.Node, by *expr.Symbol, order int) expr.Node {
	if order > 0 {
		n = &expr.Derivative{Var: by, Body: n, Order: order}
	}
	resolved, ok := calculus.Resolve(n, a.sc)
	if !ok {
		return a.fail(n)
	}
	there := calculus.Tidy(a.put(resolved))
	if simple, ok := algebra.Simplified(there, a.sc); ok && len(expr.Symbols(simple)) < len(expr.Symbols(there)) {
		return simple
	}
	return there
}

// agree returns what is 1 where both have the same value and 0 where they have not; nil where they always have.
func (a *visit) agree(l, r expr.Node) expr.Node {
	difference := expr.Minus(l, r)
	if algebra.Equal(l, r, a.sc) == algebra.Proved {
		return nil
	}
	return expr.Minus(expr.Int(1), expr.Power(expr.Of(expr.Sign, difference), expr.Int(2)))
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
	s := beside{visit: a, by: d.Var, toward: toward}
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
