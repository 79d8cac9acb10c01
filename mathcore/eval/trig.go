package eval

import "math"

// furthest is the largest angle that is reduced in float64. Beyond, the sine may be anything.
const furthest = 1 << 20

// slack bounds what the reduction of an angle x adds to the error of its sine, per unit of x: package math takes
// multiples of π/4 away in three parts, the last of which is rounded.
const slack = 0x1p-90

func sin(x Interval) Interval { return wave(math.Sin, x, half) }
func cos(x Interval) Interval { return wave(math.Cos, x, point(0)) }

// wave encloses a function between -1 and 1 with period 2π: crest is an angle at which it is 1.
func wave(f func(float64) float64, x, crest Interval) Interval {
	if x.Lo < -furthest || x.Hi > furthest {
		return Interval{-1, 1}
	}
	y := hull(waveAt(f, x.Lo), waveAt(f, x.Hi))
	turns := over(sub(x, crest), Interval{2 * pi.Lo, 2 * pi.Hi})
	if turns.holdsWhole() {
		y.Hi = 1
	}
	if add(turns, point(0.5)).holdsWhole() {
		y.Lo = -1
	}
	return y
}

func waveAt(f func(float64) float64, x float64) Interval {
	y := f(x)
	if x == 0 {
		return point(y)
	}
	out := slack * math.Abs(x)
	return Interval{lower(y) - out, upper(y) + out}.clip(-1, 1)
}

func (r *report) tan(x Interval) Interval {
	if r.crossesPole(x, half) {
		return Whole
	}
	return monotone(func(x Interval) Interval {
		return r.div(sin(x), cos(x))
	}, x)
}

func (r *report) sec(x Interval) Interval {
	if r.crossesPole(x, half) {
		return Whole
	}
	return r.div(point(1), cos(x))
}

func (r *report) csc(x Interval) Interval {
	if r.crossesPole(x, point(0)) {
		return Whole
	}
	return r.div(point(1), sin(x))
}

func (r *report) cot(x Interval) Interval {
	if r.crossesPole(x, point(0)) {
		return Whole
	}
	return neg(monotone(func(x Interval) Interval {
		return neg(r.div(cos(x), sin(x)))
	}, x))
}

// crossesPole reports whether a function of period π that is infinite at the angle pole may be so within x.
func (r *report) crossesPole(x, pole Interval) bool {
	if x.Lo >= -furthest && x.Hi <= furthest && !over(sub(x, pole), pi).holdsWhole() {
		return false
	}
	if x.Lo == 0 && x.Hi == 0 {
		r.undefined(OutOfDomain)
	}
	r.perhaps(OutOfDomain)
	return true
}
