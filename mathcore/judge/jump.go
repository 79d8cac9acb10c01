package judge

import (
	"math/big"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// Equal means equal apart from isolated points and lines: sign(x)^2 is 1, though 0 at x = 0. So a difference at a point
// only counts if it is there beside the point too.

// lasts reports whether the two sides, which differ at the point, also differ close to it. Where nothing can jump they do.
func (in *instance) lasts(point []*big.Rat) bool {
	if !expr.Contains(in.pair.left, jumps) && !expr.Contains(in.pair.right, jumps) {
		return true
	}
	for _, toward := range []int64{1, -1} {
		beside, moved := in.beside(point, toward)
		if !moved {
			return true
		}
		box := make([]eval.Interval, len(beside))
		for i, r := range beside {
			box[i] = eval.Around(r)
		}
		l, r := in.left.Enclose(box), in.right.Enclose(box)
		if l.Status == eval.Defined && r.Status == eval.Defined && l.Apart(r.Interval) {
			return true
		}
	}
	return false
}

// jumps reports whether n may have a value at a point that says nothing of those beside it: a sign, or a root or a power
// whose value exists there by chance, such as √(x^2 y) for x = 0 or x^y for whole y.
func jumps(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return n.Func == expr.Sign || n.Func == expr.Sqrt || n.Func == expr.Delta || n.Func == expr.Where
	case *expr.Pow:
		_, isNumber := n.Exp.(*expr.Number)
		return !isNumber
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return false
}

// beside returns the point with every coordinate that can move moved a little, each by a step of its own, smaller the
// nearer it is to zero.
func (in *instance) beside(point []*big.Rat, toward int64) (near []*big.Rat, moved bool) {
	near = make([]*big.Rat, len(point))
	for i, r := range point {
		near[i] = r
		d := in.grid.domains[i]
		if d.Finite() || d.Whole {
			continue
		}
		for _, sign := range []int64{toward, -toward} {
			step := big.NewRat(sign*int64(101+13*i), 1<<23)
			if size := new(big.Rat).Abs(r); size.Sign() > 0 && size.Cmp(big.NewRat(1, 1)) < 0 {
				step.Mul(step, size)
			}
			if x := step.Add(step, r); d.Contains(x) {
				near[i], moved = x, true
				break
			}
		}
	}
	return near, moved
}
