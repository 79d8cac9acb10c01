package judge

import (
	"math"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Probe computes values of many expressions at the same few points, so that those which may be equal are found
// quickly. Values are float64: they suggest, Compare decides.
type Probe struct {
	sc     *scope.Scope
	meant  *scope.Scope // gives unknown functions a meaning
	fixed  []Value
	solved []bond
	vars   []*expr.Symbol
	points [][]float64
}

// NewProbe chooses points at which both expressions have a value. It reports false if there are fewer than it takes to
// tell expressions apart.
func NewProbe(a, b expr.Node, sc *scope.Scope) (*Probe, bool) {
	const wanted = 4
	if sc == nil {
		sc = &scope.Scope{}
	}
	p := &Probe{sc: sc, meant: sc}
	x, okA := Prepare(a, sc)
	y, okB := Prepare(b, sc)
	solved, okC := bonds(sc)
	if !okA || !okB || !okC {
		return nil, false
	}
	p.solved = solved
	both := expr.Minus(x, y)
	if bounds, indices := counters(both); len(bounds) > 0 || expr.Contains(both, isDelta) {
		p.fixed = countersFixed(bounds, indices, 3)
	}
	if names := unknownFunctions(both); len(names) > 0 {
		p.meant, _ = meaningsFor(names, sc)
	}
	left, okA := p.concrete(x)
	right, okB := p.concrete(y)
	if !okA || !okB {
		return nil, false
	}
	p.vars = expr.Symbols(expr.Minus(left, right))
	f, okA := eval.Compile(left, p.vars)
	g, okB := eval.Compile(right, p.vars)
	if !okA || !okB {
		return nil, false
	}
	grid := newGrid(p.vars, sc)
	for k := 0; k < grid.size() && len(p.points) < wanted; k++ {
		var at []float64
		for _, r := range grid.at(k) {
			v, _ := r.Float64()
			at = append(at, v)
		}
		if finite(f.Float(at)) && finite(g.Float(at)) {
			p.points = append(p.points, at)
		}
	}
	return p, len(p.points) >= min(wanted, grid.size())
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// concrete puts the numbers and meanings of the probe into a prepared expression.
func (p *Probe) concrete(n expr.Node) (expr.Node, bool) {
	for _, s := range p.solved {
		n = expr.Substitute(n, s.symbol, s.value)
	}
	for _, v := range p.fixed {
		n = expr.Substitute(n, v.Symbol, expr.Rational(v.Is))
	}
	budget := termsLimit
	n, ok := writeOut(n, &budget)
	if !ok || p.meant == p.sc {
		return n, ok
	}
	return resolveAgain(n, p.meant)
}

// Values returns the values of n at the points, NaN where it has none. It reports false if n cannot be computed.
func (p *Probe) Values(n expr.Node) ([]float64, bool) {
	n, ok := Prepare(n, p.sc)
	if !ok {
		return nil, false
	}
	if n, ok = p.concrete(n); !ok {
		return nil, false
	}
	f, ok := eval.Compile(n, p.vars)
	if !ok {
		return nil, false
	}
	values := make([]float64, len(p.points))
	for i, at := range p.points {
		values[i] = f.Float(at)
	}
	return values, true
}
