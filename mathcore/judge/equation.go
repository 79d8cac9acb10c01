package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// An Equation says that two expressions have the same value.
type Equation struct{ Left, Right expr.Node }

// Equations decides whether two equations say the same. Equal is said when their sides are equal, in either order, or
// when the difference of the sides of one is the same multiple of that of the other everywhere. Different is said of a
// point at which all four sides have values and exactly one equation holds; Holds of the verdict names it, and the witness
// holds the two sides of the other. All else is unsure.
func Equations(a, b Equation, sc *scope.Scope) Verdict {
	sc = sc.Metered(2 * Budget)
	v := Verdict{Relation: Unsure, Fault: eval.TooLong}
	sc.Meter().Within(2*Budget, func() { v = equations(a, b, sc) })
	return v
}

func equations(a, b Equation, sc *scope.Scope) Verdict {
	for _, turned := range []Equation{a, {a.Right, a.Left}} {
		l := Compare(turned.Left, b.Left, sc)
		if l.Relation != Equal {
			continue
		}
		if r := Compare(turned.Right, b.Right, sc); r.Relation == Equal {
			return Verdict{Relation: Equal, Evidence: max(l.Evidence, r.Evidence)}
		}
	}
	p, ok := newPoints(a, b, sc)
	if ok {
		if c, found := p.factor(); found {
			if v := a.multiple(c, b, sc); v.Relation == Equal {
				return v
			}
		}
	}
	if Compare(b.Left, b.Right, sc).Relation == Different { // 0 is a multiple of everything
		for _, c := range []*big.Rat{big.NewRat(1, 1), big.NewRat(-1, 1)} {
			if v := a.multiple(c, b, sc); v.Relation == Equal {
				return v
			}
		}
	}
	if !ok {
		return sameUpToSign(a, b, sc)
	}
	if v, ok := p.apart(p.a, p.b, Left); ok {
		return v
	}
	if v, ok := p.apart(p.b, p.a, Right); ok {
		return v
	}
	return Verdict{Relation: Unsure}
}

// points are two equations with their letters, to be put to the test at points with rational coordinates.
type points struct {
	a, b Equation
	grid grid
	sc   *scope.Scope
}

// newPoints prepares the sides. It reports false where points say nothing: with unknown functions, sums of unknown
// length, functions that jump, or side conditions.
func newPoints(a, b Equation, sc *scope.Scope) (points, bool) {
	sides := []*expr.Node{&a.Left, &a.Right, &b.Left, &b.Right}
	for _, side := range sides {
		n, ok := Prepare(*side, sc)
		if !ok || expr.Contains(n, abstract) || expr.Contains(n, steps) {
			return points{}, false
		}
		*side = n
	}
	if len(sc.Conditions()) > 0 {
		return points{}, false
	}
	letters := expr.Symbols(a.Left, a.Right, b.Left, b.Right)
	return points{a: a, b: b, grid: newGrid(letters, sc), sc: sc}, true
}

// sameUpToSign compares the differences of the sides, and tells no more than that they are equal.
func sameUpToSign(a, b Equation, sc *scope.Scope) Verdict {
	first, second := expr.Minus(a.Left, a.Right), expr.Minus(b.Left, b.Right)
	for _, n := range []expr.Node{second, expr.Negative(second)} {
		if v := Compare(first, n, sc); v.Relation == Equal {
			return v
		}
	}
	return Verdict{Relation: Unsure}
}

// steps reports whether n may take another value at a single point than beside it.
func steps(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && slices.Contains(stepFuncs, c.Func)
}

var stepFuncs = []expr.Func{
	expr.Sign, expr.Delta, expr.Where, expr.Step, expr.Greater, expr.AtLeast, expr.Less, expr.AtMost,
}

// multiple compares the difference of the sides of a with c times that of b.
func (a Equation) multiple(c *big.Rat, b Equation, sc *scope.Scope) Verdict {
	return Compare(expr.Minus(a.Left, a.Right), expr.Product(expr.Rational(c), expr.Minus(b.Left, b.Right)), sc)
}

// factor returns the number by which the difference of the sides of b has to be multiplied at some point to get that of a.
func (p points) factor() (*big.Rat, bool) {
	first, second := expr.Minus(p.a.Left, p.a.Right), expr.Minus(p.b.Left, p.b.Right)
	for k := range min(p.grid.size(), mostTries) {
		point := p.grid.at(k)
		d1, ok1 := p.exact(first, point)
		d2, ok2 := p.exact(second, point)
		if ok1 && ok2 && d1.Sign() != 0 && d2.Sign() != 0 {
			return new(big.Rat).Quo(d1, d2), true
		}
	}
	return nil, false
}

// mostTries bounds the points that are looked at.
const mostTries = 24

// apart looks for a point at which one equation holds, exactly, and the other does not. Which is the side of the verdict
// that holds.
func (p points) apart(holds, fails Equation, which Side) (Verdict, bool) {
	for k := range min(p.grid.size(), mostTries) {
		point := p.grid.at(k)
		if v, ok := p.holdsAlone(holds, fails, point, which); ok {
			return v, true
		}
		for i := range point {
			solved, ok := p.solved(holds, point, i)
			if !ok {
				continue
			}
			if v, ok := p.holdsAlone(holds, fails, solved, which); ok {
				return v, true
			}
		}
	}
	return Verdict{}, false
}

// solved changes coordinate i of the point so that the equation holds, if it is linear in that letter.
func (p points) solved(e Equation, point []*big.Rat, i int) ([]*big.Rat, bool) {
	difference := expr.Minus(e.Left, e.Right)
	at := func(r *big.Rat) ([]*big.Rat, *big.Rat, bool) {
		moved := append([]*big.Rat(nil), point...)
		moved[i] = r
		d, ok := p.exact(difference, moved)
		return moved, d, ok
	}
	_, start, ok0 := at(new(big.Rat))
	_, end, ok1 := at(big.NewRat(1, 1))
	if !ok0 || !ok1 || start.Cmp(end) == 0 {
		return nil, false
	}
	root := new(big.Rat).Quo(start, new(big.Rat).Sub(start, end))
	if !p.grid.domains[i].Contains(root) {
		return nil, false
	}
	moved, _, ok := at(root)
	return moved, ok
}

// holdsAlone reports whether one equation holds at the point, exactly, and the other certainly does not.
func (p points) holdsAlone(holds, fails Equation, point []*big.Rat, which Side) (Verdict, bool) {
	l, okL := p.exact(holds.Left, point)
	r, okR := p.exact(holds.Right, point)
	if !okL || !okR || l.Cmp(r) != 0 {
		return Verdict{}, false
	}
	left, okL := p.enclosed(fails.Left, point)
	right, okR := p.enclosed(fails.Right, point)
	if !okL || !okR || !left.Apart(right) {
		return Verdict{}, false
	}
	w := &Witness{Left: boundsOf(left), Right: boundsOf(right)}
	for i, s := range p.grid.vars {
		w.Point = append(w.Point, Value{Symbol: s, Is: point[i]})
	}
	return Verdict{Relation: Different, Evidence: Witnessed, Witness: w, Holds: which}, true
}

// enclosed returns bounds of the value at the point, if there is certainly one.
func (p points) enclosed(n expr.Node, point []*big.Rat) (eval.Interval, bool) {
	program, ok := eval.CompileUnder(p.sc.Meter(), n, p.grid.vars)
	if !ok {
		return eval.Interval{}, false
	}
	box := make([]eval.Interval, len(point))
	for i, r := range point {
		box[i] = eval.Around(r)
	}
	e := program.Enclose(box)
	return e.Interval, e.Status == eval.Defined
}

// exact returns the value at the point where rational arithmetic, e^0 and ln 1 give it.
func (p points) exact(n expr.Node, point []*big.Rat) (*big.Rat, bool) {
	p.sc.Meter().Spend(4 * expr.Size(n))
	return exactly(n, func(s *expr.Symbol) (*big.Rat, bool) {
		for i, v := range p.grid.vars {
			if expr.Equal(v, s) {
				return point[i], true
			}
		}
		return nil, false
	})
}
