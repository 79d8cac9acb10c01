package slip

import (
	"chainrule/mathcore/expr"
)

// oneMinusSlip takes u for 1-u, or 1-u for u, at one place, in all logarithms or everywhere.
//
// Example: -p*ln(p)-(1-p)*ln(1-p) -> -p*ln(p)-(1-p)*ln(p)
// Example: -p*ln(p)-(1-p)*ln(1-p) -> -p*ln(1-p)-(1-p)*ln(p)
// Example: -(t*ln(ŷ)+(1-t)*ln(1-ŷ)) -> -(t*ln(1-ŷ)+(1-t)*ln(ŷ))
var oneMinusSlip = mistake{
	id: "one-minus", kind: loss, family: losses, about: aChance,
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		if u, ok := expr.Complement(n); ok && in.likeChance(u) {
			return []expr.Node{u}
		}
		var wrong []expr.Node
		if _, name := n.(*expr.Symbol); name && in.chance(n) {
			if _, already := expr.Complement(under); !already {
				wrong = append(wrong, expr.OneMinus(n))
			}
		}
		if under == nil {
			for _, u := range in.names {
				if in.chance(u) {
					wrong = append(wrong, mirrored(n, u), mirroredInLogs(n, u))
				}
			}
		}
		return wrong
	},
}

// mirrored exchanges u and 1-u throughout.
func mirrored(n expr.Node, u *expr.Symbol) expr.Node {
	slot := expr.Slot(u.Name)
	kept := expr.Map(n, func(m expr.Node) expr.Node {
		if v, ok := expr.Complement(m); ok && expr.Equal(u, v) {
			return slot
		}
		return m
	})
	return expr.Substitute(expr.Substitute(kept, u, expr.OneMinus(u)), slot, u)
}

// mirroredInLogs does so in the arguments of logarithms only.
func mirroredInLogs(n expr.Node, u *expr.Symbol) expr.Node {
	return expr.Map(n, func(m expr.Node) expr.Node {
		if x, ok := expr.LogArgument(m); ok {
			return expr.NaturalLog(mirrored(x, u))
		}
		return m
	})
}
