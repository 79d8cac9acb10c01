package check

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
	return TryAgainst(lines, []parse.Line{{}}, func(line, _ parse.Line) Verdict { return check(line) }, right)
}

// TryAgainst is Try where what is expected can be read in several ways, too, the likeliest first. At most four pairs are
// judged, the likeliest first.
func TryAgainst(lines, wants []parse.Line, check func(line, want parse.Line) Verdict, right func(Verdict) bool) []Verdict {
	var all []Verdict
	for _, m := range matches(len(lines), len(wants)) {
		v := check(lines[m.answer], wants[m.want])
		v.Reading, v.Readings = m.answer, len(lines)
		if len(wants) > 1 {
			v.Against = wants[m.want]
		}
		all = append(all, v)
		if v.Relation == judge.Equal && right(v) {
			return []Verdict{v}
		}
	}
	slices.SortStableFunc(all, func(a, b Verdict) int { return weight[a.Relation] - weight[b.Relation] })
	if all[0].Relation == judge.Different && (beyond(lines[0]) || len(lines)*len(wants) > mostPairs) {
		all[0].doubt()
	}
	return all
}

// doubt takes back that an answer is different, since there are readings that nobody tried.
func (v *Verdict) doubt() {
	v.Verdict, v.RestRight, v.SetToZero = judge.Verdict{Relation: judge.Unsure}, false, false
}

// beyond reports whether a line can be read in more ways than are tried.
func beyond(line parse.Line) bool {
	return slices.ContainsFunc(line.Notes, func(n parse.Note) bool { return n.Code == parse.ManyReadings })
}

// weight sorts relations: the smallest counts.
var weight = [...]int{judge.Equal: 0, judge.Unsure: 1, judge.Undefined: 2, judge.Different: 3, judge.Unreadable: 4}

// Text reads the answer and compares it with the expected expression on the domain of sc. If it can be read in several
// ways, the verdict is that of the reading that counts, as Try tells. What that costs is bounded; with a scope under a
// meter it draws on that, and it ends, unsure, soon after the meter's signal. So does all that is computed of
// expressions with such a scope.
func Text(answer string, expected expr.Node, sc *scope.Scope) Verdict {
	lines, complaint := parse.Readings(answer, sc)
	if complaint != nil {
		return Unreadable(complaint)
	}
	check := func(line parse.Line) Verdict { return Line(line, expected, sc) }
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
		return Unreadable(complaint), nil
	}
	check := func(line, want parse.Line) Verdict { return Lines(line, want, sc) }
	v := TryAgainst(lines, wants, check, func(Verdict) bool { return true })[0]
	if v.Relation == judge.Different && beyond(wants[0]) {
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

// matches returns which of the readings are compared: the likeliest with each other first.
func matches(answers, wants int) []match {
	var all []match
	for sum := 0; sum <= answers+wants-2; sum++ {
		for j := max(0, sum-answers+1); j <= min(sum, wants-1) && len(all) < mostPairs; j++ {
			all = append(all, match{sum - j, j})
		}
	}
	return all
}
