// Package exprtest draws random trees for the tests of the other packages, and reads tables of steps.
//
// It draws and shrinks trees; it checks nothing itself.
package exprtest

import (
	"slices"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
)

// Options say what a random tree is made of. The zero Options give sums, products, quotients and whole powers of
// numbers and the symbol x, three levels deep.
type Options struct {
	Depth       int            // levels below the top; 3 if it is 0
	Symbols     []*expr.Symbol // x alone if there is none
	Funcs       []expr.Func    // known functions to apply
	Names       []string       // functions without definition to apply to one argument
	Powers      bool           // any power u^v, not only whole ones
	Constants   bool           // e and pi
	Decimals    bool           // numbers with a point
	Series      bool           // sums over an index, with bodies that use it
	Derivatives bool           // derivative operators and primes
}

// Everything draws all kinds of nodes. Families hold indexed symbols too.
var Everything = Options{
	Depth:   4,
	Symbols: []*expr.Symbol{X, Y, Theta(expr.Int(1)), Theta(expr.Var("j")), expr.Var("yhat"), expr.Var("x", expr.Var("i"), expr.Var("j"))},
	Funcs:   expr.Funcs(), Names: []string{"f", "h"},
	Powers: true, Constants: true, Decimals: true, Series: true, Derivatives: true,
}

// Smooth draws trees of one symbol x that have a derivative almost everywhere, as lessons use them.
var Smooth = Options{
	Funcs: []expr.Func{
		expr.Exp, expr.Ln, expr.Log2, expr.Log10, expr.Sqrt, expr.Sigmoid, expr.Softplus, expr.Logit, expr.Sin, expr.Cos,
		expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan, expr.Sinh, expr.Cosh, expr.Tanh,
		expr.Asinh, expr.Acosh, expr.Atanh, expr.Abs, expr.Cbrt, expr.Max, expr.Min,
		expr.Sech, expr.Csch, expr.Coth, expr.Asec, expr.Acsc, expr.Acot, expr.Asech, expr.Acsch, expr.Acoth,
		expr.Erf, expr.Erfc, expr.Log1p, expr.Expm1, expr.Exp2, expr.Square, expr.Relu, expr.LeakyRelu, expr.Elu,
		expr.Silu, expr.Gelu, expr.Clip, expr.Sinc, expr.SincPi, expr.Step, expr.Where,
	},
	Powers: true, Constants: true, Decimals: true,
}

// X is the symbol x.
var X = expr.Var("x")

// Y is the symbol y.
var Y = expr.Var("y")

// Theta returns the symbol θ with an index.
func Theta(index expr.Node) *expr.Symbol { return expr.Var("theta", index) }

// Tree returns a generator of trees.
func (o Options) Tree() *rapid.Generator[expr.Node] {
	if o.Depth == 0 {
		o.Depth = 3
	}
	if len(o.Symbols) == 0 {
		o.Symbols = []*expr.Symbol{X}
	}
	return rapid.Custom(func(t *rapid.T) expr.Node { return o.draw(t, o.Depth) })
}

func (o Options) draw(t *rapid.T, depth int) expr.Node {
	if depth <= 0 {
		return o.leaf(t)
	}
	kinds := o.kinds()
	return kinds[rapid.IntRange(0, len(kinds)-1).Draw(t, "kind")](t, depth-1)
}

type maker func(t *rapid.T, depth int) expr.Node

func (o Options) kinds() []maker {
	kinds := []maker{
		func(t *rapid.T, _ int) expr.Node { return o.leaf(t) },
		func(t *rapid.T, depth int) expr.Node { return expr.Sum(o.several(t, depth)...) },
		func(t *rapid.T, depth int) expr.Node { return expr.Product(o.several(t, depth)...) },
		func(t *rapid.T, depth int) expr.Node { return expr.Minus(o.draw(t, depth), o.draw(t, depth)) },
		func(t *rapid.T, depth int) expr.Node { return expr.Quotient(o.draw(t, depth), o.draw(t, depth)) },
		func(t *rapid.T, depth int) expr.Node { return expr.Negative(o.draw(t, depth)) },
		o.power,
	}
	if len(o.Funcs) > 0 {
		kinds = append(kinds, o.call, o.call)
	}
	if len(o.Names) > 0 {
		kinds = append(kinds, o.apply)
	}
	if o.Series {
		kinds = append(kinds, o.series)
	}
	if o.Derivatives {
		kinds = append(kinds, o.derivative)
	}
	return kinds
}

func (o Options) leaf(t *rapid.T) expr.Node {
	switch rapid.IntRange(0, 5).Draw(t, "leaf") {
	case 0:
		return expr.Int(int64(rapid.IntRange(0, 12).Draw(t, "number")))
	case 1:
		if o.Decimals {
			return Number(rapid.SampledFrom([]string{"0.5", ".25", "2.0", "0.1", "1.75"}).Draw(t, "decimal"))
		}
	case 2:
		if o.Constants {
			return &expr.Constant{Name: rapid.SampledFrom([]expr.Const{expr.E, expr.Pi}).Draw(t, "constant")}
		}
	}
	return rapid.SampledFrom(o.Symbols).Draw(t, "symbol")
}

func (o Options) several(t *rapid.T, depth int) []expr.Node {
	parts := make([]expr.Node, rapid.IntRange(2, 3).Draw(t, "parts"))
	for i := range parts {
		parts[i] = o.draw(t, depth)
	}
	return parts
}

func (o Options) power(t *rapid.T, depth int) expr.Node {
	base := o.draw(t, depth)
	if o.Powers && rapid.Bool().Draw(t, "any power") {
		return expr.Power(base, o.draw(t, depth))
	}
	return expr.Power(base, expr.Int(int64(rapid.IntRange(-3, 4).Draw(t, "exponent"))))
}

func (o Options) call(t *rapid.T, depth int) expr.Node {
	f := rapid.SampledFrom(o.Funcs).Draw(t, "function")
	arity := f.Arity()
	if arity == expr.Variadic {
		arity = rapid.IntRange(1, 3).Draw(t, "arguments")
	}
	args := make([]expr.Node, arity)
	for i := range args {
		args[i] = o.draw(t, depth)
	}
	if f == expr.Where {
		compare := rapid.SampledFrom([]expr.Func{expr.Greater, expr.AtLeast, expr.Less, expr.AtMost}).Draw(t, "comparison")
		args[0] = expr.Of(compare, o.draw(t, depth), o.draw(t, depth))
	}
	if f == expr.Delta {
		letters := []expr.Node{expr.Var("i"), expr.Var("j"), expr.Int(1), expr.Int(2)}
		return expr.Of(f, rapid.SampledFrom(letters).Draw(t, "index"), rapid.SampledFrom(letters).Draw(t, "index"))
	}
	if f == expr.LogBase {
		args[0] = rapid.SampledFrom([]expr.Node{expr.Int(3), expr.Var("b"), expr.Sum(expr.Var("b"), expr.Int(1))}).Draw(t, "base")
	}
	return expr.Of(f, args...)
}

func (o Options) apply(t *rapid.T, depth int) expr.Node {
	primes := 0
	if o.Derivatives {
		primes = rapid.IntRange(0, 2).Draw(t, "primes")
	}
	name := rapid.SampledFrom(o.Names).Draw(t, "name")
	return &expr.Apply{Name: name, Primes: primes, Args: []expr.Node{o.draw(t, depth)}}
}

func (o Options) series(t *rapid.T, depth int) expr.Node {
	index := expr.Var(rapid.SampledFrom([]string{"i", "k"}).Draw(t, "index"))
	inside := o
	inside.Symbols = append(slices.Clone(o.Symbols), expr.Var("x", index))
	inside.Series = false
	hi := rapid.SampledFrom([]expr.Node{expr.Int(3), expr.Var("m")}).Draw(t, "bound")
	product := rapid.IntRange(0, 2).Draw(t, "product") == 0
	return &expr.Series{Index: index, Lo: expr.Int(1), Hi: hi, Body: inside.draw(t, depth), Product: product}
}

func (o Options) derivative(t *rapid.T, depth int) expr.Node {
	by := rapid.SampledFrom(o.Symbols).Draw(t, "by")
	order := rapid.SampledFrom([]int{1, 1, 1, 2}).Draw(t, "order")
	return &expr.Derivative{Var: by, Body: o.draw(t, depth), Order: order}
}
