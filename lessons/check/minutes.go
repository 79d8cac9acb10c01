package check

import (
	"math"
	"slices"
	"strings"
	"time"

	"chainrule/lessons"
)

// What one takes, as far as it can be said before anybody has tried: the words that are read, and what there is to do, for a
// learner who meets it for the first time and makes few mistakes.
const (
	wordsAMinute = 150
	aPlot        = 20 * time.Second
	aChoice      = 25 * time.Second  // an option, the rule of a line, the number of a false line
	aLine        = 75 * time.Second  // a line of one's own
	aFormula     = 60 * time.Second  // a formula or a number as an answer
	aRun         = 180 * time.Second // a gradient, its run, and what is said of it
)

// Minutes estimates how long the screens of a lesson take, and its questions for practice. Nobody was timed: it is for
// comparing lessons, and for seeing that one becomes too long.
func Minutes(l *lessons.Lesson) (screens, practice int) {
	var intro words
	intro.blocks(lessons.Position{}, l.Intro)
	return minutes(l.Screens, intro), minutes(l.Review, nil)
}

func minutes(list []*lessons.Screen, read words) int {
	var spent time.Duration
	for _, s := range list {
		read.blocks(s.Place, slices.Concat(s.Prose, s.After))
		if s.Plot != nil {
			spent += aPlot
			read.add(s.Place, s.Plot.Notice)
		}
		if s.Question != nil {
			read.add(s.Place, s.Question.About().Ask)
			spent += answering(s.Question)
		}
	}
	spent += time.Duration(len(strings.Fields(read.plain()))) * time.Minute / wordsAMinute
	return int(math.Round(spent.Minutes()))
}

// answering estimates how long a question takes. A derivation begins with the rules of its lines, unless its author asks for more.
func answering(q lessons.Question) time.Duration {
	switch q := q.(type) {
	case *lessons.Choice:
		return aChoice
	case *lessons.Spot:
		return aChoice + aLine
	case *lessons.Lab:
		return aRun
	case *lessons.Derive:
		each := aChoice
		if q.Least == lessons.Free {
			each = aLine
		}
		return time.Duration(len(q.Lines)) * each
	case *lessons.Expression, *lessons.Number:
	}
	return aFormula
}
