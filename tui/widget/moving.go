package widget

import "math"

// Start puts the movable point in the middle of the range, or on 0 if that is inside.
func (p *Plot) Start() {
	p.X = 0
	if p.ranged() && (p.From >= 0 || p.To <= 0) {
		p.X = p.snap((p.From + p.To) / 2)
	}
}

// Move moves the point by steps, and stays inside the range. From an end between two steps, the first one leads
// to the nearer of them.
func (p *Plot) Move(steps int) {
	if !p.ranged() || steps == 0 {
		return
	}
	at := p.X/p.step() + float64(steps)
	if steps > 0 {
		at = math.Floor(at + slack)
	} else {
		at = math.Ceil(at - slack)
	}
	p.MoveTo(times(at, p.step()))
}

// Page moves the point by tenths of the range, so that a few keys lead from end to end.
func (p *Plot) Page(pages int) {
	const inRange = 10
	if p.ranged() {
		p.MoveTo(p.X + float64(pages)*max((p.To-p.From)/inRange, p.step()))
	}
}

// MoveTo moves the point to the round place nearest to x, or to an end of the range: MoveTo(p.From) and MoveTo(p.To)
// are the ends.
func (p *Plot) MoveTo(x float64) {
	if p.ranged() {
		p.X = min(max(p.snap(x), p.From), p.To)
		if x <= p.From || x >= p.To {
			p.X = min(max(x, p.From), p.To)
		}
	}
}

// step is how far the point moves at once.
func (p *Plot) step() float64 { return roundStep((p.To - p.From) / 100) }

func (p *Plot) snap(x float64) float64 { return times(math.Round(x/p.step()), p.step()) }
