package ask

import (
	"math"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/lab"
	"chainrule/tui/kit"
)

// A bench is where the formula of a lab runs. Runs go on in commands, a slice at a time; a slice that comes back after
// the bench was set to something else is stale.
type bench struct {
	lab     *lessons.Lab
	trial   *grade.Trial
	which   int     // the run
	alpha   float64 // its step size
	run     *lab.Run
	going   bool
	number  int // of the slice that is awaited
	frame   int // pictures drawn so far
	words   lessons.Text
	reached bool // a right formula has run to the fit
}

// frames is how many pictures a run is drawn in.
const frames = 80

// sliceMsg brings a run so many steps further, with the words for it if it has ended.
type sliceMsg struct {
	question *Question
	number   int
	run      *lab.Run
	words    lessons.Text
}

// put sets up the bench for a formula: the first run at its own step size, at its start.
func (q *Question) put(t *grade.Trial) {
	l, ok := q.screen.Question.(*lessons.Lab)
	if !ok || t == nil {
		q.bench = nil
		return
	}
	q.bench = &bench{lab: l, trial: t, alpha: l.Runs[0].Step}
	q.bench.rewind()
	q.draw()
}

func (b *bench) rewind() {
	b.run, b.words, b.going, b.frame = b.trial.Start(b.which, b.alpha), nil, false, 0
	b.number++
}

// settle takes a run that has gone as far as it goes. A right formula that runs as the lab has set it up is trusted to
// reach the fit, which the author's check demands.
func (b *bench) settle(words lessons.Text) {
	b.going, b.words = false, words
	if b.trial.Right {
		usual := b.which == 0 && b.alpha == b.lab.Runs[0].Step
		b.reached = b.reached || usual || b.trial.Outcome(b.run).Ending == lab.Reached
	}
}

// Runs reports whether a formula is on the bench.
func (q *Question) Runs() bool { return q.bench != nil }

// Watching reports whether a run goes on that the learner looks at.
func (q *Question) Watching() bool { return q.bench != nil && !q.bench.run.Ended() }

// Begin returns the command that lets a run go on that was not at its end when the program ended.
func (q *Question) Begin() tea.Cmd {
	if q.bench == nil || q.bench.run.Ended() {
		return nil
	}
	return q.slice()
}

// slice lets the run go on for one picture.
func (q *Question) slice() tea.Cmd {
	b, pause := q.bench, q.desk.Frame
	b.going = true
	b.number++
	b.frame++
	number, run, trial, to := b.number, b.run, b.trial, b.until()
	if pause == 0 {
		to = run.Limit()
	}
	return kit.Task("running your formula", func() tea.Msg {
		time.Sleep(pause)
		next := run.Advance(to - run.Steps())
		msg := sliceMsg{question: q, number: number, run: next}
		if next.Ended() {
			msg.words = trial.Tell(next)
		}
		return msg
	})
}

// until returns the step to be reached with the picture that is drawn next: evenly, or by powers of ten.
func (b *bench) until() int {
	limit, share := float64(b.run.Limit()), float64(b.frame)/frames
	to := limit * share
	if b.lab.Runs[b.which].Log {
		to = math.Pow(limit+1, share) - 1
	}
	return max(int(math.Ceil(to)), b.run.Steps()+1)
}

func (q *Question) onSlice(msg sliceMsg) tea.Cmd {
	b := q.bench
	b.run = msg.run
	if b.run.Ended() {
		b.settle(msg.words)
		q.told = answered
		q.draw()
		return nil
	}
	q.draw()
	return q.slice()
}

// draw makes the picture of the run as it stands.
func (q *Question) draw() {
	b := q.bench
	q.overlay, q.overlaid = RunPlot(b.lab, b.trial, b.run, b.which, b.state(), q.styles), true
}

func (b *bench) state() string {
	switch {
	case b.run.Stopped():
		return "broken off"
	case b.run.Ended():
		return "ended"
	case b.going:
		return "running"
	}
	return "stopped"
}

// onRunKey does what a key asks of the run. It reports false if the key means nothing here.
func (q *Question) onRunKey(msg tea.KeyMsg) (tea.Cmd, bool) {
	b := q.bench
	switch {
	case b == nil:
		return nil, false
	case b.going && key.Matches(msg, Keys.Answer) && q.sameAnswer():
		return q.hurry(), true
	case key.Matches(msg, Keys.Stop), key.Matches(msg, Keys.Answer) && q.state.Finished && !b.run.Ended():
		return q.stopOrGo(), true
	case key.Matches(msg, Keys.Other) && len(b.lab.Runs) > 1:
		b.which = (b.which + 1) % len(b.lab.Runs)
		b.alpha = b.lab.Runs[b.which].Step
	case key.Matches(msg, Keys.Longer):
		b.alpha = stepSize(b.alpha, +1)
	case key.Matches(msg, Keys.Shorter):
		b.alpha = stepSize(b.alpha, -1)
	default:
		return nil, false
	}
	b.rewind()
	return q.slice(), true
}

// sameAnswer reports whether nothing else stands in the field than what runs: enter is about the run then.
func (q *Question) sameAnswer() bool {
	return q.state.Finished || q.feedback != nil && q.field.Value() == q.feedback.Typed
}

func (q *Question) stopOrGo() tea.Cmd {
	b := q.bench
	switch {
	case b.going:
		b.going = false
		b.number++
		q.draw()
		return nil
	case b.run.Ended():
		b.rewind()
	}
	return q.slice()
}

// hurry lets the run go to its end without being watched.
func (q *Question) hurry() tea.Cmd {
	b := q.bench
	b.number++
	number, run, trial := b.number, b.run, b.trial
	return kit.Task("running your formula", func() tea.Msg {
		ended := run.Finish()
		return sliceMsg{q, number, ended, trial.Tell(ended)}
	})
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
