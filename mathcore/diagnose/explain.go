package diagnose

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// An Explanation tells how a wrong line may have come about. No slips means that none was found, or so many different
// ones that naming one would be a guess.
type Explanation struct {
	// Slips holds one name, or two when it takes both to explain the line.
	Slips []Slip
	// Before and After are the smallest parts of the line above and of the wrong line that differ; nil when the lines
	// have too little in common.
	Before, After expr.Node
	// Residue tells how the wrong value compares with the right one, when that is simple.
	Residue Residue
}

// A Question is a line that is known to be wrong, and what it can be explained from.
type Question struct {
	From  expr.Node   // the line above
	Wrong expr.Node   // the line typed
	Right []expr.Node // written forms of the right result: the goal, the model line
	Scope *scope.Scope
}

// The budget of one explanation.
const (
	candidateLimit = 1200 // wrong lines that are made and compared
	pairLimit      = 2000 // wrong lines with two slips
	confirmLimit   = 12   // matches that the judge is asked about
)

// Explain looks for a slip, or two, that lead to the wrong line. The order: the part that changed before the whole
// line, one slip before two, the line above before forms of the result, the order of the list of slips, and last the
// comparison of values.
func Explain(q Question) Explanation {
	e := Explanation{}
	e.Before, e.After = Shrink(q.From, q.Wrong)
	s, ok := newSearch(q)
	if !ok {
		return e
	}
	if slips := s.single(); slips != nil {
		e.Slips = slips
		return e
	}
	if slips := s.pair(); slips != nil {
		e.Slips = slips
		return e
	}
	e.Residue = s.residue()
	if e.Residue.Slip != "" {
		e.Slips = []Slip{e.Residue.Slip}
	}
	return e
}

// Shrink returns the smallest parts of two trees that differ: it goes down as long as just one part differs. It returns
// nil when the trees differ at the root.
func Shrink(a, b expr.Node) (before, after expr.Node) {
	for {
		x, y, ok := onlyDifference(a, b)
		if !ok {
			return before, after
		}
		a, b = x, y
		before, after = a, b
	}
}

// onlyDifference returns the one pair of parts in which two nodes of the same make differ.
func onlyDifference(a, b expr.Node) (x, y expr.Node, ok bool) {
	p, q := expr.Children(a), expr.Children(b)
	if len(p) != len(q) || len(p) == 0 || !sameMake(a, b) {
		return nil, nil, false
	}
	for i := range p {
		if expr.Equal(p[i], q[i]) {
			continue
		}
		if ok {
			return nil, nil, false
		}
		x, y, ok = p[i], q[i], true
	}
	return x, y, ok
}

// sameMake reports whether a with the parts of b is b.
func sameMake(a, b expr.Node) bool {
	for i, c := range expr.Children(b) {
		if _, isSymbol := c.(*expr.Symbol); !isSymbol && expr.Binds(a, i) {
			return false
		}
	}
	return expr.Equal(expr.WithChildren(a, expr.Children(b)), b)
}

// confirm asks the judge whether a candidate is the wrong line.
func confirm(candidate, wrong expr.Node, sc *scope.Scope) bool {
	return judge.Compare(candidate, wrong, sc).Relation == judge.Equal
}
