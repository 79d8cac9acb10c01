// Package judge decides whether two expressions mean the same, with evidence.
//
// Equal is only said on a proof, different only on a point at which two enclosures of the values do not meet. It does
// not read, explain or teach; where neither proof nor point is found within the budget it says so.
package judge

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// A Relation tells how two expressions stand to each other on the domain of their scope, or that there are no two.
type Relation uint8

// The relations.
const (
	Unsure    Relation = iota // nothing was found within the budget; never a guess
	Equal                     // the same value wherever both have one
	Different                 // different values at some point
	Undefined                 // at no point do both sides have a value
	// Unreadable is said of texts: one of them is no expression. Compare is given trees and does not say it.
	Unreadable
)

// String returns the word that the command line prints.
func (r Relation) String() string {
	switch r {
	case Unsure:
		return "unsure"
	case Equal:
		return "equal"
	case Different:
		return "different"
	case Undefined:
		return "undefined"
	case Unreadable:
		return "unreadable"
	}
	panic("judge: unknown relation")
}

// Evidence tells what a relation rests on.
type Evidence uint8

// The kinds of evidence.
const (
	None      Evidence = iota
	Exact              // one of algebra.Proofs
	Modular            // the difference vanishes in prime fields at random points, with a bound for the error
	Witnessed          // a point at which two enclosures do not meet
)

// String returns the word that the command line prints.
func (e Evidence) String() string {
	switch e {
	case None:
		return "none"
	case Exact:
		return "exact"
	case Modular:
		return "modular"
	case Witnessed:
		return "witness"
	}
	panic("judge: unknown evidence")
}

// A Side names one of two expressions, or both.
type Side uint8

// The sides.
const (
	Neither Side = iota
	Left
	Right
	Both
)

// A Verdict is a relation with its evidence.
type Verdict struct {
	Relation Relation
	Evidence Evidence
	Witness  *Witness   // of Different
	Side     Side       // of Undefined: which side has no value; Neither if each has one, but never both together
	Fault    eval.Fault // of Undefined and Unsure: why there was no value
	Holds    Side       // of two equations that are Different: which of them holds at the point of the witness
	// Of Undefined: presumed tells that no point tried has both values and that it is not proved that none has, throughout that it is
	// proved of joints as well.
	presumed, throughout bool
}

// The budget of one comparison, in units of budget.Meter.
const (
	Budget      = 2_000_000
	proofBudget = 1_500_000 // of these for the proofs: points are looked at afterwards
)

// Compare decides how a and b relate on the domain of sc. Definitions are put in and derivatives taken first. The same
// input always gets the same verdict: it is unsure where the budget ends. The meter of sc is drawn on, if it has one.
func Compare(a, b expr.Node, sc *scope.Scope) Verdict {
	sc = sc.Metered(Budget)
	v := Verdict{Relation: Unsure, Fault: eval.TooLong}
	sc.Meter().Within(Budget, func() { v = compare(a, b, sc) })
	return v
}

func compare(a, b expr.Node, sc *scope.Scope) Verdict {
	if letters := dependents(sc, a, b); len(letters) > 0 {
		return compareDependents(a, b, sc, letters)
	}
	return compareRead(a, b, sc)
}

// compareRead compares expressions in which every letter that is not defined is constant.
func compareRead(a, b expr.Node, sc *scope.Scope) Verdict {
	p, ok := together(a, b, sc)
	if !ok || !p.prepare() {
		return Verdict{Relation: Unsure, Fault: eval.TooLarge}
	}
	v := p.decide()
	switch {
	case v.Relation == Different && (p.doubtful || v.Witness != nil && !consistent(v.Witness.Point)),
		v.Relation == Equal && (p.proofless || p.cut && !p.holdsAtSizes()) && !p.byRegions(),
		v.Relation == Equal && p.zeroBases(),
		v.Relation == Undefined && v.Side == Neither && p.ofNumbers():
		return Verdict{Relation: Unsure}
	}
	p.complete(v.Witness)
	return v
}

// decide compares the sides; where that leaves them open, at each value of a letter that has but few.
func (p *pair) decide() Verdict {
	v := p.decideAtOnce()
	switch {
	case v.presumed:
		v = Verdict{Relation: Unsure, Fault: v.Fault}
	case v.Relation == Undefined:
		v.Evidence = None
	}
	if v.Relation == Unsure || v.Relation == Undefined {
		if w, found := p.amongFew(); found && w.Relation != Unsure && w.Relation != v.Relation {
			v = w
		}
	}
	if v.Relation == Unsure && (p.bySignLetters() || p.byRegions()) {
		v = Verdict{Relation: Equal, Evidence: Exact}
	}
	if v.Relation == Unsure && p.depth == 0 {
		if w, found := p.byOtherMeans(); found {
			v = w
		}
	}
	if v.Relation == Equal && p.depth == 0 {
		if w, found := p.atFlatRoots(); found {
			return w
		}
	}
	if v.Relation == Undefined && (p.mayHaveSlope() || p.mayHaveValue()) {
		return Verdict{Relation: Unsure}
	}
	return v
}

// byOtherMeans compares the sides written in other ways that have the values of the sides wherever these have any. They may have more of
// them, so that a point must have been seen at which the sides have values.
func (p *pair) byOtherMeans() (Verdict, bool) {
	for _, compare := range []func() (Verdict, bool){
		p.byOneMember, p.besideRest, p.byGatheredPowers, p.byArguments, p.byFirst, p.byBlocks, p.atOneTerm,
	} {
		if v, found := compare(); found && (v.Relation != Equal || p.met) {
			return v, true
		}
	}
	return Verdict{}, false
}

// decideAtOnce looks at the first points, then for a proof, then at the others.
func (p *pair) decideAtOnce() Verdict {
	t := newTrial(p)
	defer func() { p.met = t.both > 0 }()
	if v, decided := t.first(); decided {
		return v
	}
	if v, found := t.withoutTerm(p.scope); found {
		return v
	}
	for _, compare := range []func() (Verdict, bool){p.bySymmetry, p.byFlags} { // what is left would take long to be proved
		if t.both > 0 && p.depth == 0 {
			if v, found := compare(); found {
				return v
			}
		}
	}
	evidence := None
	if p.derivesSums() {
		if p.scope.Meter().Within(proofBudget, func() { evidence = p.byMeans() }); evidence != None {
			return t.provedEqual(evidence, p.scope)
		}
	}
	p.scope.Meter().Within(proofBudget, func() {
		if evidence = prove(p.left, p.right, p.scope); evidence == None {
			evidence = p.proveInRange()
		}
		if evidence == None {
			evidence = p.proveReached()
		}
		if evidence == None {
			evidence = p.proveCutAtIndex()
		}
		if evidence == None {
			evidence = p.proveWhereDefined()
		}
		if evidence == None && len(p.guards.left)+len(p.guards.right) > 0 {
			evidence = prove(guarded(p.left, p.guards.left), guarded(p.right, p.guards.right), p.scope)
		}
	})
	var v Verdict
	if evidence != None {
		if v, decided := t.amongIndices(); decided {
			return v
		}
		v = t.provedEqual(evidence, p.scope)
		v.Evidence = evidence // also where no value was found: then it is that of what is said of joints
		if v = p.atJoints(v, t); v.Relation == Unsure || v.presumed {
			if w, found := p.byPieces(t); found {
				return w
			}
		}
	} else if v = t.rest(p.scope); v.Relation == Unsure || v.Relation == Undefined {
		v = p.atJoints(v, t)
	}
	if v.Relation == Unsure && t.both > 0 && expr.Alike(p.decided(p.standing.left), p.decided(p.standing.right)) {
		return Verdict{Relation: Equal, Evidence: Exact}
	}
	if v.Relation == Unsure || v.presumed {
		if w, found := p.byCombination(t); found {
			return w
		}
		if w, found := p.byRests(t); found {
			return w
		}
	}
	return v
}

// mostNodes bounds the size of what is compared.
const mostNodes = 200_000

// Prepare puts definitions in, takes derivatives and puts in what functions mean that others express, so that only values
// are left to compare. It reports false when the result would grow beyond all bounds.
// A sum without bounds gets those that the scope knows for it.
func Prepare(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	p, ok := alone(n, sc)
	if !ok {
		return p.left, false
	}
	return carriedOut(p.left, p.scope)
}

// Values is Prepare for who computes values at points: where a function has none, the derivative that the rules make of it has none
// either, so 1/x, made of d/dx ln(x), has none at -1.
func Values(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	p, ok := alone(n, sc)
	if !ok {
		return p.left, false
	}
	made, ok := carriedOut(p.left, p.scope)
	if !ok || !p.stand() {
		return made, ok
	}
	guards := p.guardsOf(p.standing.left, made)
	if len(guards) == 0 {
		return made, true
	}
	return carriedOut(guarded(made, guards), p.scope)
}

// alone puts definitions and bounds into one tree, which has no other beside it.
func alone(n expr.Node, sc *scope.Scope) (p pair, ok bool) {
	p = pair{scope: sc.For(n), left: n, right: expr.Int(0)}
	unfolded, ok := p.scope.Unfold(n)
	if !ok {
		return p, false
	}
	p.left = unfolded
	if p.hasSeries() {
		if p.seeIndices() {
			p.scope = p.scope.For(p.left)
		}
		p.findRanges()
		p.left, ok = p.scope.Unfold(p.left)
	}
	return p, ok
}

// carriedOut takes the derivatives in a tree with bounds in which what is defined was put in.
func carriedOut(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	resolved, ok := calculus.Resolve(joint.Steadied(n, sc), sc)
	if ok && resolved != n {
		resolved, ok = sc.Unfold(resolved)
	}
	if !ok {
		return resolved, false
	}
	return expressed(resolved, sc)
}

// expressed returns n with what functions mean that others express. It reports false where that is too large.
func expressed(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	meant := expr.Expressed(n)
	if meant == n {
		return n, true
	}
	size := expr.SizeUpTo(meant, mostNodes+1)
	sc.Meter().Spend(size)
	return meant, size <= mostNodes
}
