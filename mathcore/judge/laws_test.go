package judge_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/typeset"
)

// A law is a row of testdata/laws: two sides with letters for which anything may be put in.
type law struct {
	exprtest.Row
	left, right expr.Node
	holds       bool
}

// lawPairs are made of the laws in a file: the letters get a meaning, and the same is done to both sides.
func lawPairs(tb testing.TB, file string) source {
	tb.Helper()
	var laws []law
	for _, r := range exprtest.Rows(tb, "testdata/laws/"+file+".txt") {
		r.Demand(tb, 3, "left | right | holds, or fails | note")
		verdict := strings.TrimSpace(r.Cells[2])
		if verdict != "holds" && verdict != "fails" {
			tb.Fatalf("%s: %q is neither holds nor fails", r.Place, verdict)
		}
		laws = append(laws, law{r, r.Tree(tb, r.Cells[0]), r.Tree(tb, r.Cells[1]), verdict == "holds"})
	}
	return source{file, rapid.Custom(func(t *rapid.T) generated {
		l := laws[rapid.IntRange(0, len(laws)-1).Draw(t, "law")]
		return l.pair(t)
	})}
}

// pair puts something in for the letters, does the same to both sides, and sometimes changes one of them besides.
func (l law) pair(t *rapid.T) generated {
	f := &filling{t: t, law: l, letters: map[string]expr.Node{}}
	p := generated{a: f.put(l.left), b: f.put(l.right), scope: l.Scope, kept: l.holds, how: " " + l.Place}
	for rapid.IntRange(0, 2).Draw(t, "around") == 0 {
		p.a, p.b = f.around(p.a, p.b)
	}
	if rapid.IntRange(0, 5).Draw(t, "changed") == 0 {
		changed := p
		changed.change(t, f.options(1))
		if !f.sums() || slices.Equal(frame(p.b), frame(changed.b)) {
			return changed
		}
	}
	return p
}

// frame returns what must stay as it is in sums: their ends, indices that are compared, and how often 0 stands there.
func frame(n expr.Node) []string {
	var all []string
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			all = append(all, typeset.Line(n.Lo), typeset.Line(n.Hi))
		case *expr.Call:
			if n.Func == expr.Delta {
				all = append(all, typeset.Line(n))
			}
		case *expr.Number:
			if n.Value.Sign() == 0 {
				all = append(all, "0")
			}
		case *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
			*expr.Derivative:
		}
		return true
	})
	return all
}

// A filling is what the letters of a law stand for in one pair.
type filling struct {
	t       *rapid.T
	law     law
	letters map[string]expr.Node
}

// sums reports whether the letters of the pair are members of families.
func (f *filling) sums() bool { return len(f.law.Scope.Definitions()) > 0 }

func (f *filling) options(depth int) exprtest.Options {
	o := exprtest.Options{Depth: depth, Symbols: f.law.Scope.Symbols(), Powers: true, Constants: true, Funcs: []expr.Func{
		expr.Abs, expr.Sign, expr.Exp, expr.Ln, expr.Sqrt, expr.Max, expr.Sin, expr.Greater, expr.AtMost,
	}}
	if f.sums() {
		o.Symbols, o.Powers = []*expr.Symbol{expr.Var("a"), expr.Var("x", expr.Var("j"))}, false
	}
	return o
}

// tree draws a small tree.
func (f *filling) tree() expr.Node {
	depth := rapid.SampledFrom([]int{0, 0, 1, 1, 1, 2}).Draw(f.t, "depth")
	if depth == 0 {
		return rapid.SampledFrom(f.options(1).Symbols).Draw(f.t, "letter")
	}
	return f.options(depth).Tree().Draw(f.t, "tree")
}

// positive draws a tree that is positive wherever it has a value.
func (f *filling) positive() expr.Node {
	switch rapid.IntRange(0, 4).Draw(f.t, "positive") {
	case 0:
		return expr.Int(int64(rapid.IntRange(1, 5).Draw(f.t, "number")))
	case 1:
		return expr.Of(expr.Exp, f.tree())
	case 2:
		return expr.Sum(expr.Of(expr.Abs, f.tree()), expr.Int(1))
	case 3:
		return expr.Sum(expr.Power(f.tree(), expr.Int(2)), expr.Quotient(expr.Int(1), expr.Int(2)))
	}
	return expr.Of(expr.Sigmoid, f.tree())
}

// put puts in what the letters stand for.
func (f *filling) put(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Symbol:
			if _, declared := f.law.Scope.Domain(n); declared || len(n.Index) > 0 {
				return n
			}
			return f.letter(n)
		case *expr.Apply:
			if f.sums() {
				return f.member(n)
			}
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative,
			*expr.Series:
		}
		return n
	})
}

func (f *filling) letter(s *expr.Symbol) expr.Node {
	if is, known := f.letters[s.Name]; known {
		return is
	}
	var is expr.Node = s
	switch s.Name {
	case "u", "v", "w":
		is = f.tree()
	case "p", "q":
		is = f.positive()
	case "N":
		is = expr.Int(int64(rapid.IntRange(-3, 4).Draw(f.t, "whole number")))
	case "M":
		is = expr.Int(int64(rapid.IntRange(1, 5).Draw(f.t, "positive number")))
	case "R":
		is = expr.Quotient(expr.Int(int64(rapid.IntRange(1, 5).Draw(f.t, "numerator"))), expr.Int(int64(rapid.IntRange(2, 4).Draw(f.t, "denominator"))))
	}
	f.letters[s.Name] = is
	return is
}

// at are the letters that stand for the indices of a member until it is put in.
var at = []*expr.Symbol{expr.Slot("at1"), expr.Slot("at2")}

// member returns what f(k) stands for.
func (f *filling) member(n *expr.Apply) expr.Node {
	body, known := f.letters[n.Name+"()"]
	if !known {
		body = f.body(n.Name, at[:len(n.Args)])
		f.letters[n.Name+"()"] = body
	}
	for i, index := range n.Args {
		body = expr.Substitute(body, at[i], index)
	}
	return body
}

// body draws a member of a sum.
func (f *filling) body(name string, indices []*expr.Symbol) expr.Node {
	families := []string{"x", "u", "t"}
	if name == "f" || name == "g" {
		families = append(families, "w", "w")
	}
	if name != "p" {
		return f.product(families, indices)
	}
	member := func() expr.Node {
		return expr.Var(rapid.SampledFrom([]string{"x", "w"}).Draw(f.t, "family"), indices[0])
	}
	switch rapid.IntRange(0, 3).Draw(f.t, "positive member") {
	case 0:
		return expr.Var("u", indices[0])
	case 1:
		return expr.Of(expr.Exp, member())
	case 2:
		return expr.Sum(expr.Int(1), expr.Power(member(), expr.Int(2)))
	}
	return expr.Product(expr.Var("u", indices[0]), expr.Of(expr.Sigmoid, member()))
}

// product draws one to three factors, or a sum of two products.
func (f *filling) product(families []string, indices []*expr.Symbol) expr.Node {
	factors := []expr.Node{f.factor(families, indices[0])}
	for range rapid.SampledFrom([]int{0, 0, 1, 1, 2}).Draw(f.t, "factors") {
		factors = append(factors, f.factor(families, rapid.SampledFrom(indices).Draw(f.t, "index")))
	}
	if len(indices) > 1 {
		factors = append(factors, f.factor(families, indices[1]))
	}
	if len(factors) == 1 {
		return factors[0]
	}
	if rapid.IntRange(0, 3).Draw(f.t, "sum") == 0 {
		return expr.Sum(factors...)
	}
	return expr.Product(factors...)
}

func (f *filling) factor(families []string, index *expr.Symbol) expr.Node {
	member := expr.Var(rapid.SampledFrom(families).Draw(f.t, "family"), index)
	j := expr.Var(rapid.SampledFrom([]string{"i", "j"}).Draw(f.t, "free index"))
	switch rapid.IntRange(0, 11).Draw(f.t, "factor") {
	case 0:
		return index
	case 1:
		return expr.Sum(member, expr.Int(int64(rapid.IntRange(1, 3).Draw(f.t, "number"))))
	case 2:
		return expr.Power(member, expr.Int(int64(rapid.IntRange(2, 3).Draw(f.t, "exponent"))))
	case 3:
		return expr.Of(rapid.SampledFrom([]expr.Func{expr.Exp, expr.Abs, expr.Sign, expr.Sigmoid, expr.Sin}).Draw(f.t, "function"), member)
	case 4:
		return expr.Of(expr.Delta, index, j)
	case 5:
		return expr.Of(rapid.SampledFrom([]expr.Func{expr.Greater, expr.AtMost}).Draw(f.t, "comparison"), index, j)
	case 6:
		return expr.Of(expr.Max, member, expr.Int(0))
	case 7:
		return expr.Minus(member, expr.Var("x", j))
	}
	return member
}

// around does the same to both sides.
func (f *filling) around(a, b expr.Node) (expr.Node, expr.Node) {
	s := f.tree()
	if f.sums() {
		s = expr.Var("a")
	}
	switch rapid.IntRange(0, 7).Draw(f.t, "what is done") {
	case 0:
		return expr.Sum(a, s), expr.Sum(s, b)
	case 1:
		return expr.Product(s, a), expr.Product(b, s)
	case 2:
		return expr.Of(expr.Max, a, s), expr.Of(expr.Max, b, s)
	case 3:
		return expr.Of(expr.Abs, a), expr.Of(expr.Abs, b)
	case 4:
		return expr.Of(expr.Exp, a), expr.Of(expr.Exp, b)
	case 5:
		return expr.Quotient(s, a), expr.Quotient(s, b)
	case 6:
		return expr.Power(a, expr.Int(2)), expr.Power(b, expr.Int(2))
	}
	return expr.Minus(a, s), expr.Minus(b, s)
}
