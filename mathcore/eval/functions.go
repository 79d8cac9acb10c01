package eval

import "math"

// The package math does not promise correct rounding. ulps is how many units in the last place its results are taken
// to be off at most, in those functions that are called here; a test holds them to 3.
const ulps = 4

// lower and upper move a result of package math outward by ulps.
func lower(y float64) float64 {
	if math.IsInf(y, 1) {
		return math.MaxFloat64
	}
	return y - (math.Abs(y)*((ulps+1)*0x1p-53*2) + ulps*math.SmallestNonzeroFloat64)
}

func upper(y float64) float64 { return -lower(-y) }

// monotone returns the values of an increasing function from those at the ends.
func monotone(f func(Interval) Interval, x Interval) Interval {
	if x.Point() {
		return f(x)
	}
	return Interval{f(point(x.Lo)).Lo, f(point(x.Hi)).Hi}
}

// direct encloses an increasing function f of package math with f(0) = 0 and the sign of its argument.
func direct(f func(float64) float64, x Interval) Interval {
	lo, hi := lower(f(x.Lo)), upper(f(x.Hi))
	if x.Lo >= 0 {
		lo = max(lo, 0)
	}
	if x.Hi <= 0 {
		hi = min(hi, 0)
	}
	return Interval{lo, hi}
}

func exp(x Interval) Interval {
	y := Interval{max(lower(math.Exp(x.Lo)), 0), upper(math.Exp(x.Hi))}
	if x.Lo == 0 {
		y.Lo = 1
	}
	if x.Hi == 0 {
		y.Hi = 1
	}
	return y
}

// ln takes the logarithm of the positive part of x, which must not be empty.
func ln(x Interval) Interval {
	y := Interval{math.Inf(-1), lnAt(x.Hi).Hi}
	if x.Lo > 0 {
		y.Lo = lnAt(x.Lo).Lo
	}
	return y
}

// lnAt knows that the logarithm of package math is wrong for subnormal numbers on some machines.
func lnAt(x float64) Interval {
	const smallest, away = 0x1p-1022, 60
	switch {
	case x == 1:
		return point(0)
	case x < smallest:
		return sub(lnAt(math.Ldexp(x, away)), mul(point(away), ln2))
	}
	y := math.Log(x)
	return Interval{lower(y), upper(y)}
}

// positive checks that x can be taken a logarithm of.
func (r *report) positive(x Interval) bool {
	if x.Hi <= 0 {
		r.undefined(LogOfNonPositive)
		return false
	}
	if x.Lo <= 0 {
		r.perhaps(LogOfNonPositive)
	}
	return true
}

func (r *report) ln(x Interval) Interval {
	if !r.positive(x) {
		return Whole
	}
	return ln(x)
}

// log takes the logarithm of x to the base b.
func (r *report) log(b, x Interval) Interval {
	if !r.positive(b) || !r.positive(x) {
		return Whole
	}
	return r.div(ln(x), ln(b))
}

// log2 is exact at powers of two, log10 at small powers of ten.
func log2(x float64) Interval {
	if frac, e := math.Frexp(x); frac == 0.5 {
		return point(float64(e - 1))
	}
	return over(ln(point(x)), ln2)
}

func log10(x float64) Interval {
	for k, p := 0, 1.0; k <= 22 && p <= x; k, p = k+1, p*10 {
		if p == x {
			return point(float64(k))
		}
	}
	return over(ln(point(x)), ln10)
}

var (
	ln2  = Interval{below(math.Ln2), above(math.Ln2)}
	ln10 = Interval{below(math.Ln10), above(math.Ln10)}
	pi   = Interval{math.Pi, above(math.Pi)}
	half = Interval{math.Pi / 2, above(math.Pi / 2)} // π/2
	e    = Interval{math.E, above(math.E)}
)

func (r *report) logarithm(f func(float64) Interval, x Interval) Interval {
	if !r.positive(x) {
		return Whole
	}
	y := Whole
	if x.Lo > 0 {
		y.Lo = f(x.Lo).Lo
	}
	if !math.IsInf(x.Hi, 1) {
		y.Hi = f(x.Hi).Hi
	}
	return y
}

func (r *report) log2(x Interval) Interval  { return r.logarithm(log2, x) }
func (r *report) log10(x Interval) Interval { return r.logarithm(log10, x) }

func tanh(x Interval) Interval { return direct(math.Tanh, x).clip(-1, 1) }

func sigmoid(x Interval) Interval {
	at := func(x Interval) Interval {
		if x.Lo >= 0 {
			return over(point(1), add(point(1), exp(neg(x))))
		}
		y := exp(x)
		return over(y, add(point(1), y))
	}
	return monotone(at, x).clip(0, 1)
}

func softplus(x Interval) Interval {
	return monotone(func(x Interval) Interval {
		y := direct(math.Log1p, exp(neg(abs(x))))
		if x.Lo > 0 {
			return add(x, y)
		}
		return y
	}, x)
}

func (r *report) logit(x Interval) Interval {
	x, ok := r.inside(x, 0, 1, true)
	if !ok {
		return Whole
	}
	y := Whole
	at := func(x Interval) Interval { return ln(over(x, sub(point(1), x))) }
	if x.Lo > 0 && x.Lo < 1 {
		y.Lo = at(point(x.Lo)).Lo
	}
	if x.Hi > 0 && x.Hi < 1 {
		y.Hi = at(point(x.Hi)).Hi
	}
	return y
}

// inside cuts x down to the domain from lo to hi of a function, open or closed at both ends.
func (r *report) inside(x Interval, lo, hi float64, open bool) (Interval, bool) {
	if x.Hi < lo || x.Lo > hi || open && (x.Hi == lo || x.Lo == hi) {
		r.undefined(OutOfDomain)
		return x, false
	}
	if x.Lo < lo || x.Hi > hi || open && (x.Lo == lo || x.Hi == hi) {
		r.perhaps(OutOfDomain)
	}
	return x.clip(lo, hi), true
}

func atan(x Interval) Interval {
	return direct(math.Atan, x).clip(-half.Hi, half.Hi)
}

func (r *report) asin(x Interval) Interval {
	x, ok := r.inside(x, -1, 1, false)
	if !ok {
		return Whole
	}
	return monotone(func(x Interval) Interval {
		switch x.Lo {
		case 1:
			return half
		case -1:
			return neg(half)
		}
		var safe report
		return atan(over(x, safe.sqrt(mul(sub(point(1), x), add(point(1), x)))))
	}, x)
}

func (r *report) acos(x Interval) Interval {
	x, ok := r.inside(x, -1, 1, false)
	if !ok {
		return Whole
	}
	at := func(x float64) Interval {
		switch x {
		case 1:
			return point(0)
		case -1:
			return pi
		}
		var safe report
		return mul(point(2), atan(safe.sqrt(over(sub(point(1), point(x)), add(point(1), point(x))))))
	}
	return Interval{at(x.Hi).Lo, at(x.Lo).Hi}
}

func cosh(x Interval) Interval {
	x = abs(x)
	y := Interval{max(lower(math.Cosh(x.Lo)), 1), upper(math.Cosh(x.Hi))}
	if x.Hi == 0 {
		y.Hi = 1
	}
	return y
}

func (r *report) acosh(x Interval) Interval {
	x, ok := r.inside(x, 1, math.Inf(1), false)
	if !ok {
		return Whole
	}
	y := Interval{max(lower(math.Acosh(x.Lo)), 0), upper(math.Acosh(x.Hi))}
	if x.Hi == 1 {
		y.Hi = 0
	}
	return y
}

func (r *report) atanh(x Interval) Interval {
	x, ok := r.inside(x, -1, 1, true)
	if !ok {
		return Whole
	}
	y := direct(math.Atanh, x)
	if x.Lo == -1 {
		y.Lo = math.Inf(-1)
	}
	if x.Hi == 1 {
		y.Hi = math.Inf(1)
	}
	return y
}
