package eval

import "math"

// factorials holds every n! that fits into a float64.
var factorials = func() (table [171]Interval) {
	table[0] = point(1)
	for n := 1; n < len(table); n++ {
		table[n] = mul(table[n-1], point(float64(n)))
	}
	return table
}()

func factorialOf(n float64) Interval {
	if n >= float64(len(factorials)) {
		return Interval{math.MaxFloat64, math.Inf(1)}
	}
	return factorials[int(n)]
}

// factorial encloses x!, which only whole numbers from 0 on have.
func (r *report) factorial(x Interval) Interval {
	lo, hi := max(math.Ceil(x.Lo), 0), math.Floor(x.Hi)
	if hi < lo {
		r.undefined(NotWhole)
		return Whole
	}
	if !x.Point() {
		r.perhaps(NotWhole)
	}
	return Interval{factorialOf(lo).Lo, factorialOf(hi).Hi}
}
