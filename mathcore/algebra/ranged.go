package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Range says what a letter runs through: the whole numbers from Lo to Hi.
type Range struct {
	Letter *expr.Symbol
	Lo, Hi expr.Node
}

// Ranged returns n with its sums and products over ranges written so that no choice stands in them on which the index alone
// decides: Σ [k ≤ m] x_k ends at m, |k| from -n to n is cut at 0, the δ of k+1 and 5 picks k = 4, and what counts down from the
// end counts up. Each change keeps the value, and whether there is one, at every point: a range is cut into others that
// hold the same numbers, or gone through in another order. The letters of known lie in their ranges. What stands behind a
// derivative operator stays: d/dw_j of a part of a sum would say that j lies in the part.
func Ranged(n expr.Node, known []Range, sc *scope.Scope) expr.Node {
	if !expr.Contains(n, func(m expr.Node) bool { return mayBeRanged(m) || isWhere(m) || takesFactors(m) }) {
		return n
	}
	r := ranger{ctx: newContext(sc), left: mostCuts}
	ranged := n
	if !r.ctx.within(func() { ranged = r.knowing(n, known) }) {
		return n
	}
	return ranged
}

// mostCuts bounds how often a range is cut or turned in one expression.
const mostCuts = 40

// A ranger goes through an expression from the outside to the inside, so that it knows what indices run through.
type ranger struct {
	ctx   *context
	level int // the next that is free
	known int // how many of the first levels are of free letters
	left  int
}

// mayBeRanged reports whether n is a sum or product in which something may be cut, chosen or turned.
func mayBeRanged(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	if !ok || isNumber(s.Lo) && isNumber(s.Hi) { // those are written out
		return false
	}
	if !isNumber(s.Lo) {
		return true
	}
	return expr.Contains(s.Body, func(m expr.Node) bool {
		switch m := m.(type) {
		case *expr.Call:
			return chooses(m) || m.Func == expr.Delta
		case *expr.Neg:
			return standsAsNumber(s.Index, m)
		case *expr.Add:
			return len(expr.Symbols(m)) > 1 && slices.ContainsFunc(m.Terms, func(t expr.Node) bool { return expr.Equal(t, s.Index) })
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
			*expr.Derivative, *expr.Series:
		}
		return false
	})
}

// standsAsNumber reports whether the letter stands in n and not only at the indices of others.
func standsAsNumber(letter *expr.Symbol, n expr.Node) bool {
	found := false
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		found = found || ok && expr.Equal(s, letter)
		return !ok && !found
	})
	return found
}

// knowing is node with letters that lie in ranges.
func (r *ranger) knowing(n expr.Node, known []Range) expr.Node {
	if len(known) == 0 || expr.Contains(n, isDerivative) {
		return r.node(n)
	}
	k := known[0]
	r.known++
	return r.under(k.Letter, k.Lo, k.Hi, n, func(_ *expr.Symbol, n expr.Node) expr.Node { return r.knowing(n, known[1:]) })
}

func isDerivative(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}

// under returns what change makes of n with a symbol of its own for the letter, which runs from lo to hi.
func (r *ranger) under(letter *expr.Symbol, lo, hi, n expr.Node, change func(s *expr.Symbol, n expr.Node) expr.Node) expr.Node {
	const deepest = 20
	if r.level >= deepest {
		r.ctx.exceed()
	}
	level, outside := r.level, r.level
	s := boundSymbol(level)
	put(&r.ctx.spans, level, span{r.product(lo), r.product(hi)})
	r.level++
	n = change(s, expr.Substitute(n, letter, s))
	r.level = outside
	delete(r.ctx.spans, level)
	r.ctx.meter.Spend(2 * expr.Size(n))
	if expr.Contains(n, func(m expr.Node) bool { s, ok := m.(*expr.Series); return ok && expr.Equal(s.Index, letter) }) {
		letter = expr.Fresh(letter, n)
	}
	return expr.Map(n, func(m expr.Node) expr.Node {
		if expr.Equal(m, s) {
			return letter
		}
		return m
	})
}

func (r *ranger) product(n expr.Node) product { return r.ctx.canonical(r.ctx.value(n)) }

func (r *ranger) node(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Series:
		return r.series(n)
	case *expr.Symbol, *expr.Derivative: // an index that is derived by lies in the range as it is written
		return n
	case *expr.Call:
		if form, ok := r.decided(n); ok {
			return r.node(form)
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply:
	}
	changed := expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return r.node(part) })
	if taken, ok := r.overFactors(changed); ok {
		return r.node(taken)
	}
	return changed
}

// decided returns what a choice between whole numbers is if it is known which of them is less; of one by a condition, the case.
func (r *ranger) decided(n *expr.Call) (expr.Node, bool) {
	if n.Func == expr.Where {
		condition, ok := n.Args[0].(*expr.Call)
		if !ok {
			return nil, false
		}
		holds, ok := r.decided(condition)
		if !ok {
			return nil, false
		}
		return settledCall(expr.WithChildren(n, expr.With(n.Args, 0, holds)).(*expr.Call)), true
	}
	if !chooses(n) || n.Func == expr.Sqrt {
		return nil, false
	}
	difference := n.Args[0]
	if len(n.Args) == 2 {
		difference = expr.Minus(n.Args[0], n.Args[1])
	}
	if isNumber(difference) || !onlyWhole(difference) {
		return nil, false
	}
	if _, whole := r.ctx.wholeTerms(r.product(difference)); !whole {
		return nil, false
	}
	zero, one := expr.Int(0), expr.Int(1)
	below, even, above := forms(n, difference)
	switch {
	case r.notLess(difference, one), expr.Equal(even, above) && r.notLess(difference, zero):
		return above, true
	case r.notLess(expr.Negative(one), difference), expr.Equal(even, below) && r.notLess(zero, difference):
		return below, true
	}
	return nil, false
}

func (r *ranger) series(n *expr.Series) expr.Node {
	byIndex := expr.Contains(n.Body, func(m expr.Node) bool { // the variable of a derivative cannot be called otherwise
		d, ok := m.(*expr.Derivative)
		return ok && expr.Mentions(d.Var, n.Index)
	})
	if byIndex || !n.Seen() || expr.Mentions(n.Lo, n.Index) || expr.Mentions(n.Hi, n.Index) {
		return n
	}
	lo, hi := r.node(n.Lo), r.node(n.Hi)
	changed := false
	ranged := r.under(n.Index, lo, hi, n.Body, func(s *expr.Symbol, body expr.Node) expr.Node {
		inner := r.node(body)
		changed = inner != body || lo != n.Lo || hi != n.Hi
		before := &expr.Series{Span: n.Span, Index: s, Lo: lo, Hi: hi, Body: inner, Product: n.Product}
		after := r.rewritten(before)
		changed = changed || after != expr.Node(before)
		return after
	})
	if !changed {
		return n
	}
	return ranged
}

// rewritten changes a sum or product whose index is the symbol of the level below the next one, as often as something can
// be changed.
func (r *ranger) rewritten(s *expr.Series) expr.Node {
	if r.left--; r.left < 0 {
		r.ctx.exceed()
	}
	r.ctx.meter.Spend(expr.Size(s))
	for _, change := range []func(*expr.Series) (expr.Node, bool){r.empty, r.overNegative, r.pickedWhole, r.chosen, r.picked, r.turned} {
		if n, ok := change(s); ok {
			return n
		}
	}
	return s
}

// over returns the sum or product over another range, with another body, written anew.
func (r *ranger) over(s *expr.Series, lo, hi, body expr.Node) expr.Node {
	if isNeutral(s, body) {
		return body
	}
	return r.rewritten(&expr.Series{Index: s.Index, Lo: lo, Hi: hi, Body: body, Product: s.Product})
}

// isNeutral reports whether the body adds or multiplies nothing.
func isNeutral(s *expr.Series, body expr.Node) bool { return expr.Equal(body, neutral(s)) }

// neutral returns what a sum or product over nothing is.
func neutral(s *expr.Series) expr.Node {
	if s.Product {
		return expr.Int(1)
	}
	return expr.Int(0)
}

// joined returns the pieces of a sum or product put together.
func joined(s *expr.Series, pieces ...expr.Node) expr.Node {
	var all []expr.Node
	for _, p := range pieces {
		if !isNeutral(s, p) {
			all = append(all, p)
		}
	}
	if s.Product {
		return expr.Product(all...)
	}
	return expr.Sum(all...)
}

// empty knows ranges that surely end before they begin.
func (r *ranger) empty(s *expr.Series) (expr.Node, bool) {
	if isNumber(s.Lo) && isNumber(s.Hi) || !r.notLess(expr.Minus(s.Lo, expr.Int(1)), s.Hi) {
		return nil, false
	}
	return neutral(s), true
}

func isNumber(n expr.Node) bool {
	_, ok := expr.RationalOf(n)
	return ok
}

// notLess reports whether a is surely not less than b.
func (r *ranger) notLess(a, b expr.Node) bool {
	return r.ctx.ordered(r.product(expr.Sum(b, expr.Int(1))), r.product(a))
}

// overNegative cuts a range that surely begins below 0 and ends above it at 0, and turns the sign of the index in one
// below 0: Σ f(k) from -n to n is f(0) and Σ f(k) and Σ f(-k) from 1 to n.
func (r *ranger) overNegative(s *expr.Series) (expr.Node, bool) {
	zero, one := expr.Int(0), expr.Int(1)
	if isNumber(s.Lo) || !r.notLess(zero, s.Lo) || r.notLess(s.Lo, zero) {
		return nil, false
	}
	negative := func(from expr.Node) expr.Node {
		return r.over(s, from, r.plain(expr.Negative(s.Lo)), r.at(s.Body, s.Index, expr.Negative(s.Index)))
	}
	switch {
	case r.notLess(zero, s.Hi):
		return negative(r.plain(expr.Negative(s.Hi))), true
	case r.notLess(s.Hi, zero):
		return joined(s, negative(one), r.at(s.Body, s.Index, zero), r.over(s, one, s.Hi, s.Body)), true
	}
	return nil, false
}

// plain returns a sum of multiples of letters in normal form.
func (r *ranger) plain(n expr.Node) expr.Node {
	if tree := r.ctx.productTree(r.product(n)); tree != nil {
		return tree
	}
	return n
}

// at returns n with something else for the index, in indices too, where what is linear in it is put in plain form.
func (r *ranger) at(n expr.Node, index *expr.Symbol, is expr.Node) expr.Node {
	r.ctx.meter.Spend(2 * expr.Size(n))
	return settledChoices(expr.Map(expr.Substitute(n, index, is), func(m expr.Node) expr.Node {
		switch m := m.(type) {
		case *expr.Add, *expr.Neg:
			if onlyWhole(m) {
				return r.plain(m)
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative, *expr.Series:
		}
		return m
	}))
}

// onlyWhole reports whether n is made of letters, whole numbers, sums and products.
func onlyWhole(n expr.Node) bool {
	return !expr.Contains(n, func(m expr.Node) bool {
		switch m := m.(type) {
		case *expr.Symbol:
			return len(m.Index) > 0
		case *expr.Number:
			return !m.Value.IsInt()
		case *expr.Neg, *expr.Add, *expr.Mul:
			return false
		case *expr.Constant, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return true
	})
}
