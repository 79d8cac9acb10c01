package mathcore

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// mostPairs bounds how many readings of two lines are compared with each other.
const mostPairs = 4

// Try judges the readings of one line, the likeliest first, and returns the verdicts, the one that counts first: that of
// a right reading; where none is right, of one that is not shown to be wrong; of the likeliest where all are wrong. So
// a line is wrong only when it is in whatever way it is read. Right is asked of the equal ones, in order; it ends the
// trying where it says true.
func Try(lines []parse.Line, check func(parse.Line) Verdict, right func(Verdict) bool) []Verdict {
	var all []Verdict
	for i, line := range lines {
		v := check(line)
		v.Reading, v.Readings = i, len(lines)
		all = append(all, v)
		if v.Outcome == Equal && right(v) {
			return []Verdict{v}
		}
	}
	return counted(all, len(lines) > 0 && beyond(lines[0]))
}

// beyond reports whether a line can be read in more ways than are tried.
func beyond(line parse.Line) bool {
	return slices.ContainsFunc(line.Notes, func(n parse.Note) bool { return n.Code == parse.ManyReadings })
}

// counted sorts verdicts by what they count. Where there are readings that nobody tried, none is wrong.
func counted(all []Verdict, more bool) []Verdict {
	slices.SortStableFunc(all, func(a, b Verdict) int { return weight[a.Outcome] - weight[b.Outcome] })
	if len(all) > 0 && all[0].Outcome == Different && more {
		all[0].Outcome, all[0].Verdict = Unsure, judge.Verdict{Relation: judge.Unsure}
		all[0].RestRight, all[0].SetToZero = false, false
	}
	return all
}

// weight sorts outcomes: the smallest counts.
var weight = [...]int{Equal: 0, Unsure: 1, Undefined: 2, Different: 3, Unreadable: 4}

// Check reads the answer and compares it with the expected expression on the domain of sc. If it can be read in several
// ways, the verdict is that of the reading that counts, as Try tells. What that costs is bounded; with a scope under a
// meter it draws on that, and it ends, unsure, soon after the meter's signal. So does all that is computed of
// expressions with such a scope.
func Check(answer string, expected expr.Node, sc *scope.Scope) Verdict {
	lines, complaint := parse.Readings(answer, sc)
	if complaint != nil {
		return Verdict{Outcome: Unreadable, Complaint: complaint}
	}
	check := func(line parse.Line) Verdict { return CheckLine(line, expected, sc) }
	return Try(lines, check, func(Verdict) bool { return true })[0]
}

// Pair reads two texts and compares them. Both may be read in several ways; at most four pairs are compared, the likeliest
// first. The complaint is of the expected one; that of the answer is in the verdict. What was expected is returned as it
// was read for the verdict.
func Pair(answer, expected string, sc *scope.Scope) (Verdict, parse.Line, *parse.Complaint) {
	wants, complaint := parse.Readings(expected, sc)
	if complaint != nil {
		return Verdict{}, parse.Line{}, complaint
	}
	lines, complaint := parse.Readings(answer, sc)
	if complaint != nil {
		return Verdict{Outcome: Unreadable, Complaint: complaint}, wants[0], nil
	}
	var all []Verdict
	var against []parse.Line
	for _, p := range pairs(len(lines), len(wants)) {
		line, want := lines[p.answer], wants[p.expected]
		v := CheckLines(line, want, sc)
		v.Reading, v.Readings = len(against), len(lines)
		against = append(against, want)
		all = append(all, v)
		if v.Outcome == Equal {
			break
		}
	}
	v := counted(all, beyond(lines[0]) || beyond(wants[0]) || len(lines)*len(wants) > mostPairs)[0]
	want := against[v.Reading]
	v.Reading = slices.IndexFunc(lines, func(l parse.Line) bool { return l.Right == v.Line.Right })
	return v, want, nil
}

type pair struct{ answer, expected int }

// pairs returns which of so many readings are compared: the likeliest with each other first.
func pairs(answers, expected int) []pair {
	var all []pair
	for sum := 0; sum <= answers+expected-2; sum++ {
		for j := max(0, sum-answers+1); j <= min(sum, expected-1) && len(all) < mostPairs; j++ {
			all = append(all, pair{sum - j, j})
		}
	}
	return all
}
