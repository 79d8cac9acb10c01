package rule

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// A PieceRole tells what a piece is in the use of a rule.
type PieceRole string

// The roles.
const (
	Outer  PieceRole = "outer"  // the outer function of a chain, of a letter that stands for the inner one
	Inner  PieceRole = "inner"  // the inner function of a chain
	Top    PieceRole = "top"    // what stands above the bar
	Bottom PieceRole = "bottom" // what stands below it
	Part   PieceRole = "part"   // a factor of a product, a term of a sum; of a constant multiple what is not constant
)

// A Piece is a part of the line that a rule speaks of.
type Piece struct {
	Role PieceRole
	Tree expr.Node
}

// A Next is a step that can be taken from a line: enough for a hint that names the rule, for one that names the pieces,
// and for one that is the line itself.
type Next struct {
	Rules  []ID
	Of     expr.Node // the part of the line that the rule is used on; nil where it is all of it
	Pieces []Piece   // what the rule makes of that part; may be empty
	Line   expr.Node
}

// farthest bounds the rules of a step from beside the path onto it.
const farthest = 3 * large

// Next returns the step after the last true line. On the path it is the next model line. Beside the path it is a model
// line, or the goal, to which a few rules lead; else the rule that carries out a derivative of the line. It is false
// where neither is to be had within the budget.
func (p Path) Next() (next Next, found bool) {
	p.within(func() { next, found = p.next() })
	return next, found
}

func (p Path) next() (Next, bool) {
	line := p.Last()
	if p.Goal != nil && expr.Alike(line, p.Goal) {
		return Next{}, false
	}
	if left, ok := p.Left(line); ok && left > 0 && (len(p.Model) > 0 || !expr.Contains(line, sample.Differentiates)) {
		stations := p.stations()
		return p.stepTo(stations[len(stations)-left], nil), true
	}
	if p.Goal != nil && !expr.Contains(line, sample.Differentiates) || len(p.Model) > 0 {
		w := p.way()
		if at, rules := w.entry(line); at >= 0 && w.stations[at] != p.Lines[0] && effort(rules) <= farthest {
			return p.stepTo(w.stations[at], rules), true
		}
	}
	return Carry(line, p.Scope)
}

// stepTo returns the step from the last line to another.
func (p Path) stepTo(to expr.Node, rules []ID) Next {
	line, sc := p.Last(), p.Scope
	if rules == nil {
		rules = Between(line, to, sc, p.Never...)
	}
	sc.Meter().Spend(sample.UnitsToShrink(line, to))
	before, _ := sample.Shrink(line, to)
	if n, ok := Carry(line, sc); ok && len(rules) > 0 && len(n.Rules) > 0 && rules[0] == n.Rules[0] {
		return Next{Rules: rules, Of: n.Of, Pieces: n.Pieces, Line: to}
	}
	return Next{Rules: rules, Of: before, Line: to}
}

// Carry returns the step that carries out one rule of differentiation, on the first derivative of a line that is more
// than that of a constant or of the variable itself, else on the first. It is false where the line holds none, or none
// that can be carried out.
func Carry(line expr.Node, sc *scope.Scope) (next Next, found bool) {
	sc = sc.Metered(Budget)
	sc.Meter().Within(Budget, func() { next, found = carry(line, sc) })
	return next, found
}

func carry(line expr.Node, sc *scope.Scope) (Next, bool) {
	var first *Next
	for at := range sample.Positions(line) {
		s, ok := useAt(at, sc)
		if !ok {
			continue
		}
		n := Next{Rules: rulesOf(s), Of: at.Node, Pieces: pieces(s), Line: at.With(s.Line())}
		if s.Rule != calculus.Constant && s.Rule != calculus.Identity {
			return n, true
		}
		if first == nil {
			first = &n
		}
	}
	if first == nil {
		return Next{}, false
	}
	return *first, true
}

// useAt returns the first use of a rule that carries out the operator at a place. Operators that stand behind another
// wait for their turn.
func useAt(at sample.Position, sc *scope.Scope) (*calculus.Step, bool) {
	n := at.Node
	if prime, ok := n.(*expr.Apply); ok {
		if x, ok := sample.PrimeOf(prime); ok {
			n = &expr.Derivative{Var: x, Body: &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}, Order: 1}
		}
	}
	d, ok := n.(*expr.Derivative)
	if !ok || d.Order != 1 || at.Behind > 0 {
		return nil, false
	}
	s := calculus.Differentiate(d.Body, d.Var, sc)
	return s, s.Rule != calculus.Unresolved && s.Rule != calculus.UnknownFunction
}

// rulesOf names the rule of a step; of the chain rule that of the outer function too.
func rulesOf(s *calculus.Step) []ID {
	rules := []ID{ID(s.Rule.String())}
	if s.Rule == calculus.ChainRule {
		rules = append(rules, ID(s.Parts[0].Rule.String()))
	}
	return rules
}

// pieces names what a rule takes apart.
func pieces(s *calculus.Step) []Piece {
	roles := []PieceRole{Part}
	switch s.Rule {
	case calculus.ChainRule:
		roles = []PieceRole{Outer, Inner}
	case calculus.QuotientRule:
		roles = []PieceRole{Top, Bottom}
	case calculus.Definition:
		return nil
	case calculus.Constant, calculus.Identity, calculus.PowerRule, calculus.ExpRule, calculus.LogRule, calculus.ConstantMultiple,
		calculus.SumRule, calculus.ProductRule, calculus.SigmoidRule, calculus.GeneralPower, calculus.RootRule, calculus.AbsRule,
		calculus.MaxRule, calculus.LogitRule, calculus.SoftplusRule, calculus.TrigRule, calculus.ArcRule, calculus.HyperbolicRule,
		calculus.AreaRule, calculus.ErfRule, calculus.CasesRule, calculus.IndexRule, calculus.UnknownFunction, calculus.Unresolved:
	}
	var all []Piece
	for i, p := range s.Parts {
		all = append(all, Piece{roles[min(i, len(roles)-1)], p.Of})
	}
	return all
}
