package check

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// Lines compares two lines, either of which may be an equation. An equation that only gives a name to an expression,
// as y = x^2 does, is that expression where the other line is one, or gives it the same name.
func Lines(answer, expected parse.Line, sc *scope.Scope) Verdict {
	switch {
	case expected.Left == nil:
		return Line(answer, expected.Right, sc)
	case answer.Left == nil:
		return checkExpression(answer, expected, sc)
	}
	p := namesIn(answer.Sides(), expected.Sides(), sc)
	switch {
	case p.nameA != nil && p.nameB != nil && sameName(p.nameA, p.nameB):
		if v := Line(answer, p.restB, sc); v.Relation != judge.Different || !isDeclared(p.nameA, sc) {
			return v
		}
	case p.nameA == nil && isFunction(p.nameB) && isTrue(answer, sc), p.nameB == nil && isFunction(p.nameA) && isTrue(expected, sc):
		return Line(answer, p.restB, sc)
	case p.nameA == nil && p.nameB != nil && isTrue(answer, sc), p.nameB == nil && p.nameA != nil && isTrue(expected, sc):
		return equationVerdict(answer, judge.Verdict{}) // a rule, or the meaning of a letter
	}
	return checkEquations(answer, expected, sc)
}

// checkExpression compares an expression with all sides of an equation that are more than a name.
func checkExpression(answer, expected parse.Line, sc *scope.Scope) Verdict {
	sides := expected.Sides()
	sc = sc.Metered(budgetOfChain)
	v := Verdict{}
	for k, i := range judged(sides, []expr.Node{answer.Right}, sc) {
		found := single(answer, sides[i], sc)
		if k == 0 || rank[found.Relation] >= rank[v.Relation] {
			v = found
		}
		if v.Relation == judge.Different {
			break
		}
	}
	return v
}

// checkEquations compares two equations as such.
func checkEquations(answer, expected parse.Line, sc *scope.Scope) Verdict {
	if len(answer.Between) > 0 || len(expected.Between) > 0 {
		return equationVerdict(answer, judge.Verdict{})
	}
	a, b := judge.Equation{Left: answer.Left, Right: answer.Right}, judge.Equation{Left: expected.Left, Right: expected.Right}
	alike := expr.Alike(a.Left, b.Left) && expr.Alike(a.Right, b.Right)
	for _, side := range []expr.Node{a.Left, a.Right, b.Left, b.Right} {
		if !alike && differentiatesLetter(side, sc) {
			return equationVerdict(answer, judge.Verdict{})
		}
	}
	v := equationVerdict(answer, judge.Equations(a, b, sc))
	v.Alike = alike
	if v.Relation == judge.Unsure && isTrue(answer, sc) && isTrue(expected, sc) {
		if last := judge.Compare(a.Right, b.Right, sc); last.Relation == judge.Equal {
			v.Verdict = last
		}
	}
	return v
}

func equationVerdict(answer parse.Line, found judge.Verdict) Verdict {
	return Verdict{
		Verdict: found, Line: answer, Equations: true,
		Answer: answer.Right, Judged: len(answer.Between) + 2, At: len(answer.Between) + 1, Counts: len(answer.Between) + 1,
		Above: Expected,
	}
}

// names are what two equations name, and the last of the other sides of the second.
type names struct{ nameA, nameB, restB expr.Node }

func namesIn(a, b []expr.Node, sc *scope.Scope) names {
	i, j := nameOf(a, b, sc), nameOf(b, a, sc)
	p := names{restB: b[len(b)-1]}
	if i >= 0 {
		p.nameA = a[i]
	}
	if j >= 0 {
		p.nameB = b[j]
	}
	if j == len(b)-1 {
		p.restB = b[j-1]
	}
	return p
}

// nameOf returns which side of a names something that occurs nowhere else, neither in a nor in b, but for the same name
// at an end of b; -1 if there is none.
func nameOf(a, b []expr.Node, sc *scope.Scope) int {
	for _, i := range []int{0, len(a) - 1} {
		others := slices.Concat(a[:i], a[i+1:])
		seen := false
		for j, side := range b {
			if !seen && (j == 0 || j == len(b)-1) && sameName(a[i], side) {
				seen = true
				continue
			}
			others = append(others, side)
		}
		if isNew(a[i], others, sc) {
			return i
		}
	}
	return -1
}

// sameName reports whether two sides name the same: y and y, dy/dx and y'.
func sameName(a, b expr.Node) bool {
	if expr.Equal(a, b) {
		return true
	}
	return isDerivative(a) && isDerivative(b) && slices.Equal(parse.Named(a), parse.Named(b))
}

func isDerivative(n expr.Node) bool {
	operator, ok := n.(*expr.Derivative)
	primed, isCall := n.(*expr.Apply)
	return ok && operator.Order == 1 || isCall && primed.Primes == 1
}

func isFunction(name expr.Node) bool {
	_, letter := name.(*expr.Symbol)
	return name != nil && !letter
}

// isDeclared reports whether the name is that of a letter whose values are bounded.
func isDeclared(name expr.Node, sc *scope.Scope) bool {
	s, ok := name.(*expr.Symbol)
	if !ok || sc == nil {
		return false
	}
	_, declared := sc.Domain(s)
	return declared
}

// isTrue reports whether the first and the last side of a line are proved equal.
func isTrue(l parse.Line, sc *scope.Scope) bool {
	return judge.Compare(l.Left, l.Right, sc).Relation == judge.Equal
}
