package check

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// Explain tells how an answer that was found different may have come about: the slip, the part that changed. From is the
// line above, or the expected expression where there is none; right are written forms of the right result, such as the
// goal and the next model line. Of a chain the side that is wrong is explained from the one before it. Of a line without a
// value only brackets are told, of every other outcome nothing, and nothing of what can be read in several ways: nobody
// knows which was meant. It takes longer than judging, so it is left to the caller to ask for it.
func Explain(v Verdict, from expr.Node, sc *scope.Scope, right ...expr.Node) slip.Explanation {
	if v.Relation != judge.Different && v.Relation != judge.Undefined || v.Equations || v.SetToZero || v.Readings > 1 || v.Against.Right != nil {
		return slip.Explanation{}
	}
	if v.Above >= 0 {
		from = v.Wanted
	}
	return slip.Explain(slip.Question{From: from, Wrong: v.Answer, Right: right, Text: v.Line.Source, Scope: sc})
}
