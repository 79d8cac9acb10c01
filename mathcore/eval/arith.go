package eval

import "math"

func neg(x Interval) Interval { return Interval{-x.Hi, -x.Lo} }

func add(x, y Interval) Interval {
	return Interval{addDown(x.Lo, y.Lo), addUp(x.Hi, y.Hi)}
}

func sub(x, y Interval) Interval {
	return Interval{addDown(x.Lo, -y.Hi), addUp(x.Hi, -y.Lo)}
}

func mul(x, y Interval) Interval {
	switch {
	case x.Lo < 0 && x.Hi <= 0:
		return neg(mul(neg(x), y))
	case y.Lo < 0 && y.Hi <= 0:
		return neg(mul(x, neg(y)))
	case x.Lo >= 0 && y.Lo >= 0:
		return Interval{mulDown(x.Lo, y.Lo), mulUp(x.Hi, y.Hi)}
	case x.Lo >= 0:
		return Interval{mulDown(x.Hi, y.Lo), mulUp(x.Hi, y.Hi)}
	case y.Lo >= 0:
		return Interval{mulDown(x.Lo, y.Hi), mulUp(x.Hi, y.Hi)}
	}
	return Interval{
		min(mulDown(x.Lo, y.Hi), mulDown(x.Hi, y.Lo)),
		max(mulUp(x.Lo, y.Lo), mulUp(x.Hi, y.Hi)),
	}
}

// div divides where the divisor is not 0.
func (r *report) div(x, y Interval) Interval {
	switch {
	case y.Lo > 0:
		return over(x, y)
	case y.Hi < 0:
		return over(neg(x), neg(y))
	case y.Lo == 0 && y.Hi == 0:
		r.undefined(DivisionByZero)
		return Whole
	}
	r.perhaps(DivisionByZero)
	switch {
	case x.Lo == 0 && x.Hi == 0:
		return x
	case y.Hi == 0:
		return overNonNegative(neg(x), neg(y))
	case y.Lo == 0:
		return overNonNegative(x, y)
	}
	return Whole
}

// over divides by y > 0.
func over(x, y Interval) Interval {
	switch {
	case x.Lo >= 0:
		return Interval{divDown(x.Lo, y.Hi), divUp(x.Hi, y.Lo)}
	case x.Hi <= 0:
		return Interval{divDown(x.Lo, y.Lo), divUp(x.Hi, y.Hi)}
	}
	return Interval{divDown(x.Lo, y.Lo), divUp(x.Hi, y.Lo)}
}

// overNonNegative divides by the positive part of y, whose lower end is 0.
func overNonNegative(x, y Interval) Interval {
	switch {
	case x.Lo >= 0:
		return Interval{divDown(x.Lo, y.Hi), math.Inf(1)}
	case x.Hi <= 0:
		return Interval{math.Inf(-1), divUp(x.Hi, y.Hi)}
	}
	return Whole
}

// whole raises x to the whole number n.
func (r *report) whole(x Interval, n int64) Interval {
	switch {
	case n < 0:
		return r.div(point(1), r.whole(x, -n))
	case n == 0:
		if x.Lo == 0 && x.Hi == 0 {
			r.undefined(PowerUndefined)
		} else if x.Contains(0) {
			r.perhaps(PowerUndefined)
		}
		return point(1)
	case x.Lo >= 0:
		return Interval{powerDown(x.Lo, n), powerUp(x.Hi, n)}
	case n%2 == 0 && x.Hi <= 0:
		return Interval{powerDown(-x.Hi, n), powerUp(-x.Lo, n)}
	case n%2 == 0:
		return Interval{0, powerUp(max(-x.Lo, x.Hi), n)}
	case x.Hi <= 0:
		return Interval{-powerUp(-x.Lo, n), -powerDown(-x.Hi, n)}
	}
	return Interval{-powerUp(-x.Lo, n), powerUp(x.Hi, n)}
}

// power raises x to y. A negative number has powers to whole numbers alone; 0 has those to positive numbers.
func (r *report) power(x, y Interval) Interval {
	const largest = 1 << 31
	if y.Point() && y.Lo == math.Trunc(y.Lo) && math.Abs(y.Lo) <= largest {
		return r.whole(x, int64(y.Lo))
	}
	switch canBeWhole := y.holdsWhole(); {
	case x.Hi < 0 && !canBeWhole:
		r.undefined(PowerUndefined)
		return Whole
	case x.Lo < 0 && !canBeWhole:
		r.perhaps(PowerUndefined)
		x.Lo = 0
	case x.Lo < 0:
		r.perhaps(PowerUndefined)
		top := positivePower(Interval{0, max(-x.Lo, x.Hi)}, y).Hi
		return Interval{-top, top}
	}
	if x.Lo > 0 {
		return positivePower(x, y)
	}
	fault := PowerUndefined
	if y.Hi < 0 {
		fault = DivisionByZero
	}
	if x.Hi == 0 {
		if y.Hi <= 0 {
			r.undefined(fault)
		} else if y.Lo <= 0 {
			r.perhaps(fault)
		}
		return point(0)
	}
	if y.Lo <= 0 {
		r.perhaps(fault)
	}
	return positivePower(x, y)
}

// positivePower raises the positive part of x, and 0 if y is positive, to y.
func positivePower(x, y Interval) Interval {
	return exp(mul(y, ln(x)))
}

func abs(x Interval) Interval {
	switch {
	case x.Lo >= 0:
		return x
	case x.Hi <= 0:
		return neg(x)
	}
	return Interval{0, max(-x.Lo, x.Hi)}
}

func sign(x Interval) Interval {
	return Interval{signOf(x.Lo), signOf(x.Hi)}
}

func signOf(x float64) float64 {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	}
	return 0
}

func largest(x, y Interval) Interval  { return Interval{max(x.Lo, y.Lo), max(x.Hi, y.Hi)} }
func smallest(x, y Interval) Interval { return Interval{min(x.Lo, y.Lo), min(x.Hi, y.Hi)} }

// kronecker returns 1 where x = y, else 0.
func kronecker(x, y Interval) Interval {
	switch {
	case x.Apart(y):
		return point(0)
	case x.Point() && y.Point():
		return point(1)
	}
	return Interval{0, 1}
}

func (r *report) sqrt(x Interval) Interval {
	if x.Hi < 0 {
		r.undefined(RootOfNegative)
		return Whole
	}
	if x.Lo < 0 {
		r.perhaps(RootOfNegative)
		x.Lo = 0
	}
	return Interval{sqrtDown(x.Lo), sqrtUp(x.Hi)}
}
