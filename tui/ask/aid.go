package ask

import (
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
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
		return aidedMsg{q, number, attempt.AidUntil(done)}
	}, lateMsg{q, number, "No hint was found in time. Go on in small steps, or take back a line."})
}

func (q *Question) onAided(msg aidedMsg) tea.Cmd {
	q.judging = false
	q.attempt.Help(msg.aid)
	return q.hint()
}

// asked reports whether the rule of a line of the learner's own is asked for.
func (q *Question) asked() bool { return q.state.Next == grade.PickRule && q.state.AsksRules }

// askRules begins, or ends, to ask for the rule of each line of the learner's own. It is no part of the record: it is an
// exercise on the side.
func (q *Question) askRules() tea.Cmd {
	if !q.derives() || q.state.Finished {
		return nil
	}
	if q.state.Level == lessons.Worked {
		return kit.Tell("You are asked for the rules here anyway. On the other levels it is for lines of your own.")
	}
	said := "You are no longer asked for rules."
	if q.attempt.AskRules() {
		said = "Name the rule of each line of yours; it counts for nothing. " + Keys.Rule.Help().Key + " stops it."
	}
	q.feedback, q.overlay, q.overlaid, q.told, q.cursor = nil, nil, false, answered, -1
	q.refresh()
	return kit.Tell(said)
}

// tellRule tells the rule that is asked for.
func (q *Question) tellRule() tea.Cmd {
	if said, ok := q.attempt.TellRule(); ok {
		q.feedback = &grade.Feedback{Kind: grade.Revealed, Say: []lessons.Text{said}}
		q.overlay, q.overlaid, q.told = nil, false, answered
		q.refresh()
	}
	return nil
}

// hint gives the next rung, and after the last one the answer.
func (q *Question) hint() tea.Cmd {
	switch {
	case q.state.Finished:
		return nil
	case q.asked():
		return q.tellRule()
	case q.attempt.NeedsAid():
		return q.findAid()
	}
	if h, ok := q.attempt.Hint(); ok {
		q.told = hinted
		q.refresh()
		return q.keep(journal.Event{Kind: journal.Hinted, Rung: h.Rung})
	}
	if !q.state.CanReveal {
		return kit.Tell("There is no further hint here.")
	}
	f := q.attempt.Reveal()
	q.feedback, q.told, q.overlay, q.overlaid = &f, answered, nil, false
	q.field.SetValue("")
	q.refresh()
	q.look()
	q.put(f.Trial)
	return tea.Batch(q.Begin(), q.desk.Keep(q.attempt.Revealed(&f)))
}
