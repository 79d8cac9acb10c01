// Package descent lets a gradient that was typed run before the learner's eyes: gradient descent, a picture at a time.
//
// It judges no formula and asks no question; what a run came to is told by lessons/grade.
package descent

import (
	"math"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// KeySet works on a run. None of its keys types a character.
type KeySet struct{ Stop, Other, Shorter, Longer key.Binding }

// Keys is the set of keys of a run. A lab has neither levels nor lines to take back, so these keys are free in it.
var Keys = KeySet{
	Stop:    kit.Bind("f6", "stop", "f6", "ctrl+x"),
	Other:   kit.Bind("f4", "other run", "f4", "ctrl+v"),
	Shorter: kit.Bind("shift+←", "shorter steps", "shift+left", "alt+,"),
	Longer:  kit.Bind("shift+→", "longer steps", "shift+right", "alt+."),
}

// A Runner lets the formula of a lab run, and is a part of a screen: it takes messages, draws its picture, tells its words and
// its keys. Runs go on in commands, a slice at a time; a slice that comes back after the runner was set to something else is
// stale. Make it with New.
type Runner struct {
	lab     *lessons.Lab
	trial   *grade.Trial
	styles  *kit.Styles
	which   int     // the run
	alpha   float64 // its step size
	run     *lab.Run
	going   bool
	number  int // of the slice that is awaited
	frame   int // pictures drawn so far
	words   lessons.Text
	reached bool // a right formula has run to the fit
	plot    *widget.Plot
}

// frames is how many pictures a run is drawn in.
const frames = 80

// sliceMsg brings a run some steps further, with the words for it if it has ended.
type sliceMsg struct {
	runner *Runner
	number int
	run    *lab.Run
	words  lessons.Text
}

// New sets up a formula: the first run of the lab at its own step size, at its start.
func New(l *lessons.Lab, t *grade.Trial, s *kit.Styles) *Runner {
	r := &Runner{lab: l, trial: t, styles: s, alpha: l.Runs[0].Step}
	r.rewind()
	r.draw()
	return r
}

// Finish goes to the end of the run at once.
func (r *Runner) Finish() {
	r.run = r.run.Finish()
	r.end(r.trial.Tell(r.run))
	r.draw()
}

// Plot is the picture of the run as it stands.
func (r *Runner) Plot() *widget.Plot { return r.plot }

// Going reports whether the run goes on.
func (r *Runner) Going() bool { return r.going }

// Ended reports whether the run has come to its end.
func (r *Runner) Ended() bool { return r.run.Ended() }

// Reached reports whether a right formula has run to the fit.
func (r *Runner) Reached() bool { return r.reached }

// several reports whether there is more than one run to choose from.
func (r *Runner) several() bool { return len(r.lab.Runs) > 1 }

// Init returns the command that lets a run go on that is not at its end.
func (r *Runner) Init() tea.Cmd {
	if r.run.Ended() {
		return nil
	}
	return r.slice()
}

// Update takes a key, or what a command brings. It reports whether it was for this runner, and still awaited.
func (r *Runner) Update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return r.onKey(msg)
	case sliceMsg:
		if msg.runner == r && msg.number == r.number {
			return r.onSlice(msg), true
		}
	}
	return nil, false
}

func (r *Runner) onSlice(m sliceMsg) tea.Cmd {
	r.run = m.run
	if r.run.Ended() {
		r.end(m.words)
		r.draw()
		return nil
	}
	r.draw()
	return r.slice()
}

func (r *Runner) onKey(msg tea.KeyMsg) (cmd tea.Cmd, taken bool) {
	switch {
	case key.Matches(msg, Keys.Stop):
		return r.Toggle(), true
	case key.Matches(msg, Keys.Other) && r.several():
		r.which = (r.which + 1) % len(r.lab.Runs)
		r.alpha = r.lab.Runs[r.which].Step
	case key.Matches(msg, Keys.Longer):
		r.alpha = stepSize(r.alpha, +1)
	case key.Matches(msg, Keys.Shorter):
		r.alpha = stepSize(r.alpha, -1)
	default:
		return nil, false
	}
	r.rewind()
	return r.slice(), true
}

// Toggle stops a run that goes on, lets one go on that stands still, and starts one again that has ended.
func (r *Runner) Toggle() tea.Cmd {
	switch {
	case r.going:
		r.going = false
		r.number++
		r.draw()
		return nil
	case r.run.Ended():
		r.rewind()
	}
	return r.slice()
}

// Hurry lets the run go to its end without being watched.
func (r *Runner) Hurry() tea.Cmd {
	r.number++
	number, run, trial := r.number, r.run, r.trial
	return kit.Task("running your formula", func() tea.Msg {
		ended := run.Finish()
		return sliceMsg{r, number, ended, trial.Tell(ended)}
	})
}

func (r *Runner) rewind() {
	r.run, r.words, r.going, r.frame = r.trial.Start(r.which, r.alpha), nil, false, 0
	r.number++
}

// end takes a run that has gone as far as it goes. A right formula that runs as the lab has set it up is trusted to
// reach the fit, which the author's check demands.
func (r *Runner) end(words lessons.Text) {
	r.going, r.words = false, words
	if r.trial.Right {
		usual := r.which == 0 && r.alpha == r.lab.Runs[0].Step
		r.reached = r.reached || usual || r.trial.Result(r.run).Ending == lab.Reached
	}
}

// slice lets the run go on for one picture.
func (r *Runner) slice() tea.Cmd {
	r.going = true
	r.number++
	r.frame++
	number, run, trial, to := r.number, r.run, r.trial, r.until()
	pause := r.styles.Look.Frame
	if pause == 0 {
		to = run.Limit()
	}
	return kit.Task("running your formula", func() tea.Msg {
		time.Sleep(pause)
		next := run.Advance(to - run.Steps())
		msg := sliceMsg{runner: r, number: number, run: next}
		if next.Ended() {
			msg.words = trial.Tell(next)
		}
		return msg
	})
}

// until returns the step to be reached with the picture that is drawn next: evenly, or by powers of ten.
func (r *Runner) until() int {
	limit, share := float64(r.run.Limit()), float64(r.frame)/frames
	to := limit * share
	if r.lab.Runs[r.which].Log {
		to = math.Pow(limit+1, share) - 1
	}
	return max(int(math.Ceil(to)), r.run.Steps()+1)
}

// draw makes the picture of the run as it stands.
func (r *Runner) draw() {
	r.plot = figure.Run(r.lab, r.trial, r.run, r.which, r.state(), r.styles)
}

func (r *Runner) state() string {
	switch {
	case r.run.Stopped():
		return "broken off"
	case r.run.Ended():
		return "ended"
	case r.going:
		return "running"
	}
	return "stopped"
}

// stepSize returns the next of the step sizes 1, 2, 5, 10 … and their tenths, in a direction.
func stepSize(alpha float64, direction int) float64 {
	const least, most = 1e-6, 1e3
	next := alpha
	for exponent := -6; exponent <= 3; exponent++ {
		for _, digit := range []float64{1, 2, 5} {
			size := digit * math.Pow10(exponent)
			if direction > 0 && size > alpha*1.001 {
				return min(size, most)
			}
			if direction < 0 && size < alpha*0.999 {
				next = size
			}
		}
	}
	return max(next, least)
}
