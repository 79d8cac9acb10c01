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
	return in.lastsBeside(point, jumps, func(beside []*big.Rat) bool {
		box := make([]eval.Interval, len(beside))
		for i, r := range beside {
			box[i] = eval.Around(r)
		}
		l, r := in.left.Enclose(box), in.right.Enclose(box)
		return l.Status == eval.Defined && r.Status == eval.Defined && l.Apart(r.Interval)
	})
}

// lastsTo is lasts for values with so many bits, asked where a case or a sign changes. Beside a root or a power nothing
// may be known at all.
func (in *instance) lastsTo(point []*big.Rat, bits uint) bool {
	return in.lastsBeside(point, isStep, func(beside []*big.Rat) bool {
		l, r := in.left.EncloseBig(beside, bits), in.right.EncloseBig(beside, bits)
		return l.Status == eval.Defined && r.Status == eval.Defined && (l.Hi.Cmp(r.Lo) < 0 || r.Hi.Cmp(l.Lo) < 0)
	})
}

func (in *instance) lastsBeside(point []*big.Rat, may func(expr.Node) bool, apart func(beside []*big.Rat) bool) bool {
	if !expr.Contains(in.pair.left, may) && !expr.Contains(in.pair.right, may) {
		return true
	}
	for _, toward := range []int64{1, -1} {
		beside, moved := in.beside(point, toward)
		if !moved {
			return true
		}
		if apart(beside) {
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
		return n.Func == expr.Sqrt || isStep(n)
	case *expr.Pow:
		_, isNumber := n.Exp.(*expr.Number)
		return !isNumber
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return false
}

// isStep reports whether n may have a value at a point that differs from those on both sides.
func isStep(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Sign || c.Func == expr.Delta || c.Func == expr.Where)
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
