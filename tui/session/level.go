package session

import (
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// An Advice is a reason to take another level for a derivation, or why it does not begin at the one that was chosen.
type Advice uint8

// The advices.
const (
	NoAdvice     Advice = iota
	TryFaded            // its first skill was met before, and nothing had to be shown the last time
	TryFree             // its first skill is known
	BeginsHigher        // its author asks for more than was chosen
)

// Say tells the reason. It is empty where there is none.
func (a Advice) Say() string {
	return [...]string{
		NoAdvice:     "",
		TryFaded:     "You have met this before, so the level faded may suit you.",
		TryFree:      "You have answered on this without help twice, with a night between, so the level free may suit you.",
		BeginsHigher: "The lesson begins this derivation with fewer lines shown than you chose.",
	}[a]
}

// startLevel is the level that a derivation begins at: the one that was chosen last, worked before one was, but never less
// than its author asks for. What is known of its first skill changes no level: it is a reason to propose one.
func startLevel(k Knowledge, screen *lessons.Screen) (lessons.Level, Advice) {
	derive, ok := screen.Question.(*lessons.Derive)
	if !ok {
		return lessons.Worked, NoAdvice
	}
	level, chosen := lessons.ParseLevel(k.Record.Level())
	usual, advice := lessons.Worked, NoAdvice
	if len(derive.Skills) > 0 {
		switch first, _ := k.Skill(derive.Skills[0], k.Now); {
		case first.Mastery == review.Known:
			usual, advice = lessons.Free, TryFree
		case first.Asked > 0 && !shownLast(k.Record, first.ID):
			usual, advice = lessons.Faded, TryFaded
		}
	}
	switch {
	case chosen && derive.Least > level:
		return derive.Least, BeginsHigher
	case usual > max(level, derive.Least):
		return max(level, derive.Least), advice
	}
	return max(level, derive.Least), NoAdvice
}

// shownLast reports whether something had to be shown when a skill was asked for last.
func shownLast(record *journal.State, skill string) bool {
	for _, e := range slices.Backward(record.Ends()) {
		if !e.Presumed && slices.Contains(e.Skills, skill) {
			return e.Shown
		}
	}
	return false
}
