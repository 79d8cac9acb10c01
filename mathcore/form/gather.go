package form

import (
	"slices"

	"chainrule/mathcore/expr"
)

// bundles counts the places of n where something is still to be multiplied out: a sum in a product, under a whole
// power, behind a minus or over a bar; a product, a quotient or a power in a logarithm.
func bundles(n expr.Node) int {
	count := 0
	expr.Walk(n, func(m expr.Node) bool {
		if isBundle(m) {
			count++
		}
		return true
	})
	return count
}

func isBundle(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Mul:
		return slices.ContainsFunc(n.Factors, isSum)
	case *expr.Neg:
		return isSum(n.X)
	case *expr.Div:
		return isSum(n.Num)
	case *expr.Pow:
		number, ok := n.Exp.(*expr.Number)
		return ok && number.Value.IsInt() && isSum(n.Base)
	case *expr.Call:
		if n.Func != expr.Ln && n.Func != expr.Log2 && n.Func != expr.Log10 && n.Func != expr.LogBase {
			return false
		}
		switch n.Args[len(n.Args)-1].(type) {
		case *expr.Mul, *expr.Div, *expr.Pow:
			return true
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Call, *expr.Apply, *expr.Derivative,
			*expr.Series:
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

func isSum(n expr.Node) bool {
	_, ok := n.(*expr.Add)
	return ok
}

// likeParts counts the parts of n that could be gathered with another: terms that differ by a number only, numbers
// side by side in a sum or a product, equal bases in a product.
func likeParts(n expr.Node) int {
	count := 0
	expr.Walk(n, func(m expr.Node) bool {
		switch m := m.(type) {
		case *expr.Add:
			count += repeats(m.Terms, termKey)
		case *expr.Mul:
			count += repeats(m.Factors, factorKey)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative, *expr.Series:
		}
		return true
	})
	return count
}

// repeats counts the parts whose key another part before it has.
func repeats(parts []expr.Node, key func(expr.Node) expr.Node) int {
	keys := make([]expr.Node, len(parts))
	for i, p := range parts {
		keys[i] = key(p)
	}
	slices.SortFunc(keys, expr.Compare)
	return len(parts) - len(slices.CompactFunc(keys, expr.Equal))
}

// termKey returns a term without the numbers and the sign in front.
func termKey(n expr.Node) expr.Node {
	var f fraction
	f.take(n)
	isNumber := func(m expr.Node) bool {
		_, ok := m.(*expr.Number)
		return ok
	}
	f.num, f.den, f.negative = slices.DeleteFunc(f.num, isNumber), slices.DeleteFunc(f.den, isNumber), false
	return expr.Sorted(f.tree())
}

// factorKey returns the base of a factor; all numbers have one key.
func factorKey(n expr.Node) expr.Node {
	if p, ok := n.(*expr.Pow); ok {
		n = p.Base
	}
	if number, ok := unsigned(n).(*expr.Number); ok && number.Value.Sign() >= 0 {
		return expr.Int(1)
	}
	return expr.Sorted(plain(n))
}

// onlyTerms reports whether the answer holds nothing but the terms asked for, constants, and what the goal holds too.
func (f Form) onlyTerms(answer, goal expr.Node) bool {
	var allowed []expr.Node
	f.outside(goal, func(n expr.Node) bool {
		allowed = append(allowed, n)
		return true
	})
	return f.outside(answer, func(n expr.Node) bool {
		return slices.ContainsFunc(allowed, func(m expr.Node) bool { return expr.Alike(m, n) })
	})
}

// outside calls visit for the symbols, named functions and derivatives of n that are none of the terms, until it
// returns false, and reports whether it never did.
func (f Form) outside(n expr.Node, visit func(expr.Node) bool) bool {
	if slices.ContainsFunc(f.terms, func(t expr.Node) bool { return expr.Alike(t, n) }) {
		return true
	}
	switch n := n.(type) {
	case *expr.Symbol:
		return visit(n)
	case *expr.Apply, *expr.Derivative:
		if !visit(n) {
			return false
		}
	case *expr.Series:
		return f.outside(n.Lo, visit) && f.outside(n.Hi, visit) && f.outside(n.Body, visit)
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	}
	for _, part := range expr.Children(n) {
		if !f.outside(part, visit) {
			return false
		}
	}
	return true
}
