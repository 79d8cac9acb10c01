package form

import (
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

func isDerivative(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}

func isPrimed(n expr.Node) bool {
	a, ok := n.(*expr.Apply)
	return ok && a.Primes > 0
}

// unsigned returns n without the minus signs in front.
func unsigned(n expr.Node) expr.Node {
	if neg, ok := n.(*expr.Neg); ok {
		return unsigned(neg.X)
	}
	return n
}

// isSingleFraction reports whether n has one fraction bar that goes all through, or none. What stands in exponents and
// in functions does not count.
func isSingleFraction(n expr.Node) bool {
	n = unsigned(n)
	if d, ok := n.(*expr.Div); ok {
		return !fractionsIn(d.Num) && !fractionsIn(d.Den)
	}
	return !fractionsIn(n)
}

func fractionsIn(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Div:
		return true
	case *expr.Pow:
		_, negative := n.Exp.(*expr.Neg)
		_, euler := n.Base.(*expr.Constant)
		return negative && !euler || fractionsIn(n.Base)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Call, *expr.Apply:
		return false
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Derivative, *expr.Series:
	}
	return slices.ContainsFunc(expr.Children(n), fractionsIn)
}

// isFactored reports whether n is a product, or a quotient of products, none of whose sums has a factor in plain sight
// in all its terms.
func isFactored(n expr.Node) bool {
	n = unsigned(n)
	switch n := n.(type) {
	case *expr.Add:
		return false
	case *expr.Div:
		return isFactored(n.Num) && noCommonFactor(n.Den)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return noCommonFactor(n)
}

func noCommonFactor(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Neg:
		return noCommonFactor(n.X)
	case *expr.Mul:
		for _, f := range n.Factors {
			if !noCommonFactor(f) {
				return false
			}
		}
	case *expr.Pow:
		return noCommonFactor(n.Base)
	case *expr.Add:
		return !sharesFactor(n)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return true
}

// sharesFactor reports whether all terms of a sum have a base or a whole number in common.
func sharesFactor(n *expr.Add) bool {
	var common []expr.Node
	content := new(big.Int)
	for i, t := range n.Terms {
		var f fraction
		f.take(t)
		bases := make([]expr.Node, 0, len(f.num))
		coefficient := big.NewInt(1)
		for _, factor := range f.num {
			if number, ok := factor.(*expr.Number); ok {
				coefficient.Mul(coefficient, number.Value.Num())
				continue
			}
			bases = append(bases, baseOf(factor))
		}
		content.GCD(nil, nil, content, coefficient)
		if i == 0 {
			common = bases
		} else {
			common = meet(common, bases)
		}
	}
	return len(common) > 0 || content.CmpAbs(big.NewInt(1)) > 0
}

// baseOf returns the base of a power with a whole positive exponent, everything else as it is.
func baseOf(n expr.Node) expr.Node {
	if p, ok := n.(*expr.Pow); ok {
		if number, ok := p.Exp.(*expr.Number); ok && number.Value.IsInt() {
			return p.Base
		}
	}
	return n
}

func meet(a, b []expr.Node) []expr.Node {
	var both []expr.Node
	for _, m := range a {
		for _, n := range b {
			if expr.Alike(m, n) {
				both = append(both, m)
				break
			}
		}
	}
	return both
}

// isDecimal reports whether n is a number in digits with at least the places asked for, or an exact one with fewer.
func (f Form) isDecimal(n expr.Node) bool {
	number, ok := unsigned(n).(*expr.Number)
	if !ok || strings.Trim(number.Text, "0123456789.") != "" {
		return false
	}
	_, behind, _ := strings.Cut(number.Text, ".")
	return f.places == 0 || number.Value.IsInt() || len(behind) >= f.places
}
