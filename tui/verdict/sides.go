package verdict

import (
	"fmt"
	"strings"

	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
)

// sideOf names the side of the answer that a verdict is about; it is empty where the answer has but one, or is judged as
// a whole.
func sideOf(v check.Verdict) string {
	switch sides := len(v.Line.Between) + 2; {
	case v.Line.Left == nil, v.Equations, v.Judged < 2:
		return ""
	case v.Relation == judge.Equal || v.Relation == judge.Unreadable:
		return ""
	case v.At == 0:
		return "the left side"
	case v.At < sides-1:
		return fmt.Sprintf("side %d of %d", v.At+1, sides)
	}
	return "the right side"
}

// understandSides writes an equation on one line; it is not drawn.
func understandSides(sides []expr.Node) *Understood {
	var lines, latex []string
	for _, side := range sides {
		lines, latex = append(lines, typeset.Line(side)), append(latex, typeset.LaTeX(side))
	}
	return &Understood{Line: strings.Join(lines, " = "), Block: []string{}, LaTeX: strings.Join(latex, " = ")}
}

// among renames what the witness compares with where that is another side of the answer.
func (w *Witness) among(v check.Verdict) {
	other := "the left side"
	if v.At == 0 {
		other = "the right side"
	}
	switch two := v.Judged == 2 && len(v.Line.Between) == 0; {
	case v.Equations:
		w.answer, w.against = "the left side", "the right side"
	case v.Above >= 0 && two, v.RestRight && two && w.at == "":
		w.against = other
	case v.Above >= 0:
		w.against = "the side before it"
	}
}

// AllSides says of a chain that all its sides were proved to be equal.
const AllSides = "Proved by exact algebra: the sides are equal, each to the next, wherever both have a value."

// ofSides words what is to be said of an answer because of its sides; it is empty where nothing is.
func (r Report) ofSides(v check.Verdict) string {
	switch {
	case v.SetToZero && v.Relation == judge.Different:
		return v.SaySetToZero()
	case v.Equations && v.Relation == judge.Different:
		return r.Witness.onlyOne(v.Holds)
	case v.Equations && v.Relation == judge.Equal:
		return "Proved: the two equations say the same."
	case v.Equations:
		return "Neither a proof nor a point at which only one of the two equations holds was found" + Because(v.Fault)
	case v.Judged > 1 && v.Relation == judge.Equal && v.Evidence == judge.Exact:
		if v.Judged < len(v.Line.Sides()) {
			return "Proved by exact algebra: the sides that can be judged are equal, each to the next, wherever both have a value."
		}
		return AllSides
	}
	return ""
}

// onlyOne words a point at which one of two equations holds and the other does not.
func (w *Witness) onlyOne(holds judge.Side) string {
	one, other := "the answer holds", "the expected equation"
	if holds == judge.Right {
		one, other = "the expected equation holds", "the answer"
	}
	said := fmt.Sprintf("only %s: in %s %s is %s, %s is %s.", one, other, w.answer, w.near[0], w.against, w.near[1])
	if w.at == "" {
		return sentenceOf(said)
	}
	return "At " + w.at + " " + said
}

// sentenceOf returns text with a capital letter.
func sentenceOf(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
