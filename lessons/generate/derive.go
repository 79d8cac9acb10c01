package generate

import (
	"errors"
	"fmt"

	"chainrule/lessons"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
)

// errNoRule tells that a line of a draw follows by no rule that could be told.
var errNoRule = errors.New("a line follows by no rule that is known")

// derive adds the lines to a derivation: one for each layer of rules, and the goal.
func (d *drawer) derive(made map[string]any) error {
	if _, written := made["line"]; written {
		return nil
	}
	from, err := d.formula(d.said("from"))
	if err != nil {
		return err
	}
	to, err := d.formula(d.said("to"))
	if err != nil {
		return err
	}
	model := d.model(from, to)
	lines, err := d.ruled(from, model)
	if err != nil {
		return err
	}
	made["line"] = lines
	if n := len(lines); n > 2 {
		var blank []any
		for i := 2; i <= n; i++ {
			blank = append(blank, int64(i))
		}
		made["blank"] = blank
	}
	return nil
}

// said returns the formula behind a key of the family's block; empty where there is none.
func (d *drawer) said(key string) string {
	text, _ := d.family.Block[key].(string)
	return text
}

// model returns the lines from a formula to the goal. The goal stands in the place of a line that says the same.
func (d *drawer) model(from, to expr.Node) []expr.Node {
	lines := d.carried(from)
	for n := len(lines); n > 0 && expr.Alike(lines[n-1], to); n = len(lines) {
		lines = lines[:n-1]
	}
	return append(lines, to)
}

// carried returns the lines that carry out the derivatives of a formula, each a layer of rules.
func (d *drawer) carried(from expr.Node) []expr.Node {
	const most = 8
	var lines []expr.Node
	above := from
	for range most {
		next := calculus.Tidy(expr.Map(above, d.layer))
		if expr.Equal(next, above) {
			break
		}
		lines = append(lines, next)
		above = next
	}
	return lines
}

// layer carries out the outermost rules of a derivative.
func (d *drawer) layer(n expr.Node) expr.Node {
	v, ok := n.(*expr.Derivative)
	if !ok || v.Order != 1 {
		return n
	}
	s := calculus.Differentiate(v.Body, v.Var, d.scope)
	if s.Rule == calculus.Unresolved || s.Rule == calculus.UnknownFunction {
		return n
	}
	return d.opened(s, 1)
}

// opened returns what stands after the outermost rules of a step. Sums and constant factors are taken in passing, and so is
// what takes one rule alone, or none where even that is to be seen.
func (d *drawer) opened(s *calculus.Step, passing int) expr.Node {
	switch {
	case depth(s) <= passing:
		return s.Result
	case s.Rule == calculus.SumRule, s.Rule == calculus.ConstantMultiple, s.Rule == calculus.Definition:
		parts := make([]expr.Node, len(s.Parts))
		for i, p := range s.Parts {
			parts[i] = d.opened(p, passing)
		}
		return s.With(parts)
	}
	return expr.Map(s.Line(), func(n expr.Node) expr.Node {
		v, ok := n.(*expr.Derivative)
		if !ok || v.Order != 1 {
			return n
		}
		if inner := calculus.Differentiate(v.Body, v.Var, d.scope); depth(inner) == 0 && passing > 0 {
			return inner.Result
		}
		return n
	})
}

// depth returns how many rules stand inside each other in a step, those that everybody uses in passing apart.
func depth(s *calculus.Step) int {
	deepest := 0
	parts := s.Parts
	if s.Rule == calculus.ChainRule {
		parts = parts[1:]
	}
	for _, p := range parts {
		deepest = max(deepest, depth(p))
	}
	switch s.Rule {
	case calculus.Constant, calculus.Identity, calculus.SumRule, calculus.ConstantMultiple, calculus.Definition, calculus.IndexRule:
		return deepest
	case calculus.PowerRule, calculus.ExpRule, calculus.LogRule, calculus.ProductRule, calculus.QuotientRule, calculus.ChainRule,
		calculus.SigmoidRule, calculus.GeneralPower, calculus.RootRule, calculus.AbsRule, calculus.MaxRule, calculus.LogitRule,
		calculus.SoftplusRule, calculus.TrigRule, calculus.ArcRule, calculus.HyperbolicRule, calculus.AreaRule, calculus.ErfRule,
		calculus.CasesRule, calculus.UnknownFunction, calculus.Unresolved:
	}
	return deepest + 1
}

// ruled returns lines as a block has them, each with the rules by which it follows.
func (d *drawer) ruled(above expr.Node, lines []expr.Node) ([]map[string]any, error) {
	var all []map[string]any
	for _, l := range lines {
		one, err := d.follows(above, l)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
		above = l
	}
	return all, nil
}

// follows returns a line with the rules by which it follows from the one above.
func (d *drawer) follows(above, line expr.Node) (map[string]any, error) {
	rules := rule.Between(above, line, d.scope)
	if len(rules) == 0 {
		return nil, fmt.Errorf("%w: %s below %s", errNoRule, typeset.Line(line), typeset.Line(above))
	}
	return map[string]any{"is": typeset.Line(line), "rules": named(rules)}, nil
}

func named(rules []rule.ID) []any {
	var all []any
	for _, r := range rules {
		all = append(all, string(r))
	}
	return all
}

// words say of a wrong answer which slip leads to it.
func words(s lessons.Slip, what string) string {
	return fmt.Sprintf("%s with %s. %s", what, s.Change, s.Do)
}
