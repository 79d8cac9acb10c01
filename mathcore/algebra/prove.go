package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// An Answer tells what became of an attempt to prove an equality.
type Answer uint8

// The answers.
const (
	Unproved Answer = iota // no proof was found; the expressions may be equal all the same
	Proved                 // equal wherever both sides have a value
	Modular                // equal, as far as values in prime fields show: the probability of an error is below 2^-100
	Exceeded               // the budget was spent before all proofs were tried
)

// holds reports whether the equality was proved.
func (a Answer) holds() bool { return a == Proved || a == Modular }

// and returns the answer to a question of which both parts must hold.
func (a Answer) and(b Answer) Answer {
	switch {
	case !a.holds() || !b.holds():
		return Unproved
	case a == Modular:
		return a
	}
	return b
}

// A Result is an answer with the proof that it rests on.
type Result struct {
	Answer Answer
	Proof  *Proof // of Proved and Modular
}

// A Proof is a way to prove an equality.
type Proof struct {
	Name  string
	Shows string // what it shows, from which the equality follows wherever both sides have a value
	try   func(ctx *context, q *question) Answer
}

// A question is what one proof after the other is tried on.
type question struct {
	left, right expr.Node
	unknown     []target // what stood between bars with unknown sign in the normal form of the difference
}

// The proofs in the order in which they are tried. Sides that choose between cases are given to the proof by regions alone, which
// tries the others on what is left of the sides in each region.
var (
	proofs      []Proof
	regionProof Proof
)

func init() { // the proof by regions leads back to the list
	proofs = []Proof{
		{"normal form", "The difference of the sides has the normal form 0.", (*context).byForm},
		{"cases", "Whatever the signs are that the normal form would need, the difference is 0 or a side has no value.", (*context).byCases},
		{"deltas", "Whether the letters that a δ compares are equal or not, the difference is 0.", (*context).byDeltas},
		{"powers", "Both sides are never negative, or both are never positive, and they have the same square or the same fourth power.", (*context).byPowers},
		{"angle", "The difference of the sides is less than a turn, and its cosine is 1.", (*context).byAngle},
		{"half turn", "The sides lie between 0 and π and have the same cosine, or between -π/2 and π/2 and have the same sine.", (*context).byHalfTurn},
		{"exponentials", "The exponentials of twice the sides are equal.", (*context).byExponentials},
		{"hyperbolic functions", "The sides have the same hyperbolic sine, or are never negative and have the same hyperbolic cosine.", (*context).byHyperbolics},
		{"logarithms", "The sides have the same sign everywhere, are never 0, and the logarithms of their moduli are equal.", (*context).byLogarithms},
		{"induction", "The sides are equal for the first n, and grow alike from each n to the next.", (*context).byInduction},
		{"root as a letter", "The sides are equal with a letter for a root, and its square or cube for what stands below.", (*context).byRootLetter},
	}
	regionProof = Proof{"regions", "Wherever the conditions of the sides can hold together, the sides are equal or one has no value.", (*context).byRegions}
}

// Proofs returns all proofs in the order in which they are tried.
func Proofs() []Proof { return append([]Proof{regionProof}, proofs...) }

// Equal tries to prove that a and b have the same value wherever both are defined on the domain of sc. Definitions must
// have been put in and derivatives resolved.
func Equal(a, b expr.Node, sc *scope.Scope) Answer { return Prove(a, b, sc).Answer }

// Prove is Equal, and tells which proof there was.
func Prove(a, b expr.Node, sc *scope.Scope) Result {
	if expr.Compare(a, b) > 0 {
		a, b = b, a // what is learnt depends on the order in which things are met, and the answer must not
	}
	ctx := newContext(sc)
	evidence := Result{Answer: Exceeded}
	ctx.within(func() {
		ctx.useConditions()
		evidence = ctx.prove(a, b)
	})
	return evidence
}

// prove tries one proof after the other.
func (ctx *context) prove(a, b expr.Node) Result {
	q := &question{left: a, right: b}
	if expr.Contains(a, isWhere) || expr.Contains(b, isWhere) {
		return evidenceOf(&regionProof, regionProof.try(ctx, q))
	}
	for i := range proofs {
		if answer := proofs[i].try(ctx, q); answer != Unproved {
			return evidenceOf(&proofs[i], answer)
		}
	}
	return Result{Answer: Unproved}
}

func evidenceOf(p *Proof, answer Answer) Result {
	if !answer.holds() {
		return Result{Answer: answer}
	}
	return Result{answer, p}
}

// same proves equality by normal forms, in one piece or by cases. It is what other proofs end with.
func (ctx *context) same(a, b expr.Node) Answer {
	q := &question{left: a, right: b}
	if answer := ctx.byForm(q); answer.holds() {
		return answer
	}
	return ctx.byCases(q)
}
