package ask

import (
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/kit"
)

// aidedMsg brings what the next hint, or the solution, is made of.
type aidedMsg struct {
	question *Question
	number   int
	aid      grade.Aid
}

// findAid computes a hint off the screen's way: beside the model's way it may take long.
func (q *Question) findAid() tea.Cmd {
	q.number++
	q.judging = true
	number, attempt := q.number, q.attempt
	return kit.Within(patience, "looking for a hint", func(done <-chan struct{}) tea.Msg {
		return aidedMsg{q, number, attempt.Aid(done)}
	}, lateMsg{q, number, "No hint was found in time. Go on in small steps, or take back a line."})
}

func (q *Question) onAided(msg aidedMsg) tea.Cmd {
	q.judging = false
	q.attempt.Use(msg.aid)
	return q.hint()
}

// askRules begins, or ends, to ask for the rule of each line of the learner's own. It is no part of the record: it is an
// exercise on the side.
func (q *Question) askRules() tea.Cmd {
	if !q.attempt.Derives() || q.state.Finished || q.attempt.Alone() {
		return nil
	}
	if q.state.Level == lessons.Worked {
		return kit.Tell("You are asked for the rules here anyway. On the other levels it is for lines of your own.")
	}
	said := "You are no longer asked for rules."
	if q.attempt.AskRules() {
		said = "Name the rule of each line of yours; it counts for nothing. " + Keys.Rule.Help().Key + " stops it."
	}
	q.feedback, q.overlay, q.overlaid, q.focused, q.cursor = nil, nil, false, onAnswer, -1
	q.refresh()
	return kit.Tell(said)
}

// hint gives the next help.
func (q *Question) hint() tea.Cmd {
	switch {
	case q.state.Finished:
		return nil
	case q.attempt.NeedsAid():
		return q.findAid()
	}
	help, save := q.attempt.Help()
	switch {
	case help.Rule != nil:
		q.feedback = &grade.Feedback{Kind: grade.Revealed, Say: []lessons.Text{help.Rule}}
		q.overlay, q.overlaid, q.focused = nil, false, onAnswer
		q.refresh()
	case help.Hint != nil:
		q.focused = onHint
		q.refresh()
	case help.Shown != nil:
		q.feedback, q.focused, q.overlay, q.overlaid = help.Shown, onAnswer, nil, false
		q.field.SetValue("")
		q.refresh()
		q.readNow()
		q.setRun(help.Shown.Trial)
		return tea.Batch(q.Init(), kit.Keep(save))
	default:
		return kit.Tell("There is no further hint here.")
	}
	return kit.Keep(save)
}
