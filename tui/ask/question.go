// Package ask puts one question to the learner: the working, the answer field or the list to choose from, hints, and
// what is said to an answer.
//
// The lesson screen and the practice screen share it. It judges nothing itself (lessons/grade does), goes nowhere, and
// knows no other screen.
package ask

import (
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/descent"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A Question is one question being asked. Make it with Open.
type Question struct {
	session *session.Session
	styles  *kit.Styles
	screen  *lessons.Screen
	attempt *session.Attempt
	state   grade.State

	field   *widget.Field
	preview preview
	cursor  int // the option or line pointed at, -1 while none is: nobody shall choose by one enter too many

	feedback *grade.Feedback
	number   int  // of the answer that was given last; what comes back for another is stale
	judging  bool // an answer is being judged: the attempt must not change
	overlay  *widget.Plot
	overlaid bool            // the overlay is shown
	runner   *descent.Runner // of a lab, once a formula was judged

	focused focus // what is to be seen next
}

// A focus says which part of the body has news.
type focus uint8

const (
	onNothing focus = iota
	onHint
	onAnswer
)

// judgedMsg brings back what was found about an answer.
type judgedMsg struct {
	question *Question
	number   int
	feedback grade.Feedback
	overlay  *widget.Plot
}

// lateMsg tells that an answer was not judged, or a hint not found, in time.
type lateMsg struct {
	question *Question
	number   int
	say      string
}

// restoredMsg brings an attempt made anew from the record.
type restoredMsg struct {
	question *Question
	attempt  *session.Attempt
}

// Finished reports whether the question is done with. A lab is when a right formula has run to the fit, or was shown.
func (q *Question) Finished() bool {
	return q.state.Finished && (q.runner == nil || q.runner.Reached() || q.state.Revealed)
}

// Picture returns the plot of the answer over what was wanted, if it is to be shown now.
func (q *Question) Picture() *widget.Plot {
	if q.runner != nil {
		return q.runner.Plot()
	}
	if q.overlaid {
		return q.overlay
	}
	return nil
}

// Idle reports whether nothing is typed, so that ← and → may move something else.
func (q *Question) Idle() bool { return !q.state.Next.Types() || q.field.Empty() }

// Picks reports whether the answer is chosen from a list rather than typed.
func (q *Question) Picks() bool { return q.state.Next.Picks() && !q.state.Finished }

func (q *Question) canUndo() bool {
	return q.state.CanUndo && !q.state.Finished
}

// Update takes a key or what was found about an answer. It reports whether the message was for this question, so that
// there may be something new to see.
func (q *Question) Update(msg tea.Msg) (cmd tea.Cmd, taken bool) {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return q.onKey(msg), true
	case judgedMsg:
		if q.awaits(msg.question, msg.number) {
			return q.onJudged(msg), true
		}
	case lateMsg:
		if q.awaits(msg.question, msg.number) {
			q.number++
			return q.onLate(msg.say), true
		}
	case aidedMsg:
		if q.awaits(msg.question, msg.number) {
			return q.onAided(msg), true
		}
	case restoredMsg:
		if msg.question == q {
			q.attempt, q.judging = msg.attempt, false
			q.refresh()
			return nil, true
		}
	default:
		if q.runner != nil {
			cmd, taken = q.runner.Update(msg)
			if taken && q.runner.Ended() {
				q.focused = onAnswer
			}
		}
	}
	return cmd, taken
}

// awaits reports whether what comes back for an answer is for the last one of this question.
func (q *Question) awaits(of *Question, number int) bool {
	return of == q && number == q.number && q.judging
}

func (q *Question) onKey(msg tea.KeyMsg) tea.Cmd {
	if cmd, done := q.onRunKey(msg); done {
		return cmd
	}
	switch {
	case key.Matches(msg, Keys.Picture) && q.runner == nil:
		q.overlaid = !q.overlaid && q.overlay != nil
	case q.judging:
		if q.state.Next.Types() && q.field.Update(msg) {
			q.updatePreview()
		}
	case key.Matches(msg, Keys.Hint):
		return q.hint()
	case key.Matches(msg, Keys.Level):
		return q.nextLevel()
	case key.Matches(msg, Keys.Rule):
		return q.askRules()
	case key.Matches(msg, Keys.Undo):
		return q.undo()
	case q.state.Finished:
		return nil
	case q.state.Next.Picks():
		return q.onPickKey(msg)
	case key.Matches(msg, Keys.Answer):
		return q.answer(q.field.Value())
	case key.Matches(msg, Keys.Reading):
		q.nextReading()
	case q.field.Update(msg):
		q.updatePreview()
	}
	return nil
}

func (q *Question) onPickKey(msg tea.KeyMsg) tea.Cmd {
	n := q.choices()
	switch {
	case n == 0:
	case key.Matches(msg, kit.List.Up):
		q.cursor = (max(q.cursor, 0) + n - 1) % n
	case key.Matches(msg, kit.List.Down):
		q.cursor = (q.cursor + 1) % n
	case key.Matches(msg, Keys.Answer):
		if q.cursor < 0 {
			return kit.Tell("Choose one first, with the arrow keys or by its number.")
		}
		return q.answer(strconv.Itoa(q.cursor + 1))
	case key.Matches(msg, Keys.Digit):
		if i, err := strconv.Atoi(string(msg.Runes)); err == nil && i <= n {
			q.cursor = i - 1
		}
	}
	return nil
}

// choices returns how many options or lines there are to choose from.
func (q *Question) choices() int {
	if q.state.Next == grade.PickLine {
		return len(q.state.Lines) - 1
	}
	return len(q.state.Options)
}

// answer sends an answer to be judged, off the screen's way.
func (q *Question) answer(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		return kit.Tell("Type your answer first, then press enter. f2 gives a hint.")
	}
	if q.state.Next.Types() && grade.GivesUp(text) {
		return kit.Tell(Keys.Hint.Help().Key + " gives a hint, and another, and then shows how it goes on.")
	}
	q.number++
	q.judging = true
	number, attempt, styles, read := q.number, q.attempt, q.styles, q.chosenReading()
	return kit.Within(patience, "judging your answer", func(done <-chan struct{}) tea.Msg {
		f := attempt.Judge(done, text, read)
		return judgedMsg{q, number, f, figure.Answer(attempt.Screen.Question, &f, styles)}
	}, lateMsg{q, number, "That could not be judged and counts as nothing. Try a smaller step, or another form."})
}

// patience is how long an answer may be judged. All searches have budgets of their own and end long before.
const patience = 5 * time.Second

// onLate gives up on an answer. Its judging may still read the attempt, so that goes on with another made from the
// record; until it is there the question takes no answer.
func (q *Question) onLate(say string) tea.Cmd {
	attempt := q.attempt
	return tea.Batch(
		kit.Tell(say),
		kit.Task("opening the question", func() tea.Msg { return restoredMsg{q, attempt.Restored()} }),
	)
}

func (q *Question) onJudged(msg judgedMsg) tea.Cmd {
	q.judging = false
	f := msg.feedback
	typed := q.state.Next.Types()
	place := len(q.state.Lines)
	save := q.attempt.Take(f)
	q.feedback, q.overlay, q.overlaid, q.focused = &f, msg.overlay, false, onAnswer
	q.refresh()
	if typed {
		q.field.Remember(f.Typed)
	}
	if !f.Aside && (f.Finished || f.Kind == grade.Step || f.Kind == grade.Right || len(q.state.Lines) != place) {
		q.field.SetValue("")
		q.cursor = -1
	}
	q.updatePreview()
	q.selectReading(f.Read)
	if f.Aside {
		return nil
	}
	q.setRun(f.Trial)
	return tea.Batch(kit.Keep(save), q.Init())
}

func (q *Question) nextLevel() tea.Cmd {
	if !q.attempt.Derives() || q.state.Finished {
		return nil
	}
	next := map[lessons.Level]lessons.Level{
		lessons.Worked: lessons.Faded, lessons.Faded: lessons.Free, lessons.Free: lessons.Worked,
	}[q.state.Level]
	save := q.attempt.Level(next)
	q.feedback, q.overlay, q.overlaid, q.focused, q.cursor = nil, nil, false, onAnswer, -1
	q.field.SetValue("")
	q.refresh()
	q.updatePreview()
	return tea.Batch(kit.Tell(levelSays[next]), kit.Keep(save))
}

var levelSays = map[lessons.Level]string{
	lessons.Worked: "Worked: all lines are shown; name the rule of each.",
	lessons.Faded:  "Faded: some lines are left out; fill them in.",
	lessons.Free:   "Free: start and goal only; every true line is accepted.",
}

func (q *Question) undo() tea.Cmd {
	save, ok := q.attempt.Undo()
	if !ok {
		return nil
	}
	q.feedback, q.overlay, q.overlaid, q.focused = nil, nil, false, onAnswer
	q.refresh()
	return kit.Keep(save)
}

// Begin takes down that the question is before the learner, and returns the command that writes it.
func (q *Question) Begin() tea.Cmd { return kit.Keep(q.attempt.Begin()) }

// Finish takes down that the question is finished, and returns the command that writes it.
func (q *Question) Finish() tea.Cmd { return kit.Keep(q.attempt.Finish()) }

// refresh reads the state of the attempt again.
func (q *Question) refresh() {
	q.state = q.attempt.State()
	if q.cursor >= q.choices() {
		q.cursor = -1
	}
}

// Started reports whether the learner has done anything on it yet.
func (q *Question) Started() bool {
	return q.feedback != nil || len(q.state.Hints) > 0 || q.state.Tries > 0
}
