package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// A coefficient is the number in front of a product, with the spellings it comes from.
type coefficient struct {
	value   rat.Rat
	numbers []expr.Node
}

// multiply returns the product of tidy factors: nested products flattened, signs and numbers gathered in front, 1/a
// made a denominator.
func multiply(factors []expr.Node) expr.Node {
	c := coefficient{value: rat.Int(1)}
	rest, below := c.gather(factors, nil, nil)
	rest = mergePowers(rest)
	if c.value.IsZero() {
		return whole(0)
	}
	if len(below) == 0 {
		return c.times(rest)
	}
	last := len(rest) - 1
	if last < 0 || !isSeries(rest[last]) {
		return divide(c.times(rest), multiply(below))
	}
	front := divide(c.times(rest[:last]), multiply(below)) // 1/m Σ … reads better than Σ …/m
	if neg, ok := front.(*expr.Neg); ok {
		return negate(expr.Product(append(unfold(neg.X), rest[last])...))
	}
	return expr.Product(append(unfold(front), rest[last])...)
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// unfold returns the factors of a product in a slice of its own, none for 1.
func unfold(n expr.Node) []expr.Node {
	if is(n, 1) {
		return nil
	}
	return slices.Clone(factorsOf(n))
}

// gather takes numbers and signs out of factors and returns the others, and the denominators of those that are 1/a.
func (c *coefficient) gather(factors, rest, below []expr.Node) (others, denominators []expr.Node) {
	for _, f := range factors {
		if v, ok := value(f); ok && small(v) && small(c.value) {
			c.value = c.value.Mul(v)
			c.numbers = append(c.numbers, f)
			continue
		}
		switch n := f.(type) {
		case *expr.Neg:
			c.value = c.value.Neg()
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
	size := c.value.Abs()
	if !size.IsOne() || len(factors) == 0 {
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

// over returns the coefficient, which was divided by, times tidy factors: 2/e for 2 times 1/e.
func (c *coefficient) over(factors []expr.Node) expr.Node {
	product := c.times(factors)
	if len(factors) == 0 || !slices.ContainsFunc(factors, isReciprocal) {
		return product
	}
	return multiply(factorsOf(product))
}

func isReciprocal(n expr.Node) bool {
	quotient, ok := n.(*expr.Div)
	return ok && is(quotient.Num, 1)
}

func unsigned(n expr.Node) expr.Node {
	if neg, ok := n.(*expr.Neg); ok {
		return unsigned(neg.X)
	}
	return n
}

// split takes the number in front of a tidy tree off it.
func split(n expr.Node) (c coefficient, rest []expr.Node) {
	c.value = rat.Int(1)
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
