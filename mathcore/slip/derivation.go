package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// A derivation is a tree of uses of rules in which slips were made at some of them.
type derivation struct {
	*calculus.Step
	slips   []ID
	made    map[*calculus.Step]bool // steps at which a slip was made: nothing below them counts any more
	changed expr.Node               // the part that the last of them changed
}

// mutate returns the derivations in which the slip is made once more, at any step.
func (d derivation) mutate(m mistake, in *setting) []derivation {
	var all []derivation
	d.at(d.Step, m, in, func(s, made *calculus.Step, part expr.Node) {
		marked := map[*calculus.Step]bool{made: true}
		for k := range d.made {
			marked[k] = true
		}
		all = append(all, derivation{s, append(slices.Clip(d.slips), m.id), marked, part})
	})
	return all
}

// spot returns what the only slip was made of, and what it made.
func (d derivation) spot() sample.Difference {
	for s := range d.made {
		return sample.Difference{Before: &expr.Derivative{Var: s.By, Body: s.Of, Order: 1}, After: s.Result}
	}
	return sample.Difference{}
}

// unitsOfStep is what it costs to make a slip in a step, or to build a step anew with another part.
const unitsOfStep = 20

// at calls found with each copy of s in which the slip is made at one step, with that step and the part of it that changed.
func (d derivation) at(s *calculus.Step, m mistake, in *setting, found func(s, made *calculus.Step, part expr.Node)) {
	if d.made[s] {
		return
	}
	in.Scope.Meter().Spend(unitsOfStep)
	for _, wrong := range m.derive(s, in) {
		mutant := *s
		mutant.Result = wrong
		found(&mutant, &mutant, changed(s.Result, wrong))
	}
	for i, p := range s.Parts {
		d.at(p, m, in, func(inner, made *calculus.Step, part expr.Node) {
			in.Scope.Meter().Spend(unitsOfStep)
			if s.Rule == calculus.ChainRule && i == 0 {
				part = s.With([]expr.Node{part, expr.Int(1)}) // the inner function put in
			}
			found(replacePart(s, i, inner), made, part)
		})
	}
}

// replacePart returns a copy of s with another part, and the result that follows from it.
func replacePart(s *calculus.Step, i int, part *calculus.Step) *calculus.Step {
	changed := *s
	changed.Parts = append([]*calculus.Step(nil), s.Parts...)
	changed.Parts[i] = part
	changed.Result = changed.With(results(&changed))
	return &changed
}

// throughout makes the slip at all steps where it can be made. It reports at how many.
func throughout(s *calculus.Step, m mistake, in *setting) (mutant *calculus.Step, times int) {
	in.Scope.Meter().Spend(unitsOfStep)
	changed := *s
	changed.Parts = make([]*calculus.Step, len(s.Parts))
	for i, p := range s.Parts {
		part, k := throughout(p, m, in)
		changed.Parts[i] = part
		times += k
	}
	if times > 0 {
		changed.Result = changed.With(results(&changed))
	}
	if wrong := m.derive(&changed, in); len(wrong) > 0 {
		changed.Result = wrong[0]
		times++
	}
	return &changed, times
}

// derivationOf returns how the operator is carried out.
func derivationOf(n expr.Node, in *setting) (derivation, bool) {
	d, ok := n.(*expr.Derivative)
	if !ok || d.Order != 1 {
		return derivation{}, false
	}
	return derivation{Step: calculus.Differentiate(d.Body, d.Var, in.Scope)}, true
}
