package eval_test

import (
	"math/big"
	"strconv"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// loss is the cross entropy of σ(w x + b) against t, summed over three rows of data, with its penalty.
func loss() expr.Node {
	i, w, b := expr.Var("i"), expr.Var("w"), expr.Var("b")
	z := expr.Sum(expr.Product(w, expr.Var("x", i)), b)
	t, p := expr.Var("t", i), expr.Of(expr.Sigmoid, z)
	one := expr.Int(1)
	row := expr.Sum(expr.Product(t, expr.Of(expr.Ln, p)),
		expr.Product(expr.Minus(one, t), expr.Of(expr.Ln, expr.Minus(one, p))))
	return expr.Minus(expr.Quotient(expr.Power(w, expr.Int(2)), expr.Int(2)), sumOf(one, expr.Int(3), row))
}

func nested() expr.Node {
	n := expr.Node(x)
	for k := range int64(4) {
		u := expr.Of(expr.Sin, expr.Sum(n, expr.Int(k)))
		n = expr.Sum(expr.Power(expr.Of(expr.Sqrt, expr.Sum(expr.Int(1), expr.Power(u, expr.Int(2)))), num("2/3")),
			expr.Of(expr.Atan, expr.Quotient(u, expr.Of(expr.Cosh, n))))
	}
	return n
}

var benches = []struct {
	name string
	n    expr.Node
}{
	{"short", logistic()},
	{"textbook", loss()},
	{"nasty", nested()},
}

func boxFor(vars []*expr.Symbol) (at []*big.Rat, box []eval.Interval) {
	for k := range vars {
		r := big.NewRat(int64(2*k+3), 10)
		at, box = append(at, r), append(box, eval.Around(r))
	}
	return at, box
}

func BenchmarkCompileAndEncloseThrice(b *testing.B) {
	for _, c := range benches {
		n, _ := eval.Unroll(c.n)
		vars := expr.Symbols(n)
		_, box := boxFor(vars)
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p, _ := eval.Compile(n, vars)
				for range 3 {
					p.Enclose(box)
				}
			}
		})
	}
}

func BenchmarkFloat(b *testing.B) {
	p := compile(b, logistic(), x)
	at := []float64{0.3}
	for b.Loop() {
		p.Float(at)
	}
}

func BenchmarkEncloseBig(b *testing.B) {
	for _, c := range benches {
		n, _ := eval.Unroll(c.n)
		vars := expr.Symbols(n)
		at, _ := boxFor(vars)
		p := compile(b, n, vars...)
		for _, bits := range []uint{128, 512, 2048} {
			b.Run(c.name+"/"+strconv.Itoa(int(bits)), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					p.EncloseBig(at, bits)
				}
			})
		}
	}
}

func BenchmarkFunctions(b *testing.B) {
	at := []*big.Rat{big.NewRat(7, 10)}
	for _, f := range []expr.Func{expr.Exp, expr.Ln, expr.Sqrt, expr.Sin, expr.Atan, expr.Asinh, expr.Cbrt} {
		p := compile(b, expr.Of(f, x), x)
		for _, bits := range []uint{128, 2048} {
			b.Run(f.String()+"/"+strconv.Itoa(int(bits)), func(b *testing.B) {
				for b.Loop() {
					p.EncloseBig(at, bits)
				}
			})
		}
	}
}
