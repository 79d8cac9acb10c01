package lab

import "math"

// An Ending tells what became of a run.
type Ending uint8

// The endings.
const (
	Reached  Ending = iota // it came to the published fit
	Unmoved                // it never left the start
	Opposite               // it came to the published fit with the signs turned
	Grew                   // the loss rose from the first step on, by the same way again and again
	Exploded               // the loss rose, and each time by more than the time before
	Thrown                 // each step jumped over the valley, and higher up the other side
	Jumping                // it jumped from side to side and came no nearer
	Turned                 // the loss fell first, then rose
	Settled                // it came to rest away from the fit
	Late                   // it was still on its way when the steps ended
)

var endingNames = [...]string{
	Reached: "reached", Unmoved: "unmoved", Opposite: "opposite", Grew: "grew", Exploded: "exploded", Thrown: "thrown",
	Jumping: "jumping", Turned: "turned", Settled: "settled", Late: "late",
}

// String returns the name under which the words for it are kept.
func (e Ending) String() string { return endingNames[e] }

// Endings lists all endings.
func Endings() []Ending {
	return []Ending{Reached, Unmoved, Opposite, Grew, Exploded, Thrown, Jumping, Turned, Settled, Late}
}

// An Result is what a run came to, with the figures to tell it by.
type Result struct {
	Ending Ending
	// Step is the step from which on the fit is reached, or the last one.
	Step int
	// First and Last are losses, Low and High the bounds of the last ones; Least is the smallest, at step LeastAt.
	First, Last, Low, High, Least float64
	LeastAt                       int
	// At is where it ended, for the inputs as given, and Slope the slopes measured there.
	At, Slope []float64
	// Stopped tells that the loss went beyond all bounds, or was no number.
	Stopped bool
}

// turned is how much of what it had lost a loss takes back that has turned round.
const turned = 0.25

// recent returns how many of the last steps tell whether a run jumps.
func (r *Run) recent() int { return r.Steps() / 2 }

// Result tells what the run came to, given the published fit, rounded to a number of places.
func (r *Run) Result(fit []float64, places int) Result {
	n := r.Steps()
	o := Result{Step: n, First: r.losses[0], Last: r.losses[n], At: r.Shown(n), Stopped: r.Stopped()}
	o.Low, o.High, o.Least, o.LeastAt = r.bounds()
	const h = 1e-5
	o.Slope = r.machine.slopes(r.At(n), h)
	opposite := make([]float64, len(fit))
	for j, v := range fit {
		opposite[j] = -v
	}
	switch rest := 0.5 * math.Pow(10, -float64(places)); {
	case o.Stopped:
		o.Ending = r.away()
	case r.rounded(n, fit, places):
		o.Ending, o.Step = Reached, r.since(fit, places)
	case r.rounded(n, opposite, places):
		o.Ending = Opposite
	case r.moved(0, n) == 0:
		o.Ending = Unmoved
	case r.jumps(rest):
		o.Ending = Jumping
		if k := n - r.recent(); r.losses[n] > 2*r.losses[k] {
			o.Ending = Thrown
		}
	case o.LeastAt > 0 && o.Last-o.Least > turned*(o.First-o.Least):
		o.Ending = Turned
	case r.moved(n-max(n/10, 1), n) <= rest:
		o.Ending = Settled
	case o.Last > o.First:
		o.Ending = Grew
	default:
		o.Ending = Late
	}
	return o
}

// bounds returns the smallest and largest of the last losses that are numbers, and the smallest of all.
func (r *Run) bounds() (low, high, least float64, leastAt int) {
	n := r.Steps()
	low, high, least = math.Inf(1), math.Inf(-1), math.Inf(1)
	for k, l := range r.losses {
		if l < least {
			least, leastAt = l, k
		}
		if k >= n-r.recent() {
			low, high = min(low, l), max(high, l)
		}
	}
	return low, high, least, leastAt
}

// since returns the first step after which the fit was never left again.
func (r *Run) since(fit []float64, places int) int {
	k := r.Steps()
	for k > 0 && r.rounded(k-1, fit, places) {
		k--
	}
	return k
}

// away tells how a run went that had to be stopped: by growing faster and faster, from side to side, or straight up.
func (r *Run) away() Ending {
	const faster = 1.6
	last := r.Steps()
	for last > 0 && !(r.losses[last] < math.MaxFloat64) {
		last--
	}
	// Over two steps each, since a run that is thrown about may grow by turns.
	middle := max(last-2, 0)
	before := max(middle-2, 0)
	growth := func(from, to int) float64 {
		return math.Log(r.losses[to]/r.losses[from]) / float64(max(to-from, 1))
	}
	switch {
	case last < r.Steps() || last < 2, growth(middle, last) > faster*math.Abs(growth(before, middle)):
		return Exploded
	case r.turns(r.Steps()) > r.Steps()/2:
		return Thrown
	}
	return Grew
}

// turns counts, among the last steps, those that went back against the one before.
func (r *Run) turns(last int) int {
	n, count := r.Steps(), 0
	for k := max(n-last, 0) + 1; k < n; k++ {
		a, b, c := r.At(k-1), r.At(k), r.At(k+1)
		dot := 0.0
		for j := range b {
			dot += (b[j] - a[j]) * (c[j] - b[j])
		}
		if dot < 0 {
			count++
		}
	}
	return count
}

// jumps reports whether the last steps went from side to side, or up and down, without becoming smaller.
func (r *Run) jumps(rest float64) bool {
	n := r.Steps()
	window := r.recent()
	ups, early, late := 0, 0.0, 0.0
	for k := n - window + 1; k <= n; k++ {
		if r.losses[k] > r.losses[k-1] {
			ups++
		}
		if k <= n-window/2 {
			early = max(early, r.moved(k-1, k))
		} else {
			late = max(late, r.moved(k-1, k))
		}
	}
	const (
		some    = 10
		smaller = 0.5
	)
	chaotic := ups > window/some && ups < window-window/some
	return (chaotic || r.turns(window) > window/2) && late > rest && late > smaller*early
}

// moved returns how far the parameters are apart at two steps.
func (r *Run) moved(from, to int) float64 {
	far := 0.0
	a, b := r.Shown(from), r.Shown(to)
	for j := range a {
		far = max(far, math.Abs(a[j]-b[j]))
	}
	return far
}
