package judge

import (
	"math/big"
	"slices"
	"strconv"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// mostSignFamilies bounds for how many signs letters are put in.
const mostSignFamilies = 2

// bySignLetters reports whether the sides are equal with a letter in {-1, 0, 1} for each sign in them, one for each member where it
// stands in a sum: what holds for all such letters holds for the signs, also where they are 0.
func (p *pair) bySignLetters() bool {
	if p.depth > 0 || len(p.scope.Conditions()) > 0 || len(p.kind) > 0 || !p.hasSeries() ||
		p.standing.contents().Derivatives() || !eitherContains(p.standing.left, p.standing.right, signInSum) {
		return false
	}
	s := signLetters{p: p, scope: p.scope.Clone()}
	left, right := s.put(p.standing.left, nil), s.put(p.standing.right, nil)
	if s.fails || len(s.families) == 0 {
		return false
	}
	return p.compareAt(left, right, s.scope).Relation == Equal
}

// signInSum reports whether n is a sum with signs in what is summed.
func signInSum(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && expr.Contains(s.Body, func(m expr.Node) bool {
		c, ok := m.(*expr.Call)
		return ok && c.Func == expr.Sign
	})
}

// SignLetters puts letters for signs.
type signLetters struct {
	p        *pair
	scope    *scope.Scope
	families []expr.Node // what the signs are of that one family of letters stands for, its indices named by their order
	fails    bool
}

// put returns n with letters for signs; around are the indices of the sums around it.
func (s *signLetters) put(n expr.Node, around []*expr.Symbol) expr.Node {
	if series, ok := n.(*expr.Series); ok {
		around = append(slices.Clip(around), series.Index)
	}
	c, ok := n.(*expr.Call)
	if !ok || c.Func != expr.Sign {
		return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return s.put(part, around) })
	}
	return s.letter(c.Args[0], around)
}

// letter returns the letter for the sign of u, or the opposite one where there is one for that of -u.
func (s *signLetters) letter(u expr.Node, around []*expr.Symbol) expr.Node {
	s.p.scope.Meter().Spend(4 * expr.Size(u))
	if expr.Contains(u, isSeries) {
		s.fails = true
		return u
	}
	var indices []expr.Node
	named := u
	for _, i := range around {
		if expr.Mentions(u, i) {
			named = expr.Substitute(named, i, expr.Var("§"+strconv.Itoa(len(indices))))
			indices = append(indices, i)
		}
	}
	named = calculus.Tidy(named)
	opposite := calculus.Tidy(expr.Negative(named))
	for k, f := range s.families {
		switch {
		case expr.Alike(f, named):
			return signLetter(k, indices)
		case expr.Alike(f, opposite) || expr.Alike(calculus.Tidy(expr.Negative(f)), named):
			return expr.Negative(signLetter(k, indices))
		}
	}
	if len(s.families) == mostSignFamilies {
		s.fails = true
		return u
	}
	s.families = append(s.families, named)
	letter := signLetter(len(s.families)-1, indices)
	s.scope.Declare(letter, scope.Domain{Set: []*big.Rat{big.NewRat(-1, 1), new(big.Rat), big.NewRat(1, 1)}})
	return letter
}

func signLetter(family int, indices []expr.Node) *expr.Symbol {
	return expr.Var("s§"+strconv.Itoa(family), indices...)
}
