package eval

import "math"

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
			v = meanings[i.fn].float(regs[i.a])
		case opCall2:
			v = joinings[i.fn].float(regs[i.a], regs[i.b])
		case opWhere:
			v = p.choices[i.b].float(regs[i.a], at)
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

func log2Float(x float64) float64 {
	if x <= 0 {
		return math.NaN()
	}
	return math.Log2(x)
}

func log10Float(x float64) float64 { return lnFloat(x) / math.Ln10 }

func logitFloat(x float64) float64 { return lnFloat(quotient(x, 1-x)) }

func softplusFloat(x float64) float64 { return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x))) }

func secFloat(x float64) float64 { return quotient(1, math.Cos(x)) }
func cscFloat(x float64) float64 { return quotient(1, math.Sin(x)) }
func cotFloat(x float64) float64 { return quotient(math.Cos(x), math.Sin(x)) }

func atanhFloat(x float64) float64 {
	if math.Abs(x) >= 1 {
		return math.NaN()
	}
	return math.Atanh(x)
}

func kroneckerFloat(x, y float64) float64 {
	if x == y {
		return 1
	}
	return 0
}
