package grade

import (
	"maps"
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/slip"
	"chainrule/mathcore/typeset"
)

// saySlips words one slip, or two of them in one sentence.
func (m comparison) saySlips(e slip.Explanation) []lessons.Text {
	var slips []lessons.Slip
	for _, id := range e.Slips {
		if slip, ok := m.course.Slip(id); ok {
			slips = append(slips, slip)
		}
	}
	switch len(slips) {
	case 0:
		return nil
	case 1:
		if m.secret { // a piece that is the answer would tell it
			maps.DeleteFunc(e.Parts, func(_ string, piece expr.Node) bool {
				return slices.ContainsFunc(m.right, func(right expr.Node) bool { return expr.Alike(piece, right) })
			})
		}
		return []lessons.Text{join(slips[0].Happened(e), seen(slips[0])), lessons.Say(slips[0].Do)}
	}
	return say(lessons.Together(slips[0], slips[1]), slips[0].Do+" "+slips[1].Do)
}

// seen returns the sentence that shows that the slip is one, after another sentence.
func seen(s lessons.Slip) lessons.Text {
	if s.See == "" {
		return nil
	}
	return lessons.Say(" " + s.See)
}

// tryOut tells one thing to do with a wrong line of which nothing else is known.
func (m comparison) tryOut(v check.Verdict) lessons.Text {
	if v.Line.Left != nil && v.Judged > 1 {
		return lessons.Say("Mend that side first.")
	}
	if m.mute {
		return lessons.Say("Take the derivative once more, one rule at a time.")
	}
	if v.Witness == nil || len(v.Witness.Point) == 0 || m.name == "" || m.from != nil && derivativeLeft(m.from) {
		return lessons.Say("Take the step once more, one rule at a time.")
	}
	into := "each piece of your line, and ask whether it is what you meant."
	switch {
	case m.shown:
		given := m.name
		if m.secret {
			given = "what is given"
		}
		into = given + " and into yours, piece by piece, and see where they part."
	case isOnePiece(v.Answer):
		return lessons.Say("Begin with what is given, and take one step at a time.")
	}
	if len(v.Witness.Point) > 1 { // they were told with the values that differ
		return lessons.Say("Put these values into " + into)
	}
	return lessons.Written(func(set typeset.Charset) lessons.Text {
		return lessons.Say("Put " + pointText(v.Witness.Point, set) + " into " + into)
	})
}

// isOnePiece reports whether a line is a single letter or number: nothing in it can be looked at by itself.
func isOnePiece(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number, *expr.Constant, *expr.Symbol:
		return true
	case *expr.Neg:
		return isOnePiece(n.X)
	case *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}
