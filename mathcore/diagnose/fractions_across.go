package diagnose

import "chainrule/mathcore/expr"

// fractionsAcross adds tops and bottoms: a/b + c/d = (a+c)/(b+d).
//
// Example: a/b+c/d -> (a+c)/(b+d)
// Example: -t/p+(1-t)/(1-p) -> 1-2t
// Example: 1/x+y -> (1+y)/x
var fractionsAcross = mistake{
	slip: "fractions-across", kind: falseLaw, family: rewriting,
	rewrite: func(n expr.Node, _ *setting) []expr.Node {
		if !isSum(n) {
			return nil
		}
		var wrong []expr.Node
		list := terms(n)
		for i := range list {
			for k := i + 1; k < len(list); k++ {
				for _, across := range acrossOf(list[i], list[k]) {
					wrong = append(wrong, expr.Sum(without(with(list, i, across), k)...))
				}
			}
		}
		return wrong
	},
}

// acrossOf adds two terms, one of which at least is a fraction, across the bar.
func acrossOf(s, t expr.Node) []expr.Node {
	a, b, okA := fraction(s)
	c, d, okC := fraction(t)
	switch {
	case okA && okC:
		return []expr.Node{expr.Quotient(expr.Sum(a, c), expr.Sum(b, d)), expr.Quotient(expr.Sum(a, c), expr.Minus(b, d))}
	case okA:
		return []expr.Node{expr.Quotient(expr.Sum(a, t), b), expr.Quotient(expr.Sum(a, t), expr.Sum(b, expr.Int(1)))}
	case okC:
		return []expr.Node{expr.Quotient(expr.Sum(s, c), d), expr.Quotient(expr.Sum(s, c), expr.Sum(expr.Int(1), d))}
	}
	return nil
}

// fraction returns the top, with the sign in front, and the bottom of a quotient.
func fraction(n expr.Node) (top, bottom expr.Node, ok bool) {
	bare, negative := unsigned(n)
	q, ok := bare.(*expr.Div)
	if !ok {
		return nil, nil, false
	}
	if negative {
		return opposite(q.Num), q.Den, true
	}
	return q.Num, q.Den, true
}
