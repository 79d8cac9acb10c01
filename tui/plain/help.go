package plain

import (
	"strings"

	"chainrule/tui/find"
	"chainrule/tui/session"
)

var help = []string{
	"Commands:",
	"  an empty line        goes on when there is nothing to answer, else says what is asked",
	"  ?, hint or :hint     the next hint, and after the last one the answer",
	"  :skip or :next       to the next screen, this one left open",
	"  :back                to the screen before",
	"  :go NUMBER           to the screen of that number in this lesson",
	"  :text                tells what the lesson says at a question",
	"  :again               asks the question again, a finished one anew",
	"  :undo                takes back the last line of a derivation",
	"  :rule                asks you for the rule of each line of your own; once more stops it",
	"  :other               says of your last answer what it is worth if it is read in the other way",
	"  :level worked|faded|free   how much of a derivation is shown",
	"  :plot                draws the plot, or a wrong answer over what was wanted",
	"  :run NUMBER STEP     in a lab: runs your formula again, in another run or with another step size",
	"  :say FORMULA         says a formula in words; without one, begins or ends to say all of them so",
	"  :map                 to the list of lessons; there :summary NUMBER tells what a lesson came to",
	"  :record              tells what your record says; :record NUMBER shows a finished derivation",
	"  :review              asks ten questions, first what you are about to forget",
	"  :practice SKILL      asks questions of one skill; without SKILL there is a list to choose from",
	"  :card WORD           letters, rules with their formulas, what you derived; only what has WORD, if there is one",
	"  :find WORD           looks for a word, a letter, a rule, a skill or a screen in the whole course",
	"  :play FORMULA        the playground: formulas of your own; :end comes back here",
	"  :place               finds out what you know, and in which lesson to begin",
	"  :test NUMBER         finds out whether you can pass over a lesson",
	"  :exam                the derivations of the course on blank pages, without help",
	"  :end                 ends a review or practice, and tells what came of it",
	"  :quit                leaves",
	"Everything else is an answer.",
}

// What there is where no help is given.
var (
	helpPlacing = []string{
		"Commands:",
		"  an empty line   says what is asked",
		"  :unknown        says that you do not know; the next question comes",
		"  :again          asks the question again",
		"  :undo           takes back the last line of a derivation",
		"  :say FORMULA    says a formula in words; without one, begins or ends to say all of them so",
		"  :map            to the list of lessons; :place or :test goes on later",
		"  :quit           leaves",
		"Everything else is an answer. What was answered is kept.",
	}
	helpExam = []string{
		"Commands:",
		"  an empty line   says what is asked",
		"  :again          says the derivation again, with your lines",
		"  :undo           takes back your last line",
		"  :leave          goes back to the list of the exam; your lines are kept",
		"  :give-up        gives the derivation up; it may be tried again from the start",
		"  :say FORMULA    says a formula in words; without one, begins or ends to say all of them so",
		"  :map            to the list of lessons; your lines are kept",
		"  :quit           leaves; your lines are kept",
		"Everything else is a line.",
	}
)

// helpFor lists the commands that there are at a question, or where none is.
func helpFor(a *session.Attempt) []string {
	switch {
	case a == nil || !a.Alone():
		return help
	case a.OnlyTells():
		return helpPlacing
	}
	return helpExam
}

// meant names the command that somebody may have meant by another name; it is empty where none is near.
func meant(name string) string {
	var all []string
	for _, line := range help {
		for word := range strings.FieldsSeq(line) {
			if command, ok := strings.CutPrefix(word, ":"); ok && command != "" {
				all = append(all, command)
			}
		}
	}
	if near := find.Near(name, all); near != "" {
		return "perhaps you mean :" + near + "; "
	}
	return ""
}
