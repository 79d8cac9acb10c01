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

// A split is a proof by cases: what stands between bars with unknown sign is taken to be not negative, then not positive,
// and what is unknown still under that assumption is split again.
type split struct {
	ctx    *context
	left   int    // normal forms that may be computed still
	proved int    // cases in which the sides are equal, not only without a value
	answer Answer // for the cases that are done
	// counterexamples are points of a case in which the normal forms of the sides differ.
	counterexamples []Point
}

// byCases proves equality under either sign of everything that stood between bars with unknown sign in the normal form.
func (ctx *context) byCases(q *question) Answer { return ctx.splitOver(q).answer }

func (ctx *context) splitOver(q *question) *split {
	s := &split{ctx: ctx, left: caseBudget, answer: Proved}
	if len(q.unknown) == 0 || ctx.facts.noValue {
		s.answer = Unproved
		return s
	}
	if !s.all(q) || s.proved == 0 {
		s.answer = Unproved
	}
	ctx.forget() // what was computed under an assumption
	return s
}

// all splits the first unknown sign of a form.
func (s *split) all(q *question) bool {
	ctx, known := s.ctx, s.ctx.facts
	if len(q.unknown) == 0 || len(known.assumed) == caseDepth {
		return false
	}
	divisors := ctx.divisors()
	defer func() { ctx.facts = known }()
	for _, sign := range []weakSign{notNegative, notPositive} {
		ctx.facts = known.assuming(q.unknown[0], sign)
		held := !ctx.possible() || s.holds(q.left, q.right)
		ctx.restore(divisors)
		if !held {
			return false
		}
	}
	return true
}

// Divisors are what is known of how bases split. In a case y is a cube, y + 1 has the divisor y^(1/3) + 1, and outside of it
// it has not.
type divisors struct {
	refined, squares map[baseID][]factor
	reciprocals      map[baseID]reciprocal
	coprime          []baseID
}

func (ctx *context) divisors() divisors {
	return divisors{maps.Clone(ctx.refined), maps.Clone(ctx.squares), maps.Clone(ctx.reciprocals), slices.Clone(ctx.coprime)}
}

func (ctx *context) restore(d divisors) {
	ctx.refined, ctx.squares, ctx.reciprocals = maps.Clone(d.refined), maps.Clone(d.squares), maps.Clone(d.reciprocals)
	ctx.coprime = slices.Clone(d.coprime)
	ctx.forget()
}

// holds proves equality under the signs assumed. Where a side has no value there is nothing to prove.
func (s *split) holds(a, b expr.Node) bool {
	if s.left--; s.left < 0 {
		return false
	}
	ctx, q := s.ctx, &question{left: a, right: b}
	answer := ctx.byForm(q)
	switch {
	case ctx.facts.noValue || ctx.facts.measureZero:
		return true
	case answer.holds():
		s.proved++
		s.answer = s.answer.and(answer)
		return true
	case !ctx.possible(): // with the signs learnt
		return true
	case len(q.unknown) == 0:
		s.counterexamples = ctx.points(ctx.inequalities())
		return false
	}
	return s.all(q)
}

// possible reports whether the signs known can hold together, as far as inequalities between numbers tell: every
// monomial counts as a letter of its own. Those assumed are taken to be strict where they vanish on isolated points or
// lines only, since equality need not be shown there.
func (ctx *context) possible() bool { return ctx.inequalities().system.Solvable() }

// inequalities returns the signs known as inequalities.
func (ctx *context) inequalities() *inequalities {
	s := &inequalities{meter: ctx.meter, system: linear.NewSystem(ctx.meter)}
	signs := ctx.facts.signs
	ctx.meter.Spend(len(signs))
	for _, t := range slices.SortedFunc(maps.Keys(signs), compareTargets) {
		relation := linear.NotNegative
		if slices.Contains(ctx.facts.assumed, t) && !ctx.mayVanish(t) && !ctx.countsAlong(t) {
			relation = linear.Positive
		}
		s.require(ctx.polyOf(t), signs[t], relation)
	}
	for _, m := range s.letters {
		ctx.boundMonomial(s, m)
	}
	return s
}

func compareTargets(a, b target) int {
	if a.isBase != b.isBase {
		return int(b2i(a.isBase)) - int(b2i(b.isBase))
	}
	return int(a.id) - int(b.id)
}

func (ctx *context) polyOf(t target) poly.Poly {
	if t.isBase {
		return ctx.bases[t.id]
	}
	return poly.Of(rat.Int(1), poly.Monomial{poly.VarTo(kernelID(t.id), 1)})
}

// countsAlong reports whether the target holds a letter that runs through whole numbers.
func (ctx *context) countsAlong(t target) bool {
	for _, u := range ctx.polyOf(t) {
		for _, q := range u.M {
			k := &ctx.kernels[q.Var]
			if k.kind != symbolKernel {
				continue
			}
			if d, _ := ctx.scope.Domain(k.symbol); d.Whole {
				return true
			}
		}
	}
	return false
}

// boundMonomial adds what is known of a monomial by itself: the ends of a letter's domain, the sign of an even power, an
// exponential or a modulus.
func (ctx *context) boundMonomial(s *inequalities, m poly.Monomial) {
	p := poly.Of(rat.Int(1), m)
	if len(m) == 1 && m[0].IsVar() && ctx.kernels[m[0].Var].kind == symbolKernel {
		box, _ := ctx.scope.Domain(ctx.kernels[m[0].Var].symbol)
		lo, hi := ends(box)
		if lo != nil {
			s.require(append(slices.Clone(p), poly.Term{C: rat.Of(lo).Neg()}), 1, linear.NotNegative)
		}
		if hi != nil {
			s.require(append(slices.Clone(p), poly.Term{C: rat.Of(hi).Neg()}), -1, linear.NotNegative)
		}
		return
	}
	s.require(p, ctx.signOfProduct(product{c: rat.Int(1), m: m}), linear.NotNegative)
}

// Suspects returns points at which a and b may well differ, after an attempt to prove that they do not: points of a case
// in which the proof failed, by letter. They are exact where all that stands between bars is linear.
func Suspects(a, b expr.Node, sc *scope.Scope) []Point {
	ctx := newContext(sc)
	var points []Point
	ended := ctx.within(func() {
		q := &question{left: a, right: b}
		if len(ctx.scope.Conditions()) > 0 || ctx.byForm(q).holds() {
			return
		}
		points = ctx.splitOver(q).counterexamples
	})
	if !ended {
		return nil
	}
	return points
}

// points returns a few points at which the inequalities hold, as far as they say something of letters.
func (ctx *context) points(s *inequalities) []Point {
	var points []Point
	for _, values := range s.system.Solutions() {
		var p Point
		for i, m := range s.letters {
			if k := &ctx.kernels[m[0].Var]; len(m) == 1 && m[0].IsVar() && k.kind == symbolKernel {
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
