package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A sum of f(u_k) is f(u_j) and a rest that does not hang on u_j. Where nothing else of the family stands in the sides, any number may
// stand for the rest: what then holds at all points holds at those, too, at which it is that rest.

// A rest is a sum and the letter that stands for it without the term of the one member.
type rest struct {
	of     expr.Node
	letter *expr.Symbol
}

// besideRest compares the sides with letters for what a derivative by a member leaves as it is.
func (p *pair) besideRest() (v Verdict, found bool) {
	variables := variablesIn(p.standing.left, p.standing.right)
	if len(p.kind) > 0 || len(p.standing.primes) > 0 || !p.derivesSums() || len(variables) != 1 || len(variables[0].Index) == 0 {
		return v, false
	}
	r := rests{lone: lone{p: p, by: variables[0]}, scope: p.scope.Clone()}
	left, right := r.apart(p.standing.left), r.apart(p.standing.right)
	if len(r.all) == 0 || eitherContains(left, right, r.mayHoldOthers) {
		return v, false
	}
	compare := func(left, right expr.Node) Verdict {
		p.scope.Meter().Spend(4 * (expr.Size(left) + expr.Size(right)))
		there := pair{left: left, right: right, scope: r.scope, shownLeft: left, shownRight: right, assumed: p.assumed, reached: p.reached, depth: p.depth}
		if !there.prepare() {
			return Verdict{Relation: Unsure}
		}
		return there.decide()
	}
	if v = compare(left, right); v.Relation != Equal && len(r.all) == 1 && algebra.NeverNegative(r.all[0].of, p.scope) {
		letter := r.all[0].letter // of 0 there is nothing beside it on the one side
		none := func(n expr.Node) expr.Node { return expr.Substitute(n, letter, expr.Int(0)) }
		r.scope.Declare(letter, scope.Interval(new(big.Rat), nil, true, true))
		v = also(compare(left, right), compare(none(left), none(right)))
	}
	return v, v.Relation == Equal || v.Relation == Undefined
}

// Rests finds sums over the family of what is derived by.
type rests struct {
	lone
	scope *scope.Scope
	all   []rest
}

// apart returns n with the term of the one member and a letter in the place of sums over its family.
func (r *rests) apart(n expr.Node) expr.Node {
	s, ok := n.(*expr.Series)
	if ok && !s.Product && expr.Contains(n, func(m expr.Node) bool { return inFamily(m, r.by) }) {
		if term, ok := r.ofSum(s); ok {
			return expr.Sum(term, r.letterOf(s))
		}
	}
	return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return r.apart(part) })
}

// letterOf returns the letter for the rest of the sum.
func (r *rests) letterOf(s *expr.Series) *expr.Symbol {
	letters := []expr.Node{r.p.standing.left, r.p.standing.right}
	for _, known := range r.all {
		if expr.Alike(known.of, s) {
			return known.letter
		}
		letters = append(letters, known.letter)
	}
	letter := expr.Fresh(expr.Var("r"), letters...)
	r.scope.Declare(letter, scope.Real)
	r.all = append(r.all, rest{of: s, letter: letter})
	return letter
}
