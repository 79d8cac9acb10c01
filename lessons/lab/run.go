package lab

import (
	"math"
	"slices"
)

// worst is the loss beyond which a run is stopped.
const worst = 1e9

// A Run is a descent up to some step. It does not change: Advance returns another.
type Run struct {
	machine *Machine
	rate    float64
	limit   int
	losses  []float64 // at each step, that of the start first
	path    []float64 // the parameters at each step, one after the other
}

// Loss returns the loss at a point of the parameters; NaN where it has no value.
func (m *Machine) Loss(at []float64) float64 { return m.loss.Float(at) }

// Slope returns what the formula gives for the parameters at a point, one by one; NaN where it has no value.
func (m *Machine) Slope(at []float64) []float64 {
	slope := make([]float64, len(m.slope))
	for j, p := range m.slope {
		slope[j] = p.Float(at)
	}
	return slope
}

// Work returns how many instructions a step takes.
func (m *Machine) Work() int {
	total := m.loss.Len()
	for _, p := range m.slope {
		total += p.Len()
	}
	return total
}

// Start begins a run: steps of the size rate, at most limit of them.
func (m *Machine) Start(from []float64, rate float64, limit int) *Run {
	return &Run{m, rate, limit, []float64{m.Loss(from)}, slices.Clone(from)}
}

// Advance returns the run after more steps, or at its end.
func (r *Run) Advance(steps int) *Run {
	if r.Ended() || steps <= 0 {
		return r
	}
	next := *r
	next.losses, next.path = slices.Clip(r.losses), slices.Clip(r.path)
	at := r.At(r.Steps())
	for range steps {
		if next.Ended() {
			break
		}
		for j, s := range r.machine.Slope(at) {
			at[j] -= r.rate * s
		}
		next.path = append(next.path, at...)
		next.losses = append(next.losses, r.machine.Loss(at))
	}
	return &next
}

// Finish returns the run gone to its end.
func (r *Run) Finish() *Run { return r.Advance(r.limit) }

// Rate returns the size of the steps.
func (r *Run) Rate() float64 { return r.rate }

// Limit returns how many steps there are at most.
func (r *Run) Limit() int { return r.limit }

// Steps returns how many steps were taken.
func (r *Run) Steps() int { return len(r.losses) - 1 }

// Ended reports whether the run goes no further.
func (r *Run) Ended() bool { return r.Steps() >= r.limit || r.Stopped() }

// Stopped reports whether the run had to be stopped: the loss is beyond all bounds, or no number.
func (r *Run) Stopped() bool { return !(r.losses[r.Steps()] <= worst) }

// Losses returns the loss at each step, that of the start first. It must not be changed.
func (r *Run) Losses() []float64 { return r.losses }

// At returns the parameters after a step, as they run.
func (r *Run) At(step int) []float64 {
	k := len(r.machine.slope)
	return slices.Clone(r.path[step*k : (step+1)*k])
}

// Shown returns the parameters after a step, for the inputs as given.
func (r *Run) Shown(step int) []float64 {
	at := r.At(step)
	for j, mean := range r.machine.means {
		at[0] -= mean * at[j+1]
	}
	return at
}

// rounded reports whether the parameters after a step are those of point, rounded to the places.
func (r *Run) rounded(step int, point []float64, places int) bool {
	unit := math.Pow(10, float64(places))
	for j, v := range r.Shown(step) {
		if math.Round(v*unit) != math.Round(point[j]*unit) {
			return false
		}
	}
	return true
}
