package judge_test

import (
	"math/big"
	"strings"

	"chainrule/mathcore/expr"
)

// A meaning tells, for a row, what the judge decides of letters at indices and of sums without bounds, by the plain rules
// that a reader has: where no sum and no δ stands, letters that are not declared as indices are parts of names; a sum
// without bounds runs as far as one with bounds does, or as far as n, whatever that is; an index is in the range of a sum.
type meaning struct {
	names bool         // letters at indices are parts of names
	end   *expr.Symbol // of sums without bounds
	first int          // the least number that an index may be
	of1   []string     // names with a letter as their index: y in a sum without an index is y_i where there are y_i
}

const joint = "@" // between a name and the letter that is a part of it

func meaningOf(r row, a, b expr.Node) meaning {
	m := meaning{names: strings.HasPrefix(r.place, "indices.txt"), first: 1, end: expr.Var("n" + joint)}
	lines := []expr.Node{a, b}
	for _, d := range r.scope.Definitions() {
		if d.Body != nil {
			lines = append(lines, d.Body)
		}
	}
	for _, n := range lines {
		expr.Walk(n, func(n expr.Node) bool {
			switch n := n.(type) {
			case *expr.Series:
				m.names = false
				if s, ok := n.Hi.(*expr.Symbol); ok && n.Bounded() {
					m.end = s
				}
				if lo, ok := n.Lo.(*expr.Number); ok && lo.Value.Cmp(big.NewRat(1, 1)) > 0 {
					m.first = int(lo.Value.Num().Int64())
				}
			case *expr.Call:
				m.names = m.names && n.Func != expr.Delta
			case *expr.Symbol:
				if len(n.Index) == 1 && len(expr.Symbols(n.Index[0])) > 0 {
					m.of1 = append(m.of1, n.Name)
				}
			case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
				*expr.Derivative:
			}
			return true
		})
	}
	return m
}

// of returns n with the terms of sums whose bounds are numbers, and an end for those without bounds.
func (m meaning) of(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Series)
		if !ok || s.Product {
			return n
		}
		if !s.Bounded() {
			body := s.Body
			for _, name := range m.of1 {
				if !s.Seen() {
					body = expr.Substitute(body, expr.Var(name), expr.Var(name, s.Index))
				}
			}
			return &expr.Series{Index: s.Index, Lo: s.Lo, Hi: m.end, Body: body}
		}
		lo, okLo := s.Lo.(*expr.Number)
		hi, okHi := s.Hi.(*expr.Number)
		const most = 9
		if !okLo || !okHi || !lo.Value.IsInt() || !hi.Value.IsInt() || hi.Value.Cmp(big.NewRat(most, 1)) > 0 {
			return n
		}
		var terms []expr.Node
		for i := lo.Value.Num().Int64(); i <= hi.Value.Num().Int64(); i++ {
			terms = append(terms, expr.Substitute(s.Body, s.Index, expr.Int(i)))
		}
		return expr.Sum(terms...)
	})
}

// named returns n with letters that are parts of names in them.
func (m meaning) named(n expr.Node) expr.Node {
	if !m.names {
		return n
	}
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Symbol)
		if !ok || len(s.Index) != 1 {
			return n
		}
		letter, ok := s.Index[0].(*expr.Symbol)
		if !ok {
			return n
		}
		return expr.Var(s.Name + joint + letter.Name)
	})
}

// written returns the symbol as it was written.
func (m meaning) written(s *expr.Symbol) *expr.Symbol {
	if name, letter, ok := strings.Cut(s.Name, joint); ok && letter != "" {
		return expr.Var(name, expr.Var(letter))
	}
	return s
}
