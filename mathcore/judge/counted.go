package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// proveByOrder proves equality of sides in which letters that run through whole numbers are compared with each other: with
// their difference as a letter it is one that jumps at numbers.
func proveByOrder(a, b expr.Node, sc *scope.Scope) Evidence {
	for _, q := range joint.Bends(expr.Minus(a, b), sc) {
		letters := expr.Symbols(q.Node)
		if len(letters) < 2 || !countsWith(q.Node, letters, sc) {
			continue
		}
		s := letters[0]
		slope, rest, ok := linearIn(q.Node, s, sc)
		if !ok || slope.Num().BitLen() > 1 {
			continue
		}
		apart := expr.Fresh(expr.Var("d"), a, b)
		counted := sc.Clone()
		counted.Declare(apart, scope.Domain{Whole: true})
		value := expr.Product(expr.Rational(slope), expr.Minus(apart, rest))
		p, q := calculus.Tidy(expr.Substitute(a, s, value)), calculus.Tidy(expr.Substitute(b, s, value))
		first, last, ok := bendsOf(expr.Minus(p, q), apart, counted)
		if !ok {
			return None
		}
		return proveAround(p, q, apart, first, last, counted)
	}
	return None
}

// countsWith reports whether n is a whole number: a sum of whole multiples of letters that run through whole numbers, and of
// a whole number.
func countsWith(n expr.Node, letters []*expr.Symbol, sc *scope.Scope) bool {
	for _, s := range letters {
		d, _ := sc.Domain(s)
		slope, rest, ok := linearIn(n, s, sc)
		if !d.Whole || d.Finite() || !ok || !slope.IsInt() {
			return false
		}
		n = rest
	}
	constant, ok := expr.RationalOf(n)
	return ok && constant.IsInt()
}

// proveWhereDefined proves equality with the domains cut to where both sides may have values, if something has another form
// there: a modulus, a sign, an inverse of cosh; or if roots stand in roots, which are compared by what is greater.
func (p *pair) proveWhereDefined() Evidence {
	c := p.contents()
	if narrows := c.Calls(folding...) || c.Calls(expr.Sqrt) && eitherContains(p.left, p.right, rootInRoot); !narrows {
		return None
	}
	cut, ok := narrowed(p.left, p.right, p.scope)
	if !ok {
		return None
	}
	return prove(p.left, p.right, cut)
}

func rootInRoot(n expr.Node) bool { return isRoot(n) && expr.Contains(n.(*expr.Call).Args[0], isRoot) }

func isRoot(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Sqrt
}

// folding are the functions that have one form on a part of the domain and another on the rest.
var folding = []expr.Func{expr.Abs, expr.Sign, expr.Max, expr.Min, expr.Acosh, expr.Asin, expr.Acos, expr.Atan}

// narrowed returns the scope with the domains of letters cut to where both sides may have values, as far as single letters
// that stand linearly decide on that. It reports false where nothing is cut.
func narrowed(a, b expr.Node, sc *scope.Scope) (*scope.Scope, bool) {
	cut := sc
	for _, u := range needed(expr.Minus(a, b), sc) {
		letters := expr.Symbols(u)
		if len(letters) != 1 || expr.Size(u) > 12 {
			continue
		}
		s := letters[0]
		d, _ := cut.Domain(s)
		slope, rest, ok := linearIn(u, s, sc)
		if !ok || d.Finite() {
			continue
		}
		end, ok := expr.RationalOf(rest)
		if !ok {
			continue
		}
		end = new(big.Rat).Neg(new(big.Rat).Quo(end, slope))
		switch {
		case slope.Sign() > 0 && (d.Lo == nil || d.Lo.Cmp(end) < 0):
			d.Lo, d.LoOpen = end, false
		case slope.Sign() < 0 && (d.Hi == nil || d.Hi.Cmp(end) > 0):
			d.Hi, d.HiOpen = end, false
		default:
			continue
		}
		if d.Lo != nil && d.Hi != nil && d.Lo.Cmp(d.Hi) >= 0 {
			return nil, false // a single point, or none
		}
		if cut == sc {
			cut = sc.Clone()
		}
		cut.Declare(s, d)
	}
	return cut, cut != sc
}

// The budget of comparisons at single values of a letter.
const (
	furthest = 8 // among the whole numbers up to here those must lie that a letter can be
	mostFew  = 6 // values of a finite set
)

// amongFew compares the sides at each of the values that a letter has, or at each of the whole numbers at which they can have
// values, where these are few: √(2-n) + n at 1 and 2.
func (p *pair) amongFew() (v Verdict, found bool) {
	if p.depth >= jointDepth || len(p.kind) > 0 || p.standing.contents().Derivatives() {
		return v, false
	}
	both := expr.Minus(p.standing.left, p.standing.right)
	bound := boundIn(both)
	anyMember := func(s *expr.Symbol) bool {
		return len(s.Index) > 0 && slices.ContainsFunc(bound, func(i *expr.Symbol) bool { return expr.Mentions(s, i) })
	}
	var families []string // of which sums take any member, and so this one
	expr.Walk(both, func(n expr.Node) bool {
		if s, ok := n.(*expr.Symbol); ok && anyMember(s) {
			families = append(families, s.Name)
		}
		return true
	})
	for _, s := range expr.Symbols(both) {
		if len(s.Index) > 0 && slices.Contains(families, s.Name) {
			continue
		}
		if d, _ := p.scope.Domain(s); d.Finite() && len(d.Set) <= mostFew {
			return p.atEach(s, d.Set), true
		}
	}
	bounding := map[string][]expr.Node{}
	var counting []*expr.Symbol
	for _, u := range needed(both, p.scope) {
		letters := expr.Symbols(u)
		if len(letters) != 1 {
			continue
		}
		if d, _ := p.scope.Domain(letters[0]); d.Whole && !d.Finite() && len(letters[0].Index) == 0 {
			counting = addSymbol(counting, letters[0])
			bounding[letters[0].Name] = append(bounding[letters[0].Name], u)
		}
	}
	for _, s := range counting {
		if values, ok := p.between(bounding[s.Name], s); ok {
			return p.atEach(s, values), true
		}
	}
	return v, false
}

// between returns whole numbers outside of which one of the parts is negative.
func (p *pair) between(parts []expr.Node, s *expr.Symbol) (values []*big.Rat, ok bool) {
	d, _ := p.scope.Domain(s)
	negative := func(lo, hi *big.Rat) bool {
		if lo != nil && hi != nil && lo.Cmp(hi) > 0 {
			return true // there are none
		}
		there := p.scope.Clone()
		there.Declare(s, scope.Domain{Lo: lo, Hi: hi, Whole: true})
		return slices.ContainsFunc(parts, func(u expr.Node) bool {
			e, ok := joint.Enclosed(u, there)
			return ok && e.Hi < 0
		})
	}
	end := func(beyond func(k int64) bool) (int64, bool) {
		for k := range int64(furthest) {
			if beyond(k) {
				return k, true
			}
		}
		return 0, false
	}
	last, okHi := end(func(k int64) bool { return negative(big.NewRat(k+1, 1), d.Hi) })
	first, okLo := end(func(k int64) bool { return negative(d.Lo, big.NewRat(-k-1, 1)) })
	for k := -first; k <= last && okHi && okLo; k++ {
		values = append(values, big.NewRat(k, 1))
	}
	return values, okHi && okLo
}

// atEach compares the sides with each of the numbers for the letter.
func (p *pair) atEach(s *expr.Symbol, values []*big.Rat) Verdict {
	d, _ := p.scope.Domain(s)
	v := Verdict{Relation: Undefined}
	for _, value := range values {
		if !d.Contains(value) {
			continue
		}
		is := expr.Rational(value)
		sc, possible := putIn(p.scope, func(n expr.Node) expr.Node { return expr.Substitute(n, s, is) })
		if !possible {
			continue
		}
		there := p.compareAt(expr.Substitute(p.standing.left, s, is), expr.Substitute(p.standing.right, s, is), sc)
		switch there.Relation {
		case Different:
			point := append(slices.Clone(there.Witness.Point), Value{Symbol: s, Is: value})
			if !p.keeps(point) || !consistent(point) {
				return Verdict{Relation: Unsure}
			}
			there.Witness.Point = point
			slices.SortFunc(there.Witness.Point, func(a, b Value) int { return expr.Compare(a.Symbol, b.Symbol) })
			return there
		case Equal:
			v = Verdict{Relation: Equal, Evidence: max(v.Evidence, there.Evidence)}
		case Unsure, Unreadable:
			return Verdict{Relation: Unsure}
		case Undefined:
			if v.Relation == Undefined {
				v = there
			}
		}
	}
	return v
}
