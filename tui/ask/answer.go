package ask

import (
	"fmt"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons/grade"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
)

// answer sends an answer to be judged, off the screen's way.
func (q *Question) answer(text string) tea.Cmd {
	if strings.TrimSpace(text) == "" {
		if q.attempt.Alone() {
			return kit.Tell("Type your answer first, then press enter.")
		}
		return kit.Tell("Type your answer first, then press enter. f2 gives a hint.")
	}
	if q.state.Next.Types() && grade.GivesUp(text) {
		if q.attempt.Alone() {
			return kit.Tell(Keys.Hint.Help().Key + " gives this question up.")
		}
		return kit.Tell(Keys.Hint.Help().Key + " gives a hint, and another, and then shows how it goes on.")
	}
	if q.answeredSo(text) {
		if q.attempt.Alone() {
			return kit.Tell("That was your answer already. Change it.")
		}
		help := q.hintKey().Help()
		return kit.Tell("That was your answer already. Change it. " + help.Key + ": " + help.Desc + ".")
	}
	q.number++
	q.judging = true
	number, attempt, styles, read := q.number, q.attempt, q.styles, q.chosenReading()
	return kit.Within(patience, "judging your answer", func(done <-chan struct{}) tea.Msg {
		f := attempt.Judge(done, text, read)
		if attempt.Alone() {
			return judgedMsg{q, number, f, nil} // a picture of what was wanted would help
		}
		return judgedMsg{q, number, f, figure.Answer(attempt.Screen.Question, &f, styles)}
	}, lateMsg{q, number, "That could not be judged and counts as nothing. Try a smaller step, or another form."})
}

// answeredSo reports whether this was the last answer, read in the same way: it would be told the same. A lab runs it again.
func (q *Question) answeredSo(text string) bool {
	f := q.feedback
	return f != nil && q.runner == nil && !f.Aside && f.Typed == text && f.Kind != grade.Step && f.Kind != grade.Revealed &&
		len(q.field.Behind()) == 0 && (q.chosenReading() == "" || q.chosenReading() == f.Read)
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
	} else if f.Kind == grade.Repeat && len(q.field.Behind()) > 0 {
		q.field.SetValue("") // a block that was copied begins with the line that stands there already
	}
	onward := q.nextPasted()
	q.readNow()
	q.selectReading(f.Read)
	if f.Aside {
		return onward
	}
	q.setRun(f.Trial)
	return tea.Batch(kit.Keep(save), q.Init(), onward)
}

// nextPasted judges the next line that was pasted, once the one before it was accepted. What stands behind a line that was not
// waits until it is mended.
func (q *Question) nextPasted() tea.Cmd {
	left := len(q.field.Behind())
	switch {
	case left == 0 || !q.field.Empty():
		return nil
	case q.state.Finished:
		q.field.Drop()
		return kit.Tell(fmt.Sprintf("The goal is reached; of what was pasted, %s not needed.", counted(left)))
	case !q.state.Next.Types() || !q.field.Advance():
		return nil
	}
	return q.answer(q.field.Value())
}

func counted(lines int) string {
	if lines == 1 {
		return "1 line was"
	}
	return fmt.Sprintf("%d lines were", lines)
}
