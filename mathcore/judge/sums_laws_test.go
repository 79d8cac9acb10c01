package judge_test

import (
	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
)

// onSeries makes a rewrite of sums.
func onSeries(name string, change func(s *expr.Series) (expr.Node, bool)) exprtest.Rewrite {
	return exprtest.Rewrite{Name: name, Apply: func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		s, ok := n.(*expr.Series)
		if !ok {
			return nil, false
		}
		return change(s)
	}}
}

// onCall makes a rewrite of the calls of a function.
func onCall(name string, f expr.Func, change func(args []expr.Node) expr.Node) exprtest.Rewrite {
	return exprtest.Rewrite{Name: name, Apply: func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != f {
			return nil, false
		}
		return change(c.Args), true
	}}
}

func sumOver(index *expr.Symbol, lo, hi, body expr.Node) expr.Node {
	return &expr.Series{Index: index, Lo: lo, Hi: hi, Body: body}
}

// nested returns a sum in a sum that is all of its body.
func nested(s *expr.Series) (inner *expr.Series, ok bool) {
	inner, ok = s.Body.(*expr.Series)
	return inner, ok && !expr.Equal(inner.Index, s.Index)
}

// soundOfSums keep the value of sums between 1 and n.
var soundOfSums = []exprtest.Rewrite{
	onSeries("turned", func(s *expr.Series) (expr.Node, bool) {
		return sumOver(s.Index, s.Lo, s.Hi, expr.Substitute(s.Body, s.Index, expr.Minus(expr.Sum(s.Lo, s.Hi), s.Index))), true
	}),
	onSeries("shifted", func(s *expr.Series) (expr.Node, bool) {
		one := expr.Int(1)
		return sumOver(s.Index, expr.Minus(s.Lo, one), expr.Minus(s.Hi, one), expr.Substitute(s.Body, s.Index, expr.Sum(s.Index, one))), true
	}),
	onSeries("cut-by-bracket", func(s *expr.Series) (expr.Node, bool) {
		below, above := expr.Of(expr.AtMost, s.Index, freeIndex), expr.Of(expr.Less, freeIndex, s.Index)
		return expr.Sum(sumOver(s.Index, s.Lo, s.Hi, expr.Product(below, s.Body)), sumOver(s.Index, s.Lo, s.Hi, expr.Product(s.Body, above))), true
	}),
	onSeries("end-as-bracket", func(s *expr.Series) (expr.Node, bool) {
		inside := expr.Product(expr.Of(expr.AtMost, s.Lo, s.Index), expr.Of(expr.AtMost, s.Index, s.Hi))
		return sumOver(s.Index, expr.Int(1), endLetter, expr.Product(inside, s.Body)), true
	}),
	onSeries("term-by-term", func(s *expr.Series) (expr.Node, bool) {
		sum, ok := s.Body.(*expr.Add)
		if !ok {
			return nil, false
		}
		var terms []expr.Node
		for _, t := range sum.Terms {
			terms = append(terms, sumOver(s.Index, s.Lo, s.Hi, t))
		}
		return expr.Sum(terms...), true
	}),
	onSeries("other-order", func(s *expr.Series) (expr.Node, bool) {
		inner, ok := nested(s)
		switch {
		case !ok:
			return nil, false
		case !expr.Mentions(inner.Lo, s.Index) && !expr.Mentions(inner.Hi, s.Index):
			return sumOver(inner.Index, inner.Lo, inner.Hi, sumOver(s.Index, s.Lo, s.Hi, inner.Body)), true
		case expr.Equal(inner.Lo, s.Lo) && expr.Equal(inner.Hi, s.Index):
			return sumOver(inner.Index, s.Lo, s.Hi, sumOver(s.Index, inner.Index, s.Hi, inner.Body)), true
		case expr.Equal(inner.Hi, s.Hi) && expr.Equal(inner.Lo, s.Index):
			return sumOver(inner.Index, s.Lo, s.Hi, sumOver(s.Index, s.Lo, inner.Index, inner.Body)), true
		}
		return nil, false
	}),
	{Name: "member-by-delta", Apply: func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		s, ok := n.(*expr.Symbol)
		if !ok || len(s.Index) != 1 {
			return nil, false
		}
		m := expr.Var("m")
		return sumOver(m, expr.Int(1), endLetter, expr.Product(expr.Of(expr.Delta, m, s.Index[0]), expr.Var(s.Name, m))), true
	}},
	onCall("less-as-not", expr.Less, func(a []expr.Node) expr.Node { return expr.Minus(expr.Int(1), expr.Of(expr.AtMost, a[1], a[0])) }),
	onCall("delta-as-brackets", expr.Delta, func(a []expr.Node) expr.Node {
		return expr.Product(expr.Of(expr.AtMost, a[0], a[1]), expr.Of(expr.AtMost, a[1], a[0]))
	}),
	onCall("bars-as-maxima", expr.Abs, func(a []expr.Node) expr.Node {
		zero := expr.Int(0)
		return expr.Sum(expr.Of(expr.Max, zero, a[0]), expr.Of(expr.Max, expr.Negative(a[0]), zero))
	}),
	onCall("maximum-as-bracket", expr.Max, func(a []expr.Node) expr.Node { return expr.Product(expr.Of(expr.Less, a[0], a[1]), a[1]) }),
	onCall("sign-cubed", expr.Sign, func(a []expr.Node) expr.Node { return expr.Power(expr.Of(expr.Sign, a[0]), expr.Int(3)) }),
}

// carelessOfSums are slips with sums.
var carelessOfSums = []exprtest.Rewrite{
	onSeries("end-lost", func(s *expr.Series) (expr.Node, bool) {
		if s.Index.Name == "m" {
			return nil, false // then j would be taken to lie in the shorter range
		}
		return sumOver(s.Index, s.Lo, expr.Minus(s.Hi, expr.Int(1)), s.Body), true
	}),
	onSeries("begins-late", func(s *expr.Series) (expr.Node, bool) {
		if s.Index.Name == "m" {
			return nil, false
		}
		return sumOver(s.Index, expr.Sum(s.Lo, expr.Int(1)), s.Hi, s.Body), true
	}),
	onSeries("other-triangle", func(s *expr.Series) (expr.Node, bool) {
		inner, ok := nested(s)
		if !ok || !expr.Equal(inner.Hi, s.Index) && !expr.Equal(inner.Lo, s.Index) {
			return nil, false
		}
		return sumOver(inner.Index, s.Lo, s.Hi, sumOver(s.Index, expr.Int(1), inner.Index, inner.Body)), true
	}),
	onSeries("sum-of-products", func(s *expr.Series) (expr.Node, bool) {
		m, ok := s.Body.(*expr.Mul)
		if !ok {
			return nil, false
		}
		var factors []expr.Node
		for _, f := range m.Factors {
			factors = append(factors, sumOver(s.Index, s.Lo, s.Hi, f))
		}
		return expr.Product(factors...), true
	}),
	onSeries("free-index", func(s *expr.Series) (expr.Node, bool) {
		return sumOver(s.Index, s.Lo, s.Hi, expr.Substitute(s.Body, s.Index, freeIndex)), true
	}),
	onCall("delta-as-one", expr.Delta, func([]expr.Node) expr.Node { return expr.Int(1) }),
	onCall("delta-as-zero", expr.Delta, func([]expr.Node) expr.Node { return expr.Int(0) }),
	onCall("end-taken-in", expr.Less, func(a []expr.Node) expr.Node { return expr.Of(expr.AtMost, a...) }),
	onCall("end-left-out", expr.AtMost, func(a []expr.Node) expr.Node { return expr.Of(expr.Less, a...) }),
	onCall("bars-lost", expr.Abs, func(a []expr.Node) expr.Node { return a[0] }),
	onCall("maximum-lost", expr.Max, func(a []expr.Node) expr.Node { return a[1] }),
	onCall("sign-squared", expr.Sign, func(a []expr.Node) expr.Node { return expr.Power(expr.Of(expr.Sign, a[0]), expr.Int(2)) }),
}
