// Package ask puts one question to the learner: the working, the answer field or the list to choose from, hints, and
// what is said to an answer.
//
// The lesson screen and the practice screen share it. It judges nothing itself (lessons/grade does), goes nowhere, and
// knows no other screen.
package ask

import (
	"fmt"
	"strconv"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/descent"
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
	cursor  int  // the option or line pointed at, -1 while none is: nobody shall choose by one enter too many
	wrote   bool // more than a number was typed at a list, so a digit in it may be no choice

	feedback *grade.Feedback
	number   int  // of the answer that was given last; what comes back for another is stale
	judging  bool // an answer is being judged: the attempt must not change
	overlay  *widget.Plot
	overlaid bool            // the overlay is shown
	runner   *descent.Runner // of a lab, once a formula was judged

	focused focus // what is to be seen next

	back *session.Refresh // where one can go back to, once the question is done; nil if nowhere
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

// Settled reports whether nothing is left to do or to be watched: then enter goes on.
func (q *Question) Settled() bool { return q.Finished() && !q.Watching() }

// Typing reports whether something is typed.
func (q *Question) Typing() bool {
	return !q.state.Finished && q.state.Next.Types() && !q.field.Empty()
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
	case backMsg:
		if msg.question == q {
			q.back = msg.back
			return nil, msg.back != nil
		}
	case pausedMsg:
		q.onPause(msg)
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
			return q.updatePreview()
		}
	case key.Matches(msg, Keys.Hint):
		return q.hint()
	case key.Matches(msg, Keys.Level):
		return q.nextLevel()
	case key.Matches(msg, Keys.Rule):
		return q.askRules()
	case key.Matches(msg, Keys.Undo):
		return q.undo()
	case q.state.Finished && q.back != nil && key.Matches(msg, Keys.Back):
		return kit.Go(kit.Lesson, q.back.Screen.ID)
	case q.state.Finished:
		return nil
	case q.state.Next.Picks():
		return q.onPickKey(msg)
	case key.Matches(msg, Keys.Answer):
		return q.answer(q.field.Value())
	case key.Matches(msg, Keys.Reading):
		q.nextReading()
	default:
		return q.onFieldKey(msg)
	}
	return nil
}

func (q *Question) onFieldKey(msg tea.KeyMsg) tea.Cmd {
	if !msg.Paste && !q.attempt.Derives() {
		q.field.Drop() // it was told that one line is asked for
	}
	if !q.field.Update(msg) {
		return nil
	}
	return q.updatePreview()
}

func (q *Question) onPickKey(msg tea.KeyMsg) tea.Cmd {
	n := q.choices()
	switch {
	case n == 0:
	case key.Matches(msg, kit.List.Up):
		q.cursor, q.wrote = (max(q.cursor, 0)+n-1)%n, false
	case key.Matches(msg, kit.List.Down):
		q.cursor, q.wrote = (q.cursor+1)%n, false
	case key.Matches(msg, Keys.Answer):
		wrote := q.wrote
		q.wrote = false
		switch {
		case q.cursor < 0:
			return kit.Tell("Choose one first, with the arrow keys or by its number.")
		case wrote:
			return kit.Tell(fmt.Sprintf("What you typed is no answer here: one is chosen by its number. Now it is %d; enter once more answers so.", q.cursor+1))
		}
		return q.answer(strconv.Itoa(q.cursor + 1))
	case key.Matches(msg, Keys.Digit):
		if i, err := strconv.Atoi(string(msg.Runes)); err == nil && i <= n {
			q.cursor = i - 1
		}
	case msg.Type == tea.KeyRunes:
		q.wrote = true // the digits of a formula are no choice
		return kit.Tell(q.picksSay())
	}
	return nil
}

// picksSay tells who types where there is nothing to type in how to answer.
func (q *Question) picksSay() string {
	say := "Choose with ↑ ↓ or " + q.numbers() + ", then press enter."
	if q.attempt.Derives() && q.state.Level == lessons.Worked {
		say += " " + Keys.Level.Help().Key + " leaves lines out, for you to write."
	}
	return say
}

// choices returns how many options or lines there are to choose from.
func (q *Question) choices() int {
	return q.linesToPick() + len(q.state.Options)
}

// linesToPick returns how many lines there are to choose from, which come before the options.
func (q *Question) linesToPick() int {
	if q.state.Next == grade.PickLine {
		return len(q.state.Lines) - 1
	}
	return 0
}

func (q *Question) nextLevel() tea.Cmd {
	if !q.attempt.Derives() || q.state.Finished || q.attempt.Alone() {
		return nil
	}
	next := map[lessons.Level]lessons.Level{
		lessons.Worked: lessons.Faded, lessons.Faded: lessons.Free, lessons.Free: lessons.Worked,
	}[q.state.Level]
	save := q.attempt.Level(next)
	q.feedback, q.overlay, q.overlaid, q.focused, q.cursor = nil, nil, false, onAnswer, -1
	q.field.SetValue("")
	q.field.Drop()
	q.refresh()
	q.readNow()
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

// Finish takes down that the question is finished, and returns the command that writes it and looks whether there is a screen to go
// back to.
func (q *Question) Finish() tea.Cmd {
	save := kit.Keep(q.attempt.Finish())
	if q.attempt.Alone() {
		return save
	}
	return tea.Batch(save, kit.Task("looking for a screen to go back to", func() tea.Msg {
		return backMsg{q, q.session.Refresh(q.screen)}
	}))
}

// backMsg brings the screen of an optional lesson to go back to, if there is one.
type backMsg struct {
	question *Question
	back     *session.Refresh
}

// Doing lets the question do something, and takes down that it is finished where that finished it.
func (q *Question) Doing(do func() tea.Cmd) tea.Cmd {
	was := q.Finished()
	cmd := do()
	if q.Finished() && !was {
		cmd = tea.Batch(cmd, q.Finish())
	}
	return cmd
}

// refresh reads the state of the attempt again.
func (q *Question) refresh() {
	q.state, q.wrote = q.attempt.State(), false
	if q.cursor >= q.choices() {
		q.cursor = -1
	}
}

// Started reports whether the learner has done anything on it yet.
func (q *Question) Started() bool {
	return q.feedback != nil || len(q.state.Hints) > 0 || q.state.Tries > 0
}
