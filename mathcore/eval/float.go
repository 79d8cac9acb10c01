package eval

import (
	"math"

	"chainrule/mathcore/expr"
)

// Float returns the value at a point, coordinates in the order of the variables, rounded at every step; NaN where
// there is none. What is too large is infinite.
func (p *Program) Float(at []float64) float64 {
	var short [2 * shortCode]float64
	regs := short[:]
	if len(p.code) > len(regs) {
		regs = make([]float64, len(p.code))
	}
	p.meter.Spend(len(p.code))
	var v float64
	for k, i := range p.code {
		switch i.op {
		case opVar:
			v = at[i.a]
		case opConst:
			v = p.consts[i.a].near
		case opPi:
			v = math.Pi
		case opE:
			v = math.E
		case opNeg:
			v = -regs[i.a]
		case opAdd:
			v = regs[i.a] + regs[i.b]
		case opSub:
			v = regs[i.a] - regs[i.b]
		case opMul:
			v = regs[i.a] * regs[i.b]
		case opDiv:
			v = quotient(regs[i.a], regs[i.b])
		case opPow:
			v = powerFloat(regs[i.a], regs[i.b])
		case opWhole:
			v = wholeFloat(regs[i.a], int64(i.b))
		case opCall:
			v = callFloat(i.fn, regs[i.a])
		case opCall2:
			v = call2Float(i.fn, regs[i.a], regs[i.b])
		}
		if v != v {
			return v
		}
		regs[k] = v
	}
	return v
}

func quotient(x, y float64) float64 {
	if y == 0 {
		return math.NaN()
	}
	return x / y
}

func wholeFloat(x float64, n int64) float64 {
	if n <= 0 {
		if x == 0 {
			return math.NaN()
		}
		if n == 0 {
			return 1
		}
		return 1 / wholeFloat(x, -n)
	}
	y := 1.0
	for ; n > 1; n, x = n>>1, x*x {
		if n&1 == 1 {
			y *= x
		}
	}
	return y * x
}

func powerFloat(x, y float64) float64 {
	if x == 0 && y <= 0 {
		return math.NaN()
	}
	return math.Pow(x, y)
}

func lnFloat(x float64) float64 {
	const smallest, away = 0x1p-1022, 60
	switch {
	case x <= 0:
		return math.NaN()
	case x < smallest: // see lnAt
		return math.Log(math.Ldexp(x, away)) - away*math.Ln2
	}
	return math.Log(x)
}

func sigmoidFloat(x float64) float64 {
	if x >= 0 {
		return 1 / (1 + math.Exp(-x))
	}
	y := math.Exp(x)
	return y / (1 + y)
}

func factorialFloat(x float64) float64 {
	if x < 0 || x != math.Trunc(x) {
		return math.NaN()
	}
	return factorialOf(x).Hi
}

// callFloat applies a function of one argument.
func callFloat(f expr.Func, x float64) float64 {
	switch f {
	case expr.Exp:
		return math.Exp(x)
	case expr.Ln:
		return lnFloat(x)
	case expr.Log2:
		return log2Float(x)
	case expr.Log10:
		return lnFloat(x) / math.Ln10
	case expr.Sqrt:
		return math.Sqrt(x)
	case expr.Cbrt:
		return math.Cbrt(x)
	case expr.Abs:
		return math.Abs(x)
	case expr.Sign:
		return signOf(x)
	case expr.Sigmoid:
		return sigmoidFloat(x)
	case expr.Logit:
		return lnFloat(quotient(x, 1-x))
	case expr.Softplus:
		return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
	case expr.Sin:
		return math.Sin(x)
	case expr.Cos:
		return math.Cos(x)
	case expr.Tan:
		return math.Tan(x)
	case expr.Sec:
		return quotient(1, math.Cos(x))
	case expr.Csc:
		return quotient(1, math.Sin(x))
	case expr.Cot:
		return quotient(math.Cos(x), math.Sin(x))
	case expr.Asin:
		return math.Asin(x)
	case expr.Acos:
		return math.Acos(x)
	case expr.Atan:
		return math.Atan(x)
	case expr.Sinh:
		return math.Sinh(x)
	case expr.Cosh:
		return math.Cosh(x)
	case expr.Tanh:
		return math.Tanh(x)
	case expr.Asinh:
		return math.Asinh(x)
	case expr.Acosh:
		return math.Acosh(x)
	case expr.Atanh:
		if math.Abs(x) >= 1 {
			return math.NaN()
		}
		return math.Atanh(x)
	case expr.Factorial:
		return factorialFloat(x)
	case expr.LogBase, expr.Max, expr.Min, expr.Delta:
	}
	panic("eval: " + f.String() + " takes no single argument")
}

func log2Float(x float64) float64 {
	if x <= 0 {
		return math.NaN()
	}
	return math.Log2(x)
}

// call2Float applies a function of two arguments, or joins two by a function of many.
func call2Float(f expr.Func, x, y float64) float64 {
	switch f {
	case expr.LogBase:
		return quotient(lnFloat(y), lnFloat(x))
	case expr.Max:
		return max(x, y)
	case expr.Min:
		return min(x, y)
	case expr.Delta:
		if x == y {
			return 1
		}
		return 0
	case expr.Exp, expr.Ln, expr.Log2, expr.Log10, expr.Sqrt, expr.Cbrt, expr.Abs, expr.Sign, expr.Sigmoid, expr.Logit,
		expr.Softplus, expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan,
		expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh, expr.Factorial:
	}
	panic("eval: " + f.String() + " takes no two arguments")
}
