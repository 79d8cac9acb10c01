package grade

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

// compare compares a line that was read with what is wanted, and names what the verdict is about.
func (m *comparison) compare(f *Feedback, line parse.Line) {
	line = m.needed(line)
	typed := line.Sides()
	if m.put != nil {
		line = mapped(line, m.put)
	}
	if m.lines != nil {
		f.Verdict = check.Step(line, m.lines, m.scope)
	} else {
		var known []expr.Node
		if m.shown {
			known = []expr.Node{m.from}
		}
		f.Verdict = check.Line(line, m.wanted, m.scope, known...)
	}
	v := &f.Verdict
	f.Answer = typed[v.At]
	if v.Judged > 1 && v.Relation != judge.Equal {
		m.nameSides(v)
	}
	if w := v.Witness; m.secret && w != nil && len(w.Point) == 0 && !tellsNothing(v, typed) {
		v.Witness = nil
	}
}

// needed leaves out the sides that need not be exact. What stands behind ≈ is the answer where a rounded one counts.
func (m comparison) needed(line parse.Line) parse.Line {
	if m.drop == nil {
		return line
	}
	if line.Rounded != nil {
		line = lineOf(line, append(line.Sides(), line.Rounded))
	}
	sides := line.Sides()
	last := len(sides) - 1
	var kept []expr.Node
	for _, side := range sides[:last] {
		if !m.drop(side) {
			kept = append(kept, side)
		}
	}
	return lineOf(line, append(kept, sides[last]))
}

// lineOf returns the line with other sides.
func lineOf(line parse.Line, sides []expr.Node) parse.Line {
	last := len(sides) - 1
	line.Left, line.Between, line.Right, line.Rounded = nil, nil, sides[last], nil
	if last > 0 {
		line.Left, line.Between = sides[0], sides[1:last]
	}
	return line
}

func mapped(line parse.Line, change func(expr.Node) expr.Node) parse.Line {
	var sides []expr.Node
	for _, side := range line.Sides() {
		sides = append(sides, change(side))
	}
	rounded := line.Rounded
	line = lineOf(line, sides)
	line.Rounded = rounded
	return line
}

// nameSides gives the side of a chain that the verdict is about its name in the words, and what it was compared with.
func (m *comparison) nameSides(v *check.Verdict) {
	sides := len(v.Line.Between) + 2
	m.yours = nameOfSide(v.At, sides)
	two := v.Judged == 2 && sides == 2
	switch {
	case v.Above >= 0 && two:
		m.name = nameOfSide(v.Above, sides)
	case v.Above >= 0:
		m.name = "the side before it"
	case two && v.RestRight && v.Witness != nil && len(v.Witness.Point) == 0:
		m.name = nameOfSide(1-v.At, sides)
	}
	if v.Above >= 0 {
		m.from = v.Wanted
	}
}

func nameOfSide(at, of int) string {
	switch at {
	case 0:
		return "the left side"
	case of - 1:
		return "the right side"
	}
	return fmt.Sprintf("side %d", at+1)
}

// tellsNothing reports whether a witness gives away no value but numbers that were typed.
func tellsNothing(v *check.Verdict, typed []expr.Node) bool {
	if !v.RestRight || len(typed) != 2 {
		return false
	}
	_, number := typed[1-v.At].(*expr.Number)
	return number
}

// subject begins a sentence about the side that the verdict is about, or about all of the answer.
func (m comparison) subject(whole string) string {
	if m.yours == "" {
		return whole
	}
	first, size := utf8.DecodeRuneInString(m.yours)
	return string(unicode.ToUpper(first)) + m.yours[size:]
}

// ofSides decides about answers that are wrong, or not judged, because of a side that is not the one that counts, and about
// a right answer that was set to 0.
func (m comparison) ofSides(f *Feedback) bool {
	v := f.Verdict
	switch {
	case v.SetToZero:
		f.Kind, f.Say = Form, say(v.SaySetToZero()+" Write it alone.")
	case !v.Leads():
		return false
	case v.Relation == judge.Different:
		f.Kind, f.Witness = Wrong, v.Witness
		m.explainSide(f)
	case v.Relation == judge.Unsure:
		f.Kind = Unsure
		f.Say = append(say("Of "+m.yours+" neither a proof nor a counterexample was found, so this is not judged and counts as nothing."),
			unsureWords()[1])
	default:
		return false
	}
	return true
}

// explainSide words a wrong side of a chain.
func (m comparison) explainSide(f *Feedback) {
	if m.name == "" || m.refuse != nil {
		f.Say = say(m.subject("This") + " is not the number asked for.")
		f.Witness = nil
		return
	}
	if f.Verdict.Bare() {
		m.from = nil
	}
	m.explain(f)
	if _, number := f.Answer.(*expr.Number); number {
		f.Say[0] = join(lessons.Say(m.subject("This")+" is "), lessons.SayFormula(f.Answer), lessons.Say(", which is not equal to "+m.name+"."))
	}
	if f.Slip != "" {
		f.Say = append(say(m.subject("This")+" is not equal to "+m.name+"."), f.Say...)
	}
}

// sayNoValue tells why an answer has no value, and of which part of it where that is known.
func (m comparison) sayNoValue(v check.Verdict) lessons.Text {
	said := m.subject("This") + " has no value here: "
	if n := v.Line.Sides(); v.At < len(n) {
		switch part, fault := judge.Vanishing(n[v.At], m.scope); {
		case part == nil:
		case fault == eval.LogOfNonPositive:
			return join(lessons.Say(said+"it takes the logarithm of "), lessons.SayFormula(part), lessons.Say(", and that is 0."))
		case len(expr.Symbols(part)) > 0:
			return join(lessons.Say(said+"it divides by "), lessons.SayFormula(part), lessons.Say(", and that is 0."))
		}
	}
	return lessons.Say(said + faultWords[v.Fault] + ".")
}

// sayUndefined tells why an answer, or a side of it, has no value.
func (m comparison) sayUndefined(v check.Verdict) []lessons.Text {
	switch v.Side {
	case judge.Left, judge.Both:
		return []lessons.Text{m.sayNoValue(v)}
	case judge.Neither, judge.Right:
	}
	return say(m.subject("This") + " has values only where what it should equal has none, so the two cannot be compared.")
}
