package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// byRealTurn returns |t|^e for an odd e and a complex sum t that is a real one but for a turn, if the sign of that is known on the
// domain: w² + 1 is 2w cos z where w is e^(iz), so |w² + 1| is 2 cos z where cos z is not negative.
func (ctx *context) byRealTurn(t target, e rat.Rat) (product, bool) {
	n, whole := e.Int64()
	if !whole || n%2 == 0 || !t.isBase {
		return product{}, false
	}
	if _, lazy := ctx.lazy[baseID(t.id)]; lazy {
		return product{}, false
	}
	turn, ok := ctx.turnOf(ctx.bases[t.id])
	if !ok {
		return product{}, false
	}
	sign := ctx.signOfTree(turn.real)
	if sign == unknownSign {
		return product{}, false
	}
	p := ctx.mul(ctx.pow(ctx.targetProduct(t), n), ctx.kernelPower(turn.unit, turn.by.Mul(rat.Int(-n))))
	if turn.imaginary {
		p = ctx.mul(p, ctx.pow(ctx.imag(), -n))
	}
	return p.scaled(rat.Int(int64(sign))), true
}

// A turn tells that a sum of powers of a unit is unit^by times a real number, or times i and a real number.
type turn struct {
	unit      kernelID
	by        rat.Rat
	real      expr.Node
	imaginary bool
}

// turnOf returns how a sum of powers of one unit, which reads the same from either end, is turned.
func (ctx *context) turnOf(p poly.Poly) (found turn, ok bool) {
	exponents := make([]rat.Rat, len(p))
	for i, term := range p {
		switch {
		case len(term.M) == 0:
			exponents[i] = rat.Int(0)
		case len(term.M) == 1 && ctx.kernels[term.M[0].Var].kind == unitKernel && (i == 0 || len(p[0].M) == 1 && p[0].M[0].Var == term.M[0].Var):
			found.unit, exponents[i] = term.M[0].Var, term.M[0].Exponent()
		default:
			return turn{}, false
		}
	}
	if len(p) < 2 {
		return turn{}, false
	}
	angle := ctx.productTree(ctx.kernels[found.unit].args[0])
	if angle == nil {
		return turn{}, false
	}
	last := len(p) - 1
	both := exponents[0].Add(exponents[last])
	found.by = both.Mul(rat.Frac(1, 2))
	found.imaginary = p[0].C.Equal(p[last].C.Neg())
	part := expr.Cos
	if found.imaginary {
		part = expr.Sin
	}
	terms := make([]expr.Node, len(p))
	for i, term := range p {
		other := p[last-i].C
		if found.imaginary {
			other = other.Neg()
		}
		if !other.Equal(term.C) || !exponents[i].Add(exponents[last-i]).Equal(both) {
			return turn{}, false
		}
		at := expr.Product(expr.Rational(exponents[i].Add(found.by.Neg()).Big()), angle)
		terms[i] = expr.Product(expr.Rational(term.C.Big()), expr.Of(part, at))
	}
	found.real = expr.Sum(terms...)
	return found, true
}
