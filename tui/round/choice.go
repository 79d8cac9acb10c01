package round

import (
	"fmt"

	"chainrule/lessons"
	"chainrule/tui/account"
	"chainrule/tui/session"
)

// An Option is something that can be practised.
type Option struct {
	// Place is what Practice takes, and ID how it is called on the command line.
	Place, ID string
	// Stands tells how far it was learnt and when it is due, or how often a slip was made; Say, what it is.
	Stands, Say string
}

// Choices returns what can be practised: the slip that was made most, if one was, and the skills that were asked for, in the
// order of the course; and how many skills that count come later. Like Review, it is for commands.
func Choices(s *session.Session) (all []Option, later int) {
	_ = s.Know(func(k session.Knowledge) {
		told := account.Of(s.Course, k.Record, k.State, k.Now)
		if slips := k.Slips(k.Now); len(slips) > 0 && len(slips[0].Skills) > 0 {
			all = append(all, Option{
				Place: Slips, ID: Slips, Stands: fmt.Sprintf("seen %s", times(slips[0].Times)), Say: "the slip that explained your wrong answers most often: " + slips[0].Inside(),
			})
		}
		for _, skill := range k.Skills(k.Now) {
			if skill.Asked == 0 {
				continue
			}
			all = append(all, Option{skill.ID, skill.ID, skill.Mastery.String() + ", " + told.When(&skill), skill.Say})
		}
		for i := range told.Lessons {
			if l := &told.Lessons[i]; l.Counts() {
				for k := range l.Skills {
					if l.Skills[k].Asked == 0 {
						later++
					}
				}
			}
		}
	})
	return all, later
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

// NoChoice is said where nothing can be practised yet.
const NoChoice = "There is nothing to practise yet: the skills come with the lessons. Answer the first question of one."

// Later tells how many skills are not in the list.
func Later(n int) string {
	if n == 1 {
		return "1 more skill comes with the lessons."
	}
	return fmt.Sprintf("%d more skills come with the lessons.", n)
}

// Hardness is what a difficulty of practice is called; 0 is the one that the record decides.
func Hardness(d lessons.Difficulty) string {
	if d == 0 {
		return "as you get on"
	}
	return d.String()
}

// Harder tells in plain lines how a difficulty is chosen.
const Harder = "Behind it may stand easy, medium or hard, for questions that are drawn; without it they become harder and easier as you get on."
