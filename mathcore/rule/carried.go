package rule

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// carryOut returns a with those derivative operators carried out that b holds no more, as far as b went, and names the
// rules that this takes.
func (r *recogniser) carryOut(a, b expr.Node) expr.Node {
	return expr.Map(a, func(n expr.Node) expr.Node {
		if prime, ok := n.(*expr.Apply); ok {
			if x, ok := sample.PrimeOf(prime); ok {
				n = &expr.Derivative{Var: x, Body: &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}, Order: 1}
			}
		}
		d, ok := n.(*expr.Derivative)
		if !ok || d.Order != 1 {
			return n
		}
		if later := r.waiting(d, b); later != nil {
			r.compare(d.Body, later.Body)
			return later
		}
		u := uses{in: r}
		result := u.carry(calculus.Differentiate(d.Body, d.Var, r.Scope), b, true)
		r.payFor(result)
		r.add(u.named()...)
		return result
	})
}

// waiting returns the operator of the line below that is the given one: of the same variable, before the same value.
func (r *recogniser) waiting(d *expr.Derivative, line expr.Node) *expr.Derivative {
	var found *expr.Derivative
	for _, match := range []func(a, b expr.Node) bool{expr.Alike, r.Agree} {
		expr.Walk(line, func(n expr.Node) bool {
			if e, ok := n.(*expr.Derivative); ok && found == nil && expr.Equal(e.Var, d.Var) && match(e.Body, d.Body) {
				found = e
			}
			return found == nil
		})
	}
	return found
}

// uses gathers the rules that carry out one operator: the small ones, which everybody uses in passing, apart.
type uses struct {
	in                   *recogniser
	rules, linear, small []ID
}

// carry returns what a step makes of its parts, as far as the line shows. The rules of sums and constant factors count at
// the top only: below a product, a quotient or a chain they are used in passing.
func (u *uses) carry(s *calculus.Step, line expr.Node, top bool) expr.Node {
	rule := ID(s.Rule.String())
	switch s.Rule {
	case calculus.SumRule, calculus.ConstantMultiple:
		if top {
			u.linear = append(u.linear, rule)
		}
	case calculus.Constant, calculus.Identity, calculus.Definition, calculus.IndexRule:
		u.small = append(u.small, rule)
		u.in.unfolded = u.in.unfolded || s.Rule == calculus.Definition
		top = top && s.Rule == calculus.Definition
	case calculus.PowerRule, calculus.ExpRule, calculus.LogRule, calculus.ProductRule, calculus.QuotientRule, calculus.ChainRule,
		calculus.SigmoidRule, calculus.GeneralPower, calculus.RootRule, calculus.AbsRule, calculus.MaxRule, calculus.LogitRule,
		calculus.SoftplusRule, calculus.TrigRule, calculus.ArcRule, calculus.HyperbolicRule, calculus.AreaRule, calculus.ErfRule, calculus.CasesRule,
		calculus.UnknownFunction, calculus.Unresolved:
		u.rules = append(u.rules, rule)
		top = false
	}
	if len(s.Parts) == 0 {
		return s.Result
	}
	results := make([]expr.Node, len(s.Parts))
	for i, p := range s.Parts {
		if later := u.in.waiting(&expr.Derivative{Var: p.By, Body: p.Of, Order: 1}, line); later != nil {
			u.in.compare(p.Of, later.Body)
			results[i] = later
			continue
		}
		results[i] = u.carry(p, line, top)
	}
	return s.With(results)
}

// named returns the rules worth naming: the small ones only where there is nothing else.
func (u *uses) named() []ID {
	if all := slices.Concat(u.linear, u.rules); len(all) > 0 {
		return all
	}
	return u.small
}
