package eval

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// pow looks for the powers with a simpler meaning: of e, to whole numbers, to halves.
func (c *compiler) pow(n *expr.Pow) (int32, bool) {
	if k, ok := n.Base.(*expr.Constant); ok && k.Name == expr.E {
		return c.apply(expr.Exp, n.Exp)
	}
	return c.pair(n.Base, n.Exp, func(a, b int32) (int32, bool) {
		y := c.exact(b)
		if y == nil {
			return c.emit(ins{op: opPow, a: a, b: b})
		}
		k, isWhole := small(y)
		if x := c.exact(a); isWhole && x != nil {
			if z := foldPower(x, k); z != nil {
				return c.rational(z)
			}
		}
		if isWhole {
			return c.toWhole(a, k)
		}
		if k, isHalf := small(new(big.Rat).Mul(y, two)); isHalf {
			root, ok := c.emit(ins{op: opCall, fn: expr.Sqrt, a: a})
			if !ok {
				return 0, false
			}
			return c.toWhole(root, k)
		}
		return c.emit(ins{op: opPow, a: a, b: b})
	})
}

func (c *compiler) toWhole(a int32, k int32) (int32, bool) {
	if k == 1 {
		return a, true
	}
	return c.emit(ins{op: opWhole, a: a, b: k})
}
