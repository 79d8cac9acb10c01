package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// prove tries a proof in one piece, then one for each value of the symbols over finite sets.
func prove(a, b expr.Node, sc *scope.Scope) Evidence {
	sc.Meter().Spend(4 * (expr.Size(a) + expr.Size(b)))
	if expr.Alike(a, b) {
		return Exact
	}
	answer := algebra.Equal(a, b, sc)
	if answer != algebra.Unproved {
		return evidenceOf(answer)
	}
	for _, byCases := range []func(a, b expr.Node, sc *scope.Scope) Evidence{
		proveByValues, proveByMembers, proveByRanges, proveByOrder, proveByEnds, proveByParity, proveByQuarters, proveLater,
	} {
		if evidence := byCases(a, b, sc); evidence != None {
			return evidence
		}
	}
	return None
}

// evidenceOf returns the evidence that the answer of a proof is: None where nothing was proved.
func evidenceOf(answer algebra.Answer) Evidence {
	switch answer {
	case algebra.Proved:
		return Exact
	case algebra.Modular:
		return Modular
	case algebra.Unproved, algebra.Exceeded:
		return None
	}
	panic("judge: unknown answer")
}

// casesLimit bounds how many combinations of values of finite sets are proved one by one.
const casesLimit = 16

// proveByValues proves equality for every combination of the values of symbols that range over finite sets. A member of a sum stands for
// many, which need not have one value.
func proveByValues(a, b expr.Node, sc *scope.Scope) Evidence {
	type choice struct {
		symbol *expr.Symbol
		domain scope.Domain
	}
	var choices []choice
	cases := 1
	bound := append(boundIn(a), boundIn(b)...)
	for _, s := range expr.Symbols(a, b) {
		if slices.ContainsFunc(bound, func(i *expr.Symbol) bool { return expr.Mentions(s, i) }) {
			continue
		}
		if d, _ := sc.Domain(s); d.Finite() && len(d.Set) > 0 {
			choices = append(choices, choice{s, d})
			cases *= len(d.Set)
			if cases > casesLimit {
				return None
			}
		}
	}
	if len(choices) == 0 {
		return None
	}
	evidence := Exact
	for k := range cases {
		put := func(n expr.Node) expr.Node {
			rest := k
			for _, c := range choices {
				value := expr.Rational(c.domain.Set[rest%len(c.domain.Set)])
				rest /= len(c.domain.Set)
				sc.Meter().Spend(expr.Size(n))
				n = expr.Substitute(n, c.symbol, value)
			}
			return n
		}
		there, possible := putIn(sc, put)
		if !possible {
			continue
		}
		p, q := put(a), put(b)
		one := evidenceOf(algebra.Equal(p, q, there))
		if one == None {
			return None
		}
		evidence = max(evidence, one)
	}
	return evidence
}
