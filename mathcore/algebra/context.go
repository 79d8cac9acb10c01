package algebra

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// The budget of one attempt. What exceeds it is given up, not approximated, and another way may be tried; the meter of
// the scope, which every attempt draws on, ends them all.
const (
	workBudget  = 80_000 // products of terms
	seriesLimit = 2_000  // terms of a sum with constant bounds
)

// A context is where normal forms are computed: the kernels and bases met so far, what is known of the domain, what the
// form at work came upon, and what may be spent. It belongs to one question and is not safe for concurrent use.
type context struct {
	scope   *scope.Scope
	meter   *budget.Meter // of the whole computation
	attempt *budget.Meter // of this attempt, in products of terms
	ring    *poly.Ring    // where the kernels are variables

	powers   singles[poly.Power]
	factors  singles[factor]
	key      []byte // where keys are spelled, used again and again
	kernels  []kernel
	byKey    map[string]kernelID
	replaced map[kernelID]product // kernels that a side condition expresses by others
	bases    []poly.Poly          // sums in products, each primitive with at least two terms; nil for a lazy one
	baseByID map[string]baseID
	lazy     map[baseID][]product // the terms of a base that was too long to multiply out
	refined  map[baseID][]factor  // a base split into coprime parts
	squares  map[baseID][]factor  // a base as powers of bases without square divisors
	coprime  []baseID             // bases that stood under a logarithm or between bars, pairwise coprime
	// reciprocals holds bases that are conjugate to others.
	reciprocals map[baseID]reciprocal

	inner bool         // an induction in an induction is at work
	spans map[int]span // what the bound indices run through that stand around the place at work
	facts facts
	found findings
	memo  map[expr.Node]product // values computed since the form at work was begun

	visited   map[target]bool // signs that were looked for in vain since then, and those being looked for
	rootDepth int             // how many signs are being traced back to those of other sums
	signTrail []target        // those whose sign is being traced back to something simpler
}

// newContext returns a context for the scope, with a budget of its own.
func newContext(sc *scope.Scope) *context {
	if sc == nil {
		sc = &scope.Scope{}
	}
	return contextOn(sc, budget.New(workBudget, nil))
}

// beside returns a context of its own for another scope, which draws on the same budget.
func (ctx *context) beside(sc *scope.Scope) *context { return contextOn(sc, ctx.attempt) }

func contextOn(sc *scope.Scope, attempt *budget.Meter) *context {
	ctx := &context{
		scope: sc, meter: sc.Meter(), attempt: attempt,
		byKey: map[string]kernelID{}, kernels: make([]kernel, 0, fewKernels), key: make([]byte, 0, shortKey),
		facts: facts{signs: map[target]weakSign{}},
		memo:  map[expr.Node]product{},
	}
	ctx.ring = poly.NewRing(ctx.meter, attempt, relations{ctx})
	return ctx
}

// What most contexts have room for from the start.
const (
	fewKernels = 4
	shortKey   = 128
)

// Singles makes lists of one member. They never change, so a few of them share their memory.
type singles[T any] struct{ room []T }

func (s *singles[T]) of(member T) []T {
	const few = 8
	if len(s.room) == cap(s.room) {
		s.room = make([]T, 0, few)
	}
	s.room = append(s.room, member)
	last := len(s.room) - 1
	return s.room[last : last+1 : last+1]
}

// put enters something in a map that is made with its first entry: most contexts fill few of theirs.
func put[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

// within does work inside the budget of the attempt and reports whether it came to its end.
func (ctx *context) within(work func()) (ended bool) { return ctx.attempt.Within(workBudget, work) }

// exceed ends the attempt: something would be too large to compute with, or is not computed with.
func (ctx *context) exceed() { ctx.attempt.End() }

// A baseID numbers a base of the context.
type baseID int32

// base returns the number of a primitive polynomial with at least two terms.
func (ctx *context) base(p poly.Poly) baseID {
	ctx.ring.PayFor(1, p)
	ctx.key = p.AppendKey(ctx.key[:0])
	if id, ok := ctx.baseByID[string(ctx.key)]; ok {
		return id
	}
	id := baseID(len(ctx.bases))
	ctx.bases = append(ctx.bases, p)
	put(&ctx.baseByID, string(ctx.key), id)
	return id
}
