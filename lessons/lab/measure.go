package lab

import "math"

// A Match tells how what a formula says stands to the slopes that were measured.
type Match uint8

// The matches.
const (
	Same     Match = iota // it is the slope
	Scaled                // it is the slope, but for one factor
	Reversed              // the same, and the factor is negative
	Partly                // it is the slope for some parameters only
	Apart                 // nothing of the kind
)

var matchNames = [...]string{Same: "same", Scaled: "scaled", Reversed: "reversed", Partly: "partly", Apart: "apart"}

// String returns the name under which the words for it are kept.
func (m Match) String() string { return matchNames[m] }

// Matches lists all matches.
func Matches() []Match { return []Match{Same, Scaled, Reversed, Partly, Apart} }

// A Measurement compares, at one point, what a formula says with the slopes of the loss by central differences.
type Measurement struct {
	At, Says, Slope []float64
	// Agrees tells for which parameters the two are the same, as nearly as can be measured.
	Agrees []bool
	Match  Match
	// Factor is that of Scaled and Reversed.
	Factor float64
}

// near is how nearly two slopes agree that count as the same, for slopes of 1 or more relative to them.
const near = 1e-5

// Measure compares the formula with central differences of half width h at a point.
func (m *Machine) Measure(at []float64, h float64) Measurement {
	v := Measurement{At: at, Says: m.Slope(at), Slope: m.slopes(at, h), Agrees: make([]bool, len(at))}
	agree, scaled := 0, true
	for j, slope := range v.Slope {
		says := v.Says[j]
		if v.Agrees[j] = alike(says, slope); v.Agrees[j] {
			agree++
		}
		if v.Factor == 0 && math.Abs(slope) > near {
			v.Factor = says / slope
		}
		scaled = scaled && alike(says, v.Factor*slope)
	}
	switch {
	case agree == len(at):
		v.Match, v.Factor = Same, 1
	case scaled && math.Abs(v.Factor) > near:
		v.Match = Scaled
		if v.Factor < 0 {
			v.Match = Reversed
		}
	case agree > 0:
		v.Match, v.Factor = Partly, 0
	default:
		v.Match, v.Factor = Apart, 0
	}
	return v
}

// slopes measures the slope of the loss for each parameter.
func (m *Machine) slopes(at []float64, h float64) []float64 {
	slopes := make([]float64, len(at))
	for j := range at {
		up, down := append([]float64{}, at...), append([]float64{}, at...)
		up[j] += h
		down[j] -= h
		slopes[j] = (m.Loss(up) - m.Loss(down)) / (2 * h)
	}
	return slopes
}

func alike(a, b float64) bool { return math.Abs(a-b) <= near*max(1, math.Abs(a), math.Abs(b)) }
