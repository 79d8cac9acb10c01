package algebra

import (
	"maps"
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/linear"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// The budget of proofs by cases.
const (
	caseDepth  = 8  // signs assumed at a time
	caseBudget = 48 // normal forms computed under assumptions
)

// A split is a proof by cases: what stands between bars with unknown sign is taken to be positive, then negative, and
// what is doubtful still under that assumption is split again.
type split struct {
	f       *field
	a, b    expr.Node
	assumed []target
	left    int
	proved  int // cases in which the sides are equal, not only without a value
}

// sameInAllCases proves equality under either sign of everything that stands between bars with unknown sign. It follows
// a form just computed, which noted what is doubtful.
func (f *field) sameInAllCases(a, b expr.Node) bool {
	if len(f.doubtful) == 0 || f.undefined {
		return false
	}
	s := split{f: f, a: a, b: b, left: caseBudget}
	all := s.all()
	clear(f.memo) // what was computed under an assumption
	return all && s.proved > 0
}

// all splits the first doubtful sign of the form just computed.
func (s *split) all() bool {
	f := s.f
	if len(f.doubtful) == 0 || len(s.assumed) == caseDepth {
		return false
	}
	t, known := f.doubtful[0], f.signs
	defer func() { f.signs = known }()
	s.assumed = append(s.assumed, t)
	defer func() { s.assumed = s.assumed[:len(s.assumed)-1] }()
	for _, sign := range []int{1, -1} {
		f.signs = maps.Clone(known)
		f.signs[t] = sign
		if f.possible(s.assumed) && !s.holds() {
			return false
		}
	}
	return true
}

// holds proves equality under the signs assumed. Where a side has no value there is nothing to prove.
func (s *split) holds() bool {
	f := s.f
	if s.left--; s.left < 0 {
		return false
	}
	f.barren = false
	same := f.sameForm(s.a, s.b)
	switch {
	case f.undefined || f.barren:
		f.undefined = false
		return true
	case same:
		s.proved++
		return true
	case !f.possible(s.assumed): // with the signs learnt
		return true
	case len(f.doubtful) == 0:
		f.suspects = append(f.suspects, f.points(f.known(s.assumed))...)
		return false
	}
	return s.all()
}

// possible reports whether the signs known can hold together, as far as inequalities between numbers tell: every
// monomial counts as a letter of its own. Those assumed are taken to be strict where they vanish on isolated points or
// lines only, since equality need not be shown there.
func (f *field) possible(assumed []target) bool {
	return f.known(assumed).system.Solvable()
}

// known returns the signs known as inequalities.
func (f *field) known(assumed []target) *inequalities {
	s := &inequalities{meter: f.meter, system: linear.NewSystem(f.meter)}
	f.meter.Spend(len(f.signs))
	signed := slices.SortedFunc(maps.Keys(f.signs), compareTargets)
	for _, t := range signed {
		relation := linear.NotNegative
		if slices.Contains(assumed, t) && !f.mayVanish(t) && !f.countsAlong(t) {
			relation = linear.Positive
		}
		s.require(f.polyOf(t), f.signs[t], relation)
	}
	for _, m := range s.letters {
		f.boundMonomial(s, m)
	}
	return s
}

func compareTargets(a, b target) int {
	if a.isBase != b.isBase {
		return int(b2i(a.isBase)) - int(b2i(b.isBase))
	}
	return int(a.id) - int(b.id)
}

func (f *field) polyOf(t target) poly.Poly {
	if t.isBase {
		return f.bases[t.id]
	}
	return poly.Of(rat.Int(1), poly.Monomial{poly.VarTo(kernelID(t.id), 1)})
}

// countsAlong reports whether the target holds a letter that runs through whole numbers.
func (f *field) countsAlong(t target) bool {
	for _, u := range f.polyOf(t) {
		for _, q := range u.M {
			k := &f.kernels[q.Var]
			if k.kind != symbolKernel {
				continue
			}
			if d, _ := f.scope.Domain(k.symbol); d.Whole {
				return true
			}
		}
	}
	return false
}

// boundMonomial adds what is known of a monomial by itself: the ends of a letter's domain, the sign of an even power, an
// exponential or a modulus.
func (f *field) boundMonomial(s *inequalities, m poly.Monomial) {
	p := poly.Of(rat.Int(1), m)
	if len(m) == 1 && m[0].IsVar() && f.kernels[m[0].Var].kind == symbolKernel {
		box, _ := f.scope.Domain(f.kernels[m[0].Var].symbol)
		lo, hi := ends(box)
		if lo != nil {
			s.require(append(slices.Clone(p), poly.Term{C: rat.Of(lo).Neg()}), 1, linear.NotNegative)
		}
		if hi != nil {
			s.require(append(slices.Clone(p), poly.Term{C: rat.Of(hi).Neg()}), -1, linear.NotNegative)
		}
		return
	}
	s.require(p, f.signOfProduct(product{c: rat.Int(1), m: m}), linear.NotNegative)
}

// Suspects returns points at which a and b may well differ, after an attempt to prove that they do not: points of a case
// in which the proof failed, by letter. They are exact where all that stands between bars is linear.
func Suspects(a, b expr.Node, sc *scope.Scope) []Point {
	f := newField(sc)
	same := true
	ended := f.limit.Within(workBudget, func() { same = len(f.scope.Conditions()) > 0 || f.same(a, b) })
	if !ended || same {
		return nil
	}
	return f.suspects
}

// points returns a few points at which the inequalities hold, as far as they say something of letters.
func (f *field) points(s *inequalities) []Point {
	var points []Point
	for _, values := range s.system.Solutions() {
		var p Point
		for i, m := range s.letters {
			if k := &f.kernels[m[0].Var]; len(m) == 1 && m[0].IsVar() && k.kind == symbolKernel {
				p = append(p, Coordinate{k.symbol, values[i].Big()})
			}
		}
		points = append(points, p)
	}
	return points
}

// A Point gives some letters a value.
type Point []Coordinate

// A Coordinate is the value of a letter.
type Coordinate struct {
	Symbol *expr.Symbol
	Value  *big.Rat
}
