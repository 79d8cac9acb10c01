package judge_test

import (
	"hash/fnv"
	"math/big"
	"math/rand/v2"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/scope"
)

// draw returns the values of a random point of the domain on which the side conditions hold.
func (c comparison) draw(seed uint64, bits uint) (*exprtest.Values, bool) {
	h := fnv.New64()
	h.Write([]byte(c.learner + c.expected))
	random := rand.New(rand.NewPCG(h.Sum64(), seed))
	v := newValues(c.scope, bits)
	joints := seed%3 == 2 && c.depth <= 1
	v.Free = func(s *expr.Symbol) *big.Float {
		d, _ := c.scope.Domain(c.meaning.written(s))
		if joints {
			if x := drawJoint(random, d, v); x != nil {
				return x
			}
		}
		return drawValue(random, d, bits, c.depth == 0)
	}
	bounds, indices := counters(c.a, c.b)
	least := seed%7 == 6 // some sums have a value there alone
	for i, s := range indices {
		at := c.meaning.first + int(seed)*(i+1)%3 // sometimes all the same
		if least {
			at = c.meaning.first
		}
		v.At[s.Name] = new(big.Float).SetPrec(bits).SetInt64(int64(at))
	}
	for i, s := range bounds { // never below an index
		end := big.NewRat(int64(2+c.meaning.first+(int(seed)+i)%2), 1)
		if least {
			end.SetInt64(int64(c.meaning.first))
		}
		if d, _ := c.scope.Domain(s); d.Finite() {
			end = d.Set[(int(seed)+i)%len(d.Set)]
		} else {
			for range 20 {
				if !d.Contains(end) {
					end = new(big.Rat).Add(end, big.NewRat(1, 1))
				}
			}
		}
		v.At[s.Name] = new(big.Float).SetPrec(bits).SetRat(end)
	}
	return v, satisfy(v, c.scope) && settle(v, c.scope)
}

// settle gives the letters that are defined by others the values they have then. They are left where a formula
// differentiates by one of them.
func settle(v *exprtest.Values, sc *scope.Scope) bool {
	for _, d := range sc.Definitions() {
		if len(d.Params) > 0 || len(d.Index) > 0 || d.Body == nil {
			continue
		}
		body, ok := sc.Unfold(d.Body)
		if !ok {
			return false
		}
		if x, ok := v.Of(body); ok {
			v.At[d.Name] = x
		}
	}
	return true
}

func newValues(sc *scope.Scope, bits uint) *exprtest.Values {
	return &exprtest.Values{
		Prec: bits, At: map[string]*big.Float{},
		Meaning: func(name string) ([]*expr.Symbol, expr.Node, bool) {
			if d, ok := sc.Function(name); ok && d.Body != nil {
				body, _ := sc.Unfold(d.Body)
				return d.Params, body, true
			}
			return exampleFunction(name)
		},
	}
}

// exampleFunction gives unknown functions a meaning: smooth, without symmetry, positive.
func exampleFunction(name string) ([]*expr.Symbol, expr.Node, bool) {
	t := expr.Var("t")
	for _, f := range expr.Funcs() { // the σ of σ'(x)
		if f.String() == name && f.Arity() == 1 {
			return []*expr.Symbol{t}, expr.Of(f, t), true
		}
	}
	shift := expr.Int(int64(len(name)) + int64(name[0])%7)
	return []*expr.Symbol{t}, expr.Sum(
		expr.Of(expr.Exp, expr.Of(expr.Sin, expr.Sum(t, shift))), expr.Of(expr.Softplus, expr.Product(shift, t))), true
}

// counters returns the letters in bounds of sums and those that stand as indices.
func counters(trees ...expr.Node) (bounds, indices []*expr.Symbol) {
	for _, n := range trees {
		expr.Walk(n, func(n expr.Node) bool {
			switch n := n.(type) {
			case *expr.Series:
				bounds = append(append(bounds, expr.Symbols(n.Lo)...), expr.Symbols(n.Hi)...)
			case *expr.Symbol:
				for _, i := range n.Index {
					indices = append(indices, expr.Symbols(i)...)
				}
			case *expr.Call:
				if n.Func == expr.Delta && len(n.Args) == 2 {
					for _, i := range n.Args {
						if s, ok := i.(*expr.Symbol); ok && len(s.Index) == 0 && s.Name >= "i" && s.Name <= "n" {
							indices = append(indices, s)
						}
					}
				}
			case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
				*expr.Derivative:
			}
			return true
		})
	}
	return bounds, indices
}

// drawValue draws from the domain, mostly small numbers, sometimes large ones if those are wanted.
func drawValue(random *rand.Rand, d scope.Domain, bits uint, large bool) *big.Float {
	if d.Finite() {
		return new(big.Float).SetPrec(bits).SetRat(d.Set[random.IntN(len(d.Set))])
	}
	scale := []float64{1, 3, 3, 8, 60}[random.IntN(5)]
	if !large {
		scale = min(scale, 3)
	}
	for range 1000 {
		x := (2*random.Float64() - 1) * scale
		switch {
		case d.Lo != nil && d.Hi != nil:
			lo, _ := d.Lo.Float64()
			hi, _ := d.Hi.Float64()
			x = lo + random.Float64()*(hi-lo)
		case d.Lo != nil:
			lo, _ := d.Lo.Float64()
			x = lo + random.Float64()*scale
		case d.Hi != nil:
			hi, _ := d.Hi.Float64()
			x = hi - random.Float64()*scale
		}
		r := new(big.Rat).SetFloat64(x)
		if d.Whole {
			r = new(big.Rat).SetInt64(int64(x))
		}
		if d.Contains(r) {
			return new(big.Float).SetPrec(bits).SetRat(r)
		}
	}
	return nil
}

// drawJoint draws one of the numbers at which formulas change their nature, π/2 among them; nil if the domain holds none.
func drawJoint(random *rand.Rand, d scope.Domain, v *exprtest.Values) *big.Float {
	if d.Lo == nil && d.Hi == nil && !d.Finite() && !d.Whole && random.IntN(10) == 0 {
		x, _ := v.Of(expr.Quotient(&expr.Constant{Name: expr.Pi}, expr.Int(2)))
		return x
	}
	var all []*big.Rat
	for _, text := range []string{"0", "1", "-1", "2", "-2", "1/2", "-1/2", "1/3", "3"} {
		if r, _ := new(big.Rat).SetString(text); d.Contains(r) {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return nil
	}
	return new(big.Float).SetPrec(v.Prec).SetRat(all[random.IntN(len(all))])
}

// satisfy changes one symbol of each side condition, which must be linear in it, so that the condition holds.
func satisfy(v *exprtest.Values, sc *scope.Scope) bool {
	for _, c := range sc.Conditions() {
		difference := expr.Minus(c.Left, c.Right)
		if _, ok := v.Of(difference); !ok {
			return false
		}
		s := expr.Symbols(difference)[0]
		key, _ := v.Key(s)
		at := func(x int64) *big.Float {
			v.At[key] = new(big.Float).SetPrec(v.Prec).SetInt64(x)
			d, _ := v.Of(difference)
			return d
		}
		f0, f1 := at(0), at(1)
		slope := new(big.Float).Sub(f1, f0)
		v.At[key] = new(big.Float).Neg(new(big.Float).Quo(f0, slope))
		d, _ := sc.Domain(s)
		if r, _ := v.At[key].Rat(nil); !d.Contains(r) {
			return false
		}
	}
	return true
}
