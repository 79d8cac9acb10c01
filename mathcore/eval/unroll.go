package eval

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
)

// unrollLimit bounds the nodes that the sums of one expression are written out to.
const unrollLimit = 100_000

// Unroll returns n with every sum or product of constant bounds written out, and indices such as 1+1 computed. It
// reports false if one has other bounds, or if the result would be too large; n is returned as it was then.
func Unroll(n expr.Node) (expr.Node, bool) {
	left := unrollLimit
	if flat, ok := unroll(n, &left); ok {
		return flat, true
	}
	return n, false
}

func unroll(n expr.Node, left *int) (expr.Node, bool) {
	switch n := n.(type) {
	case *expr.Series:
		parts, ok := terms(n, left, nil)
		if !ok {
			return nil, false
		}
		flat := make([]expr.Node, len(parts))
		for i, p := range parts {
			if flat[i], ok = unroll(p, left); !ok {
				return nil, false
			}
		}
		if n.Product {
			return expr.Product(flat...), true
		}
		return expr.Sum(flat...), true
	case *expr.Symbol:
		return plainIndices(n, nil), true
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative:
	}
	ok := true
	unrolled := expr.MapChildren(n, func(_ int, p expr.Node) expr.Node {
		if !ok {
			return p
		}
		q, fits := unroll(p, left)
		if ok = fits; !ok {
			return p
		}
		return q
	})
	return unrolled, ok
}

// unitsOfTerm is what a term of a sum costs beside its nodes.
const unitsOfTerm = 16

// terms writes out the outermost sum of n: its body once for each value of the index.
func terms(n *expr.Series, left *int, meter *budget.Meter) ([]expr.Node, bool) {
	lo, ok := wholeConstant(n.Lo, meter)
	if !ok {
		return nil, false
	}
	hi, ok := wholeConstant(n.Hi, meter)
	if !ok {
		return nil, false
	}
	if hi < lo {
		return nil, true
	}
	const widest = 1 << 40
	count, size := hi-lo+1, int64(expr.Size(n.Body))
	if count > int64(*left) || size > widest || count*size > int64(*left) {
		return nil, false
	}
	*left -= int(count * size)
	meter.Spend(int(count * (size + unitsOfTerm)))
	all := make([]expr.Node, count)
	for i := range all {
		all[i] = expr.Substitute(n.Body, n.Index, expr.Int(lo+int64(i)))
	}
	return all, true
}

func wholeConstant(n expr.Node, meter *budget.Meter) (int64, bool) {
	r := rational(meter, n)
	if r == nil {
		return 0, false
	}
	k, ok := small(r)
	return int64(k), ok
}

// plainIndices returns the symbol with indices like 1+1 computed.
func plainIndices(s *expr.Symbol, meter *budget.Meter) *expr.Symbol {
	var index []expr.Node
	for i, n := range s.Index {
		_, number := n.(*expr.Number)
		_, letter := n.(*expr.Symbol)
		if number || letter {
			continue
		}
		r := rational(meter, n)
		if r == nil {
			continue
		}
		if index == nil {
			index = append([]expr.Node(nil), s.Index...)
		}
		index[i] = expr.Rational(r)
	}
	if index == nil {
		return s
	}
	return &expr.Symbol{Span: s.Span, Name: s.Name, Index: index}
}
