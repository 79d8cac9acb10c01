package algebra_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/typeset"
)

// number draws an expression of an algebraic number: whole numbers, roots, cosines of rational parts of a turn.
func number(t *rapid.T, depth int) expr.Node {
	small := rapid.Int64Range(1, 7)
	if depth == 0 {
		return expr.Int(small.Draw(t, "number"))
	}
	part := func() expr.Node { return number(t, depth-1) }
	switch rapid.IntRange(0, 7).Draw(t, "kind") {
	case 0, 1:
		return expr.Of(expr.Sqrt, part())
	case 2:
		return expr.Of(expr.Cbrt, part())
	case 3:
		angle := expr.Product(expr.Rational(big.NewRat(small.Draw(t, "turns"), small.Draw(t, "parts"))), &expr.Constant{Name: expr.Pi})
		return expr.Of(rapid.SampledFrom([]expr.Func{expr.Cos, expr.Sin}).Draw(t, "function"), angle)
	case 4:
		return expr.Sum(part(), part())
	case 5:
		return expr.Minus(part(), part())
	case 6:
		return expr.Product(part(), part())
	}
	return expr.Quotient(part(), part())
}

// sameNumber draws a number and a rewritten form of it, or one a little apart.
func sameNumber(t *rapid.T) (a, b expr.Node) {
	a = number(t, rapid.IntRange(1, 3).Draw(t, "depth"))
	square := expr.Power(a, expr.Int(2))
	switch rapid.IntRange(0, 4).Draw(t, "pair") {
	case 0:
		return expr.Of(expr.Abs, a), expr.Of(expr.Sqrt, square)
	case 1:
		n := expr.Int(rapid.Int64Range(-3, 3).Draw(t, "n"))
		return expr.Product(expr.Sum(a, n), expr.Minus(a, n)), expr.Minus(square, expr.Power(n, expr.Int(2)))
	case 2: // a conjugate pair, tiny to a high power
		tiny := expr.Power(expr.Minus(expr.Of(expr.Sqrt, expr.Int(2)), expr.Int(1)), expr.Int(rapid.Int64Range(1, 60).Draw(t, "power")))
		return expr.Sum(a, tiny), a
	case 3:
		c := number(t, 2)
		return expr.Quotient(expr.Sum(a, c), expr.Sum(c, expr.Int(1))), expr.Sum(expr.Int(1), expr.Quotient(expr.Minus(a, expr.Int(1)), expr.Sum(c, expr.Int(1))))
	}
	return a, number(t, 2)
}

func provedNumbersAgree(t *rapid.T) {
	a, b := sameNumber(t)
	if algebra.Equal(a, b, nil) != algebra.Proved {
		return
	}
	v := exprtest.Values{Prec: 4096, At: map[string]*big.Float{}}
	l, okL := v.Of(a)
	r, okR := v.Of(b)
	if !okL || !okR {
		return
	}
	if d := new(big.Float).Sub(l, r); d.Sign() != 0 && d.MantExp(nil) > -3000 && max(l.MantExp(nil), r.MantExp(nil)) < 500 {
		t.Fatalf("proved, yet %.15g and %.15g: %s | %s", l, r, typeset.Line(a), typeset.Line(b))
	}
}

// TestProvedNumbersAgree fails when two numbers are proved equal whose digits differ.
func TestProvedNumbersAgree(t *testing.T) { rapid.Check(t, provedNumbersAgree) }

func FuzzProvedNumbersAgree(f *testing.F) { f.Fuzz(rapid.MakeFuzz(provedNumbersAgree)) }
