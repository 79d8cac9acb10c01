package slip

import (
	"math/big"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// A setting tells a slip where it is made: what the lines of the question speak of.
type setting struct {
	*sample.Sample
	steady      bool           // the line typed has one value for all letters, and the right one has not
	typed       expr.Node      // the line typed
	names       []*expr.Symbol // all symbols of the lines but the letters that sums count with; of that typed, see strange
	strange     []*expr.Symbol // symbols that stand in the line typed only
	by          []*expr.Symbol // what is differentiated by
	bounds      []expr.Node    // how many terms the sums have
	logs        bool           // some line holds a logarithm
	there       subject        // what stands in the line above and in the lines that were due
	written     bool           // the tree is the line above or one of those that the author wrote
	due         bool           // it is one that the author wrote below the line above
	denominator bool           // the tree is but a denominator of the line above
	place       where          // where it stands in that
	negated     bool           // a minus belongs to all of the line above
	others      map[byOther]expr.Node
}

// A byOther is a part of a line and a letter by which it might be differentiated instead of the right one.
type byOther struct {
	part   expr.Node
	letter *expr.Symbol
}

// newSetting looks at the lines that the question speaks of; what stands in the line typed alone is no subject of a slip.
func newSetting(s *sample.Sample, q Question) *setting {
	in := &setting{Sample: s, typed: q.Wrong, others: map[byOther]expr.Node{}}
	var counting []string
	due := append([]expr.Node{q.From}, q.Right...)
	for _, l := range due {
		in.look(l, &counting)
		if unfolded, ok := s.Scope.Unfold(l); ok && unfolded != l {
			in.look(unfolded, &counting)
		}
	}
	counts := func(s *expr.Symbol) bool { return slices.Contains(counting, s.Name) }
	in.names = slices.DeleteFunc(in.names, counts)
	for _, s := range expr.Symbols(q.Wrong) {
		if !slices.ContainsFunc(in.names, func(t *expr.Symbol) bool { return expr.Equal(s, t) }) && !counts(s) {
			in.strange = append(in.strange, s)
		}
	}
	in.there = in.subjects(due)
	in.negated = negated(q.From)
	quotient := func(n expr.Node) bool { _, ok := n.(*expr.Div); return ok }
	if expr.Contains(q.From, quotient) || expr.Contains(q.Wrong, quotient) {
		in.there |= aBar
	}
	return in
}

func (in *setting) look(line expr.Node, counting *[]string) {
	expr.Walk(line, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Symbol:
			in.names = addSymbol(in.names, n)
			return false
		case *expr.Derivative:
			in.by = addSymbol(in.by, n.Var)
		case *expr.Apply:
			if x, ok := sample.PrimeOf(n); ok {
				in.by = addSymbol(in.by, x)
			}
		case *expr.Series:
			*counting = append(*counting, n.Index.Name)
			if !slices.ContainsFunc(in.bounds, func(b expr.Node) bool { return expr.Equal(b, n.Hi) }) {
				in.bounds = append(in.bounds, n.Hi)
			}
			if m, ok := n.Hi.(*expr.Symbol); ok {
				*counting = append(*counting, m.Name)
			}
		case *expr.Call:
			in.logs = in.logs || n.Func == expr.LogBase || slices.Contains(logarithms, n.Func)
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow:
		}
		return true
	})
}

func addSymbol(all []*expr.Symbol, s *expr.Symbol) []*expr.Symbol {
	if slices.ContainsFunc(all, func(t *expr.Symbol) bool { return expr.Equal(s, t) }) {
		return all
	}
	return append(all, s)
}

// everyName returns the symbols of all lines, that typed among them.
func (in *setting) everyName() []*expr.Symbol { return slices.Concat(in.names, in.strange) }

// variable reports whether something is differentiated by s.
func (in *setting) variable(s *expr.Symbol) bool {
	return slices.ContainsFunc(in.by, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
}

// differentiated returns the derivative of a part by another letter; derivations share their parts, so it is kept.
func (in *setting) differentiated(part expr.Node, letter *expr.Symbol) expr.Node {
	result, known := in.others[byOther{part, letter}]
	if !known {
		result = calculus.Differentiate(part, letter, in.Scope).Result
		in.others[byOther{part, letter}] = result
	}
	return result
}

// has reports whether a symbol has the role: for sure, or because the lines are about a model.
func (in *setting) has(s *expr.Symbol, r scope.Role) bool {
	role, sure := in.Scope.Role(s.Name)
	return role == r && (sure || in.learning())
}

// learning reports whether the lines are about a model: some letter is a label, a prediction or a parameter for sure.
func (in *setting) learning() bool {
	return slices.ContainsFunc(in.names, func(s *expr.Symbol) bool {
		role, sure := in.Scope.Role(s.Name)
		return sure && (role == scope.Label || role == scope.Prediction || role == scope.Parameter)
	})
}

// letters returns the letters of the lines that have a role, or may have it.
func (in *setting) letters(r scope.Role) []string {
	var all []string
	for _, s := range in.names {
		if role, _ := in.Scope.Role(s.Name); role == r && !slices.Contains(all, s.Name) {
			all = append(all, s.Name)
		}
	}
	return all
}

// input reports whether s is an input of a model.
func (in *setting) input(s *expr.Symbol) bool {
	return !in.variable(s) && in.learning() && in.has(s, scope.Input)
}

// label reports whether s is what a model is to predict.
func (in *setting) label(s *expr.Symbol) bool { return in.has(s, scope.Label) }

// below reports whether n is the denominator of the expression that it stands under.
func (in *setting) below(n, under expr.Node) bool {
	q, ok := under.(*expr.Div)
	return ok && q.Den == n || under == nil && in.denominator
}

// chance reports whether n is a probability: a value of the sigmoid, or a symbol between 0 and 1.
func (in *setting) chance(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	if !ok {
		return in.Sigmoid(n)
	}
	d, declared := in.Scope.Domain(s)
	if declared && d.Finite() {
		return !slices.ContainsFunc(d.Set, func(v *big.Rat) bool { return v.Sign() < 0 || v.Cmp(one) > 0 })
	}
	if declared && d.Lo != nil && d.Hi != nil {
		return d.Lo.Sign() >= 0 && d.Hi.Cmp(one) <= 0
	}
	meaning, defined := in.Scope.Meaning(s)
	return defined && in.chance(meaning) || scope.IsUsuallyChance(s.Name)
}

// likeChance reports whether n is a probability, or made of probabilities and numbers between 0 and 1 alone.
func (in *setting) likeChance(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value.Sign() >= 0 && n.Value.Cmp(one) <= 0
	case *expr.Mul:
		return !slices.ContainsFunc(n.Factors, func(f expr.Node) bool { return !in.likeChance(f) })
	case *expr.Div:
		return in.likeChance(n.Num) && expr.Contains(n.Den, func(d expr.Node) bool { return expr.Equal(d, n.Num) })
	case *expr.Symbol, *expr.Call, *expr.Apply:
		return in.chance(n)
	case *expr.Constant, *expr.Neg, *expr.Add, *expr.Pow, *expr.Derivative, *expr.Series:
	}
	return false
}

// height reports whether n is a value of the sigmoid, or may be one: a probability that is not defined as something else.
func (in *setting) height(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	if !ok {
		return in.Sigmoid(n)
	}
	if meaning, defined := in.Scope.Meaning(s); defined {
		return in.height(meaning)
	}
	return in.chance(s)
}

// residual reports whether the sum is the difference of a label and a prediction.
func (in *setting) residual(sum *expr.Add) bool {
	label, predicted := -1, false
	for i, t := range sum.Terms {
		bare, _ := expr.Unsigned(t)
		if s, ok := bare.(*expr.Symbol); ok && in.label(s) {
			if label >= 0 {
				return false
			}
			label = i
			continue
		}
		predicted = predicted || expr.Contains(t, func(n expr.Node) bool { _, ok := n.(*expr.Symbol); return ok })
	}
	if label < 0 || !predicted {
		return false
	}
	_, minus := expr.Unsigned(sum.Terms[label])
	for i, t := range sum.Terms {
		if _, negative := expr.Unsigned(t); i != label && negative == minus {
			return false
		}
	}
	return true
}

var one = big.NewRat(1, 1)
