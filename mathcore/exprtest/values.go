package exprtest

import (
	"math/big"
	"strings"

	"chainrule/mathcore/expr"
)

// Values computes expressions at a point by textbook series and difference quotients. It shares nothing with the packages
// that compute, prove and differentiate, so that their tests can compare with it. It is slow and makes small errors: of
// Prec bits about half can be trusted.
type Values struct {
	Prec uint
	// At holds the values of symbols by Key. A bound index stands in it while its sum is computed.
	At map[string]*big.Float
	// Free gives symbols a value that At lacks; the value is kept in At.
	Free func(s *expr.Symbol) *big.Float
	// Meaning returns parameters and body of a named function.
	Meaning func(name string) (params []*expr.Symbol, body expr.Node, ok bool)
	// Far is set when a value was out of reach: nothing is known of it then.
	Far bool

	ln2 *big.Float
}

// Of returns the value of n; ok is false where it has none, or none within reach.
func (v *Values) Of(n expr.Node) (x *big.Float, ok bool) {
	switch n := n.(type) {
	case *expr.Number:
		return v.float().SetRat(n.Value), true
	case *expr.Constant:
		if n.Name == expr.Pi {
			return v.piValue(), true
		}
		return v.exp(v.int(1))
	case *expr.Symbol:
		return v.symbol(n)
	case *expr.Neg:
		x, ok = v.Of(n.X)
		if !ok {
			return nil, false
		}
		return v.float().Neg(x), true
	case *expr.Add:
		sum := v.int(0)
		for _, t := range n.Terms {
			x, ok := v.Of(t)
			if !ok {
				return nil, false
			}
			sum.Add(sum, x)
		}
		return sum, true
	case *expr.Mul:
		product := v.int(1)
		for _, t := range n.Factors {
			x, ok := v.Of(t)
			if !ok {
				return nil, false
			}
			product.Mul(product, x)
		}
		return product, true
	case *expr.Div:
		return v.both(n.Num, n.Den, v.quo)
	case *expr.Pow:
		if k, ok := n.Base.(*expr.Constant); ok && k.Name == expr.E {
			return v.then(n.Exp, v.exp)
		}
		return v.both(n.Base, n.Exp, v.pow)
	case *expr.Call:
		return v.call(n)
	case *expr.Apply:
		return v.apply(n)
	case *expr.Derivative:
		return v.derivative(n)
	case *expr.Series:
		return v.series(n)
	}
	panic("exprtest: unknown node")
}

// Key names the symbol at the point: indices are replaced by their values, so that x_i is x[2] where i is 2.
func (v *Values) Key(s *expr.Symbol) (string, bool) {
	if len(s.Index) == 0 {
		return s.Name, true
	}
	var key strings.Builder
	key.WriteString(s.Name)
	for _, i := range s.Index {
		x, ok := v.Of(i)
		if !ok || !x.IsInt() {
			return "", false
		}
		key.WriteString("[" + x.Text('f', 0) + "]")
	}
	return key.String(), true
}

func (v *Values) symbol(s *expr.Symbol) (*big.Float, bool) {
	key, ok := v.Key(s)
	if !ok {
		return nil, false
	}
	if x, known := v.At[key]; known {
		return v.float().Set(x), true
	}
	if v.Free == nil {
		return nil, false
	}
	x := v.Free(s)
	if x == nil {
		return nil, false
	}
	v.At[key] = x
	return v.float().Set(x), true
}

// with runs do while the key has the value.
func (v *Values) with(key string, x *big.Float, do func() (*big.Float, bool)) (*big.Float, bool) {
	old, had := v.At[key]
	v.At[key] = x
	y, ok := do()
	if had {
		v.At[key] = old
	} else {
		delete(v.At, key)
	}
	return y, ok
}

func (v *Values) apply(n *expr.Apply) (*big.Float, bool) {
	params, body, ok := knownByName(n.Name)
	if !ok && v.Meaning == nil {
		return nil, false
	}
	if !ok {
		params, body, ok = v.Meaning(n.Name)
	}
	if !ok || len(params) != len(n.Args) || len(n.Index) > 0 {
		return nil, false
	}
	args := make([]*big.Float, len(n.Args))
	for i, a := range n.Args {
		if args[i], ok = v.Of(a); !ok {
			return nil, false
		}
	}
	return v.bind(params, args, func() (*big.Float, bool) { return v.slope(body, params[0].Name, n.Primes) })
}

// knownByName returns the function of one argument that stands with a prime, as in sigmoid'(z).
func knownByName(name string) (params []*expr.Symbol, body expr.Node, ok bool) {
	for _, f := range expr.Funcs() {
		if f.String() == name && f.Arity() == 1 {
			u := expr.Slot("u")
			return []*expr.Symbol{u}, expr.Of(f, u), true
		}
	}
	return nil, nil, false
}

func (v *Values) bind(params []*expr.Symbol, args []*big.Float, do func() (*big.Float, bool)) (*big.Float, bool) {
	if len(params) == 0 {
		return do()
	}
	return v.with(params[0].Name, args[0], func() (*big.Float, bool) { return v.bind(params[1:], args[1:], do) })
}

func (v *Values) derivative(n *expr.Derivative) (*big.Float, bool) {
	key, ok := v.Key(n.Var)
	if !ok {
		return nil, false
	}
	if _, ok := v.symbol(n.Var); !ok {
		return nil, false
	}
	return v.slope(n.Body, key, n.Order)
}

// slope differentiates by a symmetric difference quotient, order times. Where those to either side disagree there is no
// derivative.
func (v *Values) slope(n expr.Node, key string, order int) (*big.Float, bool) {
	if order == 0 {
		return v.Of(n)
	}
	step := v.float().SetMantExp(v.int(1), -int(v.Prec/4))
	at := v.float().Set(v.At[key])
	inside := func() (*big.Float, bool) { return v.slope(n, key, order-1) }
	right, ok := v.with(key, v.float().Add(at, step), inside)
	if !ok {
		return nil, false
	}
	left, ok := v.with(key, v.float().Sub(at, step), inside)
	if !ok {
		return nil, false
	}
	middle, ok := v.with(key, at, inside)
	if !ok {
		return nil, false
	}
	difference := v.float().Sub(right, left)
	bend := v.float().Sub(right, middle)
	bend.Sub(bend, v.float().Sub(middle, left))
	if v.kink(difference, bend, step) {
		return nil, false
	}
	return difference.Quo(difference, step.Add(step, step)), true
}

// kink reports whether the two slopes, of which the bend is the difference, differ by more than a curve makes them.
func (v *Values) kink(difference, bend, step *big.Float) bool {
	if difference.Sign() != 0 && difference.MantExp(nil) > -int(v.Prec/8) {
		return true // a jump, or as steep as one
	}
	if bend.Sign() == 0 {
		return false
	}
	size := step.MantExp(nil)
	if difference.Sign() != 0 {
		size = max(size, difference.MantExp(nil))
	}
	return bend.MantExp(nil) > size-int(v.Prec/8)
}

func (v *Values) series(n *expr.Series) (*big.Float, bool) {
	const most = 1000
	lo, okLo := v.Of(n.Lo)
	hi, okHi := v.Of(n.Hi)
	if !okLo || !okHi || !lo.IsInt() || !hi.IsInt() {
		return nil, false
	}
	from, _ := lo.Int64()
	to, _ := hi.Int64()
	if to-from > most {
		v.Far = true
		return nil, false
	}
	total := v.int(0)
	if n.Product {
		total = v.int(1)
	}
	for i := from; i <= to; i++ {
		x, ok := v.with(n.Index.Name, v.int(i), func() (*big.Float, bool) { return v.Of(n.Body) })
		if !ok {
			return nil, false
		}
		if n.Product {
			total.Mul(total, x)
		} else {
			total.Add(total, x)
		}
	}
	return total, true
}

func (v *Values) both(a, b expr.Node, do func(x, y *big.Float) (*big.Float, bool)) (*big.Float, bool) {
	x, ok := v.Of(a)
	if !ok {
		return nil, false
	}
	y, ok := v.Of(b)
	if !ok {
		return nil, false
	}
	return do(x, y)
}

func (v *Values) then(a expr.Node, do func(x *big.Float) (*big.Float, bool)) (*big.Float, bool) {
	x, ok := v.Of(a)
	if !ok {
		return nil, false
	}
	return do(x)
}
