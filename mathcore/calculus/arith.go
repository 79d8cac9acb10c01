package calculus

import (
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// longest bounds the bits of a number that Tidy computes.
const longest = 4096

// value returns the rational number that n spells: a number, a quotient of numbers, or the negation of either.
func value(n expr.Node) (*big.Rat, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value, true
	case *expr.Neg:
		if v, ok := value(n.X); ok {
			return new(big.Rat).Neg(v), true
		}
	case *expr.Div:
		num, ok := n.Num.(*expr.Number)
		den, also := n.Den.(*expr.Number)
		if ok && also && den.Value.Sign() != 0 {
			return new(big.Rat).Quo(num.Value, den.Value), true
		}
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

func is(n expr.Node, v int64) bool {
	r, ok := n.(*expr.Number)
	return ok && r.Value.IsInt() && r.Value.Num().IsInt64() && r.Value.Num().Int64() == v
}

func isZero(n expr.Node) bool { return is(n, 0) }

// number writes r in the manner of the numbers it comes from: with a point if one of them had one and r has an end.
func number(r *big.Rat, from ...expr.Node) expr.Node {
	if !r.IsInt() && slices.ContainsFunc(from, isDecimal) {
		if places, exact := r.FloatPrec(); exact && places < 30 {
			abs := new(big.Rat).Abs(r)
			n := &expr.Number{Text: abs.FloatString(places), Value: abs}
			if r.Sign() < 0 {
				return expr.Negative(n)
			}
			return n
		}
	}
	return expr.Rational(r)
}

func isDecimal(n expr.Node) bool {
	return expr.Contains(n, func(m expr.Node) bool {
		number, ok := m.(*expr.Number)
		return ok && strings.Contains(number.Text, ".")
	})
}

func small(r *big.Rat) bool { return r.Num().BitLen()+r.Denom().BitLen() < longest }

// add returns the sum of tidy terms: nested sums flattened, zeros dropped, numbers added up.
func add(terms []expr.Node) expr.Node {
	flat := make([]expr.Node, 0, len(terms))
	total, first := new(big.Rat), -1
	var numbers []expr.Node
	var take func(terms []expr.Node)
	take = func(terms []expr.Node) {
		for _, t := range terms {
			if nested, ok := t.(*expr.Add); ok {
				take(nested.Terms)
				continue
			}
			if v, ok := value(t); ok && small(v) && small(total) {
				if first < 0 && v.Sign() != 0 {
					first = len(flat)
				}
				total.Add(total, v)
				numbers = append(numbers, t)
				continue
			}
			flat = append(flat, t)
		}
	}
	take(terms)
	if total.Sign() != 0 {
		sum := number(total, numbers...)
		if len(numbers) == 1 {
			sum = numbers[0]
		}
		flat = slices.Insert(flat, max(first, 0), sum)
	}
	return expr.Sum(flat...)
}

// negate returns the negation of a tidy tree.
func negate(n expr.Node) expr.Node {
	if isZero(n) {
		return n
	}
	if neg, ok := n.(*expr.Neg); ok {
		return neg.X
	}
	return expr.Negative(n)
}

// A coefficient is the number in front of a product, with the spellings it comes from.
type coefficient struct {
	value   *big.Rat
	numbers []expr.Node
}

// multiply returns the product of tidy factors: nested products flattened, signs and numbers gathered in front, 1/a
// made a denominator.
func multiply(factors []expr.Node) expr.Node {
	c := coefficient{value: big.NewRat(1, 1)}
	rest, below := c.gather(factors, nil, nil)
	if c.value.Sign() == 0 {
		return expr.Int(0)
	}
	if len(below) > 0 {
		return divide(c.times(rest), expr.Product(below...))
	}
	return c.times(rest)
}

// gather takes numbers and signs out of factors and returns the others, and the denominators of those that are 1/a.
func (c *coefficient) gather(factors, rest, below []expr.Node) (others, denominators []expr.Node) {
	for _, f := range factors {
		if v, ok := value(f); ok && small(v) && small(c.value) {
			c.value.Mul(c.value, v)
			c.numbers = append(c.numbers, f)
			continue
		}
		switch n := f.(type) {
		case *expr.Neg:
			c.value.Neg(c.value)
			rest, below = c.gather([]expr.Node{n.X}, rest, below)
			continue
		case *expr.Mul:
			rest, below = c.gather(n.Factors, rest, below)
			continue
		case *expr.Div:
			if is(n.Num, 1) {
				below = append(below, n.Den)
				continue
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
			*expr.Series:
		}
		rest = append(rest, f)
	}
	return rest, below
}

// times returns the coefficient times the factors.
func (c *coefficient) times(factors []expr.Node) expr.Node {
	size := new(big.Rat).Abs(c.value)
	if size.Cmp(big.NewRat(1, 1)) != 0 || len(factors) == 0 {
		front := number(size, c.numbers...)
		if len(c.numbers) == 1 {
			front = unsigned(c.numbers[0])
		}
		factors = append([]expr.Node{front}, factors...)
	}
	product := expr.Product(factors...)
	if c.value.Sign() < 0 {
		return negate(product)
	}
	return product
}

func unsigned(n expr.Node) expr.Node {
	if neg, ok := n.(*expr.Neg); ok {
		return unsigned(neg.X)
	}
	return n
}

// split takes the number in front of a tidy tree off it.
func split(n expr.Node) (c coefficient, rest []expr.Node) {
	c.value = big.NewRat(1, 1)
	switch n := n.(type) {
	case *expr.Mul:
		if v, ok := value(n.Factors[0]); ok {
			c.value, c.numbers = v, n.Factors[:1]
			return c, n.Factors[1:]
		}
		return c, n.Factors
	case *expr.Number, *expr.Div:
		if v, ok := value(n); ok {
			c.value, c.numbers = v, []expr.Node{n}
			return c, nil
		}
	case *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return c, []expr.Node{n}
}

// divide returns the quotient of tidy trees: signs in front, numbers reduced.
func divide(num, den expr.Node) expr.Node {
	switch {
	case is(den, 1):
		return num
	case isZero(num) && !isZero(den):
		return num
	}
	if neg, ok := num.(*expr.Neg); ok {
		return negate(divide(neg.X, den))
	}
	if neg, ok := den.(*expr.Neg); ok {
		return negate(divide(num, neg.X))
	}
	if expr.Equal(num, den) && !isZero(den) {
		return expr.Int(1)
	}
	above, top := split(num)
	under, bottom := split(den)
	one := big.NewRat(1, 1)
	if under.value.Sign() == 0 || under.value.Cmp(one) == 0 || !small(above.value) || !small(under.value) {
		return expr.Quotient(num, den)
	}
	ratio := new(big.Rat).Quo(above.value, under.value)
	if reduced := above.value.IsInt() && under.value.IsInt() && ratio.Denom().Cmp(under.value.Num()) == 0; reduced {
		return expr.Quotient(num, den)
	}
	spelt := append(slices.Clone(above.numbers), under.numbers...)
	if len(bottom) == 0 && slices.ContainsFunc(spelt, isDecimal) {
		c := coefficient{ratio, []expr.Node{number(ratio, spelt...)}}
		return c.times(top)
	}
	up := coefficient{value: new(big.Rat).SetInt(ratio.Num())}
	low := coefficient{value: new(big.Rat).SetInt(ratio.Denom())}
	if below := low.times(bottom); !is(below, 1) {
		return expr.Quotient(up.times(top), below)
	}
	return up.times(top)
}

// power returns a power of tidy trees.
func power(base, exp expr.Node) expr.Node {
	switch {
	case is(exp, 1):
		return base
	case isZero(exp) && !isZero(base), is(base, 1):
		return expr.Int(1)
	}
	return expr.Power(base, exp)
}

// call applies a function to tidy arguments; the values at 0 and 1 that everybody knows are put in.
func call(f expr.Func, args ...expr.Node) expr.Node {
	x := args[0]
	switch {
	case f == expr.Ln && is(x, 1), (f == expr.Sqrt || f == expr.Abs || f == expr.Sign) && is(x, 0):
		return expr.Int(0)
	case f == expr.Exp && is(x, 0), (f == expr.Sqrt || f == expr.Abs || f == expr.Sign) && is(x, 1):
		return expr.Int(1)
	case f == expr.Sign:
		if neg, ok := x.(*expr.Neg); ok {
			return negate(call(f, neg.X))
		}
	case f == expr.Delta:
		return delta(args[0], args[1])
	}
	return expr.Of(f, args...)
}

// delta returns the Kronecker delta of two indices, and its value where they are plainly equal or different.
func delta(a, b expr.Node) expr.Node {
	switch {
	case expr.Equal(a, b):
		return expr.Int(1)
	case apart(a, b):
		return expr.Int(0)
	}
	return expr.Of(expr.Delta, a, b)
}

// series returns a sum; one of zeros is 0.
func series(index *expr.Symbol, lo, hi, body expr.Node) expr.Node {
	if isZero(body) {
		return body
	}
	return &expr.Series{Index: index, Lo: lo, Hi: hi, Body: body}
}
