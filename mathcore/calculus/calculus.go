// Package calculus differentiates: it builds a tree of rule uses whose evaluation is the derivative, so that the
// explanation computes the answer.
//
// It does not simplify beyond what makes a line presentable, and it decides nothing about equality.
package calculus

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Step is one use of a rule: d/dBy Of = Result, where Result is what the rule makes of the results of the Parts. The
// parts of a ChainRule are the outer derivative, by a letter that stands for the inner function, and the inner one.
type Step struct {
	Rule    Rule
	By      *expr.Symbol
	Of      expr.Node
	Result  expr.Node
	Parts   []*Step
	combine func(parts []expr.Node) expr.Node
}

// With returns what the rule makes of other results of its parts than the true ones.
func (s *Step) With(parts []expr.Node) expr.Node {
	if s.combine == nil {
		return s.Result
	}
	return s.combine(parts)
}

// Line returns what stands after this one use of a rule: the parts still wait behind their operators. Of the chain
// rule only the inner derivative waits.
func (s *Step) Line() expr.Node {
	waiting := make([]expr.Node, len(s.Parts))
	for i, p := range s.Parts {
		waiting[i] = &expr.Derivative{Var: p.By, Body: p.Of, Order: 1}
		if s.Rule == ChainRule && i == 0 {
			waiting[i] = p.Result
		}
	}
	return s.With(waiting)
}

// Walk calls visit for s and all steps below it, from the top down. Where visit returns false the parts are left out.
func (s *Step) Walk(visit func(*Step) bool) {
	if !visit(s) {
		return
	}
	for _, p := range s.Parts {
		p.Walk(visit)
	}
}

// Differentiate returns the derivation of dn/dby. Names that the scope defines are put in where they depend on by;
// all other symbols are constant. What has no derivative that can be written down stays behind its operator.
func Differentiate(n expr.Node, by *expr.Symbol, sc *scope.Scope) *Step {
	if !fits(n, sizeLimit) {
		return (&deriver{by: by}).unresolved(n)
	}
	return newDeriver(n, by, sc).step(n)
}

// stepLimit bounds the uses of rules in one derivation; what lies beyond stays behind its operator.
const stepLimit = 200_000

// unitsOfStep is what one use of a rule costs: its result is built and made presentable.
const unitsOfStep = 20

// stepsOfName is what looking into a definition counts for; definitions in definitions can double at each level.
const stepsOfName = 20

// A deriver differentiates by one symbol.
type deriver struct {
	by      *expr.Symbol
	sc      *scope.Scope
	inner   *expr.Symbol // stands for the inner function of a chain
	steps   int
	circles *circles
	known   map[expr.Node]bool // whether a node depends on by
	names   []dependence
	bound   []*expr.Symbol // indices of the sums around
}

type dependence struct {
	name *expr.Symbol
	on   bool
}

func newDeriver(n expr.Node, by *expr.Symbol, sc *scope.Scope) *deriver {
	if sc == nil {
		sc = &scope.Scope{}
	}
	if _, defined := sc.Meaning(by); defined {
		sc = sc.Clone()
		sc.UndefineSymbol(by)
	}
	return &deriver{by: by, sc: sc, inner: innerName(n, by, sc), circles: circlesOf(sc), known: map[expr.Node]bool{}}
}

// innerName returns a letter that neither n nor any definition uses.
func innerName(n expr.Node, by *expr.Symbol, sc *scope.Scope) *expr.Symbol {
	used := map[string]bool{by.Name: true}
	note := func(m expr.Node) bool {
		if s, ok := m.(*expr.Symbol); ok {
			used[s.Name] = true
		}
		return true
	}
	expr.Walk(n, note)
	for _, d := range sc.Definitions() {
		if d.Body != nil {
			expr.Walk(d.Body, note)
		}
	}
	for _, letter := range []string{"u", "v", "w", "s", "r", "q"} {
		if !used[letter] {
			return expr.Var(letter)
		}
	}
	return expr.Hidden("u")
}

// leaf returns a step that needs no other.
func (d *deriver) leaf(rule Rule, of, result expr.Node) *Step {
	return &Step{Rule: rule, By: d.by, Of: of, Result: result}
}

// use returns the step that combines the derivatives of the given parts.
func (d *deriver) use(rule Rule, of expr.Node, combine func([]expr.Node) expr.Node, parts ...expr.Node) *Step {
	s := &Step{Rule: rule, By: d.by, Of: of, Parts: make([]*Step, len(parts)), combine: combine}
	for i, p := range parts {
		s.Parts[i] = d.step(p)
	}
	return s.finish()
}

// finish computes the result of a step from its parts.
func (s *Step) finish() *Step {
	results := make([]expr.Node, len(s.Parts))
	for i, p := range s.Parts {
		results[i] = p.Result
	}
	s.Result = s.combine(results)
	return s
}

// unresolved leaves n behind its operator.
func (d *deriver) unresolved(n expr.Node) *Step {
	return d.leaf(Unresolved, n, &expr.Derivative{Var: d.by, Body: n, Order: 1})
}

func (d *deriver) step(n expr.Node) *Step {
	d.steps++
	d.sc.Meter().Spend(unitsOfStep)
	if d.steps > stepLimit {
		return d.unresolved(n)
	}
	if !d.depends(n) {
		return d.leaf(Constant, n, whole(0))
	}
	switch n := n.(type) {
	case *expr.Number, *expr.Constant:
		return d.leaf(Constant, n, whole(0))
	case *expr.Symbol:
		return d.symbol(n)
	case *expr.Neg:
		return d.use(ConstantMultiple, n, func(p []expr.Node) expr.Node { return negate(p[0]) }, n.X)
	case *expr.Add:
		return d.use(SumRule, n, func(p []expr.Node) expr.Node { return add(p) }, n.Terms...)
	case *expr.Mul:
		return d.product(n)
	case *expr.Div:
		return d.quotient(n)
	case *expr.Pow:
		return d.power(n)
	case *expr.Call:
		return d.call(n)
	case *expr.Apply:
		return d.apply(n)
	case *expr.Derivative:
		return d.nested(n)
	case *expr.Series:
		return d.series(n)
	}
	panic("calculus: unknown node")
}
