package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A side that is a sum of signs times what is continuous everywhere is at a jump the mean of what it is on both sides of it, along any
// line on which what the signs are taken of changes its own sign there. So two such sides that are equal beside their jumps are equal
// on them. And a derivative, where it exists, is what it is on both sides, and so that mean.

// balanced returns what signs are taken of in the sides, with derivatives taken, if both are such sums.
func (p *pair) balanced() []expr.Node {
	if len(p.scope.Conditions()) > 0 || len(p.kind) > 0 {
		return nil
	}
	bound := boundIn(expr.Minus(p.left, p.right))
	b := balance{p: p, bound: bound, overSums: true}
	b.leaf = b.sign
	if b.both(p.left, p.right) {
		return b.of
	}
	if eitherContains(p.left, p.right, isCompared) && b.both(p.smoothed(p.left), p.smoothed(p.right)) {
		return b.of
	}
	if u := p.bracket(); u != nil {
		return []expr.Node{u}
	}
	return nil
}

// bracket returns what is compared with 0 in a side that is equal to a derivative beside its jumps, and a multiple of one condition
// and a rest, both continuous. Where it jumps the derivative does not exist, and where the multiple is 0 both are the rest.
func (p *pair) bracket() expr.Node {
	d, other := p.standing.left, p.right
	if !isDerivative(d) {
		d, other = p.standing.right, p.left
	}
	by, ok := d.(*expr.Derivative)
	if !ok || expr.Contains(other, isDerivative) {
		return nil
	}
	b := balance{p: p, bound: boundIn(other)}
	b.leaf = func(n *expr.Call, _ []expr.Node) bool {
		u, ok := compared(n)
		if !ok || len(b.of) > 0 && !expr.Equal(b.of[0], u) {
			return false
		}
		b.of = []expr.Node{u}
		return true
	}
	if !b.sums(other, nil) || len(b.of) == 0 || !b.slopes(b.of[0], by.Var) {
		return nil
	}
	return b.of[0]
}

// jumpsBalanced reports whether the part is among those that signs are taken of.
func jumpsBalanced(q joint.Part, of []expr.Node) bool {
	return q.Kind == joint.Jump && q.Base == nil && slices.ContainsFunc(of, func(u expr.Node) bool { return expr.Equal(u, q.Node) })
}

// A balance collects what signs are taken of. Leaf says which functions may jump, and collects what they do at.
type balance struct {
	p        *pair
	of       []expr.Node
	bound    []*expr.Symbol                             // the indices of sums
	leaf     func(n *expr.Call, times []expr.Node) bool // beside which factors it stands
	overSums bool                                       // they may do so in members of sums
	by       []*expr.Symbol                             // what the side at work is derived by
}

// both reports whether both sides are such sums, and collects anew.
func (b *balance) both(left, right expr.Node) bool {
	b.of, b.by = nil, variablesIn(b.p.standing.left)
	if !b.sums(left, nil) {
		return false
	}
	b.by = variablesIn(b.p.standing.right)
	return b.sums(right, nil)
}

// sign collects what the sign is taken of that is continuous and changes its own sign at its zeros, as far as it is not multiplied by 0
// there.
func (b *balance) sign(n *expr.Call, times []expr.Node) bool {
	if n.Func != expr.Sign || !b.continuous(n.Args[0]) {
		return false
	}
	u := b.gathered(n.Args[0])
	if !b.crosses(u) && !b.crossesBeside(u, times) || !b.straight(u, times) {
		return false
	}
	b.of = append(b.of, n.Args[0])
	return true
}

// sums reports whether n, beside the factors, is a sum of functions that may jump times what is continuous and has a value everywhere.
func (b *balance) sums(n expr.Node, times []expr.Node) bool {
	if !expr.Contains(n, b.jumps) {
		return b.continuous(n)
	}
	switch n := n.(type) {
	case *expr.Neg:
		return b.sums(n.X, times)
	case *expr.Add:
		return !slices.ContainsFunc(n.Terms, func(t expr.Node) bool { return !b.sums(t, times) })
	case *expr.Mul:
		at := slices.IndexFunc(n.Factors, func(f expr.Node) bool { return expr.Contains(f, b.jumps) })
		others := expr.Without(n.Factors, at)
		return !slices.ContainsFunc(others, func(f expr.Node) bool { return !b.continuous(f) }) &&
			b.sums(n.Factors[at], append(slices.Clip(times), others...))
	case *expr.Div:
		return b.sums(n.Num, times) && b.divides(n.Den)
	case *expr.Series:
		times = slices.DeleteFunc(slices.Clone(times), func(f expr.Node) bool { return expr.Mentions(f, n.Index) }) // another letter
		return b.overSums && !n.Product && !expr.Contains(expr.Sum(n.Lo, n.Hi), b.jumps) && b.sums(n.Body, times)
	case *expr.Call:
		return b.leaf(n, times)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	return false
}

// continuous reports whether n is surely continuous and has a value everywhere.
func (b *balance) continuous(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Div:
		return b.continuous(n.Num) && b.divides(n.Den)
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Series:
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !b.continuous(part) })
	case *expr.Pow: // (-1)^k stays while nothing moves that does not count
		base := eval.Rational(n.Base)
		if base != nil && base.Sign() != 0 && joint.IsWhole(n.Exp, b.p.scope, b.bound) {
			return true
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return expr.Total(n) && !expr.Contains(n, b.jumps) && !expr.Contains(n, isCondition)
}

// jumps reports whether n may jump while no letter that counts changes.
func (b *balance) jumps(n expr.Node) bool {
	return jumps(n) && slices.ContainsFunc(expr.Symbols(n), func(s *expr.Symbol) bool {
		d, _ := b.p.scope.Domain(s)
		return len(s.Index) > 0 || !d.Whole && !holds(b.bound, s)
	})
}

// isCondition reports whether n is 1 where something holds and else 0.
func isCondition(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Greater || c.Func == expr.AtLeast || c.Func == expr.Less || c.Func == expr.AtMost)
}

// divides reports whether n is continuous and nowhere 0.
func (b *balance) divides(n expr.Node) bool {
	e, ok := joint.Enclosed(n, b.p.scope)
	return ok && !e.Contains(0) && b.continuous(n)
}

// crosses reports whether u changes its sign along nearly every line through each of its zeros: since it holds a letter only as a
// multiple by a number, or since it is a number and a multiple of letters. A difference of members of one family, which may be one
// and the same, then is 0 everywhere, and so is its sign.
func (b *balance) crosses(u expr.Node) bool {
	u = calculus.Tidy(u)
	terms := []expr.Node{u}
	if sum, ok := u.(*expr.Add); ok {
		terms = sum.Terms
	}
	if slices.ContainsFunc(expr.Symbols(u), func(s *expr.Symbol) bool { return b.runs(s) && numberAndMultiple(terms, s) }) {
		return true
	}
	if b.numberAndProduct(terms, u) {
		return true
	}
	for i, t := range terms {
		s, ok := b.multiple(t)
		if !ok {
			if b.holdsMember(t, u) {
				return true
			}
			continue
		}
		others := slices.Delete(slices.Clone(terms), i, i+1)
		family := func(n expr.Node) bool { return inFamily(n, s) }
		if !slices.ContainsFunc(others, func(o expr.Node) bool { return expr.Contains(o, family) }) {
			return true
		}
		alone := !slices.ContainsFunc(others, func(o expr.Node) bool {
			m, ok := b.multiple(o)
			return !ok || !inFamily(m, s)
		})
		if alone {
			return true
		}
	}
	return false
}

// numberAndProduct reports whether the terms of u are a number other than 0 and a product, a factor of which is a sum with a multiple of
// a letter by a number that stands nowhere else: where u is 0 the other factors are not, so u changes with that letter.
func (b *balance) numberAndProduct(terms []expr.Node, u expr.Node) bool {
	if len(terms) != 2 {
		return false
	}
	for i, t := range terms {
		number, ok := expr.RationalOf(t)
		if !ok || number.Sign() == 0 {
			continue
		}
		product, _ := expr.Unsigned(terms[1-i])
		for _, f := range expr.Factors(product) {
			sum, ok := f.(*expr.Add)
			if ok && slices.ContainsFunc(sum.Terms, func(term expr.Node) bool {
				s, ok := b.multiple(term)
				return ok && occurrences(u, s) == 1
			}) {
				return true
			}
		}
	}
	return false
}

// occurrences returns how often members of the family of s stand in n.
func occurrences(n expr.Node, s *expr.Symbol) int {
	times := 0
	expr.Walk(n, func(m expr.Node) bool {
		if inFamily(m, s) {
			times++
		}
		return true
	})
	return times
}

// holdsMember reports whether t is a sum to which each member of a family adds a multiple of itself by a number, and nothing else in u
// holds the family.
func (b *balance) holdsMember(t, u expr.Node) bool {
	t, _ = expr.Unsigned(t)
	sum, ok := t.(*expr.Series)
	if !ok || sum.Product {
		return false
	}
	terms := []expr.Node{sum.Body}
	if add, ok := sum.Body.(*expr.Add); ok {
		terms = add.Terms
	}
	return slices.ContainsFunc(terms, func(term expr.Node) bool {
		s, ok := b.multiple(term)
		return ok && len(s.Index) == 1 && expr.Equal(s.Index[0], sum.Index) && occurrences(u, s) == 1
	})
}

func inFamily(n expr.Node, s *expr.Symbol) bool {
	m, ok := n.(*expr.Symbol)
	return ok && m.Name == s.Name && len(m.Index) == len(s.Index)
}

// multiple returns the letter, of an open interval, that t is a multiple of by a number.
func (b *balance) multiple(t expr.Node) (s *expr.Symbol, ok bool) {
	t, _ = expr.Unsigned(t)
	switch n := t.(type) {
	case *expr.Symbol:
		return n, b.runs(n)
	case *expr.Mul:
		for _, f := range n.Factors {
			if r, isNumber := expr.RationalOf(f); isNumber && r.Sign() != 0 {
				continue
			}
			if letter, is := f.(*expr.Symbol); is && s == nil {
				s = letter
				continue
			}
			return nil, false
		}
		return s, s != nil && b.runs(s)
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

// runs reports whether the letter runs through an open interval.
func (b *balance) runs(s *expr.Symbol) bool {
	d, known := b.p.scope.Domain(s)
	if len(s.Index) == 0 && !known && holds(b.bound, s) {
		return false
	}
	return !d.Whole && !d.Finite() && (d.Lo == nil || d.LoOpen) && (d.Hi == nil || d.HiOpen)
}

// numberAndMultiple reports whether the terms are a number other than 0 and others that grow alike with all members of the family of
// s: where they are 0 together, the others are not, and so change with those members.
func numberAndMultiple(terms []expr.Node, s *expr.Symbol) bool {
	numbers := 0
	for _, t := range terms {
		switch r, isNumber := expr.RationalOf(t); {
		case isNumber && r.Sign() != 0:
			numbers++
		case isNumber || !homogeneous(t, s):
			return false
		}
	}
	return numbers == 1 && len(terms) > 1
}

// homogeneous reports whether n is a multiple of members of the family of s, or a sum of such.
func homogeneous(n expr.Node, s *expr.Symbol) bool {
	family := func(m expr.Node) bool { return inFamily(m, s) }
	switch n := n.(type) {
	case *expr.Symbol:
		return inFamily(n, s)
	case *expr.Neg:
		return homogeneous(n.X, s)
	case *expr.Add:
		return !slices.ContainsFunc(n.Terms, func(t expr.Node) bool { return !homogeneous(t, s) })
	case *expr.Mul:
		at := slices.IndexFunc(n.Factors, func(f expr.Node) bool { return expr.Contains(f, family) })
		return at >= 0 && homogeneous(n.Factors[at], s) && !slices.ContainsFunc(n.Factors[at+1:], func(f expr.Node) bool { return expr.Contains(f, family) })
	case *expr.Div:
		return !expr.Contains(n.Den, family) && homogeneous(n.Num, s)
	case *expr.Series:
		return !n.Product && homogeneous(n.Body, s)
	case *expr.Number, *expr.Constant, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return false
}
