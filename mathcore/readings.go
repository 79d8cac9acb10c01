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
	return try(lines, 1, func(line parse.Line, _ int) Verdict { return check(line) }, right)
}

// try judges the readings of a line against so many readings of what is expected; at most four pairs, the likeliest first.
func try(lines []parse.Line, wants int, check func(line parse.Line, want int) Verdict, right func(Verdict) bool) []Verdict {
	var all []Verdict
	for _, m := range matches(len(lines), wants) {
		v := check(lines[m.answer], m.want)
		v.Reading, v.Readings, v.want = m.answer, len(lines), m.want
		all = append(all, v)
		if v.Outcome == Equal && right(v) {
			return []Verdict{v}
		}
	}
	slices.SortStableFunc(all, func(a, b Verdict) int { return weight[a.Outcome] - weight[b.Outcome] })
	if all[0].Outcome == Different && (beyond(lines[0]) || len(lines)*wants > mostPairs) {
		all[0].doubt()
	}
	return all
}

// doubt takes back that an answer is different, since there are readings that nobody tried.
func (v *Verdict) doubt() {
	v.Outcome, v.Verdict, v.RestRight, v.SetToZero = Unsure, judge.Verdict{Relation: judge.Unsure}, false, false
}

// beyond reports whether a line can be read in more ways than are tried.
func beyond(line parse.Line) bool {
	return slices.ContainsFunc(line.Notes, func(n parse.Note) bool { return n.Code == parse.ManyReadings })
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
// first. The complaint is of the expected one; that of the answer is in the verdict.
func Pair(answer, expected string, sc *scope.Scope) (Verdict, *parse.Complaint) {
	sc = beside(sc, answer+" "+expected)
	wants, complaint := parse.Readings(expected, sc)
	if complaint != nil {
		return Verdict{}, complaint
	}
	lines, complaint := parse.Readings(answer, sc)
	if complaint != nil {
		return Verdict{Outcome: Unreadable, Complaint: complaint}, nil
	}
	check := func(line parse.Line, want int) Verdict {
		v := CheckLines(line, wants[want], sc)
		if len(wants) > 1 {
			v.Against = wants[want]
		}
		return v
	}
	v := try(lines, len(wants), check, func(Verdict) bool { return true })[0]
	if v.Outcome == Different && beyond(wants[0]) {
		v.doubt()
	}
	return v, nil
}

// beside returns a scope in which the letters that stand alone in the text are letters of every line.
func beside(sc *scope.Scope, text string) *scope.Scope {
	if sc == nil {
		return &scope.Scope{Beside: text}
	}
	sc = sc.Clone()
	sc.Beside = text
	return sc
}

// A match is a reading of an answer with one of what was expected.
type match struct{ answer, want int }

// matches returns which of so many readings are compared: the likeliest with each other first.
func matches(answers, wants int) []match {
	var all []match
	for sum := 0; sum <= answers+wants-2; sum++ {
		for j := max(0, sum-answers+1); j <= min(sum, wants-1) && len(all) < mostPairs; j++ {
			all = append(all, match{sum - j, j})
		}
	}
	return all
}
