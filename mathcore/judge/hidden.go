package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A root of what is 0 all along has the slope 0, where the rule, which divides by the root, has none: √([y > 0] x) where y is below 0.
// What the rules make of a derivative is compared elsewhere only, so such points are looked at by themselves.

// A flatRoot is a root below a derivative, and what it is taken of.
type flatRoot struct {
	root, of expr.Node
	by       *expr.Symbol
}

// mostHidden bounds the points at which roots are looked at that may be flat.
const mostHidden = 32

// atFlatRoots looks for a difference where roots that are derived stay 0.
func (p *pair) atFlatRoots() (v Verdict, found bool) {
	roots := append(flatRoots(p.standing.left), flatRoots(p.standing.right)...)
	if len(roots) == 0 || len(p.scope.Conditions()) > 0 || p.hasSeries() {
		return v, false
	}
	vars := expr.Symbols(p.standing.left, p.standing.right)
	g := newGrid(vars, p.scope)
	programs := make([]*eval.Program, len(roots))
	for i, r := range roots {
		var ok bool
		if programs[i], ok = eval.CompileUnder(p.scope.Meter(), r.of, vars); !ok {
			return v, false
		}
	}
	tried := map[string]bool{}
	for k := range min(mostHidden, g.size()) {
		point := g.at(k)
		key, flat := "", []flatRoot{}
		for i, r := range roots {
			p.scope.Meter().Spend(6 + 6*len(point))
			if staysZero(programs[i], point, vars, r.by) {
				key += string(rune('a' + i))
				flat = append(flat, r)
			}
		}
		if len(flat) == 0 || tried[key] {
			continue
		}
		if w := p.withFlat(flat, vars, point); w != nil {
			return Verdict{Relation: Different, Evidence: Witnessed, Witness: w}, true
		}
	}
	return v, false
}

// flatRoots returns the roots below derivatives in n whose radicands may stay 0.
func flatRoots(n expr.Node) []flatRoot {
	var all []flatRoot
	expr.Walk(n, func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		if !ok {
			return true
		}
		expr.Walk(d.Body, func(n expr.Node) bool {
			if u := radicand(n); u != nil && expr.Contains(u, joint.Wide) && expr.Mentions(u, d.Var) {
				all = append(all, flatRoot{n, u, d.Var})
			}
			return true
		})
		return true
	})
	return all
}

// radicand returns what n is a root of, nil if it is none.
func radicand(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Call:
		if n.Func == expr.Sqrt || n.Func == expr.Cbrt {
			return n.Args[0]
		}
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && !r.IsInt() && r.Sign() > 0 && !expr.IsE(n.Base) {
			return n.Base
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil
}

// staysZero reports whether the value is 0 at the point and on both sides of it.
func staysZero(program *eval.Program, point []*big.Rat, vars []*expr.Symbol, by *expr.Symbol) bool {
	i := slices.IndexFunc(vars, func(s *expr.Symbol) bool { return expr.Equal(s, by) })
	for _, away := range []*big.Rat{new(big.Rat), big.NewRat(1, 1000), big.NewRat(-1, 1000)} {
		box := boxOf(point)
		if i >= 0 {
			box[i] = eval.Around(new(big.Rat).Add(point[i], away))
		}
		if v := program.Enclose(box); v.Status != eval.Defined || v.Lo != 0 || v.Hi != 0 {
			return false
		}
	}
	return i >= 0
}

// withFlat returns the witness of a difference at the point with 0 for the roots that are flat there; nil if there is none.
func (p *pair) withFlat(flat []flatRoot, vars []*expr.Symbol, point []*big.Rat) *Witness {
	var programs [2]*eval.Program
	for i, side := range []expr.Node{p.standing.left, p.standing.right} {
		side, ok := carriedOut(expr.Map(side, func(n expr.Node) expr.Node {
			if slices.ContainsFunc(flat, func(r flatRoot) bool { return expr.Equal(r.root, n) }) {
				return expr.Int(0)
			}
			return n
		}), p.scope)
		if !ok {
			return nil
		}
		if programs[i], ok = eval.CompileUnder(p.scope.Meter(), side, vars); !ok {
			return nil
		}
	}
	box := boxOf(point)
	l, r := programs[0].Enclose(box), programs[1].Enclose(box)
	if l.Status != eval.Defined || r.Status != eval.Defined || !l.Apart(r.Interval) {
		return nil
	}
	w := &Witness{Left: boundsOf(l.Interval), Right: boundsOf(r.Interval)}
	for i, s := range vars {
		w.Point = append(w.Point, Value{Symbol: s, Is: point[i]})
	}
	return w
}
