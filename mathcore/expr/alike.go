package expr

import (
	"math/big"
)

// Alike reports whether a and b say the same in other notation: up to the order of terms and factors, the names of
// summation indices, where the sign of a product stands, and spellings such as exp(x) for e^x, 0.5 for 1/2, g'(x) for
// d/dx g(x). It applies no law of algebra beyond these: 2x + 3x is not alike 5x.
func Alike(a, b Node) bool { return a == b || Equal(Sorted(Plain(a)), Sorted(Plain(b))) }

// Plain returns n in one spelling of many; see Alike for which spellings it makes the same.
func Plain(n Node) Node {
	return Map(n, func(n Node) Node {
		switch n := n.(type) {
		case *Mul:
			return plainProduct(n)
		case *Div:
			return plainQuotient(n)
		case *Call:
			return plainCall(n)
		case *Derivative:
			return plainDerivative(n)
		case *Series:
			return plainSeries(n)
		case *Number, *Constant, *Symbol, *Neg, *Add, *Pow, *Apply:
		}
		return n
	})
}

// plainProduct pulls the sign of the only negative factor out in front; with two of them there is something to work out.
func plainProduct(n *Mul) Node {
	negative := -1
	for i, f := range n.Factors {
		if _, ok := f.(*Neg); !ok {
			continue
		}
		if negative >= 0 {
			return n
		}
		negative = i
	}
	if negative < 0 {
		return n
	}
	factors := append([]Node(nil), n.Factors...)
	factors[negative] = factors[negative].(*Neg).X
	return &Neg{X: &Mul{n.Span, factors}}
}

// plainQuotient pulls the only sign out in front and reads a quotient of numbers as one number.
func plainQuotient(n *Div) Node {
	num, minusNum := unsigned(n.Num)
	den, minusDen := unsigned(n.Den)
	if minusNum && minusDen {
		return n
	}
	quotient := Node(&Div{n.Span, num, den})
	p, okP := num.(*Number)
	q, okQ := den.(*Number)
	switch {
	case okP && okQ && q.Value.Sign() != 0:
		value := new(big.Rat).Quo(p.Value, q.Value)
		quotient = &Number{Text: value.RatString(), Value: value}
	case !minusNum && !minusDen:
		return n
	}
	if minusNum || minusDen {
		return &Neg{X: quotient}
	}
	return quotient
}

func unsigned(n Node) (Node, bool) {
	if neg, ok := n.(*Neg); ok {
		return neg.X, true
	}
	return n, false
}

func plainCall(n *Call) Node {
	switch {
	case n.Func == Exp:
		return &Pow{n.Span, &Constant{Name: E}, n.Args[0]}
	case n.Func == Max || n.Func == Min:
		return &Call{n.Span, n.Func, sortParts(n.Args, func(m Node) []Node {
			if c, ok := m.(*Call); ok && c.Func == n.Func {
				return c.Args
			}
			return nil
		})}
	case n.Func == LogBase && isWhole(n.Args[0], 2):
		return &Call{n.Span, Log2, n.Args[1:]}
	case n.Func == LogBase && isWhole(n.Args[0], 10):
		return &Call{n.Span, Log10, n.Args[1:]}
	}
	return n
}

func isWhole(n Node, value int64) bool {
	number, ok := n.(*Number)
	return ok && number.Value.Cmp(big.NewRat(value, 1)) == 0
}

// plainDerivative writes d/dx f(x) as f'(x).
func plainDerivative(n *Derivative) Node {
	f, ok := n.Body.(*Apply)
	if !ok || len(f.Args) != 1 || !Equal(f.Args[0], n.Var) {
		return n
	}
	return &Apply{n.Span, f.Name, f.Index, f.Primes + n.Order, f.Args}
}

// plainSeries gives the index a name that only tells how many sums stand inside.
func plainSeries(n *Series) Node {
	inside := 0
	Walk(n.Body, func(n Node) bool {
		if _, ok := n.(*Series); ok {
			inside++
		}
		return true
	})
	index := boundNumber(inside)
	return &Series{n.Span, index, n.Lo, n.Hi, Substitute(n.Body, n.Index, index), n.Product}
}
