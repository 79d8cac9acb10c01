package round

import (
	"fmt"
	"strings"
	"time"

	"chainrule/lessons/review"
	"chainrule/tui/account"
	"chainrule/tui/session"
)

// A Result is what came of a round so far.
type Result struct {
	// Tally tells how many tasks were done, and how. Soon tells what is due, and what will be when.
	Tally, Soon string
	// Groups are the skills that moved: those that improved, those that are not firm, those repeated by the way.
	Groups []Group
}

// A Group is a heading with what stands below it.
type Group struct {
	Title string
	Moves []Change
}

// A Change is how a skill moved.
type Change struct {
	// Change tells how far it was learnt before and is now, When when it is due, Say what one can do with it.
	Change, When, Say string
}

// Result tells what came of the round so far. Like Review, it is for commands.
func (r *Round) Result() *Result {
	var made *Result
	_ = r.session.Know(func(k session.Knowledge) {
		told := account.Of(r.session.Course, k.Record, k.State, k.Now)
		made = &Result{Tally: strings.TrimSpace(tally(r.ends(k.Record)) + " " + r.Spent()), Soon: told.Soon(), Groups: r.groups(told, k.Skills(k.Now))}
	})
	return made
}

// tally tells how many tasks were done, and how.
func tally(ends []review.Outcome) string {
	count := [3]int{}
	for _, o := range ends {
		count[o]++
	}
	var how []string
	for o, words := range [...]string{
		review.Unaided: "right at once and without help", review.Helped: "with help, or after a slip",
		review.Told: "with something shown",
	} {
		if count[o] > 0 {
			how = append(how, fmt.Sprintf("%d %s", count[o], words))
		}
	}
	switch len(ends) {
	case 0:
		return "You have finished no question."
	case 1:
		_, words, _ := strings.Cut(how[0], " ")
		return "You have finished one question, " + words + "."
	}
	return fmt.Sprintf("You have finished %d questions: %s.", len(ends), strings.Join(how, ", "))
}

// groups sorts the skills that moved. One improved where more of it is known, or as much and it lasts longer.
func (r *Round) groups(told *account.Account, now []review.Skill) []Group {
	const improved, unsure, byTheWay = 0, 1, 2
	groups := []Group{{Title: "Improved:"}, {Title: "Not firm yet:"}, {Title: "Repeated by the way:"}}
	for i := range now {
		was, is := &r.before[i], &now[i]
		at := improved
		switch {
		case was.Asked == is.Asked && was.Stability == is.Stability && is.Last.Sub(was.Last) < time.Second:
			continue // dates are computed from days, to a fraction of a second
		case was.Asked == is.Asked:
			at = byTheWay
		case is.Mastery < was.Mastery, is.Mastery == review.Met, is.Stability < was.Stability:
			at = unsure
		}
		moved := session.Move{Skill: is.Skill, Before: was.Mastery, Now: is.Mastery}.Moved()
		groups[at].Moves = append(groups[at].Moves, Change{moved, told.When(is), is.Say})
	}
	var all []Group
	for _, g := range groups {
		if len(g.Moves) > 0 {
			all = append(all, g)
		}
	}
	return all
}
