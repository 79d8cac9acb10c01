package algebra

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// The budget of one field. What exceeds it is given up, not approximated, and another proof may be tried; the meter of
// the scope, which every field draws on, ends them all.
const (
	workBudget  = 80_000 // products of terms
	seriesLimit = 2_000  // terms of a sum with constant bounds
)

// A field is the place where expressions are computed with: the kernels met so far, the sums that stand in products,
// what is known of signs, and the budget that is left. It belongs to one question and is not safe for concurrent use.
type field struct {
	scope    *scope.Scope
	meter    *budget.Meter // of the whole computation
	limit    *budget.Meter // of this attempt, in products of terms
	ring     *poly.Ring    // where the kernels are variables
	kernels  []kernel
	byKey    map[string]kernelID
	bases    []poly.Poly          // sums in products, each primitive with at least two terms; nil for a lazy one
	lazy     map[baseID][]product // the terms of a base that was too long to multiply out
	baseByID map[string]baseID
	refined  map[baseID][]factor // a base split into coprime parts
	squares  map[baseID][]factor // a base as powers of bases without square divisors
	coprime  []baseID            // bases that stood under a logarithm or between bars, pairwise coprime

	reciprocals map[baseID]reciprocal // bases that are conjugate to others
	signs       map[target]int        // +1 never negative, -1 never positive, on the common domain
	asked       map[target]bool       // signs that were looked for in vain
	depth       int                   // signs that are being traced back to those of other sums
	simpler     []target              // those whose sign is being traced back to something simpler
	doubtful    []target              // what stands between bars with unknown sign, in order of appearance
	suspects    []Point               // of cases in which the normal forms differed
	replaced    map[kernelID]product  // kernels that a side condition expresses by others
	memo        map[expr.Node]product
	again       bool
	limited     bool // a part of the attempt came to an end before its time
	modular     bool // something was zero only by its values in prime fields
	// undefined is set when a divisor or the argument of a logarithm is the zero expression.
	undefined bool
	// barren is set when something must not be negative that is never positive: it has a value at isolated points or
	// lines at most.
	barren bool
}

func newField(sc *scope.Scope) *field {
	if sc == nil {
		sc = &scope.Scope{}
	}
	return (&field{
		scope: sc, meter: sc.Meter(), byKey: map[string]kernelID{}, baseByID: map[string]baseID{}, refined: map[baseID][]factor{}, lazy: map[baseID][]product{}, squares: map[baseID][]factor{},
		reciprocals: map[baseID]reciprocal{}, signs: map[target]int{}, asked: map[target]bool{}, memo: map[expr.Node]product{}, replaced: map[kernelID]product{},
	}).drawingOn(budget.New(workBudget, nil))
}

func (f *field) drawingOn(limit *budget.Meter) *field {
	f.limit = limit
	f.ring = poly.NewRing(f.meter, limit, relations{f})
	return f
}

// within returns a field of its own for another scope, which draws on the same budget.
func (f *field) within(sc *scope.Scope) *field {
	return newField(sc).drawingOn(f.limit)
}

// exceed ends the attempt: something would be too large to compute with.
func (f *field) exceed() { f.limit.End() }

// A baseID numbers a base of the field.
type baseID int32

// base returns the number of a primitive polynomial with at least two terms.
func (f *field) base(p poly.Poly) baseID {
	f.ring.PayFor(1, p)
	key := string(p.AppendKey(make([]byte, 0, 64)))
	if id, ok := f.baseByID[key]; ok {
		return id
	}
	id := baseID(len(f.bases))
	f.bases = append(f.bases, p)
	f.baseByID[key] = id
	return id
}
