package judge

import (
	"math"
	"math/big"
	"slices"
	"strconv"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// The budget of the search for breaks.
const (
	mostBreaks  = 12 // parts whose zeros are looked for
	breakStarts = 3  // points from which they are looked for
	secantSteps = 40
)

// breaks returns points on both sides of the places where an expression may change its nature: zeros of what stands
// between bars or under a root or a logarithm, places where the greatest of several values changes. Two expressions that
// agree at all the friendly points may part there.
func (in *instance) breaks() [][]*big.Rat {
	var points [][]*big.Rat
	zeros := make([][]float64, len(in.grid.vars)) // along each variable from the first point
	for _, n := range in.breaking() {
		p, ok := eval.CompileUnder(in.meter, n, in.grid.vars)
		if !ok {
			continue
		}
		for k := range min(breakStarts, in.grid.size()) {
			start := in.grid.at(k)
			for i := range start {
				in.meter.Spend(2 * len(start))
				zero, found := zeroAlong(p, start, i)
				if !found {
					continue
				}
				in.meter.Spend(8 * len(start))
				if k == 0 {
					zeros[i] = append(zeros[i], zero)
				}
				points = append(points, in.around(start, i, zero)...)
			}
		}
	}
	return append(points, in.between(zeros)...)
}

// between returns points between the zeros that are next to each other: there alone may something have a value.
func (in *instance) between(zeros [][]float64) [][]*big.Rat {
	var points [][]*big.Rat
	for i, along := range zeros {
		slices.Sort(along)
		for k := range max(0, len(along)-1) {
			middle := shortBetween(along[k], along[k+1])
			if middle == nil || !in.grid.domains[i].Contains(middle) {
				continue
			}
			point := append([]*big.Rat(nil), in.grid.at(0)...)
			point[i] = middle
			points = append(points, point)
		}
	}
	return points
}

// shortBetween returns a number between two others that is about their mean and has few digits; nil where there is none.
func shortBetween(lo, hi float64) *big.Rat {
	const most = 17
	for digits := 1; digits <= most; digits++ {
		text := strconv.FormatFloat(lo/2+hi/2, 'g', digits, 64)
		if x, err := strconv.ParseFloat(text, 64); err == nil && lo < x && x < hi {
			r, _ := new(big.Rat).SetString(text)
			return r
		}
	}
	return nil
}

// seekValues tries points from number first on, as long as none was found at which both sides have a value.
func (t *trial) seekValues(in *instance, first int) {
	if t.both > 0 {
		return
	}
	in.grid.widen()
	for k := first; t.both == 0 && k < in.grid.size(); k++ {
		t.try(in, in.grid.at(k))
	}
	if t.both > 0 {
		return
	}
	for _, point := range in.breaks() {
		t.try(in, point)
	}
}

// breaking returns the parts of both sides whose zeros are places of change.
func (in *instance) breaking() []expr.Node {
	var parts []expr.Node
	note := func(n expr.Node) {
		if in.meter.Spend(expr.Size(n)); len(parts) < mostBreaks && len(expr.Symbols(n)) > 0 {
			parts = append(parts, n)
		}
	}
	for _, side := range []expr.Node{in.pair.left, in.pair.right} {
		expr.Walk(side, func(n expr.Node) bool {
			switch n := n.(type) {
			case *expr.Call:
				switch {
				case n.Func == expr.Max || n.Func == expr.Min:
					for i, a := range n.Args {
						for _, b := range n.Args[i+1:] {
							if len(parts) == mostBreaks {
								return false
							}
							note(expr.Minus(a, b))
						}
					}
				case breaksAtZero(n.Func):
					for _, u := range factors(n.Args[len(n.Args)-1]) {
						note(underEvenPower(u))
					}
				case n.Func == expr.Logit:
					note(n.Args[0])
					note(expr.Minus(expr.Int(1), n.Args[0]))
				case n.Func == expr.Asin || n.Func == expr.Acos || n.Func == expr.Atanh:
					note(expr.Sum(expr.Int(1), n.Args[0]))
					note(expr.Minus(expr.Int(1), n.Args[0]))
				case n.Func == expr.Acosh:
					note(expr.Minus(n.Args[0], expr.Int(1)))
				}
			case *expr.Pow:
				if _, whole := n.Exp.(*expr.Number); !whole {
					note(underEvenPower(n.Base))
				}
			case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply,
				*expr.Derivative, *expr.Series:
			}
			return true
		})
	}
	return parts
}

// factors returns what a product or quotient is made of, each of which has zeros of its own.
func factors(n expr.Node) []expr.Node {
	switch n := n.(type) {
	case *expr.Neg:
		return factors(n.X)
	case *expr.Mul:
		return n.Factors
	case *expr.Div:
		return append(factors(n.Num), factors(n.Den)...)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return []expr.Node{n}
}

// breaksAtZero reports whether f changes its nature, or loses its value, where its argument passes zero.
func breaksAtZero(f expr.Func) bool {
	switch f { //nolint:exhaustive // the others do not
	case expr.Abs, expr.Sign, expr.Sqrt, expr.Ln, expr.Log2, expr.Log10, expr.LogBase:
		return true
	}
	return false
}

// underEvenPower returns q for q^2: a root of a square changes its nature where q does.
func underEvenPower(n expr.Node) expr.Node {
	if p, ok := n.(*expr.Pow); ok {
		if _, isNumber := p.Exp.(*expr.Number); isNumber {
			return p.Base
		}
	}
	return n
}

// zeroAlong looks for a zero of p by the secant method, moving from start along variable i alone.
func zeroAlong(p *eval.Program, start []*big.Rat, i int) (zero float64, found bool) {
	at := make([]float64, len(start))
	for k, r := range start {
		at[k], _ = r.Float64()
	}
	value := func(x float64) float64 {
		at[i] = x
		return p.Float(at)
	}
	a := at[i]
	b := a + 0.25
	fa, fb := value(a), value(b)
	for range secantSteps {
		if fb == 0 {
			return b, true
		}
		if math.IsNaN(fa) || math.IsNaN(fb) || fa == fb {
			return 0, false
		}
		c := b - fb*(b-a)/(fb-fa)
		if math.Abs(c-b) <= 1e-9*math.Abs(c) {
			return c, true
		}
		a, fa, b, fb = b, fb, c, value(c)
	}
	return 0, false
}

// around returns start with variable i moved to either side of zero, near it and farther away, as far as the domain goes.
func (in *instance) around(start []*big.Rat, i int, zero float64) [][]*big.Rat {
	const digits = 6
	if math.Abs(zero) > 1e12 {
		return nil
	}
	center, ok := new(big.Rat).SetString(strconv.FormatFloat(zero, 'g', digits, 64))
	if !ok {
		return nil
	}
	middle := rat.Of(center)
	reach := middle.Abs().Add(rat.Int(1))
	d := in.grid.domains[i]
	var points [][]*big.Rat
	for _, share := range []int64{1, 10, 1000, 100_000} {
		step := reach.Mul(rat.Frac(1, share))
		for _, x := range [...]*big.Rat{middle.Add(step).Big(), middle.Sub(step).Big()} {
			if d.Whole {
				x = new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom()))
			}
			if !d.Contains(x) {
				continue
			}
			point := append([]*big.Rat(nil), start...)
			point[i] = x
			points = append(points, point)
		}
	}
	return points
}
