package check

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
)

// smallRules may be named or not beside others: who differentiates a sum of multiples seldom says so, and most steps
// end with some arithmetic.
var smallRules = []rule.ID{
	"constant", "identity", "sum-rule", "constant-multiple", rule.Collect, rule.Cancel, rule.Expand, rule.ExponentLaw,
	rule.SumLinearity, rule.LogOfPower, rule.SubstituteDefinition,
}

// rules demands that the rules named at a line are those by which it follows from the line above: one of them is
// recognised, and none that matters is missing or too many. A result known from before is recognised in part only.
func (k *checker) rules(l lessons.Line, above expr.Node, sc *scope.Scope, what string) {
	if slices.ContainsFunc(l.Rules, unheardOf) {
		return
	}
	found := rule.Between(above, l.Tree, sc)
	switch {
	case len(found) == 0:
		k.remark(l.Place, "make sure of it yourself, or write a smaller step between",
			"%s was not recognised as a step by %s", what, listed(l.Rules))
		return
	case slices.Contains(l.Rules, rule.KnownResult) && !slices.Contains(found, rule.KnownResult):
		k.remark(l.Place, "make sure which result it uses",
			"%s was recognised as a step by %s, without a known result", what, listed(found))
		return
	}
	matters := func(id rule.ID) bool { return !slices.Contains(smallRules, id) }
	lacks := missing(found, l.Rules, matters)
	wrong := missing(l.Rules, found, matters)
	if !slices.ContainsFunc(l.Rules, func(id rule.ID) bool { return slices.Contains(found, id) }) {
		wrong = l.Rules
	}
	do := fmt.Sprintf("it was recognised as a step by %s: name that, or write another step", listed(found))
	switch {
	case len(wrong) > 0:
		k.fault(l.Place, do, "%s does not follow by %s", what, listed(wrong))
	case len(lacks) > 0:
		k.fault(l.Place, do, "%s does not name %s", what, listed(lacks))
	}
}

// unheardOf reports whether a rule is an author's own: nothing can be said of those.
func unheardOf(id rule.ID) bool { return !slices.Contains(rule.IDs(), id) }

// missing returns those of list that are not among others and matter.
func missing(list, others []rule.ID, matters func(rule.ID) bool) []rule.ID {
	return slices.DeleteFunc(slices.Clone(list), func(id rule.ID) bool {
		return slices.Contains(others, id) || !matters(id)
	})
}

func listed(ids []rule.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, ", ")
}
